"""Section 3: what the system is: size, languages, what is started, what runs it, what it needs beside it."""

from msgspec import Struct

from assessor.domain.facts import Evidence, Process
from assessor.domain.runtime import BackingService, Deployable, Runtime
from assessor.render.charts.context import PLACEMENTS, context
from assessor.render.charts.diagram import Diagram
from assessor.render.citations import Citation
from assessor.render.report import Report, View
from assessor.render.views.timetable import timetable
from assessor.render.wording import clip

LANGUAGES, PROCESSES = 6, 40
INNER = ("embedded", "mentioned")
"""Placements of what has no container and is nothing to reach: within the application, or a name that was seen."""


class Item(Struct, frozen=True):
    """A line of the inventory: `name`, what is known of it, where it was seen, and since when it is out of support."""

    name: str
    kind: str
    detail: tuple[str, ...]
    basis: str
    citations: tuple[Citation, ...]
    ended: str = ""


class System(Struct, frozen=True):
    """The inventory by kind, and the context diagram. `services` are those beside the application, `named` those inside of it or
    only mentioned."""

    languages: tuple[tuple[str, int], ...]
    other_lines: int
    deployables: tuple[Item, ...]
    runtimes: tuple[Item, ...]
    services: tuple[Item, ...]
    named: tuple[Item, ...]
    processes: tuple[Item, ...]
    outside: tuple[Item, ...]
    packages: int
    tables: int
    diagram: Diagram


def build(report: Report) -> System:
    """The values of the section."""
    assessment = report.assessment
    landscape = assessment.landscape
    names = {runtime.id: f"{runtime.name} {runtime.version}".strip() for runtime in landscape.runtimes}

    def item(name: str, kind: str, detail: tuple[str, ...], basis: str, says: str, evidence: tuple[Evidence, ...]) -> Item:
        return Item(name, kind, tuple(word for word in detail if word), basis, report.citations.cite("system", says, evidence))

    languages = sorted(((share.name, share.lines) for share in assessment.coverage.languages), key=lambda pair: (-pair[1], pair[0]))
    listed = {service.name for service in landscape.services if service.placement == "outside"}

    def placed(placements: tuple[str, ...]) -> tuple[Item, ...]:
        found = [service for service in landscape.services if service.placement in placements]
        found.sort(key=lambda s: (placements.index(s.placement), -s.confidence, s.name))
        return tuple(
            item(s.name, s.placement, _service(report, s), _basis(s), report.text("uses %(name)s", name=s.name), s.evidence)
            for s in found
        )

    return System(
        languages=tuple(languages[:LANGUAGES]),
        other_lines=sum(lines for _, lines in languages[LANGUAGES:]),
        deployables=tuple(
            item(
                d.name,
                d.role,
                _deployable(report, d, names),
                d.port_basis,
                report.text("%(name)s is started by itself", name=d.name),
                d.evidence,
            )
            for d in landscape.deployables
        ),
        runtimes=tuple(
            Item(
                r.name,
                report.text("Windows container") if r.platform == "windows" else report.text("Linux container"),
                _runtime(report, r),
                r.basis,
                report.citations.cite("system", report.text("runs on %(name)s", name=r.name), r.evidence),
                r.end_of_life,
            )
            for r in landscape.runtimes
        ),
        services=placed(PLACEMENTS),
        named=placed(INNER),
        processes=tuple(
            item(
                p.name or clip(p.command, 60),
                p.kind,
                (timetable(p.schedule, report.text), clip(p.command, 90)),
                "observed",
                report.text("starts %(name)s", name=p.name),
                places,
            )
            for p, places in _processes(assessment.processes)[:PROCESSES]
        ),
        outside=tuple(
            item(o.name, o.kind, (o.reason, *o.variables), "observed", report.text("reaches %(name)s", name=o.name), o.evidence)
            for o in assessment.deployment.outside
            if o.name not in listed
        ),
        packages=len(assessment.measures.packages),
        tables=len(assessment.architecture.tables),
        diagram=context(assessment.application, landscape, report.text),
    )


def _processes(found: tuple[Process, ...]) -> list[tuple[Process, tuple[Evidence, ...]]]:
    """Processes with their places; one of which a file tells no more than the name joins the first of that name that says more."""
    telling = [p for p in found if p.command or p.schedule]
    home = {p.name: n for n, p in reversed(list(enumerate(telling)))}
    places = [[p.evidence] for p in telling]
    bare: dict[str, tuple[Process, list[Evidence]]] = {}
    for p in found:
        if not (p.command or p.schedule):
            own = places[home[p.name]] if p.name in home else bare.setdefault(p.name, (p, []))[1]
            own.append(p.evidence)
    joined = [*zip(telling, map(tuple, places), strict=True), *((p, tuple(own)) for p, own in bare.values())]
    return sorted(joined, key=lambda pair: (pair[0].name, pair[0].kind, pair[0].command, pair[0].schedule, pair[1]))


def _deployable(report: Report, deployable: Deployable, runtimes: dict[str, str]) -> tuple[str, ...]:
    port = report.text("port %(number)s", number=deployable.port) if deployable.port else ""
    return (
        report.text(deployable.artifact),
        runtimes.get(deployable.runtime, deployable.runtime),
        port,
        timetable(deployable.schedule, report.text),
        deployable.folder,
    )


def _runtime(report: Report, runtime: Runtime) -> tuple[str, ...]:
    stated = report.text("version %(number)s", number=runtime.version) if runtime.version else ""
    return tuple(part for part in (stated, runtime.image) if part)


def _service(report: Report, service: BackingService) -> tuple[str, ...]:
    return report.text(service.slot), service.version, service.reason


def _basis(service: BackingService) -> str:
    return "observed" if service.confidence >= 0.5 else "assumed"


VIEW = View("system", build)
