"""The root of `assessment.json`: everything a report is made of."""

from msgspec import Struct

from assessor.domain.acceptance import Review
from assessor.domain.architecture import Architecture, Measures
from assessor.domain.coverage import Coverage
from assessor.domain.cut import Cut
from assessor.domain.deployment import Deployment
from assessor.domain.facts import Evidence, Library, Process
from assessor.domain.findings import Finding
from assessor.domain.history import History
from assessor.domain.judgement import Recommendation
from assessor.domain.runtime import Landscape

NOT_DONE = Cut(applies=False, reason="cut.not-simulated")


class Tool(Struct, frozen=True):
    """Which program and which knowledge made this. Digests are BLAKE2b-128 in hex."""

    name: str
    version: str
    rules: str
    input: str


class Sibling(Struct, frozen=True, order=True):
    """Another application found in the same tree, assessed on its own: its files lie in the folder `folder`."""

    name: str
    verdict: str
    folder: str
    units: int
    lines: int


class FootprintFigure(Struct, frozen=True, order=True):
    """One comparison: `basis` measured, stated or assumed, per column; -1 means unknown."""

    item: str
    unit: str
    today: float
    bundle: float
    split_low: float
    split_high: float
    today_basis: str
    bundle_basis: str
    split_basis: str
    note: str = ""
    evidence: tuple[Evidence, ...] = ()


class Assessment(Struct, frozen=True):
    """One application, assessed. `date` is the day of the assessment, ISO 8601."""

    schema: str
    application: str
    client: str
    date: str
    tool: Tool
    recommendation: Recommendation
    coverage: Coverage
    landscape: Landscape
    processes: tuple[Process, ...]
    architecture: Architecture
    measures: Measures
    findings: tuple[Finding, ...]
    deployment: Deployment
    cut: Cut = NOT_DONE
    footprint: tuple[FootprintFigure, ...] = ()
    siblings: tuple[Sibling, ...] = ()
    notes: tuple[str, ...] = ()
    highlights: tuple[Evidence, ...] = ()
    history: History | None = None
    libraries: tuple[Library, ...] = ()
    review: Review = Review()
