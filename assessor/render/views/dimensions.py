"""Section 2: the five dimensions, what each rests on, the questions, and the nearest precedents."""

import re
from collections.abc import Iterable

from msgspec import Struct

from assessor.domain.judgement import DimensionScore, PrecedentMatch, Question, Sign
from assessor.domain.sentences import NUMBERS
from assessor.render.charts.strip import Strip, strip
from assessor.render.citations import Citation
from assessor.render.report import Report, View

ORDER = ("audience", "scenario", "architecture", "operations", "elasticity")


class SeenSign(Struct, frozen=True):
    """A sign with the places it was seen at; `hits` of which some are cited, `more` the same unless the text says so itself."""

    text: str
    basis: str
    hits: int
    more: int
    score: float
    citations: tuple[Citation, ...]
    source: str


class SeenDimension(Struct, frozen=True):
    """One row: signs that speak for the bundle, for distribution, and for neither."""

    dimension: str
    bundle: tuple[SeenSign, ...]
    distribution: tuple[SeenSign, ...]
    neutral: tuple[SeenSign, ...]
    open_questions: int
    basis: str
    weight: float
    confidence: float
    score: float
    product: float
    strip: Strip
    low: float
    high: float


class Disputed(Struct, frozen=True):
    """An answer that the sources contradict."""

    question: str
    answer: str
    text: str
    citations: tuple[Citation, ...]


class Dimensions(Struct, frozen=True):
    """`tendency`: none, bundle, distribution or mixed."""

    rows: tuple[SeenDimension, ...]
    weights: float
    products: float
    tendency: str
    for_bundle: int
    for_distribution: int
    contradictions: tuple[Disputed, ...]
    questions: tuple[Question, ...]
    like: tuple[PrecedentMatch, ...]
    unlike: tuple[PrecedentMatch, ...]
    fuller: str


def in_order(dimensions: Iterable[DimensionScore]) -> list[DimensionScore]:
    """The dimensions as people are used to seeing them; others behind, by name."""
    return sorted(dimensions, key=lambda d: (ORDER.index(d.dimension) if d.dimension in ORDER else len(ORDER), d.dimension))


def build(report: Report) -> Dimensions:
    """The values of the section."""
    recommendation = report.assessment.recommendation
    rows = tuple(_row(report, dimension) for dimension in in_order(recommendation.dimensions))
    down, up = sum(row.score < 0 for row in rows), sum(row.score > 0 for row in rows)
    return Dimensions(
        rows=rows,
        weights=sum(row.weight for row in rows),
        products=sum(row.product for row in rows),
        tendency="mixed" if down and up else "bundle" if down else "distribution" if up else "none",
        for_bundle=down,
        for_distribution=up,
        contradictions=tuple(
            Disputed(c.question, c.answer, c.text, report.citations.cite("dimensions", c.text, c.evidence))
            for c in recommendation.contradictions
        ),
        questions=recommendation.questions,
        like=tuple(p for p in recommendation.precedents if p.like),
        unlike=tuple(p for p in recommendation.precedents if not p.like),
        fuller=_fuller(rows),
    )


def _fuller(rows: tuple[SeenDimension, ...]) -> str:
    """The column that needs more width: bundle, distribution, or neither."""
    down = sum(len(sign.text) for row in rows for sign in row.bundle)
    up = sum(len(sign.text) for row in rows for sign in row.distribution)
    return "bundle" if down > 1.5 * up else "distribution" if up > 1.5 * down else "neither"


def _row(report: Report, dimension: DimensionScore) -> SeenDimension:
    seen = [(sign.score, _sign(report, sign)) for sign in dimension.signs]
    return SeenDimension(
        dimension=dimension.dimension,
        bundle=tuple(sign for score, sign in seen if score < 0),
        distribution=tuple(sign for score, sign in seen if score > 0),
        neutral=tuple(sign for score, sign in seen if score == 0),
        open_questions=sum(
            q.dimension == dimension.dimension and q.basis == "assumed" for q in report.assessment.recommendation.questions
        ),
        basis=dimension.basis,
        weight=dimension.weight,
        confidence=dimension.confidence,
        score=dimension.score,
        product=dimension.weight * dimension.confidence * dimension.score,
        strip=strip(dimension.score, dimension.low, dimension.high, dimension.basis),
        low=dimension.low,
        high=dimension.high,
    )


def _sign(report: Report, sign: Sign) -> SeenSign:
    cited = report.citations.cite("dimensions", sign.text, sign.evidence)
    told = {int(n) for n in re.findall(r"\d+", sign.text.replace(",", ""))} | {
        int(NUMBERS.get(w, 0)) for w in sign.text.lower().split()
    }
    more = sign.hits if cited and sign.hits > len(cited) and sign.hits not in told else 0
    return SeenSign(sign.text, sign.basis, sign.hits, more, sign.score, cited, sign.source)


VIEW = View("dimensions", build)
