"""How much was read and understood."""

from msgspec import Struct

from assessor.domain.sources import Unread


class LanguageShare(Struct, frozen=True, order=True):
    """First-party files and lines of one language; `understood` when rules exist for it."""

    language: str
    name: str
    files: int
    lines: int
    understood: bool


class Coverage(Struct, frozen=True):
    """`share` = understood first-party code lines / all first-party code lines, 0..1. `roles` counts files by role."""

    files: int
    lines: int
    share: float
    languages: tuple[LanguageShare, ...]
    roles: tuple[tuple[str, int], ...]
    encodings: tuple[tuple[str, int], ...]
    unread: tuple[Unread, ...]
    ignored: int = 0
