"""Section 3: what the system is: size, languages, what is started, what runs it, what it needs beside it."""

from msgspec import Struct

from assessor.domain.runtime import BackingService, Deployable, Landscape
from assessor.render.charts.diagram import Box, Diagram, Frame, Wire, box, column, straight
from assessor.render.citations import Citation
from assessor.render.report import Report, View
from assessor.render.wording import clip

DEPLOYABLES, SERVICES = 8, 9
"""Boxes at most: with the users and the two remainders never more than twenty."""
REACHED = ("bundle", "outside", "optional")


class Item(Struct, frozen=True):
    """A line of the inventory: `name`, what is known of it, and where it was seen."""

    name: str
    kind: str
    detail: tuple[str, ...]
    basis: str
    citations: tuple[Citation, ...]


class System(Struct, frozen=True):
    """The inventory by kind, and the context diagram with its counts."""

    languages: tuple[tuple[str, int], ...]
    other_lines: int
    deployables: tuple[Item, ...]
    runtimes: tuple[Item, ...]
    services: tuple[Item, ...]
    processes: tuple[Item, ...]
    outside: tuple[Item, ...]
    packages: int
    tables: int
    kinds: tuple[tuple[str, int], ...]
    stores: int
    diagram: Diagram


def build(report: Report) -> System:
    """The values of the section."""
    assessment = report.assessment
    landscape = assessment.landscape

    def cited(says: str, evidence: tuple) -> tuple[Citation, ...]:  # type: ignore[type-arg]
        return report.citations.cite("system", says, evidence)

    languages = sorted(((share.name, share.lines) for share in assessment.coverage.languages), key=lambda pair: (-pair[1], pair[0]))
    kinds: dict[str, int] = {}
    for deployable in landscape.deployables:
        kinds[deployable.role] = kinds.get(deployable.role, 0) + 1
    names = {runtime.id: f"{runtime.name} {runtime.version}".strip() for runtime in landscape.runtimes}
    return System(
        languages=tuple(languages[:6]),
        other_lines=sum(lines for _, lines in languages[6:]),
        deployables=tuple(
            Item(d.name, d.role, _deployable(d, names), d.port_basis, cited(f"{d.name} is started by itself", d.evidence))
            for d in landscape.deployables
        ),
        runtimes=tuple(
            Item(
                r.name,
                r.end_of_life,
                (r.version,) if r.version else (),
                r.basis,
                cited(f"runs on {r.name} {r.version}", r.evidence),
            )
            for r in landscape.runtimes
        ),
        services=tuple(
            Item(s.name, s.placement, _service(s), _certainty(s), cited(f"uses {s.name}", s.evidence))
            for s in sorted(landscape.services, key=lambda s: (_rank(s), -s.confidence, s.name))
        ),
        processes=tuple(
            Item(
                p.name or clip(p.command, 60),
                p.kind,
                (p.schedule, clip(p.command, 90)),
                "observed",
                cited(f"starts {p.name}", (p.evidence,)),
            )
            for p in assessment.processes[:40]
        ),
        outside=tuple(
            Item(o.name, o.kind, (o.reason, *o.variables), "observed", cited(f"reaches {o.name}", o.evidence))
            for o in assessment.deployment.outside
        ),
        packages=len(assessment.measures.packages),
        tables=len(assessment.architecture.tables),
        kinds=tuple(sorted(kinds.items())),
        stores=sum(s.placement in REACHED for s in landscape.services),
        diagram=context(assessment.application, landscape),
    )


def context(application: str, landscape: Landscape) -> Diagram:
    """Users, the deployables in their frame, and what they reach; nothing to draw without deployables and services."""
    reached = [service for service in sorted(landscape.services, key=_rank) if service.placement in REACHED]
    if not landscape.deployables and not reached:
        return Diagram(0, 0, None, (), ())
    inside = [(d.name, _small(d), False) for d in sorted(landscape.deployables, key=lambda d: (not d.port, d.name))]
    inside = _capped(inside, DEPLOYABLES) or [(application, "", False)]
    right = _capped([(s.name, s.slot, s.placement == "outside") for s in reached], SERVICES)
    height = max(len(inside) * 64.0 + 44, len(right) * 58.0, 120.0) + 16
    middle = height / 2
    frame = Frame(232, 8, 336, height - 16, application)
    boxes = column(inside, 264, 272, 48, 16, middle + 12)
    services = column(right, 712, 168, 44, 14, middle)
    wires = [Wire(f"M569 {s.y + 22}H711", clip(_protocol(reached, n), 20), 577, s.y + 16) for n, s in enumerate(services)]
    people: list[Box] = []
    answering = [
        boxes[n] for n, d in enumerate(sorted(landscape.deployables, key=lambda d: (not d.port, d.name))[: len(boxes)]) if d.port
    ]
    if answering:
        top = sum(b.y for b in answering) / len(answering)
        people = [box(1, round(top, 1), 128, 48, "Users", "people or programs")]
        wires += [straight(people[0], b) for b in answering]
    return Diagram(881, height, frame, (*people, *boxes, *services), tuple(wires))


def _capped(texts: list[tuple[str, str, bool]], limit: int) -> list[tuple[str, str, bool]]:
    if len(texts) <= limit:
        return texts
    return [*texts[: limit - 1], (f"and {len(texts) - limit + 1} more", "see the inventory", False)]


def _small(deployable: Deployable) -> str:
    return ", ".join(
        part for part in (deployable.role, deployable.artifact, f"port {deployable.port}" if deployable.port else "") if part
    )


def _protocol(reached: list[BackingService], n: int) -> str:
    return (
        f"version {reached[n].version}"
        if n < min(len(reached), SERVICES - (len(reached) > SERVICES)) and reached[n].version
        else ""
    )


def _deployable(deployable: Deployable, runtimes: dict[str, str]) -> tuple[str, ...]:
    port = f"port {deployable.port}" if deployable.port else ""
    words = (
        deployable.artifact,
        runtimes.get(deployable.runtime, deployable.runtime),
        port,
        deployable.schedule,
        deployable.folder,
    )
    return tuple(word for word in words if word)


def _service(service: BackingService) -> tuple[str, ...]:
    return tuple(word for word in (service.slot, service.version, service.reason) if word)


def _certainty(service: BackingService) -> str:
    return "observed" if service.confidence >= 0.5 else "assumed"


def _rank(service: BackingService) -> int:
    order = ("bundle", "outside", "optional", "embedded", "mentioned")
    return order.index(service.placement)


VIEW = View("system", build)
