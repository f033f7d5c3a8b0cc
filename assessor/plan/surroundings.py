"""What lies around the bundle: systems outside, and what a Windows application keeps out of it."""

from collections.abc import Sequence

from msgspec.structs import replace

from assessor.domain.deployment import Outside
from assessor.domain.runtime import Landscape
from assessor.plan.backing import Placed


def outside_systems(landscape: Landscape, told_of: Sequence[Outside], left_out: Sequence[Placed]) -> tuple[Outside, ...]:
    """Services placed outside, with the variables that speak of them; then systems nobody in the catalogue knows."""
    by_name = {one.name: one for one in told_of}
    found = []
    for service in landscape.services:
        if service.placement == "outside":
            same = by_name.pop(service.id, None)
            found.append(Outside(service.name, service.slot, same.variables if same else (), service.reason, service.evidence))
    found += [Outside(one.kind.name, one.kind.slot, (), one.container.commented, one.service.evidence) for one in left_out]
    return tuple(sorted([*found, *by_name.values()]))


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
