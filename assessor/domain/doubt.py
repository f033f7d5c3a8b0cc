"""The shape of `rules/doubts/`: places whose findings are hints, because what lies there is not what runs."""

from msgspec import Struct


class DoubtExamples(Struct, frozen=True, forbid_unknown_fields=True):
    """Paths, relative to the analysed folder: of places that are doubtful and of near misses."""

    doubtful: tuple[str, ...]
    certain: tuple[str, ...]


class Doubt(Struct, frozen=True, forbid_unknown_fields=True):
    """Findings of `concerns` in files that match `path` (globs, see `findings/patterns.py`) and not `not_path` have at most
    this `confidence`."""

    id: str
    note: str
    source: str
    concerns: tuple[str, ...]
    path: tuple[str, ...]
    confidence: float
    examples: DoubtExamples
    not_path: tuple[str, ...] = ()
