"""What of the bundle handles a finding: `volume uploads`, `variable DB_HOST`, `one replica of web`.

In: findings and the deployment. Out: the same findings, each `handled` one with the lines of the bundle that answer it. Two ways
lead there: a part made from the very place of the finding, and parts that answer its concern wherever it shows.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from assessor.domain.deployment import Build, Container, Deployment, Mount
from assessor.domain.facts import Evidence
from assessor.domain.findings import LIKELY, Finding

Place = tuple[str, int]
MOST = 5
_PATH = re.compile(r"/[\w.-]+(?:/[\w.-]+)*")
_EXTENSION = re.compile(r"\bext-([a-z0-9_]+)")
_PROGRAM = re.compile(r"^Starts the program (?:\S*/)?([\w.+-]+)")
_RESOURCE = re.compile(r"\b(?:jdbc|jms|mail|url|ejb|eis|concurrent)/[\w./-]+")
_MAIL = re.compile(r"(?:^|_)(?:MAIL|SMTP|EMAIL)")
_KEY = re.compile(r"[\s\"'$]*([A-Za-z][\w.-]{4,})")
_ROLES = {"in-process-scheduler": ("scheduler",), "in-memory-session": ("web", "frontend")}
"""Roles of the containers that a concern is about, where there are such."""
_SLOTS = {"mail": ("mail",), "cloud-sdk": ("object-store",), "security": ("directory", "identity")}
"""Slots of the backing services that answer a concern."""
_SERVER = re.compile(r"HOST|SERVER|URL|DSN|RELAY")
_UPLOADS = re.compile(r"upload|media|attachment|storage|assets")


def handled(findings: Sequence[Finding], deployment: Deployment) -> tuple[Finding, ...]:
    """The findings in their order, those with the mark `handled` that are likely with at most `MOST` names of what handles them,
    sorted. One that names nothing is still to do."""
    made = _made_from(deployment)
    return tuple(
        replace(finding, handled_by=tuple(sorted(_names(finding, deployment, made))[:MOST]))
        if finding.mark == "handled" and finding.confidence >= LIKELY
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
        note(f"service {container.name}", container.evidence)
        for variable in container.environment:
            note(f"variable {variable.name}", variable.evidence)
        for mount in container.mounts:
            if not mount.source.startswith("."):
                note(mount.part, mount.evidence)
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


def _holding(finding: Finding, deployment: Deployment) -> list[Container]:
    """Those of them that are made from the folder in which the finding is, the innermost; all where nothing says so."""
    own = _own(deployment)
    folders = {build.name: _folder(build) for build in deployment.builds}
    above = [one for one in own if f"{finding.evidence.path}/".startswith(folders.get(one.build, ""))]
    depth = max((len(folders.get(one.build, "")) for one in above), default=0)
    return [one for one in above if len(folders.get(one.build, "")) == depth] or own


def _folder(build: Build) -> str:
    """The folder of the source that an image is made from, with a slash at its end; empty for all of it."""
    inputs = dict(build.inputs)
    folder = inputs.get("folder") or inputs.get("project", "").rpartition("/")[0] or build.context.partition("}")[2].strip("/")
    return f"{folder.rstrip('/')}/" if folder and folder != "." else ""


def _one_replica(finding: Finding, deployment: Deployment) -> Iterator[str]:
    """The one container that plans where there is one, for sessions those that answer requests, else all that hold the code."""
    holding = [container for container in _holding(finding, deployment) if container.replicas == 1]
    wanted = _ROLES.get(finding.concern, ())
    return (f"one replica of {one.name}" for one in [one for one in holding if one.role in wanted] or holding)


def _service(finding: Finding, deployment: Deployment) -> Iterator[str]:
    return (f"service {container.name}" for container in _holding(finding, deployment))


def _delivered(finding: Finding, deployment: Deployment) -> Iterator[str]:
    """Copying to a server is what an image is for; what the system starts is a container with the same program; scripts of SQL are
    files of the bundle."""
    if finding.rule == "copied-deployment":
        yield from _image(finding, deployment)
    for file in deployment.files:
        if any(place.path == finding.evidence.path for place in file.evidence):
            yield f"file {file.path}"
    if finding.rule == "service-unit":
        started = set(re.findall(r"[\w.-]{4,}", finding.evidence.excerpt))
        for container in _own(deployment):
            words = [word for part in container.command for word in re.findall(r"[\w.-]{4,}", part)]
            if words and words[0] in started and len(started & set(words)) * 2 >= len(set(words)):
                yield f"service {container.name}"


def _server(finding: Finding, deployment: Deployment) -> Iterator[str]:
    """The image of the server that a descriptor is written for."""
    name = finding.evidence.path.rpartition("/")[2].lower()
    images = {build.name for build in deployment.builds if name.startswith("jboss") and build.template.startswith("wildfly")}
    yield from (f"image {one.build}" for one in _holding(finding, deployment) if one.build in images)


def _windows(finding: Finding, deployment: Deployment) -> Iterator[str]:
    """A service of Windows is a container; what needs Windows gets its image."""
    if finding.rule == "csharp-windows-service":
        yield from _service(finding, deployment)
        return
    images = {build.name for build in deployment.builds if "windows" in build.base}
    yield from (f"image {one.build}" for one in _holding(finding, deployment) if one.build in images)


def _volume(finding: Finding, deployment: Deployment) -> Iterator[str]:
    """Volumes at or above a path that the finding names, volumes whose setting its line reads; for uploads the volume that is named
    for them."""
    excerpt = finding.evidence.excerpt
    paths = {*_PATH.findall(finding.message), *_PATH.findall(excerpt)}
    uploads = "upload" in finding.rule
    for container in _holding(finding, deployment):
        for mount in container.mounts:
            if mount.source.startswith("."):
                continue
            below = any(f"{path}/".startswith(f"{mount.target}/") for path in paths)
            read = any(re.search(rf"\b{re.escape(key)}\b", excerpt) for key in _keys(mount))
            if below or read or (uploads and _UPLOADS.search(f"{mount.source} {mount.target}")):
                yield mount.part


def _keys(mount: Mount) -> Iterator[str]:
    """Names of the settings that a mount comes from, as far as they cannot be mistaken for words."""
    for place in mount.evidence:
        key = _KEY.match(place.excerpt)
        if key and place.line and re.search(r"[A-Za-z][_.][A-Za-z]", key[1]):
            yield key[1]


def _mail(finding: Finding, deployment: Deployment) -> Iterator[str]:
    """Variables that name the server where there are such, else all about mail."""
    about = [variable.name for variable in deployment.variables if _MAIL.search(variable.name)]
    yield from (f"variable {name}" for name in [name for name in about if _SERVER.search(name)] or about)
    yield from _beside(finding, deployment)


def _beside(finding: Finding, deployment: Deployment) -> Iterator[str]:
    """What the bundle starts beside the application for a concern, and the variables by which it reaches what lies outside: those
    that name the server where there are such."""
    slots = _SLOTS[finding.concern]
    yield from (f"service {one.name}" for one in _running(deployment) if not one.build and one.role in slots)
    for one in deployment.outside:
        if one.kind in slots:
            yield from (f"variable {name}" for name in [name for name in one.variables if _SERVER.search(name)] or one.variables)


def _port(finding: Finding, deployment: Deployment) -> Iterator[str]:
    numbers = set(map(int, re.findall(r"\b\d{2,5}\b", finding.message)))
    for container in _running(deployment):
        for number in sorted(numbers & {*container.expose, *(port.container for port in container.ports)}):
            yield f"port {number} of {container.name}"


def _image(finding: Finding, deployment: Deployment) -> Iterator[str]:
    built = {build.name for build in deployment.builds if not finding.evidence.path.endswith("package.json") or _has_node(build)}
    return (f"image {one.build}" for one in _holding(finding, deployment) if one.build in built)


def _has_node(build: Build) -> bool:
    """Whether the image runs or builds what Node runs: another one says nothing about frameworks of the pages."""
    return build.existing or build.template.startswith(("node", "static")) or any(name == "asset_image" for name, _ in build.inputs)


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
    return (f"stop_grace_period of {one.name}" for one in _holding(finding, deployment) if one.stop_grace_period)


def _memory(finding: Finding, deployment: Deployment) -> Iterator[str]:
    """The limit that was made from a fixed heap; the port that replaces a privileged one."""
    if finding.rule == "fixed-heap":
        holding = _holding(finding, deployment)
        yield from (f"mem_limit of {one.name}" for one in holding if one.memory_mib and one.memory_basis != "assumed")
    elif finding.rule == "privileged-port":
        yield from _port(finding, deployment)


_BY_CONCERN: dict[str, Callable[[Finding, Deployment], Iterator[str]]] = {
    "absolute-paths": _volume,
    "cloud-sdk": _beside,
    "clustered-cache": _one_replica,
    "deployment-scripts": _delivered,
    "image-settings": _memory,
    "in-memory-session": _one_replica,
    "in-process-scheduler": _one_replica,
    "jndi": _resource,
    "listening-sockets": _port,
    "local-files": _volume,
    "logging-to-files": _volume,
    "mail": _mail,
    "os-packages": _packages,
    "os-processes": _program,
    "proprietary-server": _server,
    "remote-objects": _service,
    "secrets": _secret,
    "security": _beside,
    "threads": _grace,
    "unsupported-runtime": _image,
    "windows-platform": _windows,
}
