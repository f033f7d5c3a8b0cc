"""Section 5: how far the application is several services today: deployables, calls between them, stores they share."""

from msgspec import Struct

from assessor.domain.facts import Evidence
from assessor.render.citations import Citation
from assessor.render.report import Report, View
from assessor.render.saying import sentence

LISTED = 60
LEAST = "services.exclusive"
"""The assumption that says which share of its code a service must have for itself."""


class Share(Struct, frozen=True):
    """A deployable with the share of its code that no other has, and why it does not count as a service."""

    name: str
    folder: str
    role: str
    lines: int
    exclusive: float
    counted: bool
    why: str
    citations: tuple[Citation, ...]


class Tie(Struct, frozen=True):
    """A call between two services, or a store and who uses it."""

    names: tuple[str, ...]
    detail: str
    sites: int
    citations: tuple[Citation, ...]


class Services(Struct, frozen=True):
    """`counted` services with at least the share `least` of code of their own; `shared` stores have several users, `owned` one."""

    services: tuple[Share, ...]
    calls: tuple[Tie, ...]
    more_calls: int
    stores: tuple[Tie, ...]
    more_stores: int
    counted: int
    least: float
    sites: int
    shared: int
    owned: int


def build(report: Report) -> Services:
    """The values of the section; nothing when the judge did not look."""
    found = report.assessment.recommendation.distribution
    services = found.services if found else ()
    assumed = report.assessment.recommendation.assumptions
    least = next((value.value for value in assumed if value.id == LEAST), 0.6)
    calls = sorted(found.calls, key=lambda call: (-call.sites, call)) if found else []
    stores = sorted(found.stores, key=lambda store: (-len(store.services), store)) if found else []

    def cited(says: str, evidence: tuple[Evidence, ...]) -> tuple[Citation, ...]:
        return report.citations.cite("services", says, evidence)

    return Services(
        services=tuple(
            Share(
                s.name,
                s.folder,
                s.role,
                s.lines,
                s.exclusive,
                s.counted and s.exclusive >= least,
                sentence(report.knowledge, s.why, report.language),
                cited(report.text("%(name)s is started by itself", name=s.name), s.evidence),
            )
            for s in sorted(services, key=lambda s: (not s.counted, -s.lines, s.name))
        ),
        calls=tuple(
            Tie(
                (c.source, c.target),
                c.protocol,
                c.sites,
                cited(report.text("%(name)s calls %(other)s", name=c.source, other=c.target), c.evidence),
            )
            for c in calls[:LISTED]
        ),
        more_calls=max(0, len(calls) - LISTED),
        stores=tuple(
            Tie(s.services, s.store, 0, cited(report.text("uses %(name)s", name=s.store), s.evidence)) for s in stores[:LISTED]
        ),
        more_stores=max(0, len(stores) - LISTED),
        counted=sum(service.counted and service.exclusive >= least for service in services),
        least=least,
        sites=sum(call.sites for call in calls),
        shared=sum(len(store.services) > 1 for store in stores),
        owned=sum(len(store.services) == 1 for store in stores),
    )


VIEW = View("services", build)
