"""What of the bundle handles a finding: `volume uploads`, `variable DB_HOST`, `one replica of web`.

In: findings and the deployment. Out: the same findings, each `handled` one with the lines of the bundle that answer it. Two ways
lead there: a part made from the very place of the finding, and parts that answer its concern wherever it shows.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from assessor.domain.deployment import Container, Deployment, Mount
from assessor.domain.facts import Evidence
from assessor.domain.findings import Finding

Place = tuple[str, int]
MOST = 5
_PATH = re.compile(r"/[\w.-]+(?:/[\w.-]+)*")
_EXTENSION = re.compile(r"\bext-([a-z0-9_]+)")
_PROGRAM = re.compile(r"^Starts the program (?:\S*/)?([\w.+-]+)")
_RESOURCE = re.compile(r"\b(?:jdbc|jms|mail|url|ejb|eis|concurrent)/[\w./-]+")
_MAIL = re.compile(r"(?:^|_)(?:MAIL|SMTP|EMAIL)")
_UPLOADS = re.compile(r"upload|media|attachment|storage|assets")


def handled(findings: Sequence[Finding], deployment: Deployment) -> tuple[Finding, ...]:
    """The findings in their order, those with the mark `handled` with at most `MOST` names of what handles them, sorted. One that
    names nothing is still to do."""
    made = _made_from(deployment)
    return tuple(
        replace(finding, handled_by=tuple(sorted(_names(finding, deployment, made))[:MOST]))
        if finding.mark == "handled"
        else finding
        for finding in findings
    )


def _names(finding: Finding, deployment: Deployment, made: dict[Place, set[str]]) -> set[str]:
    exact = made.get((finding.evidence.path, finding.evidence.line), set())
    answer = _BY_CONCERN.get(finding.concern)
    return exact or (set(answer(finding, deployment)) if answer else set())


def _made_from(deployment: Deployment) -> dict[Place, set[str]]:
    """Parts of the bundle by the places they were made from; a whole file (line 0) is no place."""
    made: dict[Place, set[str]] = {}

    def note(name: str, evidence: Sequence[Evidence]) -> None:
        for place in evidence:
            if place.line:
                made.setdefault((place.path, place.line), set()).add(name)

    for variable in deployment.variables:
        note(f"variable {variable.name}", variable.evidence)
    for container in _running(deployment):
        for variable in container.environment:
            note(f"variable {variable.name}", variable.evidence)
        for mount in container.mounts:
            if not mount.source.startswith("."):
                note(_mounted(mount), mount.evidence)
        for port in container.ports:
            note(f"port {port.container} of {container.name}", port.evidence)
    for file in deployment.files:
        note(f"file {file.path}", file.evidence)
    return made


def _running(deployment: Deployment) -> list[Container]:
    return [container for container in deployment.containers if not container.commented]


def _own(deployment: Deployment) -> list[Container]:
    """Containers of the application itself that keep running."""
    return [container for container in _running(deployment) if container.build and container.restart != "no"]


def _one_replica(finding: Finding, deployment: Deployment) -> Iterator[str]:
    return (f"one replica of {container.name}" for container in _own(deployment) if container.replicas == 1)


def _volume(finding: Finding, deployment: Deployment) -> Iterator[str]:
    """Volumes at or above a path that the finding names; for uploads the volume that is named for them."""
    paths = _PATH.findall(finding.message)
    uploads = "upload" in finding.rule
    for container in _own(deployment):
        for mount in container.mounts:
            if mount.source.startswith("."):
                continue
            below = any(f"{path}/".startswith(f"{mount.target}/") for path in paths)
            if below or (uploads and _UPLOADS.search(f"{mount.source} {mount.target}")):
                yield _mounted(mount)


def _mounted(mount: Mount) -> str:
    """A named volume by its name, a folder of the host by where it is in the container."""
    return f"mount {mount.target}" if "/" in mount.source or "$" in mount.source else f"volume {mount.source}"


def _mail(finding: Finding, deployment: Deployment) -> Iterator[str]:
    return (f"variable {variable.name}" for variable in deployment.variables if _MAIL.search(variable.name))


def _port(finding: Finding, deployment: Deployment) -> Iterator[str]:
    numbers = set(map(int, re.findall(r"\b\d{2,5}\b", finding.message)))
    for container in _own(deployment):
        for number in sorted(numbers & {*container.expose, *(port.container for port in container.ports)}):
            yield f"port {number} of {container.name}"


def _image(finding: Finding, deployment: Deployment) -> Iterator[str]:
    return (f"image {build.name}" for build in deployment.builds)


def _packages(finding: Finding, deployment: Deployment) -> Iterator[str]:
    """Images with packages; for an extension of the language those that install it."""
    wanted = set(_EXTENSION.findall(finding.evidence.excerpt))
    for build in deployment.builds:
        installed = {value for name, value in build.inputs if name == "extension"}
        if build.existing or (wanted <= installed if wanted else bool(build.packages)):
            yield f"image {build.name}"


def _program(finding: Finding, deployment: Deployment) -> Iterator[str]:
    """Images that install the package of the program's name."""
    started = _PROGRAM.search(finding.message)
    return (f"image {build.name}" for build in deployment.builds if started and started.group(1) in build.packages)


def _resource(finding: Finding, deployment: Deployment) -> Iterator[str]:
    """Files of the bundle that define the resource which the finding names."""
    names = _RESOURCE.findall(finding.message)
    return (f"file {file.path}" for file in deployment.files if any(f'"{name}"' in file.content for name in names))


def _secret(finding: Finding, deployment: Deployment) -> Iterator[str]:
    """The variable of the same name as the setting or constant."""
    said = {re.sub(r"\W", "_", word).upper() for word in re.findall(r"[\w.-]+", finding.message)}
    return (f"variable {variable.name}" for variable in deployment.variables if variable.secret and variable.name in said)


def _grace(finding: Finding, deployment: Deployment) -> Iterator[str]:
    return (f"stop_grace_period of {container.name}" for container in _own(deployment) if container.stop_grace_period)


_BY_CONCERN: dict[str, Callable[[Finding, Deployment], Iterator[str]]] = {
    "absolute-paths": _volume,
    "clustered-cache": _one_replica,
    "in-memory-session": _one_replica,
    "in-process-scheduler": _one_replica,
    "jndi": _resource,
    "listening-sockets": _port,
    "local-files": _volume,
    "logging-to-files": _volume,
    "mail": _mail,
    "os-packages": _packages,
    "os-processes": _program,
    "secrets": _secret,
    "threads": _grace,
    "unsupported-runtime": _image,
}
