"""What lies around the bundle: systems outside, and what a Windows application keeps out of it."""

import re
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from assessor.domain.deployment import Outside, Variable
from assessor.domain.facts import Evidence, FileFacts, Trait
from assessor.domain.runtime import BackingService, Landscape
from assessor.plan.backing import Placed
from assessor.plan.readings import Reading

_CONTAINED = ("docker", "container", "containers", "compose", "dockercompose")
_ENVIRONMENT = "ASPNETCORE_ENVIRONMENT"
_ADDRESSES = ("endpoint", "url", "uri", "host", "address")


def outside_systems(
    landscape: Landscape, told_of: Sequence[Outside], left_out: Sequence[Placed], told_by: Mapping[str, tuple[str, ...]] = {}
) -> tuple[Outside, ...]:
    """Services placed outside, with the variables that speak of them (`told_by`, by id, those without an address in the source);
    then systems nobody in the catalogue knows."""
    by_name = {one.name: one for one in told_of}
    found = []
    for service in landscape.services:
        if service.placement == "outside":
            same = [one for one in by_name.values() if _speaks_of(one, service)]
            variables = tuple(sorted({*told_by.get(service.id, ()), *(name for one in same for name in one.variables)}))
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


def container_environment(facts: Sequence[FileFacts], folder: str) -> Variable | None:
    """`ASPNETCORE_ENVIRONMENT`, where the code of .NET in `folder`, or a file of settings, has an environment made for containers:
    `EnvironmentName == "Docker"`, `appsettings.Docker.json`. Without it the environment is Production."""
    inside = f"{folder}/" if folder else ""
    found: dict[str, list[Evidence]] = {}
    for file in facts:
        stated = re.fullmatch(r"appsettings\.(\w+)\.json", file.path.removeprefix(inside), re.IGNORECASE)
        names = [(stated[1], Evidence(file.path, 1))] if stated and file.path.startswith(inside) else []
        for trait in file.of(Trait):
            if trait.name == "environment.name" and file.path.startswith(inside):
                names.append((dict(trait.fields).get("name", ""), trait.evidence))
        for name, place in names:
            if name.lower() in _CONTAINED:
                found.setdefault(name, []).append(place)
    meaning = "environment of .NET that the source has for containers; without it the environment is Production"
    return next((Variable(_ENVIRONMENT, name, False, meaning, tuple(sorted(found[name]))) for name in sorted(found)), None)


def addresses_outside(read: Sequence[Reading], landscape: Landscape) -> tuple[tuple[str, Variable], ...]:
    """Id of a service outside and a variable for its address that the source leaves empty: `AZURE_KEY_VAULT_ENDPOINT` of
    `key-vault`. Only what installations with that service fill in."""
    found = []
    for service in landscape.services:
        said = set(service.id.split("-"))
        for reading in read if service.placement == "outside" and len(said) > 1 else ():
            if said < set(reading.words) and reading.words[-1] in _ADDRESSES and not reading.default and not reading.secret:
                meaning = f"address of {service.name}, outside of the bundle; empty: not used"
                found.append((service.id, Variable(reading.name, "", False, meaning, reading.evidence)))
    return tuple(found)
