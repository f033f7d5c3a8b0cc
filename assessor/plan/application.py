"""The application's own containers: one image per source root and runtime, one container per process, all from Landscape."""

import re
from collections.abc import Callable, Collection, Sequence
from fnmatch import fnmatchcase

from msgspec import Struct
from msgspec.structs import replace

from assessor.domain.catalogue import RuntimeContainer, RuntimeKind
from assessor.domain.deployment import Build, Container, Mount, PublishedPort, SourcePlace
from assessor.domain.facts import Evidence, FileFacts, Trait
from assessor.domain.runtime import Deployable, Runtime
from assessor.plan.assets import assets, beside_rails
from assessor.plan.command import container_command
from assessor.plan.embedded import database_folders
from assessor.plan.expressions import literal
from assessor.plan.health import healthcheck
from assessor.plan.images import build_image, runtime_image
from assessor.plan.install import Home, home
from assessor.plan.listening import closed, opened
from assessor.plan.memory import memory, unmeasured
from assessor.plan.names import free_name, plain_path, service_name, variable_name
from assessor.plan.ports import host_port
from assessor.plan.prefixed import samples
from assessor.plan.readings import MICROPROFILE, Reading
from assessor.plan.recipe import locked_extensions, recipe
from assessor.plan.storage import Storage, settings_of, storage
from assessor.plan.workspace import in_workspace, workspace

_ECOSYSTEMS = {
    "php": "composer",
    "python": "pypi",
    "node": "npm",
    "meteor": "npm",
    "ruby": "gem",
    "go": "golang",
    "dotnet": "nuget",
    "static": "npm",
}
_INTERPRETED = ("php", "python", "node", "ruby")
"""Templates that put the source where it lay on its machine; the others have a folder of their server."""
_USERS = {"php": "www-data", "node": "node", "meteor": "node", "wildfly": "jboss", "go": "nonroot", "static": "nginx"}
"""Users that the official images have; the other templates make one named `app`."""
_WRITTEN = (("artisan", "storage"), ("bin/console", "var"), ("config/storage.yml", "storage"))
"""A file of a framework, and the folder of the source that the framework writes into (Laravel, Symfony, Rails)."""
_PROVEN = ("php-apache", "python-wsgi", "tomcat", "node-build")
"""Templates that the end-to-end test builds and starts, against stand-ins of the images made of Debian's packages."""
_WITH_ASSETS = ("php-apache", "python-wsgi", "go-build")
"""Templates that have a stage for what Node makes; Ruby's own task for assets runs Node itself, in its own stage."""
_ROLE_NAMES = {
    "web": "web",
    "worker": "worker",
    "scheduler": "scheduler",
    "one-shot": "job",
    "frontend": "frontend",
    "service": "service",
}


class Image(Struct, frozen=True):
    """An image with the processes that run from it, where it keeps things, the user they run as (a name inside the image), and the
    languages that only other runtimes run."""

    build: Build
    containers: tuple[Container, ...]
    home: Home
    storage: tuple[Storage, ...]
    packaging: RuntimeContainer
    runtime: Runtime
    folder: str
    user: str
    other_languages: frozenset[str] = frozenset()


class Scene(Struct, frozen=True):
    """What every image is planned from. `services` are the catalogue ids of the bundle's services, `health` is the page that says
    whether the application works ("" unknown), `places` say where the source lies, `foreign` are names (globs) of files that
    configure something else than the application, `locks` the lock files of package managers,
    `embedded` the ids of databases inside the application's own process, `paths` all files, those that tools wrote as well."""

    project: str
    facts: tuple[FileFacts, ...]
    read: tuple[Reading, ...]
    services: tuple[str, ...]
    places: tuple[SourcePlace, ...]
    health: str
    foreign: tuple[str, ...]
    read_text: Callable[[str], str]
    locks: tuple[str, ...] = ()
    embedded: tuple[str, ...] = ()
    paths: frozenset[str] = frozenset()


def images(
    scene: Scene, deployables: Sequence[Deployable], runtimes: dict[str, Runtime], kinds: dict[str, RuntimeKind]
) -> tuple[Image, ...]:
    """One image per source root and runtime, those with a web process first."""
    groups: dict[tuple[str, str], list[Deployable]] = {}
    for deployable in sorted(deployables):
        if deployable.role != "desktop" and deployable.runtime in kinds and deployable.runtime in runtimes:
            groups.setdefault((deployable.folder, deployable.runtime), []).append(deployable)
    ordered = sorted(groups.items(), key=lambda item: (not any(one.role == "web" for one in item[1]), item[0]))
    made: list[Image] = []
    every = frozenset(language for kind in kinds.values() for language in kind.container.languages)
    for (_, runtime), members in ordered:
        taken = [container.name for image in made for container in image.containers]
        image = _image(scene, members, runtimes[runtime], kinds[runtime], taken, len(ordered) == 1)
        served = {folder for folder, one in groups if one in ("node", "static")}
        if "node" in kinds and image.folder not in served:
            image = _with_assets(scene, image, kinds["node"], runtimes.get("node"), served)
        own = kinds[runtime].container.languages
        made.append(replace(image, other_languages=every - set(own) if own else frozenset()))
    return tuple(made)


