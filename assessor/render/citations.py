"""Evidence on the page: every place gets a number where it is cited first, and the appendix says where it is used.

Sections are viewed in their order, so the same assessment gives the same numbers.
"""

from collections.abc import Iterable

from msgspec import Struct

from assessor.domain.facts import Evidence

SHOWN = 3


class Citation(Struct, frozen=True):
    """`id` is the anchor, as printed: `E-07`."""

    id: str
    path: str
    line: int

    @property
    def place(self) -> str:
        """`path:line`, or the path alone for a whole file."""
        return f"{self.path}:{self.line}" if self.line else self.path


class Entry(Struct):
    """One place with what is said about it: `says` in the order of use, `sections` by name."""

    citation: Citation
    says: list[str]
    rules: list[str]
    excerpts: list[str]
    sections: list[str]


class Citations:
    """Numbers places. The only value of a rendering that grows while it is made."""

    def __init__(self, redact: bool = False) -> None:
        self._entries: dict[tuple[str, int], Entry] = {}
        self._redact = redact

    def cite(self, section: str, says: str, evidence: Iterable[Evidence], shown: int = SHOWN) -> tuple[Citation, ...]:
        """The citations of the first `shown` different places of `evidence`, in their order."""
        found: dict[str, Citation] = {}
        for place in evidence:
            if len(found) == shown:
                break
            entry = self._entry(place)
            for values, value in ((entry.says, says), (entry.rules, place.rule), (entry.sections, section)):
                if value and value not in values:
                    values.append(value)
            if place.excerpt and not self._redact and place.excerpt not in entry.excerpts:
                entry.excerpts.append(place.excerpt)
            found[entry.citation.id] = entry.citation
        return tuple(found.values())

    def entries(self) -> tuple[Entry, ...]:
        """All places cited so far, by number."""
        return tuple(self._entries.values())

    def _entry(self, place: Evidence) -> Entry:
        key = (place.path, place.line)
        if key not in self._entries:
            number = len(self._entries) + 1
            self._entries[key] = Entry(Citation(f"E-{number:02d}", place.path, place.line), [], [], [], [])
        return self._entries[key]
