"""The shape of `rules/doubts/`: places whose findings are hints, because what lies there is not what runs."""

from msgspec import Struct


class DoubtExamples(Struct, frozen=True, forbid_unknown_fields=True):
    """Of what is doubtful and of near misses: paths, relative to the analysed folder, or
    messages or excerpts when the doubt is about these."""

    doubtful: tuple[str, ...]
    certain: tuple[str, ...]


class Doubt(Struct, frozen=True, forbid_unknown_fields=True):
    """Findings of `concerns` (and `rules`, globs; none: all of them) in files that match `path` (globs, see `findings/patterns.py`)
    and not `not_path`, that say `message` and whose line says `excerpt` (expressions), have at most this `confidence`. With
    `beside` only where two files of the same folder, or of one above it, have findings of that concern."""

    id: str
    note: str
    source: str
    concerns: tuple[str, ...]
    confidence: float
    examples: DoubtExamples
    path: tuple[str, ...] = ("**",)
    not_path: tuple[str, ...] = ()
    rules: tuple[str, ...] = ("*",)
    message: str = ""
    excerpt: str = ""
    beside: str = ""
