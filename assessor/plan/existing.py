"""Dockerfiles and compose files that the application brings along: used where they fit, always named."""

from collections.abc import Sequence

from msgspec.structs import replace

from assessor.domain.facts import Evidence, FileFacts
from assessor.domain.facts import Image as ImageFact
from assessor.plan.application import Image

_COMPOSE = ("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml")


def existing_files(facts: Sequence[FileFacts]) -> tuple[Evidence, ...]:
    """Every Dockerfile and compose file of the tree."""
    return tuple(
        sorted(
            Evidence(file.path, 0) for file in facts if _name(file.path).startswith("Dockerfile") or _name(file.path) in _COMPOSE
        )
    )


def own_compose(facts: Sequence[FileFacts]) -> str:
    """The compose file at the root of the tree, empty when there is none."""
    paths = {file.path for file in facts if file.role == "source"}
    return next((name for name in _COMPOSE if name in paths), "")


def with_existing(image: Image, facts: Sequence[FileFacts]) -> Image:
    """The image, made by the application's own Dockerfile when one lies at the root of its source and names a base image."""
    parts = image.folder.split("/") if image.folder else []
    wanted = ["/".join([*parts[:length], "Dockerfile"]) for length in range(len(parts), 0 if parts else -1, -1)]
    making = {file.path: file for file in facts if any(isinstance(fact, ImageFact) and fact.use == "base" for fact in file.facts)}
    path = next((path for path in wanted if path in making), "")
    if not path:
        return image
    folder = path.rpartition("/")[0]
    place = Evidence(path, 0)
    context = f"{image.build.context}/{folder}" if folder else image.build.context
    build = replace(
        image.build,
        existing=True,
        dockerfile="Dockerfile",
        context=context,
        back="",
        evidence=(place, *image.build.evidence),
        proven="",
    )
    containers = tuple(
        replace(one, evidence=(place, *one.evidence), command=() if one.role == "web" else one.command, healthcheck=None, mounts=())
        for one in image.containers
    )
    return replace(image, build=build, containers=containers)


def _name(path: str) -> str:
    return path.rpartition("/")[2]
