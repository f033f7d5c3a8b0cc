"""Section 7: what a forced split would cost: the candidate parts with the terms of CUT, and the bill for each border.

Without a simulation it shows what was found that only a split would suffer from.
"""

from msgspec import Struct

from assessor.domain.cut import Candidate, Charge
from assessor.domain.findings import Effort
from assessor.domain.judgement import Score
from assessor.render.charts.bars import Bar, bar, scale
from assessor.render.citations import Citation
from assessor.render.report import Report, View
from assessor.render.saying import sentence
from assessor.render.views.findings import RuleHits, by_rule, packaging_effort

TERMS = ("seam", "stability", "calls", "transactions", "writers", "keys", "cycle", "co-change")
ITEMS = ("calls", "looped-calls", "path-calls", "transactions", "tables", "keys", "joins", "sessions", "statics", "kernel-lines")
SAYS = {
    "calls": "calls",
    "looped-calls": "calls in loops",
    "path-calls": "one transaction’s calls",
    "transactions": "whole transactions",
    "tables": "writers of a table",
    "keys": "foreign keys",
    "joins": "joins",
    "sessions": "session state",
    "statics": "static state",
    "kernel-lines": "shared code",
}
"""What a border cuts, as a place of evidence says it."""
PARTS, NAMES = 14, 6
LEAST = "cut.least"


class Term(Struct, frozen=True):
    """One cell: the value of a term, or None where it does not apply; `binds` marks the lowest."""

    value: float | None
    binds: bool


class Line(Struct, frozen=True):
    """One line of a bill, with the first names and places."""

    item: str
    count: int
    names: tuple[str, ...]
    more: int
    citations: tuple[Citation, ...]


class Border(Struct, frozen=True):
    """A candidate part: its terms in the order of the columns, its counts in the order of the bill, and the bill in full."""

    name: str
    units: int
    lines: int
    tables: tuple[str, ...]
    cut: float
    terms: tuple[Term, ...]
    binding: str
    remedy: str
    lifted: float
    counts: tuple[int, ...]
    bill: tuple[Line, ...]
    reaches: bool
    days: Effort
    days_bar: Bar


class Split(Struct, frozen=True):
    """`cut` as judged; `hurts` are the findings that only a split would suffer from. `least` is what CUT must reach.

    `merged` is the number of packages and tables that stood for the units, 0 where units were cut. Bars are person-days from 0 to
    `end`; `bundle` is the work of packaging, to compare."""

    cut: Score
    borders: tuple[Border, ...]
    more: int
    terms: tuple[str, ...]
    items: tuple[str, ...]
    together: tuple[int, ...]
    together_bar: Bar
    bundle: Effort
    bundle_bar: Bar
    end: float
    least: float
    reaching: int
    whole: bool
    runs: int
    undecided: int
    kernel: int
    merged: int
    metrics: tuple[tuple[str, float, float, int], ...]
    hurts: tuple[RuleHits, ...]
    hits: int
    together_days: Effort = Effort(0.0, 0.0)
    proposed: tuple[Border, ...] = ()
    proposed_source: str = ""
    proposed_left: int = 0
    proposed_days: Effort = Effort(0.0, 0.0)


def build(report: Report) -> Split:
    """The values of the section; the part that can be cut best comes first."""
    cut = report.assessment.cut
    candidates = sorted(cut.candidates, key=lambda candidate: (-candidate.part.cut, candidate.name))
    proposed = cut.proposed.candidates if cut.proposed else ()
    every = [*candidates, *proposed]
    terms = tuple(term for term in TERMS if any(term in dict(c.part.terms) for c in every))
    items = tuple(item for item in ITEMS if any(charge.item == item for c in every for charge in c.bill))
    together = {charge.item: charge.count for charge in cut.together}
    least = next((value.value for value in report.assessment.recommendation.assumptions if value.id == LEAST), 0.6)
    packaging = packaging_effort(report.assessment.findings)
    end = scale([*(candidate.days[1] for candidate in every), cut.days[1], packaging.high])
    hurts = by_rule(report, "split", "fine")
    return Split(
        cut=report.assessment.recommendation.cut,
        borders=tuple(_border(report, candidate, terms, items, end, least) for candidate in candidates[:PARTS]),
        more=max(0, len(candidates) - PARTS),
        terms=terms,
        items=items,
        together=tuple(together.get(item, 0) for item in items),
        together_bar=bar(*cut.days, end),
        bundle=packaging,
        bundle_bar=bar(packaging.low, packaging.high, end),
        end=end,
        least=least,
        reaching=sum(candidate.part.cut >= least for candidate in candidates),
        whole=cut.whole,
        runs=cut.runs,
        undecided=len(cut.undecided),
        kernel=len(cut.kernel),
        merged=cut.nodes if cut.merged else 0,
        metrics=tuple((metric.name, metric.value, metric.random, metric.parts) for metric in cut.metrics),
        hurts=hurts,
        hits=sum(rule.hits for rule in hurts),
        together_days=Effort(*cut.days),
        proposed=tuple(_border(report, candidate, terms, items, end, least) for candidate in proposed),
        proposed_source=cut.proposed.source if cut.proposed else "",
        proposed_left=len(cut.proposed.left) if cut.proposed else 0,
        proposed_days=Effort(*cut.proposed.days) if cut.proposed else Effort(0.0, 0.0),
    )


def _border(
    report: Report,
    candidate: Candidate,
    terms: tuple[str, ...],
    items: tuple[str, ...],
    end: float,
    least: float,
) -> Border:
    part, values = candidate.part, dict(candidate.part.terms)
    counts = {charge.item: charge.count for charge in candidate.bill}
    return Border(
        name=candidate.name,
        units=len(candidate.units),
        lines=candidate.lines,
        tables=candidate.tables,
        cut=part.cut,
        terms=tuple(Term(values.get(term), term == part.binding and not _free(part.cut)) for term in terms),
        binding=part.binding,
        remedy="" if _free(part.cut) else sentence(report.knowledge, part.remedy, report.language),
        lifted=part.lifted,
        counts=tuple(counts.get(item, 0) for item in items),
        bill=tuple(_line(report, candidate.name, charge) for charge in sorted(candidate.bill, key=_rank)),
        reaches=part.cut >= least,
        days=Effort(*candidate.days),
        days_bar=bar(*candidate.days, end),
    )


def _free(cut: float) -> bool:
    """Whether the value is shown as 1: then nothing binds the part."""
    return round(cut, 2) >= 1


def _line(report: Report, part: str, charge: Charge) -> Line:
    cited = report.citations.cite(
        "split",
        report.text("the border of %(name)s cuts %(item)s", name=part, item=report.text(SAYS.get(charge.item, charge.item))),
        charge.evidence,
    )
    names = tuple(name.replace("->", "→") for name in charge.names[:NAMES])
    more = len(charge.names) - len(names) if len(charge.names) == charge.count else 0  # else names are examples of more places
    return Line(charge.item, charge.count, names, more, cited)


def _rank(charge: Charge) -> tuple[int, str]:
    return ITEMS.index(charge.item) if charge.item in ITEMS else len(ITEMS), charge.item


VIEW = View("split", build)
