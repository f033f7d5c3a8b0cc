"""From what was found to the bundle: containers, images, volumes, variables, outside systems and files.

In: facts, findings, Landscape, the recommendation, the catalogue, and a way to read a file's text. Out: `Deployment`, every
collection in a fixed order. Nothing is opened here: `read_text` is the pipeline's.
"""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from assessor.domain.deployment import Build, BundleFile, Container, DependsOn, Deployment, Mount, Outside, SourcePlace, Variable
from assessor.domain.facts import Evidence, FileFacts
from assessor.domain.findings import Finding
from assessor.domain.judgement import Recommendation
from assessor.domain.knowledge import Knowledge
from assessor.domain.runtime import Landscape
from assessor.plan.application import Image, images
from assessor.plan.backing import Placed, place, value_for
from assessor.plan.environment import Assigned, assigned
from assessor.plan.existing import existing_files, with_existing
from assessor.plan.health import health_path
from assessor.plan.names import service_name
from assessor.plan.one_shot import migrates_on_start, one_shot
from assessor.plan.outside import told
from assessor.plan.proxies import Proxy, configuration, proxy
from assessor.plan.readings import Reading, readings
from assessor.plan.schedule import jobs, scheduler_files
from assessor.plan.schema import init_scripts

UNKNOWN = (SourcePlace("", "../..", "assessment/bundle"),)
"""Where the source usually lies: the bundle in `assessment/bundle` inside it."""


def _unreadable(path: str) -> str:
    return ""


def plan(
    application: str,
    facts: tuple[FileFacts, ...],
    findings: tuple[Finding, ...],
    landscape: Landscape,
    recommendation: Recommendation | None,
    knowledge: Knowledge,
    *,
    read_text: Callable[[str], str] = _unreadable,
    sources: tuple[SourcePlace, ...] = UNKNOWN,
) -> Deployment:
    """The bundle of one application. `read_text` gives a file of the analysed tree as text, empty when it cannot; `sources` say where
    the analysed folders lie seen from the bundle."""
    project = service_name(application)
    own = tuple(file for file in facts if file.role not in ("test", "vendored", "generated", "minified"))
    if not any(deployable.role != "desktop" for deployable in landscape.deployables):
        return _nothing(project, sources)
    service_kinds = {kind.id: kind for kind in knowledge.services}
    inside = [service for service in landscape.services if service.placement in ("bundle", "optional")]
    read = readings(own)
    speaks = assigned(read, [service_kinds[service.id] for service in inside if service.id in service_kinds])
    placed = place(inside, service_kinds, speaks)
    fronts = {one.kind.id: configuration(one.kind.id, own, read_text) for one in placed if one.kind.slot == "proxy"}
    proxy_text = "\n".join(text for _, text in fronts.values())
    health, health_evidence = health_path(own, proxy_text)
    made = images(
        project,
        own,
        [one for one in landscape.deployables if not one.schedule],
        {runtime.id: runtime for runtime in landscape.runtimes},
        {kind.id: kind for kind in knowledge.runtimes},
        [one.kind.id for one in placed],
        sources,
        health,
        read_text,
    )
    if not made:
        return _nothing(project, sources)
    made = tuple(with_existing(image, own) for image in made)
    backing = [one for one in placed if one.kind.slot != "proxy"]
    front = _front(placed, fronts, backing, made)
    return _assembled(project, own, read, speaks, backing, made, front, landscape, sources, health_evidence, read_text)


def _front(
    placed: Sequence[Placed], fronts: dict[str, tuple[str, str]], backing: Sequence[Placed], made: Sequence[Image]
) -> Proxy | None:
    """The first proxy whose configuration can be kept; haproxy before nginx, as the outer one usually is."""
    web = next((container for image in made for container in image.containers if container.ports), None)
    if web is None:
        return None
    ports = {one.packaging.port: one.container.name for one in backing if not one.container.commented}
    for one in placed:
        path, text = fronts.get(one.kind.id, ("", ""))
        if text:
            found = proxy(one, path, text, ports, web, web.ports[0].container, published=True)
            if found:
                return found
    return None


