"""Section 8: today's machines, the bundle and a forced split, each figure with its basis."""

from msgspec import Struct

from assessor.domain.assessment import FootprintFigure
from assessor.render.charts.multiples import Multiple, multiple
from assessor.render.report import Report, View


class Panel(Struct, frozen=True):
    """One figure as a small multiple."""

    figure: FootprintFigure
    bars: tuple[Multiple, ...]


class Footprint(Struct, frozen=True):
    """The panels; and what is known of the bundle alone, for when there is nothing to compare."""

    panels: tuple[Panel, ...]
    containers: int
    memory: int
    measured: int
    ports: int


def build(report: Report) -> Footprint:
    """The values of the section."""
    deployment = report.assessment.deployment
    running = [c for c in deployment.containers if not c.commented and c.role != "one-shot"]
    return Footprint(
        panels=tuple(Panel(figure, multiple(figure)) for figure in report.assessment.footprint),
        containers=len(running),
        memory=deployment.memory_mib or sum(container.memory_mib for container in running),
        measured=sum(container.memory_basis != "assumed" for container in running if container.memory_mib),
        ports=len({port.host for container in running for port in container.ports if port.host}),
    )


VIEW = View("footprint", build)
