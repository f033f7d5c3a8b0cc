"""The bundle of an application that brings its own compose file: its services as they are, completed."""

from msgspec.structs import replace

from assessor.domain.deployment import Deployment, SourcePlace
from assessor.domain.facts import FileFacts
from assessor.domain.runtime import Landscape
from assessor.plan.adopted import Adopted
from assessor.plan.application import Image
from assessor.plan.existing import existing_files
from assessor.plan.ports import with_free_ports
from assessor.plan.surroundings import outside_systems, windows_notes


def taken_over(
    project: str,
    taken: Adopted,
    path: str,
    facts: tuple[FileFacts, ...],
    landscape: Landscape,
    sources: tuple[SourcePlace, ...],
    made: tuple[Image, ...],
) -> Deployment:
    """The application's own compose file as the bundle. Built containers get role and memory from what was found in their
    folder."""
    known = {image.folder: image for image in made}
    roles = {one.name: build for build in taken.builds for one in taken.containers if one.build == build.name}
    containers = []
    for one in taken.containers:
        folder = roles[one.name].context.partition("}")[2].strip("/") if one.name in roles else ""
        image = known.get(folder)
        if image and one.build:
            first = image.containers[0]
            one = replace(one, role=first.role, memory_mib=first.memory_mib, memory_basis=first.memory_basis)
        containers.append(one)
    containers = list(with_free_ports(containers))
    used = {mount.source for one in containers if not one.commented for mount in one.mounts}
    return Deployment(
        name=project,
        containers=tuple(containers),
        builds=taken.builds,
        volumes=tuple(sorted(source for source in used if not source.startswith((".", "/", "~", "$")))),
        variables=taken.variables,
        outside=outside_systems(landscape, (), ()),
        todos=(*taken.todos, *_not_started(taken, made, path)),
        notes=(f"{path} of the application is the base of this file: what it lacked was completed", *windows_notes(landscape)),
        existing=existing_files(facts),
        memory_mib=sum(one.memory_mib for one in containers if not one.commented),
        sources=sources,
        stores=taken.stores,
    )


def _not_started(taken: Adopted, made: tuple[Image, ...], path: str) -> list[str]:
    """Workers and schedulers that the source has and the application's own compose file does not start."""
    said = [" ".join((*one.entrypoint, *one.command, one.name, one.role)) for one in taken.containers]
    found = []
    built = {build.context.partition("}")[2].strip("/") for build in taken.builds}
    for image in made:
        if image.folder in built and len(image.containers) == 1:
            continue  # the compose file builds this folder and starts what its own Dockerfile says
        for one in image.containers:
            if one.role in ("worker", "scheduler") and not any(
                one.role in text or one.command[-1:] == tuple(text.split()[-1:]) for text in said
            ):
                first = one.evidence[0] if one.evidence else None
                place = f" ({first.path}{f':{first.line}' if first.line else ''})" if first else ""
                found.append(f"{path} starts no {one.role}, and the source has one{place}: {' '.join(one.command)}")
    return found
