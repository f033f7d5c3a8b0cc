"""Configuration that lists every driver and names one of them: only that one is in use.

`queue.connections.sqs.prefix`, `queue.connections.redis.queue` and `queue.default = redis` are a menu with one choice; what
belongs to `sqs` says nothing about the application. A menu without a readable choice is left as it is.
"""

import re
from collections.abc import Iterable

from assessor.domain.facts import Connection, Setting

_ENTRY = re.compile(
    r"^(?P<before>(?:.{1,100}\.)?)(?:connections|stores|disks|mailers|drivers)\.(?P<entry>[^.]{1,60})\.", re.IGNORECASE
)

Place = tuple[str, int]


def without_menus(
    settings: Iterable[Setting], connections: Iterable[Connection]
) -> tuple[tuple[Setting, ...], tuple[Connection, ...]]:
    """Settings and connections, without those of entries that were not chosen; the order stays."""
    settings = tuple(settings)
    defaults = {
        (setting.evidence.path, setting.key.lower()): setting.value.strip().lower()
        for setting in settings
        if setting.key.lower().endswith("default") and setting.value and not setting.value.startswith("$")
    }
    left_out = {_place(setting) for setting in settings if _is_left_out(setting, defaults)}
    kept = tuple(setting for setting in settings if not _is_left_out(setting, defaults))
    still = {_place(setting) for setting in kept if setting.format != "environment"}
    gone = left_out - still
    return (
        tuple(setting for setting in kept if _place(setting) not in gone),
        tuple(connection for connection in connections if _place(connection) not in gone),
    )


def _place(fact: Setting | Connection) -> Place:
    return fact.evidence.path, fact.evidence.line


def _is_left_out(setting: Setting, defaults: dict[tuple[str, str], str]) -> bool:
    found = _ENTRY.match(setting.key)
    chosen = defaults.get((setting.evidence.path, f"{found['before']}default".lower())) if found else None
    return bool(found and chosen and found["entry"].lower() != chosen)