def _with_assets(scene: Scene, image: Image, node: RuntimeKind, stated: Runtime | None, served: Collection[str]) -> Image:
    """With a stage that makes what the pages load, where Node has to make it. Pages in the folders `served` have an image of
    their own."""
    build = image.build
    known = node.container.bundlers
    own = [file for file in scene.facts if not any(folder and file.path.startswith(f"{folder}/") for folder in served)]
    found: tuple[tuple[str, str], ...] = ()
    if build.template == "ruby":
        libraries = {value for name, value in build.inputs if name == "library"}
        found = beside_rails(image.folder, scene.paths, libraries, image.packaging.script_libraries)
    elif build.template in _WITH_ASSETS:
        found = assets(own, image.folder, scene.paths, scene.read_text, known)
    if not found or build.existing:
        return image
    maker = build_image(node.container.build_image, node, stated or _node(scene, image, node))
    return replace(image, build=replace(build, inputs=(*build.inputs, *found, ("asset_image", maker)), proven=""))


def _node(scene: Scene, image: Image, node: RuntimeKind) -> Runtime:
    """The Node.js that the source states for its tools (`engines`, `.nvmrc`), else the catalogue's own choice."""
    stated = sorted(
        (trait.evidence.path.count("/"), trait.evidence, dict(trait.fields).get("version", ""))
        for file in scene.facts
        for trait in file.of(Trait)
        if trait.name == "runtime.version" and dict(trait.fields).get("name") == "node"
    )
    version = next((text for _, _, text in stated if re.search(r"\d", text)), "")
    number = int(found[0]) if (found := re.search(r"\d{1,3}", version)) else 0
    number = max(number, int(node.default)) if version.lstrip().startswith(">") else number
    line = next((known.image for known in node.versions if known.version == str(number)), "")
    return replace(image.runtime, image=line)


def _image(
    scene: Scene, members: Sequence[Deployable], runtime: Runtime, kind: RuntimeKind, taken: Sequence[str], alone: bool
) -> Image:
    packaging, folder = kind.container, members[0].folder
    first = min(members, key=lambda one: (one.role != "web", one))
    interpreted = packaging.template.startswith(_INTERPRETED)
    place = home(scene.facts, first, packaging.workdir, scene.read_text) if interpreted else Home(packaging.workdir)
    together = packaging.template == "node" and in_workspace(scene.facts, folder, scene.paths) and plain_path(folder)
    if together and not place.path.endswith(f"/{folder}"):
        place = replace(place, path=f"{place.path}/{folder}")
    kept = _storage(scene, members, place, packaging, alone)
    name = "web" if alone else free_name(service_name(first.name or folder), taken)
    user = next((name for start, name in _USERS.items() if packaging.template.startswith(start)), "app")
    source = next((one for one in scene.places if one.root and folder.split("/")[0] == one.root), scene.places[0])
    inputs = tuple(
        (name, _within(source.root, value) if name in ("folder", "project", "main") else value)
        for name, value in _inputs(scene, first, place, packaging, kept, user)
    )
    if together:
        inputs = (*inputs, ("workspace_home", place.path.removesuffix(f"/{folder}")))
    if source.archive:
        inputs = (*(pair for pair in inputs if pair[0] not in ("folder", "manifest")), *_archive(source.archive))
    if packaging.health_image and scene.health and alone:  # of several programs it is not known which one has the page
        inputs = (*inputs, ("health_image", packaging.health_image))
    built = bool(packaging.build_template) and any(name == "manifest" for name, _ in inputs)
    template = packaging.build_template if built else packaging.template
    suffix = f"_{variable_name(source.root)}" if source.root else ""
    build = Build(
        name=name,
        dockerfile=f"{name}.Dockerfile",
        context=f"${{APP_SOURCE{suffix}:-{source.path}}}",
        back=f"${{BUNDLE_DIR{suffix}:-{source.bundle}}}",
        template=template,
        base=runtime_image(runtime.image, kind),
        inputs=(*inputs, ("build_image", build_image(packaging.build_image, kind, runtime))) if built else inputs,
        evidence=runtime.evidence,
        proven="built and started" if template in _PROVEN else "",
    )
    containers: list[Container] = []
    for deployable in members:
        wanted = _ROLE_NAMES.get(deployable.role, "app") if alone else service_name(deployable.name or folder)
        own = free_name(wanted, [*taken, *(other.name for other in containers)])
        containers.append(_container(scene, own, deployable, build, packaging, kept))
    return Image(build, tuple(containers), place, kept, packaging, runtime, folder, user)


