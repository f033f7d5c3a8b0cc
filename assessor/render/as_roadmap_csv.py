"""`roadmap.csv`: the steps of the roadmap and the work in them, one row each, to be imported where work is planned.

A step has a number (`2`), each kind of fix in it one more (`2.1`): efforts are per kind of fix and never per hit, so rows add up to
their step. What somebody accepted is no work.
"""

from collections.abc import Iterator, Sequence

from assessor.domain.assessment import Assessment
from assessor.domain.findings import Finding
from assessor.domain.knowledge import Knowledge
from assessor.render.as_graph_csv import table
from assessor.render.format import OutputFormat, RenderOptions
from assessor.render.report import report_of
from assessor.render.rule_texts import RuleTexts, rule_texts
from assessor.render.views import roadmap
from assessor.render.views.findings import certain, likely, work

COLUMNS = (
    *("item", "step", "rule", "summary", "description", "fix", "effort_low_days", "effort_high_days"),
    *("places", "files", "first_place"),
)
WORK = {"blockers": "blocker", "handled": "handled"}
"""The steps that certain findings make, by the mark of the findings."""
UNCERTAIN = "uncertain"
"""The step that the likely ones make: each may turn out to be no work at all."""
SUMMARIES = {
    "supply": "Supply what is missing",
    "questions": "Answer what code cannot show",
    UNCERTAIN: "Check the uncertain findings",
    "blockers": "Remove what keeps the bundle from running",
    "images": "Build the images",
    "handled": "Check what the bundle handles",
    "pilot": "Run a pilot beside the old installation",
    "hand-over": "Hand over to operations",
    "borders": "Draw borders between the modules",
    "extract": "Take out the parts",
    "merge": "Merge the services",
}
"""What each step of `views/roadmap.py` is about, in a few words; they are in `vocabulary.py`, too, to be translated."""


def render(assessment: Assessment, knowledge: Knowledge, options: RenderOptions) -> dict[str, bytes]:
    """The rows in the order of the roadmap, the dearest fix of a step first."""
    texts = rule_texts(knowledge, options.language)
    rows: list[tuple[object, ...]] = []
    report = report_of(assessment, knowledge, options)
    steps = roadmap.build(report).steps
    for number, step in enumerate(steps, 1):
        low, high = (step.effort.low, step.effort.high) if step.effort else ("", "")
        rows.append((str(number), step.kind, "", report.text(SUMMARIES.get(step.kind, step.kind)), "", "", low, high, "", "", ""))
        for position, row in enumerate(_items(_of_step(step.kind, work(assessment.findings)), texts), 1):
            rows.append((f"{number}.{position}", step.kind, *row))
    return {FORMAT.filename: table(COLUMNS, rows)}


def _of_step(kind: str, findings: Sequence[Finding]) -> Sequence[Finding]:
    if kind == UNCERTAIN:
        return likely(findings)
    return [finding for finding in certain(findings) if finding.mark == WORK.get(kind)]


def _items(findings: Sequence[Finding], texts: dict[str, RuleTexts]) -> Iterator[tuple[object, ...]]:
    rules: dict[str, list[Finding]] = {}
    for finding in findings:
        rules.setdefault(finding.rule, []).append(finding)
    for rule, found in sorted(rules.items(), key=lambda item: (-max(f.effort.high for f in item[1]), -len(item[1]), item[0])):
        first = found[0]
        said = texts.get(rule) or RuleTexts(first.message, first.note, first.fix)
        place = f"{first.evidence.path}:{first.evidence.line}" if first.evidence.line else first.evidence.path
        low, high = (
            max(each.effort.low for each in certain(found)) if certain(found) else 0.0,
            max(each.effort.high for each in found),
        )
        files = len({each.evidence.path for each in found})
        yield rule, said.title(), said.note, said.fix, low, high, len(found), files, place


FORMAT = OutputFormat("roadmap", "roadmap.csv", render)
