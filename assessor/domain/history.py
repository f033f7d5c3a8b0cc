"""How the application changed over time, as far as version control tells. People are counted, never named.

Sources: Tornhill, "Your Code as a Crime Scene" (2015), for change frequency and temporal coupling; the thresholds are those of its
tool code-maat.
"""

from msgspec import Struct


class Commit(Struct, frozen=True, order=True):
    """A change as version control recorded it. `seconds` since 1970 (committed), `author` a number that stands for a person.

    `paths` are relative to the analysed folder, sorted; `size` counts all changed files, those outside the tree too.
    """

    seconds: int
    id: str
    author: int
    size: int
    paths: tuple[str, ...]


class UnitHistory(Struct, frozen=True, order=True):
    """One unit (its file): commits that touched it, people who did, and within the last year, days since the last change."""

    unit: str
    commits: int
    authors: int
    active_authors: int
    days_quiet: int


class PackageHistory(Struct, frozen=True, order=True):
    """One package: commits that touched it, and those that touched nothing else; people, and within the last year."""

    package: str
    commits: int
    alone: int
    authors: int
    active_authors: int


class CoChange(Struct, frozen=True, order=True):
    """Two units that changed in the same `commits`. `degree` = commits / average commits of the two, 0..1. `tied` when the
    graph knows a dependency between them; without one the tie is hidden from a reader of the code."""

    first: str
    second: str
    commits: int
    degree: float
    tied: bool


class History(Struct, frozen=True):
    """Only commits that are neither merges nor bulk changes nor made by robots count. Days and the last year are reckoned from
    the newest commit, not from today. `crossing` is the share of commits that touch units of several packages, 0..1.
    `complete` is false when older commits were not looked at, or when the copy has none."""

    commits: int
    bulk: int
    authors: int
    active_authors: int
    days: int
    crossing: float
    complete: bool
    units: tuple[UnitHistory, ...]
    packages: tuple[PackageHistory, ...]
    together: tuple[CoChange, ...]