def _seeds(facts: Sequence[FileFacts], folder: str, place: Home, kept: Sequence[Storage]) -> tuple[tuple[str, str], ...]:
    """`seed`, a folder of the source that fills a folder of its name outside of it on the first start: `wp-content` and
    `/var/lib/wordpress/wp-content`."""
    inside = f"{folder}/" if folder else ""
    tops = {file.path.removeprefix(inside).partition("/")[0] for file in facts if "/" in file.path.removeprefix(inside)}
    outside = [one.target for one in kept if one.kind == "data" and not f"{one.target}/".startswith(f"{place.path}/")]
    return tuple(("seed", target) for target in outside if target.rpartition("/")[2] in tops)


def _archive(name: str) -> tuple[tuple[str, str], ...]:
    """The archive that was analysed goes into the image as it is: `war`, `ear` or `jar`."""
    kind = name.rpartition(".")[2].lower()
    return ((kind, name),) if plain_path(name) and kind in ("war", "ear", "jar") else ()


def _within(root: str, path: str) -> str:
    """`path` seen from the folder `root`, which is one of several build contexts."""
    return "" if path == root else path.removeprefix(f"{root}/") if root else path


def _storage(
    scene: Scene, members: Sequence[Deployable], place: Home, packaging: RuntimeContainer, alone: bool
) -> tuple[Storage, ...]:
    """What is written to. An image that is alone also has the absolute folders that modules and settings beside its own name."""
    folder = members[0].folder
    inside = f"{folder}/" if folder else ""
    stated = [
        (reading.name, reading.default, evidence)
        for reading in scene.read
        for evidence in reading.evidence
        if evidence.path.startswith(inside) and not reading.secret and reading.via != MICROPROFILE
    ]
    paths = {file.path: file for file in scene.facts}
    for sign, written in _WRITTEN:
        if inside + sign in paths:
            stated.append(("data.dir", f"{place.path}/{written}", Evidence(inside + sign, 0)))
    arguments = [(word, one.evidence[0]) for one in members if one.evidence for word in container_command(one.command)[1:]]
    named = [
        file for file in scene.facts if not any(fnmatchcase(file.path.rpartition("/")[2].lower(), name) for name in scene.foreign)
    ]
    own = [file for file in named if file.path.startswith(inside) or _keeps(file, inside)]
    if alone:
        beside = settings_of(file for file in named if not file.path.startswith(inside))
        stated += [one for one in beside if one[1].startswith(("/", "${"))]
    stated += [("data.dir", one, where) for one, where in database_folders(own, scene.embedded, place.path)]
    return storage(own, place.path, packaging.data, stated, arguments, inside)


def _keeps(file: FileFacts, inside: str) -> bool:
    """Whether a list of ignored folders above the source names one inside it."""
    return any(
        isinstance(fact, Trait) and fact.name == "folder.ignored" and dict(fact.fields).get("path", "").startswith(inside)
        for fact in file.facts
    )


