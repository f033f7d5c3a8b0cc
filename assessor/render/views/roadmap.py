"""Section 13: the way there in steps, each with an entry test, an exit test and a way back.

Efforts come from the findings alone; steps nobody estimated say so.
"""

from msgspec import Struct

from assessor.domain.findings import Effort
from assessor.render.charts.bars import Bar, bar, scale
from assessor.render.report import Report, View
from assessor.render.views.findings import certain, likely, packaging_effort, work


class Step(Struct, frozen=True):
    """`kind` chooses the sentences. `count` is what the step is about: questions, blockers, containers, cycles."""

    kind: str
    count: int
    effort: Effort | None
    bar: Bar | None


class Roadmap(Struct, frozen=True):
    """The steps, the sum of the estimated ones, and where the axis of the bars ends."""

    steps: tuple[Step, ...]
    effort: Effort
    end: float


def build(report: Report) -> Roadmap:
    """The values of the section; without a bundle the only step is to supply what is missing."""
    assessment = report.assessment
    recommendation, deployment = assessment.recommendation, assessment.deployment
    if recommendation.verdict == "insufficient-evidence":
        return Roadmap((Step("supply", len(recommendation.missing), None, None),), Effort(0, 0), 1.0)
    asked = work(assessment.findings)
    open_, unsure = certain(asked), likely(asked)
    blockers = [finding for finding in open_ if finding.mark == "blocker"]
    handled = [finding for finding in open_ if finding.mark == "handled"]
    blocking, handling, checking = (packaging_effort(found) for found in (blockers, handled, unsure))
    end = scale((blocking.high, handling.high, checking.high))

    def step(kind: str, count: int, effort: Effort | None = None) -> Step:
        return Step(kind, count, effort, bar(effort.low, effort.high, end) if effort else None)

    steps = [step("questions", sum(question.basis == "assumed" for question in recommendation.questions))]
    if unsure:
        steps.append(step("uncertain", len({finding.rule for finding in unsure}), checking))
    if blockers:
        steps.append(step("blockers", len({finding.rule for finding in blockers}), blocking))
    if not deployment.impossible:
        steps.append(step("images", 0))
    if handled:
        steps.append(step("handled", len({finding.rule for finding in handled}), handling))
    steps.append(step("pilot", 0))
    steps.append(step("hand-over", 0))
    after = {
        "modular-monolith": "borders",
        "selective-extraction": "extract",
        "microservices": "extract",
        "already-distributed": "merge",
    }
    if recommendation.verdict in after:
        steps.append(step(after[recommendation.verdict], len(assessment.measures.cycles)))
    return Roadmap(tuple(steps), packaging_effort(asked), end)


VIEW = View("roadmap", build)
