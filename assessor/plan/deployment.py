"""From what was found to the bundle: containers, images, volumes, variables, outside systems and files.

In: facts, Landscape, the catalogue, and a way to read a file's text. Out: `Deployment`, every
collection in a fixed order. Nothing is opened here: `read_text` is the pipeline's.
"""

from collections.abc import Callable, Iterable, Sequence

from msgspec.structs import replace

from assessor.domain.deployment import Build, BundleFile, Container, DependsOn, Deployment, SourcePlace, Variable
from assessor.domain.facts import Connection, FileFacts, Library
from assessor.domain.knowledge import Knowledge
from assessor.domain.runtime import Landscape
from assessor.plan.adopted import adopted, covers
from assessor.plan.application import Image, Scene, images
from assessor.plan.backing import Placed, of_commands, place, usual, value_for
from assessor.plan.environment import Assigned, assigned
from assessor.plan.existing import existing_files, own_compose, with_existing
from assessor.plan.first_start import started_with, told_address, unspoken
from assessor.plan.framework import framework_variables
from assessor.plan.handed import handed
from assessor.plan.health import health_path
from assessor.plan.listening import opened
from assessor.plan.names import service_name
from assessor.plan.neighbours import neighbours
from assessor.plan.one_shot import migrates_on_start
from assessor.plan.outside import here, told
from assessor.plan.page_routes import with_page_routes
from assessor.plan.ports import with_free_ports
from assessor.plan.processes import processes
from assessor.plan.proxies import Proxy, behind, configuration, proxy, under
from assessor.plan.readings import MICROPROFILE, Reading, readings, readings_of
from assessor.plan.recipe import MANIFESTS
from assessor.plan.sockets import with_sockets
from assessor.plan.surroundings import addresses_outside, beside_windows, container_environment, outside_systems, windows_notes
from assessor.plan.takeover import taken_over

UNKNOWN = (SourcePlace("", "../..", "assessment/bundle"),)
"""Where the source usually lies: the bundle in `assessment/bundle` inside it."""


_OF_A_LIBRARY = ("ConnectionStrings",)
"""Beginnings of variables that a library of a compiled language reads by itself. Whatever else such a program reads stands in its
own code: there nothing is guessed."""


def _unreadable(path: str) -> str:
    return ""


