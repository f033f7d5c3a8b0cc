"""What the cut simulation found: candidate parts, what binds each, and what cutting it out would cost."""

from msgspec import Struct

from assessor.domain.facts import Evidence
from assessor.domain.judgement import Part


class Charge(Struct, frozen=True, order=True):
    """One line of a bill. `item`: calls, looped-calls, path-calls, transactions, tables, keys, joins, sessions, statics,
    kernel-lines. `path-calls` are those of the one transaction that makes most of them.

    `names` tell which (tables, keys, transactions), capped; `evidence` is sorted and capped, `count` is not.
    """

    item: str
    count: int
    names: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Candidate(Struct, frozen=True, order=True):
    """A part that could be taken out: its units and tables, the terms of CUT (in `part`) and the bill for its border.

    `days` are person-days for the bill, at least and at most, from the assumptions `effort.*`."""

    name: str
    units: tuple[str, ...]
    tables: tuple[str, ...]
    lines: int
    part: Part
    bill: tuple[Charge, ...]
    conductance: float = 0.0
    random_conductance: float = 0.0
    dropped: tuple[str, ...] = ()
    days: tuple[float, float] = (0.0, 0.0)


class Metric(Struct, frozen=True, order=True):
    """A published metric of the whole partition, with the value of a random partition of the same sizes. `parts` is K."""

    name: str
    value: float
    random: float
    parts: int


class Proposed(Struct, frozen=True):
    """The bill of a partition that somebody brought, from the file `source`. `left` are units that none of its parts takes."""

    source: str
    candidates: tuple[Candidate, ...]
    together: tuple[Charge, ...]
    left: tuple[str, ...] = ()
    metrics: tuple[Metric, ...] = ()
    days: tuple[float, float] = (0.0, 0.0)


class Cut(Struct, frozen=True):
    """The whole simulation. With `applies` false it was not done, and `reason` is the id of the sentence that says why.

    `whole` means that k = 1 won: no part's seam reaches the least seam; the candidates are shown all the same. `kernel` are units
    that everybody uses, `undecided` those that belong to no part, `apart` those with no tie to
    anything that holds data (browser code, samples). `merged` when packages stood for their units. `stability` is
    1 - variation of information / ln n, mean over pairs of runs; `z` the modularity against rewired graphs, which decides nothing.
    """

    applies: bool
    reason: str
    candidates: tuple[Candidate, ...] = ()
    together: tuple[Charge, ...] = ()
    kernel: tuple[str, ...] = ()
    undecided: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    metrics: tuple[Metric, ...] = ()
    whole: bool = True
    merged: bool = False
    nodes: int = 0
    runs: int = 0
    stability: float = 0.0
    modularity: float = 0.0
    z: float = 0.0
    days: tuple[float, float] = (0.0, 0.0)
    proposed: Proposed | None = None