def _assembled(
    project: str,
    facts: tuple[FileFacts, ...],
    read: tuple[Reading, ...],
    speaks: tuple[Assigned, ...],
    backing: Sequence[Placed],
    made: tuple[Image, ...],
    front: Proxy | None,
    landscape: Landscape,
    sources: tuple[SourcePlace, ...],
    health_evidence: tuple[Evidence, ...],
    read_text: Callable[[str], str],
) -> Deployment:
    by_service = {one.service.id: one for one in backing}
    spoken = {one.reading.name for one in speaks}
    web_names = [container.name for image in made for container in image.containers if container.ports]
    rest = told([reading for reading in read if reading.name not in spoken], facts, web_names)
    wired = _wired(speaks, by_service)
    ready = [one for one in backing if not one.container.commented]
    waits = tuple(
        DependsOn(one.container.name, "service_healthy" if one.container.healthcheck else "service_started") for one in ready
    )
    containers, builds, files, todos = [], [], [], []
    migrated = migrates_on_start(facts)
    for image in made:
        environment = tuple(sorted({variable.name: variable for variable in (*rest.environment, *wired)}.values()))
        build, members, extra, missing = _processes(project, image, facts, read_text)
        migrated = migrated or any(container.role == "one-shot" for container in members)
        done = tuple(
            DependsOn(container.name, "service_completed_successfully") for container in members if container.role == "one-shot"
        )
        for container in members:
            needs = waits if container.role == "one-shot" else (*waits, *done)
            containers.append(replace(container, environment=environment, depends_on=tuple(sorted(needs))))
        builds.append(build)
        files += extra
        todos += missing
    for one in backing:
        scripts: tuple[BundleFile, ...] = ()
        if one.packaging.init_folder and not migrated and not one.container.commented and one.kind.slot == "database":
            scripts = init_scripts(facts, one.kind.id, read_text)
        files += scripts
        mount = (
            (Mount(f"./init/{one.kind.id}", one.packaging.init_folder, True, tuple(file.evidence[0] for file in scripts)),)
            if scripts
            else ()
        )
        containers.append(replace(one.container, mounts=(*one.container.mounts, *mount)))
        if one.kind.slot == "database" and not scripts and not migrated:
            todos.append(
                f"{one.kind.name} starts empty: no schema was found in the source. Load a dump (README.md), or add SQL to the first start."
            )
    if front:
        containers = [
            replace(one, ports=(), expose=tuple(port.container for port in one.ports))
            if one.name == front.container.depends_on[0].container
            else one
            for one in containers
        ]
        served = [
            mount for one in containers for mount in one.mounts if any(_under(folder, mount.target) for folder in front.folders)
        ]
        shared = tuple(sorted({Mount(mount.source, mount.target, True, mount.evidence) for mount in served}))
        containers.insert(0, replace(front.container, mounts=(*front.container.mounts, *shared)))
        files.append(front.file)
    credentials = [variable for one in ready for _, variable in one.variables]
    variables = {variable.name: variable for variable in (*rest.variables, *(front.variables if front else ()), *credentials)}
    volumes = sorted(
        {mount.source for one in containers if not one.commented for mount in one.mounts if not mount.source.startswith(".")}
    )
    outside = [
        Outside(service.name, service.slot, (), service.reason, service.evidence)
        for service in landscape.services
        if service.placement == "outside"
    ]
    windows = [runtime.name for runtime in landscape.runtimes if runtime.platform == "windows"]
    notes = [f"{name} runs in Windows containers only: build and start this bundle on a Windows host" for name in windows]
    return Deployment(
        name=project,
        containers=tuple(containers),
        builds=tuple(builds),
        volumes=tuple(volumes),
        variables=tuple(variables[name] for name in sorted(variables)),
        outside=tuple(sorted([*outside, *rest.outside])),
        files=tuple(sorted(files)),
        todos=tuple(todos),
        notes=tuple(notes),
        existing=existing_files(facts),
        memory_mib=sum(one.memory_mib for one in containers if not one.commented and one.role != "one-shot"),
        sources=sources,
        stores=tuple(one.store for one in ready if one.store),
    )


def _wired(speaks: Sequence[Assigned], by_service: dict[str, Placed]) -> tuple[Variable, ...]:
    """The application's variables that name a service of the bundle. One without a default is left alone when others say the same."""
    wired = []
    for one in speaks:
        placed = by_service.get(one.service)
        if placed is None or placed.container.commented:
            continue
        others = [other for other in speaks if other.service == one.service and other is not one and other.reading.default]
        if one.role == "url" and not one.reading.default and not one.reading.secret and others:
            continue
        value = value_for(one, placed)
        if value:
            wired.append(
                Variable(one.reading.name, value, one.reading.secret, f"{placed.kind.name}: {one.role}", one.reading.evidence)
            )
    return tuple(wired)


def _processes(
    project: str, image: Image, facts: tuple[FileFacts, ...], read_text: Callable[[str], str]
) -> tuple[Build, list[Container], list[BundleFile], list[str]]:
    """The image's containers with what runs once before them and what runs by the clock."""
    members = list(image.containers)
    files: list[BundleFile] = []
    todos: list[str] = []
    build = image.build
    first = members[0]
    base = replace(first, ports=(), expose=(), healthcheck=None, todos=(), notes=(), command=())
    once = one_shot(facts, image.folder) if not any(one.role == "one-shot" for one in members) and not build.existing else None
    if once:
        command = tuple(once.commands[0].split()) if len(once.commands) == 1 else ("sh", "-c", " && ".join(once.commands))
        members.append(
            replace(
                base, name="migrate", role="one-shot", command=command, restart="no", evidence=once.evidence, stop_grace_period=""
            )
        )
    program = image.packaging.template.partition("-")[0]
    planned = jobs(facts, program, image.home.path, read_text) if first.role == "web" and not build.existing else ()
    running = [job for job in planned if not job.left_out]
    if running:
        files += scheduler_files(planned, image.user)
        mount = Mount("./scheduler", "/bundle", True, tuple(sorted(job.evidence for job in running)))
        name = "scheduler" if all(one.name != "scheduler" for one in members) else "cron"
        members.append(
            replace(
                base, name=name, role="scheduler", command=("sh", "/bundle/start.sh"), user="0:0", mounts=(*base.mounts, mount),
                evidence=tuple(sorted(job.evidence for job in running)), notes=("exactly one of it may run",),
            )
        )  # fmt: skip
        build = replace(build, inputs=(*build.inputs, ("package", "cron")))
    if image.home.site:
        files.append(BundleFile("apache/site.conf", image.home.site.text, image.home.evidence))
        mount = Mount("./apache/site.conf", "/etc/apache2/sites-enabled/000-default.conf", True, image.home.evidence)
        members = [
            replace(one, mounts=(*one.mounts, mount), notes=(*one.notes, *image.home.site.notes)) if one is first else one
            for one in members
        ]
    return build, members, files, todos


def _under(folder: str, target: str) -> bool:
    return folder == target or folder.startswith(f"{target}/") or target.startswith(f"{folder}/")


def _nothing(project: str, sources: tuple[SourcePlace, ...]) -> Deployment:
    return Deployment(
        name=project,
        containers=(),
        builds=(),
        volumes=(),
        variables=(),
        outside=(),
        sources=sources,
        impossible="nothing was found that can be started",
    )
