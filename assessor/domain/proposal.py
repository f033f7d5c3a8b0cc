"""A split that somebody proposes, for instance the client's own target picture."""

from msgspec import Struct


class ProposedPart(Struct, frozen=True, order=True):
    """A part and what belongs to it: globs over paths (`src/billing/**`) or names of units (`com.acme.billing.*`)."""

    name: str
    globs: tuple[str, ...]
    line: int = 0


class Proposal(Struct, frozen=True):
    """Parts in the order of the file: the first one that takes a unit keeps it."""

    parts: tuple[ProposedPart, ...] = ()
    source: str = ""
