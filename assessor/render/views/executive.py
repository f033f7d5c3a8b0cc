"""Section 1: the page a decision is taken from. Exactly one A4 when printed, so texts have a budget and the page a density."""

from collections.abc import Sequence
from math import ceil

from msgspec import Struct

from assessor.domain.findings import Effort
from assessor.domain.judgement import Flip, Recommendation, Score, Statement
from assessor.render.charts.runs import Segment, segments
from assessor.render.charts.strip import Strip, strip
from assessor.render.citations import Citation
from assessor.render.report import Report, View
from assessor.render.views.dimensions import in_order
from assessor.render.views.findings import packaging_effort
from assessor.render.wording import clip, lead, width

REASON, COUNTER, STEP, CHANGE, SENTENCE = 380, 640, 250, 110, 200
"""Budgets in average letters; what is longer is cut with an ellipsis and stands in full in its own section."""
LINE, CHANGE_LINE, SENTENCE_LINE, FACT_LINE = 54, 36, 48, 26
"""Average letters in a line of a column, of the right table, of the heading and of a figure, on A4 in the roomy setting."""
HEAD_LINE, CHINESE = 60, 1.04
"""Letters of names in a line of the head, and how much taller a line of Chinese is."""
ROOMY, NORMAL, CLOSE, TIGHT = 38, 46, 55, 62
"""Up to so many lines the page is set so (printed and measured on 34 reports); above that budgets shrink."""


class Point(Struct, frozen=True):
    """A statement with its first sentence apart."""

    first: str
    rest: str
    citations: tuple[Citation, ...]


class Row(Struct, frozen=True):
    """One dimension on the strip."""

    dimension: str
    score: float
    low: float
    high: float
    basis: str
    strip: Strip


class Change(Struct, frozen=True):
    """What would change the verdict, and to what."""

    text: str
    verdict: str


class Executive(Struct, frozen=True):
    """`confidence` is low, moderate or high; `density` roomy, normal, close or tight, from the estimated
    height of the page in `lines`."""

    sentence: str
    reasons: tuple[Point, ...]
    counter: Point
    steps: tuple[Point, ...]
    missing: tuple[Point, ...]
    changes: tuple[Change, ...]
    tried: int
    rows: tuple[Row, ...]
    scores: tuple[Score, ...]
    effort: Effort
    confidence: str
    runs: tuple[Segment, ...]
    answered: int
    asked: int
    tables: int
    lines: float
    density: str


def build(report: Report) -> Executive:
    """The values of the page, with budgets cut until it fits one sheet."""
    pages = (_page(report, budget) for budget in (1.0, 0.7, 0.5, 0.3))
    return next((page for page in pages if page.lines <= TIGHT), _page(report, 0.2))


def _page(report: Report, budget: float) -> Executive:
    recommendation = report.assessment.recommendation

    def points(statements: Sequence[Statement], limit: int) -> tuple[Point, ...]:
        found = []
        for statement in statements:
            first, rest = lead(clip(statement.text, limit * budget))
            found.append(Point(first, rest, report.citations.cite("executive", statement.text, statement.evidence)))
        return tuple(found)

    reasons = points(recommendation.reasons[:3], REASON)
    (counter,) = points([recommendation.counter_argument], COUNTER)
    missing = points(recommendation.missing[:3], STEP)
    steps = points(recommendation.steps[:3], STEP)
    changes = tuple(Change(clip(flip.change, CHANGE), flip.verdict) for flip in _telling(recommendation)[:4])
    rows = tuple(
        Row(d.dimension, d.score, d.low, d.high, d.basis, strip(d.score, d.low, d.high, d.basis))
        for d in in_order(recommendation.dimensions)
    )
    scores = (recommendation.need, recommendation.cut, recommendation.ops)
    lines = _lines(recommendation, (*reasons, *steps, *missing), counter, changes, len(rows)) + _head(report)
    lines *= CHINESE if report.language.startswith("zh") else 1.0
    return Executive(
        sentence=clip(recommendation.sentence, SENTENCE),
        reasons=reasons,
        counter=counter,
        steps=steps,
        missing=missing,
        changes=changes,
        tried=len(recommendation.flips),
        rows=rows,
        scores=scores,
        effort=packaging_effort(report.assessment.findings),
        confidence=confidence_word(recommendation.confidence),
        runs=segments(recommendation),
        answered=sum(question.basis == "answered" for question in recommendation.questions),
        asked=len(recommendation.questions),
        tables=len(report.assessment.architecture.tables),
        lines=lines,
        density="roomy" if lines <= ROOMY else "normal" if lines <= NORMAL else "close" if lines <= CLOSE else "tight",
    )


def _lines(
    recommendation: Recommendation, points: tuple[Point, ...], counter: Point, changes: tuple[Change, ...], rows: int
) -> float:
    """The estimated height of the page: heading, figures, and the longer of the two columns with its gaps."""
    left = sum(_height(point) + 0.5 for point in points) + _height(counter) + 6
    right = 10 + rows * 1.8 + sum(ceil(width(change.text) / CHANGE_LINE) + 0.7 for change in changes)
    texts = (recommendation.need.text, recommendation.cut.text, recommendation.ops.text)
    figures = max(ceil(width(clip(text, 110)) / FACT_LINE) for text in texts)
    return max(left, right) + ceil(width(clip(recommendation.sentence, SENTENCE)) / SENTENCE_LINE) * 2 + figures


def _head(report: Report) -> int:
    """Further lines of the head with the names of application, client and author."""
    names = (report.assessment.application, report.assessment.client, report.options.author)
    return int(sum(width(clip(name, 48)) for name in names) // HEAD_LINE)


def confidence_word(value: float) -> str:
    """0..1 in a word: high from 0.75, moderate from 0.5 on."""
    return "high" if value >= 0.75 else "moderate" if value >= 0.5 else "low"


def _telling(recommendation: Recommendation) -> list[Flip]:
    """The flips that lead to another recommendation (insufficient evidence is none), one of each subject first."""
    changing = [flip for flip in recommendation.flips if flip.verdict not in (recommendation.verdict, "insufficient-evidence")]
    first: dict[tuple[str, str], Flip] = {}
    for flip in changing:
        first.setdefault((flip.kind, flip.subject), flip)
    return [*first.values(), *(flip for flip in changing if flip not in first.values())]


def _height(point: Point) -> int:
    return max(1, ceil((width(point.first) + width(point.rest) + 6 * len(point.citations)) / LINE))


VIEW = View("executive", build)