def plan(
    application: str,
    facts: tuple[FileFacts, ...],
    landscape: Landscape,
    knowledge: Knowledge,
    *,
    read_text: Callable[[str], str] = _unreadable,
    sources: tuple[SourcePlace, ...] = UNKNOWN,
    paths: Iterable[str] = (),
) -> Deployment:
    """The bundle of one application. `read_text` gives a file of the analysed tree as text, empty when it cannot; `sources` say
    where the analysed folders lie seen from the bundle; `paths` are all files of the tree, those without facts as well."""
    project = service_name(application)
    own = tuple(file for file in facts if file.role not in ("test", "vendored", "generated", "minified"))
    if not any(deployable.role != "desktop" for deployable in landscape.deployables):
        return _nothing(project, sources)
    service_kinds = {kind.id: kind for kind in knowledge.services}
    inside = [service for service in landscape.services if service.placement in ("bundle", "optional")]
    read = readings(own)
    speaks = assigned(read, [service_kinds[service.id] for service in inside if service.id in service_kinds])
    placed = place(inside, service_kinds, speaks, [fact for file in own for fact in file.of(Connection)])
    fronts = {one.kind.id: configuration(one.kind.id, own, read_text) for one in placed if one.kind.slot == "proxy"}
    proxy_text = "\n".join(text for _, text in fronts.values())
    health, _ = health_path(own, proxy_text)
    foreign = tuple(sorted({name for kind in knowledge.services for sign in kind.signs.deployment for name in sign.files}))
    locks = tuple(file.path for file in facts if file.role == "generated" and file.path.rpartition("/")[2].lower() in MANIFESTS)
    inner = tuple(service.id for service in landscape.services if service.placement == "embedded")
    lying = frozenset((*paths, *(file.path for file in facts)))
    scene = Scene(
        project, own, read, tuple(one.kind.id for one in placed), sources, health, foreign, read_text, locks, inner, lying
    )
    made = images(
        scene,
        [one for one in landscape.deployables if not one.schedule],
        {runtime.id: runtime for runtime in landscape.runtimes},
        {kind.id: kind for kind in knowledge.runtimes},
    )
    if not made:
        return _nothing(project, sources)
    made = tuple(with_existing(image, own) for image in made)
    brought = own_compose(own)
    if brought:
        context = made[0].build.context.partition("}")[0] + "}"
        taken = adopted(brought, read_text(brought), project, context, service_kinds)
        if taken and covers(taken, [f"{image.folder} {image.runtime.id}" for image in made]):
            return taken_over(project, taken, brought, own, landscape, sources, made)
    made = with_page_routes(made, own, read_text)
    made = tuple(with_sockets(image, own, read, [other.folder for other in made]) for image in made)
    backing = [one for one in placed if one.kind.slot != "proxy"]
    front = _front(placed, fronts, backing, made)
    used = {service.id for service in landscape.services if service.placement in ("bundle", "outside")}
    absent = frozenset(service_kinds) - used
    return _assembled(project, own, read, speaks, backing, made, front, landscape, sources, read_text, absent)


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
            served = [kept.target for image in made for kept in image.storage]
            if found and (
                not one.container.commented or any(under(folder, target) for folder in found.folders for target in served)
            ):
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
    read_text: Callable[[str], str],
    absent: frozenset[str],
) -> Deployment:
    windows = all(image.runtime.platform == "windows" for image in made)
    backing = [beside_windows(one) for one in backing] if windows else backing
    by_service = {one.service.id: one for one in backing}
    web_names = [container.name for image in made for container in image.containers if container.ports]
    listened = {
        place for image in made for one in image.containers for port in one.ports if not port.pages for place in port.evidence
    }
    spoken = {one.reading.name for one in speaks} | {one.name for one in read if listened & set(one.evidence)}
    address = _address(made, front)
    beside = {} if front else neighbours([one for one in read if one.name not in spoken], facts, made)
    spoken |= set(beside)
    rest = told([reading for reading in read if reading.name not in spoken], facts, web_names, address, absent, spoken)
    ready = [one for one in backing if not one.container.commented]
    libraries = frozenset(
        f"{fact.ecosystem}:{fact.name}".lower() for file in facts for fact in file.facts if isinstance(fact, Library)
    )
    containers: list[Container] = []
    builds: list[Build] = []
    files: list[BundleFile] = []
    todos: list[str] = []
    asked: list[Variable] = []
    todos += [
        f"{one.name} is {one.value}, the machine that it runs on{_at(one)}: inside a container that is the container itself"
        for one in rest.variables
        if here(one.name, one.value)
    ]
    addresses = addresses_outside([one for one in read if one.name not in spoken], landscape)
    told_by: dict[str, tuple[str, ...]] = {}
    for service, variable in addresses:
        told_by[service] = (*told_by.get(service, ()), variable.name)
    migrated, settled = migrates_on_start(facts), set[str]()
    guessed_for: dict[str, tuple[str, ...]] = {}
    for image in made:
        other_code = frozenset(file.path for file in facts if file.language in image.other_languages)
        names = {reading.name for reading in readings_of(read, image.folder, [other.folder for other in made], other_code)}
        pages = image.packaging.template.startswith("static")
        own_names = {known.service: known.name for known in image.packaging.reads if known.role == "url"}
        wired = _wired([one for one in speaks if one.reading.name in names and not _beside(one, own_names)], by_service, libraries)
        own = [variable for variable in rest.environment if variable.name in names]
        java = image.packaging.template.startswith(("java", "tomcat", "wildfly"))
        compiled = image.packaging.template.startswith(("go", "dotnet"))
        usually = {
            one.service.id: tuple(
                known for known in usual(one, java, libraries) if not compiled or known.name.startswith(_OF_A_LIBRARY)
            )
            for one in ready
            if not pages and not told_address(one, speaks)
        }
        guessed_for |= {service: tuple(variable.name for variable in found) for service, found in usually.items() if found}
        wired += tuple(variable for found in usually.values() for variable in found)
        places = [place for one in image.containers for port in one.ports for place in port.evidence]
        wired += (reachable,) if (reachable := opened(places, read)) else ()
        wired += () if pages else tuple(variable for one in ready for variable in of_commands(one, libraries))
        wired += tuple(beside[name] for name in sorted(beside) if name in names)
        contained = container_environment(facts, image.folder) if image.packaging.template.startswith("dotnet") else None
        here_asked = [variable for _, variable in addresses if variable.name in names]
        asked += [*here_asked, *([contained] if contained else [])]
        wired += tuple(
            Variable(one.name, f"${{{one.name}:-{one.value}}}", False, "", one.evidence)
            for one in [*here_asked, *([contained] if contained else [])]
        )
        known = {variable.name for variable in (*own, *wired)}
        port = next((one.ports[0].container for one in image.containers if one.ports), 0)
        given, needed = framework_variables(image.packaging, libraries, known, ready, address, port)
        wired += given
        asked += needed
        environment = () if pages else tuple(sorted({variable.name: variable for variable in (*own, *wired)}.values()))
        members, build, extra, missing = processes(image, facts, read_text)
        migrated = migrated or any(container.role == "one-shot" for container in members)
        done = tuple(
            DependsOn(container.name, "service_completed_successfully") for container in members if container.role == "one-shot"
        )
        waits = tuple(
            DependsOn(one.container.name, "service_healthy" if one.container.healthcheck else "service_started")
            for one in ready
            if not pages and (len(made) == 1 or _speaks_of(one, speaks, names))
        )
        asks = dict.fromkeys(route.split()[1].partition(":")[0] for name, route in build.inputs if name == "route")
        waits += tuple(DependsOn(name, "service_started") for name in asks)
        kept = handed(image, ready, [one.service.id for one in ready if told_address(one, speaks)], facts, read_text)
        settled |= set(kept.services)
        guessed = {each.name for one in ready if one.service.id in kept.services for each in usual(one, java, libraries)}
        environment = kept.told(environment, guessed)
        for container in members:
            needs = waits if container.role == "one-shot" else (*waits, *done)
            mounts = (*container.mounts, *kept.mounts)
            containers.append(replace(container, environment=environment, mounts=mounts, depends_on=tuple(sorted(needs))))
        builds.append(build)
        files += [*extra, *kept.files]
        asked += kept.secrets
        todos += missing
    for one in backing:
        container, scripts, missing = started_with(one, facts, migrated, read_text)
        containers.append(container)
        files += scripts
        todos += [*missing, *(() if one.service.id in settled else unspoken(one, speaks, guessed_for.get(one.service.id, ())))]
    if front:
        containers = behind(front, containers)
        files.append(front.file)
    containers = list(with_free_ports(containers))
    credentials = [*(variable for one in ready for _, variable in one.variables), *asked]
    variables = {variable.name: variable for variable in (*rest.variables, *(front.variables if front else ()), *credentials)}
    used = {mount.source for one in containers if not one.commented for mount in one.mounts if not mount.source.startswith(".")}
    return Deployment(
        name=project,
        containers=tuple(containers),
        builds=tuple(builds),
        volumes=tuple(sorted(used)),
        variables=tuple(variables[name] for name in sorted(variables)),
        outside=outside_systems(landscape, rest.outside, backing if windows else (), told_by),
        files=tuple(sorted(files)),
        todos=tuple(todos),
        notes=tuple(windows_notes(landscape)),
        existing=existing_files(facts),
        memory_mib=sum(one.memory_mib for one in containers if not one.commented and one.role != "one-shot"),
        sources=sources,
        stores=tuple(one.store for one in ready if one.store),
    )


