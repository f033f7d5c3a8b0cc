"""Section 1: the page a decision is taken from. Exactly one A4 when printed, so texts have a budget and the page a density."""

from math import ceil

from msgspec import Struct

from assessor.domain.findings import Effort
from assessor.domain.judgement import Flip, Recommendation, Score, Statement
from assessor.render.charts.strip import Strip, strip
from assessor.render.citations import Citation
from assessor.render.report import Report, View
from assessor.render.views.dimensions import in_order
from assessor.render.views.findings import packaging_effort
from assessor.render.wording import clip, lead, width

REASON, COUNTER, STEP, CHANGE, SENTENCE = 380, 640, 250, 110, 200
"""Budgets in average letters; what is longer is cut with an ellipsis and stands in full in its own section."""
LINE = 54
"""Average letters in a line of a column on A4 in the roomy setting."""
ROOMY, NORMAL = 36, 44
"""Up to so many lines the longer column is set roomy or normal; above that tight."""


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
    kept: bool


class Executive(Struct, frozen=True):
    """`confidence` is low, moderate or high; `density` roomy, normal or tight."""

    sentence: str
    reasons: tuple[Point, ...]
    counter: Point
    steps: tuple[Point, ...]
    missing: tuple[Point, ...]
    changes: tuple[Change, ...]
    more_changes: int
    rows: tuple[Row, ...]
    scores: tuple[Score, ...]
    effort: Effort
    confidence: str
    answered: int
    asked: int
    tables: int
    density: str


def build(report: Report) -> Executive:
    """The values of the page."""
    recommendation = report.assessment.recommendation

    def point(statement: Statement, limit: int, shown: int = 3) -> Point:
        cited = report.citations.cite("executive", statement.text, statement.evidence, shown)
        first, rest = lead(clip(statement.text, limit))
        return Point(first, rest, cited)

    reasons = tuple(point(reason, REASON) for reason in recommendation.reasons[:3])
    counter = point(recommendation.counter_argument, COUNTER)
    missing = tuple(point(statement, STEP) for statement in recommendation.missing[:3])
    steps = tuple(point(step, STEP) for step in recommendation.steps[:3])
    changes = tuple(
        Change(clip(flip.change, CHANGE), flip.verdict, flip.verdict == recommendation.verdict)
        for flip in _telling(recommendation)[:4]
    )
    rows = tuple(
        Row(d.dimension, d.score, d.low, d.high, d.basis, strip(d.score, d.low, d.high, d.basis))
        for d in in_order(recommendation.dimensions)
    )
    left = sum(_height(p, LINE) + 0.5 for p in (*reasons, *steps, *missing)) + _height(counter, LINE) + 6
    right = 8 + len(rows) * 1.8 + sum(ceil(width(change.text) / 36) + 0.7 for change in changes)
    scores = (recommendation.need, recommendation.cut, recommendation.ops)
    facts = max(ceil(width(clip(score.text, 110)) / 26) for score in scores)
    lines = max(left, right) + ceil(width(recommendation.sentence) / 48) * 2 + facts
    return Executive(
        sentence=clip(recommendation.sentence, SENTENCE),
        reasons=reasons,
        counter=counter,
        steps=steps,
        missing=missing,
        changes=changes,
        more_changes=max(0, len(recommendation.flips) - len(changes)),
        rows=rows,
        scores=scores,
        effort=packaging_effort(report.assessment.findings),
        confidence=confidence_word(recommendation.confidence),
        answered=sum(question.basis == "answered" for question in recommendation.questions),
        asked=len(recommendation.questions),
        tables=len(report.assessment.architecture.tables),
        density="roomy" if lines <= ROOMY else "normal" if lines <= NORMAL else "tight",
    )


def confidence_word(value: float) -> str:
    """0..1 in a word: high from 0.75, moderate from 0.5 on."""
    return "high" if value >= 0.75 else "moderate" if value >= 0.5 else "low"


def _telling(recommendation: Recommendation) -> list[Flip]:
    """The flips that change the verdict, one of each subject first; those that keep it only when none does."""
    changing = [flip for flip in recommendation.flips if flip.verdict != recommendation.verdict]
    first: dict[tuple[str, str], Flip] = {}
    for flip in changing or recommendation.flips:
        first.setdefault((flip.kind, flip.subject), flip)
    return [*first.values(), *(flip for flip in changing if flip not in first.values())]


def _height(point: Point, line: int) -> int:
    return max(1, ceil((width(point.first) + width(point.rest) + 6 * len(point.citations)) / line))


VIEW = View("executive", build)
