"""What changed between two assessments of one application, as HTML and Markdown: for the second visit."""

from collections.abc import Callable, Iterable
from difflib import unified_diff

from markupsafe import Markup
from msgspec import Struct

from assessor.domain.assessment import Assessment
from assessor.domain.findings import Finding
from assessor.domain.knowledge import Knowledge
from assessor.render.as_html import inlined
from assessor.render.environment import html_environment, markdown_environment
from assessor.render.format import RenderOptions
from assessor.render.report import Report, report_of
from assessor.render.views.bundle import COMPOSE, bundle_files
from assessor.render.views.dimensions import in_order
from assessor.render.views.findings import MARKS, packaging_effort
from assessor.render.wording import rounded

LISTED, LINES = 200, 400


class Pair(Struct, frozen=True):
    """One figure before and after; None where there was none."""

    name: str
    old: float | None
    new: float | None
    digits: int = 0

    @property
    def difference(self) -> float:
        """What was added, between the figures as they are shown; 0 when one of both is missing."""
        if self.old is None or self.new is None:
            return 0.0
        return rounded(rounded(self.new, self.digits) - rounded(self.old, self.digits), self.digits)


class Moved(Struct, frozen=True):
    """Findings of one mark by their fingerprints: how many are new, gone and unchanged."""

    mark: str
    new: int
    gone: int
    unchanged: int


class Comparison(Struct, frozen=True):
    """`new` and `gone` are the first of those findings, worst mark first; `lines` is a unified difference of compose.yaml."""

    old: Assessment
    now: Assessment
    dimensions: tuple[Pair, ...]
    scores: tuple[Pair, ...]
    structure: tuple[Pair, ...]
    marks: tuple[Moved, ...]
    new: tuple[Finding, ...]
    gone: tuple[Finding, ...]
    more_new: int
    more_gone: int
    added: tuple[str, ...]
    removed: tuple[str, ...]
    memory: Pair
    largest: Pair
    lines: tuple[str, ...]
    more_lines: int


def compare(before: Report, after: Report) -> Comparison:
    """All that changed, each list in the order of the report."""
    old, now = before.assessment, after.assessment
    known, found = {f.fingerprint for f in old.findings}, {f.fingerprint for f in now.findings}
    new = _worst_first(f for f in now.findings if f.fingerprint not in known)
    gone = _worst_first(f for f in old.findings if f.fingerprint not in found)
    lines = _lines(before, after)
    names = [{c.name for c in one.deployment.containers if not c.commented} for one in (old, now)]
    return Comparison(
        old=old,
        now=now,
        dimensions=_dimensions(old, now),
        scores=_scores(old, now),
        structure=tuple(Pair(name, count(old), count(now), digits) for name, count, digits in STRUCTURE),
        marks=tuple(
            Moved(
                mark,
                sum(f.mark == mark for f in new),
                sum(f.mark == mark for f in gone),
                sum(f.mark == mark and f.fingerprint in known for f in now.findings),
            )
            for mark in MARKS
        ),
        new=new[:LISTED],
        gone=gone[:LISTED],
        more_new=max(0, len(new) - LISTED),
        more_gone=max(0, len(gone) - LISTED),
        added=tuple(sorted(names[1] - names[0])),
        removed=tuple(sorted(names[0] - names[1])),
        largest=Pair("largest", _largest(old), _largest(now)),
        memory=Pair("memory", old.deployment.memory_mib, now.deployment.memory_mib),
        lines=lines[:LINES],
        more_lines=max(0, len(lines) - LINES),
    )


def render_comparison(old: Assessment, new: Assessment, knowledge: Knowledge, options: RenderOptions) -> dict[str, bytes]:
    """`comparison.html`, one file like the report, and `comparison.md`."""
    before, after = (report_of(one, knowledge, options) for one in (old, new))
    view = compare(before, after)
    html, markdown = html_environment(options.language), markdown_environment(options.language)
    names = {"view": view, "assessment": view.now, "language": options.language}
    body = Markup(html.get_template("comparison/body.html.j2").render(names))
    page = html.get_template("comparison/page.html.j2").render(**names, body=body, **inlined(html, view.now))
    text = markdown.get_template("comparison/page.md.j2").render(names)
    return {"comparison.html": page.encode("utf-8"), "comparison.md": (text.strip() + "\n").encode("utf-8")}


def _largest(one: Assessment) -> int:
    """Units in the largest cycle."""
    return max((len(cycle.units) for cycle in one.measures.cycles), default=0)


STRUCTURE: tuple[tuple[str, Callable[[Assessment], float], int], ...] = (
    ("lines", lambda one: one.coverage.lines, 0),
    ("units", lambda one: one.measures.units, 0),
    ("dependencies", lambda one: one.measures.dependencies, 0),
    ("packages", lambda one: len(one.measures.packages), 0),
    ("cycles", lambda one: len(one.measures.cycles), 0),
    ("largest-cycle", _largest, 0),
    ("propagation-cost", lambda one: one.measures.propagation_cost * 100, 1),
    ("tables", lambda one: len(one.architecture.tables), 0),
)


def _scores(old: Assessment, now: Assessment) -> tuple[Pair, ...]:
    """The three scores, what people answered, and the work of packaging."""
    pairs = [
        Pair(name, a.value if a.applies else None, b.value if b.applies else None, 2)
        for name, a, b in (
            ("NEED", old.recommendation.need, now.recommendation.need),
            ("CUT", old.recommendation.cut, now.recommendation.cut),
            ("OPS", old.recommendation.ops, now.recommendation.ops),
        )
    ]
    answered = [sum(q.basis == "answered" for q in one.recommendation.questions) for one in (old, now)]
    before, after = (packaging_effort(one.findings) for one in (old, now))
    work = (Pair("least", before.low, after.low, 1), Pair("most", before.high, after.high, 1))
    return (*pairs, Pair("answered", *answered), *work)


def _dimensions(old: Assessment, now: Assessment) -> tuple[Pair, ...]:
    before = {d.dimension: d.score for d in old.recommendation.dimensions}
    after = {d.dimension: d.score for d in now.recommendation.dimensions}
    order = [d.dimension for d in in_order(now.recommendation.dimensions)]
    order += [d.dimension for d in in_order(old.recommendation.dimensions) if d.dimension not in after]
    return tuple(Pair(name, before.get(name), after.get(name), 2) for name in order)


def _worst_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda found: (MARKS.index(found.mark), found)))


def _lines(before: Report, after: Report) -> tuple[str, ...]:
    """The difference of the compose files without its two lines of names."""
    old, now = (bundle_files(report).get(COMPOSE, "").splitlines() for report in (before, after))
    return tuple(unified_diff(old, now, lineterm="", n=1))[2:]
