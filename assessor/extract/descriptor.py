"""Matches files to the parsers of `extract/descriptors/`, one module per format.

A parser is a value `DESCRIPTOR = Descriptor(name, matches, read)`. `matches(path)` sees the POSIX path and must be cheap;
`read(Document)` yields facts and never raises for bad input it can foresee: what it cannot read it raises as `Unreadable`.
"""

from collections.abc import Callable, Iterable
from functools import cache

from msgspec import Struct, field

from assessor.domain.facts import Fact


class Unreadable(Exception):
    """The text is not what its name promises; the reader records the file as unread with this reason and goes on."""


class Document(Struct, frozen=True):
    """A text file as a parser sees it. `raw` are the bytes as they lie on disk (for formats that state their own encoding).

    `remarks` collects what was wrong with a text that could be read in part; the reader records it.
    """

    path: str
    text: str
    raw: bytes
    remarks: list[str] = field(default_factory=list)

    def line(self, offset: int) -> int:
        """The line, from 1, of a character offset."""
        return self.text.count("\n", 0, offset) + 1


class Descriptor(Struct, frozen=True):
    """`whole` is true when the format may be large data, so that the size cap for descriptors does not apply (SQL dumps)."""

    name: str
    matches: Callable[[str], bool]
    read: Callable[[Document], Iterable[Fact]]
    whole: bool = False


@cache
def descriptors() -> tuple[Descriptor, ...]:
    """Every parser, in the order of the module names."""
    from assessor.extract import descriptors as package
    from assessor.registry import offered

    return offered(package, "DESCRIPTOR")
