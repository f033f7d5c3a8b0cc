"""What lies around the bundle: systems outside, and what a Windows application keeps out of it."""

from collections.abc import Sequence

from msgspec.structs import replace

from assessor.domain.deployment import Outside
from assessor.domain.runtime import BackingService, Landscape
from assessor.plan.backing import Placed


def outside_systems(landscape: Landscape, told_of: Sequence[Outside], left_out: Sequence[Placed]) -> tuple[Outside, ...]:
    """Services placed outside, with the variables that speak of them; then systems nobody in the catalogue knows."""
    by_name = {one.name: one for one in told_of}
    found = []
    for service in landscape.services:
        if service.placement == "outside":
            same = [one for one in by_name.values() if _speaks_of(one, service)]
            variables = tuple(sorted({name for one in same for name in one.variables}))
            found.append(Outside(service.name, service.slot, variables, service.reason, service.evidence))
            by_name = {name: one for name, one in by_name.items() if one not in same}
    found += [Outside(one.kind.name, one.kind.slot, (), one.container.commented, one.service.evidence) for one in left_out]
    return tuple(sorted([*found, *by_name.values()]))


def _speaks_of(told: Outside, service: BackingService) -> bool:
    """Whether an address is that of the service: by its name, by what the service is for, or by a place that both rest on."""
    return told.name in (service.id, service.slot) or not set(told.evidence).isdisjoint(service.evidence)


def beside_windows(placed: Placed) -> Placed:
    """A Linux image cannot run in the engine that runs Windows containers: written down, but as a comment."""
    name = placed.kind.name
    reason = f"{name} is a Linux image, which an engine for Windows containers cannot run: keep today's server, or use a Linux host"
    return replace(placed, container=replace(placed.container, commented=placed.container.commented or reason), store=None)


def windows_notes(landscape: Landscape) -> list[str]:
    """One sentence for each runtime that Linux cannot run."""
    return [
        f"{runtime.name} runs in Windows containers only: build and start this bundle on a Windows host of the image's version"
        for runtime in landscape.runtimes
        if runtime.platform == "windows"
    ]
