"""Section 12: what stays with the infrastructure or with the code, filled from what was found."""

from msgspec import Struct

from assessor.domain.facts import Evidence
from assessor.render.citations import Citation
from assessor.render.report import Report, View
from assessor.render.views.timetable import timetable


class Open(Struct, frozen=True):
    """One topic. `found` are names from the application; empty means nothing was found, so it has to be asked."""

    topic: str
    found: tuple[str, ...]
    more: int
    citations: tuple[Citation, ...]


class Unsolved(Struct, frozen=True):
    """The topics in a fixed order, the open points the bundle itself names, and how many topics have names from the application."""

    topics: tuple[Open, ...]
    todos: tuple[str, ...]
    open: int


SHOWN = 6
SAYS = {
    "network": "reached over the network",
    "address": "a published port",
    "storage": "data that must survive a restart",
    "backup": "data to back up",
    "secrets": "a secret",
    "schedules": "started by the clock",
    "support": "out of support",
}
"""What a place shows that a topic cites."""


def build(report: Report) -> Unsolved:
    """The values of the section."""
    assessment = report.assessment
    deployment, measures = assessment.deployment, assessment.measures
    running = [container for container in deployment.containers if not container.commented]
    outside = deployment.outside
    secrets = [v for v in (*deployment.variables, *(v for c in running for v in c.environment)) if v.secret]
    mounts = [mount for container in running for mount in container.mounts if not mount.source.startswith(("./", "/"))]
    ports = [port for container in running for port in container.ports if port.host]
    schedules = [p for p in assessment.processes if p.schedule]
    ended = [r for r in assessment.landscape.runtimes if r.end_of_life and r.end_of_life < assessment.date]
    databases = [s for s in assessment.landscape.services if s.placement == "outside" and "database" in s.slot]
    largest = max(measures.cycles, key=lambda cycle: len(cycle.units), default=None)

    def topic(name: str, found: list[str], evidence: list[Evidence]) -> Open:
        names = list(dict.fromkeys(found))
        cited = report.citations.cite("unsolved", report.text(SAYS.get(name, name)), evidence)
        return Open(name, tuple(names[:SHOWN]), max(0, len(names) - SHOWN), cited)

    topics = (
        topic(
            "network",
            [report.text("%(name)s (%(kind)s)", name=o.name, kind=report.text(o.kind)) for o in outside],
            [e for o in outside for e in o.evidence],
        ),
        topic("address", [str(port.host) for port in ports], [e for port in ports for e in port.evidence]),
        topic(
            "security-groups",
            [report.text("in %(name)s", name=p.host) for p in ports]
            + [report.text("out to %(name)s", name=o.name) for o in outside],
            [],
        ),
        topic("storage", [mount.source for mount in mounts], [e for mount in mounts for e in mount.evidence]),
        topic("backup", [m.source for m in mounts] + [s.name for s in databases], [e for s in databases for e in s.evidence]),
        topic("tenants", [], []),
        topic("secrets", [v.name for v in secrets], [e for v in secrets for e in v.evidence]),
        topic("availability", [c.name for c in running if c.replicas == 1 and c.role != "one-shot"], []),
        topic(
            "schedules",
            [report.text("%(name)s (%(kind)s)", name=p.name, kind=timetable(p.schedule, report.text)) for p in schedules],
            [p.evidence for p in schedules],
        ),
        topic("support", [f"{r.name} {r.version} ({r.end_of_life})" for r in ended], [e for r in ended for e in r.evidence]),
        topic("structure", [str(len(largest.units))] if largest else [], []),
    )
    return Unsolved(topics, deployment.todos, sum(bool(topic.found) for topic in topics))


VIEW = View("unsolved", build)
