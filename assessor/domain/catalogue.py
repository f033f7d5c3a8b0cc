"""The shapes of `rules/services/` and `rules/runtimes/`: how backing services and runtimes are recognised and packaged."""

from typing import Any

from msgspec import Struct, field


class ServiceKind(Struct, frozen=True, forbid_unknown_fields=True):
    """One file of `rules/services/`."""

    id: str
    name: str
    slot: str
    source: str
    signals: dict[str, Any] = field(default_factory=dict)
    container: dict[str, Any] = field(default_factory=dict)


class RuntimeKind(Struct, frozen=True, forbid_unknown_fields=True):
    """One file of `rules/runtimes/`."""

    id: str
    name: str
    source: str
    signals: dict[str, Any] = field(default_factory=dict)
    container: dict[str, Any] = field(default_factory=dict)