def _inputs(
    scene: Scene, first: Deployable, place: Home, packaging: RuntimeContainer, kept: Sequence[Storage], user: str
) -> tuple[tuple[str, str], ...]:
    ecosystem = next((known for start, known in _ECOSYSTEMS.items() if packaging.template.startswith(start)), "maven")
    command = container_command(first.command, first.port)
    if packaging.template == "wildfly" and command and first.port not in (0, packaging.port):
        command = (*command, f"-Djboss.http.port={first.port}")
    folder = first.folder if plain_path(first.folder or ".") else ""
    together = ecosystem == "npm" and in_workspace(scene.facts, folder, scene.paths)
    manifest = first.evidence[0].path.rpartition("/")[0] if first.evidence and ecosystem == "npm" else folder
    described = manifest if first.evidence and first.evidence[0].path.endswith("package.json") and not together else folder
    stated = recipe(scene.facts, folder, ecosystem, scene.services, scene.locks, described)
    lock, text_of = f"{folder}/composer.lock" if folder else "composer.lock", scene.read_text
    locked = locked_extensions(text_of(lock)) if ecosystem == "composer" and lock in scene.locks else ()
    return (
        *stated,
        *(pair for pair in locked if pair not in stated),
        *(("sample", name) for name in samples(scene.facts, folder, scene.paths) if ecosystem == "golang"),
        *(workspace(recipe(scene.facts, "", ecosystem, (), scene.locks), folder) if together else ()),
        ("home", place.path),
        ("web", place.web),
        ("port", str(first.port or packaging.port)),
        ("user", user),
        *(("module", module) for module in place.modules),
        *(("writable", one.target) for one in kept),
        *_seeds(scene.facts, first.folder, place, kept),
        *(("writable", f"{place.path}/bootstrap/cache") for _ in [0] if first.artifact == "laravel"),
        *(("linked", "storage") for _ in [0] if first.artifact == "laravel" and place.web == "public"),
        ("main", first.evidence[0].path.rpartition("/")[0] if first.evidence else ""),
        *(("site", "yes") for _ in [0] if place.site),
        *(("old_server", file.path) for file in scene.facts if packaging.template == "wildfly" and _describes_server(file)),
        *(("server", word) for word in command[:1]),
        *(("command", word) for word in command),
        *(("environment", f"{key}={value}") for key, value in sorted(packaging.environment.items())),
    )


def _describes_server(file: FileFacts) -> bool:
    """Whether it is a configuration of the old server itself: `standalone-full.xml`, `claims-ds.xml`; not `jboss-web.xml`."""
    name = file.path.rpartition("/")[2].lower()
    servers = name.startswith(("standalone", "domain")) or name.endswith(("-ds.xml", "-jms.xml"))
    stated = any(isinstance(fact, Trait) and fact.name == "server.jboss" for fact in file.facts)
    return servers and stated and plain_path(file.path)


def _located(command: tuple[str, ...], paths: frozenset[str], folder: str) -> tuple[str, ...]:
    """With the place of a program that the source brings in `bin/`, which on its machine was found by its name."""
    inside = f"{folder}/" if folder else ""
    first = command.index("run-program") + 1 if "run-program" in command[:3] else 0  # New Relic starts the program itself
    place = f"bin/{command[first]}" if len(command) > first else ""
    return (*command[:first], place, *command[first + 1 :]) if inside + place in paths else command


def _container(
    scene: Scene, name: str, deployable: Deployable, build: Build, packaging: RuntimeContainer, kept: Sequence[Storage]
) -> Container:
    web = deployable.role in ("web", "frontend") or (deployable.role == "service" and deployable.port > 0)
    port = (deployable.port or packaging.port) if web else 0
    command = () if web and packaging.template.startswith("php") else container_command(deployable.command, port)
    command = _located(command, scene.paths, deployable.folder) if packaging.template.startswith(_INTERPRETED) else command
    limit, basis = memory(packaging, scene.facts)
    basis = basis if web else unmeasured(basis)
    todos: list[str] = []
    if deployable.command and not command and not (web and packaging.template.startswith(("php", "tomcat", "go", "static"))):
        todos.append("the command that was found needs a shell or another machine's tools: write it into `command`")
    if packaging.template == "wildfly" and command and port != packaging.port:
        command = (*command, f"-Djboss.http.port={port}")
    if packaging.template.startswith("go"):
        command = command[1:]  # the image starts the program itself: what is left are its arguments
    place = closed(deployable.port_evidence)
    if web and place and not any("0.0.0.0" in word for word in command) and not opened(deployable.port_evidence, scene.read):
        todos.append(f"{place.path}:{place.line} listens on its own machine only: inside a container it has to be 0.0.0.0:{port}")
    return Container(
        name=name,
        role=deployable.role,
        image=f"{scene.project}/{build.name}:${{APP_VERSION:-1}}",
        build=build.name,
        command=tuple(literal(word) for word in command),
        ports=(PublishedPort(host_port(port), port, deployable.port_evidence or deployable.evidence[:1]),) if web else (),
        mounts=tuple(Mount(one.volume, one.target, evidence=one.evidence) for one in kept if one.kind != "scratch"),
        tmpfs=tuple(one.target for one in kept if one.kind == "scratch"),
        healthcheck=(packaging.healthcheck or healthcheck(packaging.template, port, scene.health, build.inputs)) if web else None,
        restart="no" if deployable.role == "one-shot" else "unless-stopped",
        memory_mib=limit,
        memory_basis=basis,
        stop_grace_period=packaging.stop_grace_period if web else "60s",
        evidence=deployable.evidence,
        notes=packaging.notes if web else (),
        todos=tuple(todos),
    )
