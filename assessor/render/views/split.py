"""Section 7: what a forced split would cost. Until cuts are simulated it shows what was found that a split would hurt."""

from msgspec import Struct

from assessor.domain.judgement import Score
from assessor.render.report import Report, View
from assessor.render.views.findings import RuleHits, by_rule


class Split(Struct, frozen=True):
    """`cut` as judged; `hurts` are the findings that only a split would suffer from."""

    cut: Score
    hurts: tuple[RuleHits, ...]
    hits: int


def build(report: Report) -> Split:
    """The values of the section."""
    hurts = by_rule(report, "split", "fine")
    return Split(report.assessment.recommendation.cut, hurts, sum(rule.hits for rule in hurts))


VIEW = View("split", build)
