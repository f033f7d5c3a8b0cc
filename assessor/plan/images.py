"""Which tag of an image the bundle pins: the release line, so that security fixes arrive and nothing else does.

`php:8.2.29-apache` of the line `8.2` -> `php:8.2-apache`; `tomcat:9.0.107-jdk8-temurin` -> `tomcat:9.0-jdk8-temurin`.
"""

import re
from collections.abc import Iterable

from assessor.domain.catalogue import RuntimeKind, ServiceContainer
from assessor.domain.runtime import Runtime

_VERSION = re.compile(r"(\d+(?:\.\d+)*)(?:_\d+|u\d+-b\d+)?(?=-|$)")
"""A version with its build number, as vendors write them: 8.2.29, 17.0.16_8, 8u462-b08."""


def service_image(container: ServiceContainer, version: str) -> str:
    """The image of a backing service for the version the application states (empty: the catalogue's own choice)."""
    fitting = [line for line in container.versions if version == line or version.startswith(f"{line}.")]
    tag = container.versions[max(fitting, key=len)] if fitting else container.tag
    if "/" in container.image:  # only Docker's own images have a tag for every release line
        return f"{container.image}:{tag}"
    lines = (line for line, exact in container.versions.items() if exact == tag and (exact.count(".") < 2 or "." in line))
    return f"{container.image}:{_line(tag, lines)}"


def runtime_image(image: str, kind: RuntimeKind) -> str:
    """`image` reduced to the longest release line of the catalogue that has it."""
    repository, _, tag = image.rpartition(":")
    if not repository or "/" in tag:
        return image
    return f"{repository}:{_line(tag, (known.version for known in kind.versions if known.image == image))}"


def build_image(pattern: str, kind: RuntimeKind, runtime: Runtime) -> str:
    """The image of the build stage: `maven:3.9.11-eclipse-temurin-{version}` -> `maven:3.9-eclipse-temurin-17`. The version is
    the one
    the running image has, which may be newer than the one stated."""
    known_lines = [known.version for known in kind.versions if known.image == runtime.image]
    if len({known.image for known in kind.versions}) == 1:
        # the running image says nothing about the version: what is stated is the least that the compiler has to be
        stated = ".".join(runtime.version.split(".")[:2]) if runtime.basis == "observed" else kind.default
        known_lines = [max(kind.default, stated, key=_numbers)]
    newer = _VERSION.match(runtime.image.rpartition(":")[2]) if kind.newer else None
    line = max(known_lines, key=_numbers, default=newer.group(1) if newer else kind.default)
    repository, _, tag = pattern.replace("{version}", line).rpartition(":")
    return f"{repository}:{_line(tag, ())}"


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version))


def _line(tag: str, lines: Iterable[str]) -> str:
    version = _VERSION.match(tag)
    if not version:
        return tag
    exact, rest = version.group(1), tag[version.end() :]
    for line in sorted(lines, key=lambda line: (-len(line), line)):
        if exact == line or exact.startswith(f"{line}."):
            return line + rest
    return ".".join(exact.split(".")[:2]) + rest


def pinned(image: str) -> bool:
    """Whether an image names a version: a tag that is not `latest`, or a digest. A variable's default counts."""
    plain = re.sub(r"\$\{[A-Za-z_]\w*:?-([^{}]*)\}", r"\1", image)
    if "@sha256:" in plain:
        return True
    tag = plain.rpartition("/")[2].partition(":")[2]
    return bool(tag) and tag.lower() not in {"latest", "stable", "main", "master", "edge", "nightly"}