def _address(made: Sequence[Image], front: Proxy | None) -> str:
    """Where the bundle answers on this machine, by the port that it publishes first."""
    first = [front.container] if front else [one for image in made for one in image.containers if one.ports]
    ports = [port.host for one in first for port in one.ports if port.host]
    return f"http://localhost:{ports[0]}" if ports else "http://localhost"


def _at(variable: Variable) -> str:
    return f" ({variable.evidence[0].path}:{variable.evidence[0].line})" if variable.evidence else ""


def _beside(one: Assigned, own_names: dict[str, str]) -> bool:
    """Whether a variable without a default names a service that the framework itself reads from another one: scripts that bring
    old data in have such."""
    said = own_names.get(one.service, one.reading.name)
    return one.role == "url" and not one.reading.default and one.reading.name != said


def _speaks_of(placed: Placed, speaks: Sequence[Assigned], names: set[str]) -> bool:
    said = [one for one in speaks if one.service == placed.service.id]
    return not said or any(one.reading.name in names for one in said)


def _wired(speaks: Sequence[Assigned], by_service: dict[str, Placed], libraries: frozenset[str]) -> tuple[Variable, ...]:
    """The application's variables that name a service of the bundle. One without a default is left alone when others say the
    same."""
    wired = []
    for one in speaks:
        placed = by_service.get(one.service)
        if placed is None or placed.container.commented:
            continue
        others = [
            other
            for other in speaks
            if other.service == one.service and other is not one and other.reading.default and other.role != "product"
        ]
        if one.role == "url" and not one.reading.default and not one.reading.secret and others and one.reading.via != MICROPROFILE:
            continue
        value = value_for(one, placed, libraries)
        if value:
            wired.append(
                Variable(one.reading.name, value, one.reading.secret, f"{placed.kind.name}: {one.role}", one.reading.evidence)
            )
    return tuple(wired)


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
