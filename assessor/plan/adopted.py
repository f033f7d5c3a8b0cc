"""A compose file that the application brings along, used as it is and completed.

In: the text of `docker-compose.yml`. Out: its services as containers, with what they lack: health checks, restart policies, memory
limits, volumes of stores, names of images that are built; a secret written down there becomes a variable.
"""

import posixpath
import re
from collections.abc import Mapping, Sequence
from typing import Any

import yaml
from msgspec import Struct
from msgspec.structs import replace

from assessor.domain.catalogue import ServiceKind
from assessor.domain.deployment import Build, Container, DependsOn, Mount, PublishedPort, Store, Variable
from assessor.domain.facts import Evidence
from assessor.plan.check import line_of
from assessor.plan.compose_values import depends_on, healthcheck, store_of, words
from assessor.plan.images import pinned
from assessor.plan.names import service_name, variable_name
from assessor.plan.readings import secret_name

_VARIABLE = re.compile(r"\$\{([A-Za-z_]\w*)(?:(:?[-?])([^{}]*))?\}|\$([A-Za-z_]\w*)")
_PORT = re.compile(r"^(?:\d+\.[\d.]+:)?(?:(\d{1,5}):)?(\d{1,5})(?:/tcp)?$")
_KNOWN = frozenset(
    (
        "image",
        "build",
        "command",
        "entrypoint",
        "environment",
        "ports",
        "expose",
        "volumes",
        "depends_on",
        "healthcheck",
        "restart",
        "user",
        "hostname",
        "working_dir",
        "tmpfs",
        "stop_grace_period",
        "mem_limit",
        "deploy",
        "container_name",
        "networks",
        "labels",
        "logging",
        "init",
        "profiles",
    )
)
_LARGEST = 200_000


class Adopted(Struct, frozen=True):
    """What was taken over. `todos` name what could not be."""

    containers: tuple[Container, ...]
    builds: tuple[Build, ...]
    variables: tuple[Variable, ...]
    stores: tuple[Store, ...]
    todos: tuple[str, ...]


def adopted(path: str, text: str, project: str, source: str, kinds: Mapping[str, ServiceKind]) -> Adopted | None:
    """The services of the compose file at `path`; `source` is compose's expression for the folder of the tree.

    None when it builds nothing, or is not a compose file that could be read.
    """
    try:
        tree = yaml.safe_load(text) if len(text) <= _LARGEST else None
    except (yaml.YAMLError, RecursionError):
        return None
    services = tree.get("services") if isinstance(tree, dict) else None
    if not isinstance(services, dict) or not all(isinstance(one, dict) for one in services.values()):
        return None
    if not any("build" in one for one in services.values()):
        return None
    reader = _Reader(path, text, project, f"{source}/{posixpath.dirname(path)}".rstrip("/"), kinds)
    containers = [reader.container(str(name), services[name]) for name in services]
    healthy = {one.name for one in containers if one.healthcheck}
    containers = [replace(one, depends_on=tuple(_condition(needed, healthy) for needed in one.depends_on)) for one in containers]
    variables = tuple(reader.found[name] for name in sorted(reader.found))
    return Adopted(tuple(containers), tuple(reader.builds), variables, tuple(reader.stores), tuple(reader.todos))


def _condition(needed: DependsOn, healthy: set[str]) -> DependsOn:
    if needed.condition == "service_started" and needed.container in healthy:
        return DependsOn(needed.container, "service_healthy")
    return needed


class _Reader:
    """Collects builds, variables and what is left to do while the services are read one after the other."""

    def __init__(self, path: str, text: str, project: str, folder: str, kinds: Mapping[str, ServiceKind]) -> None:
        self.path, self.text, self.project, self.folder, self.kinds = path, text, project, folder, kinds
        self.builds: list[Build] = []
        self.found: dict[str, Variable] = {}
        self.secrets: dict[str, str] = {}
        self.stores: list[Store] = []
        self.todos: list[str] = []

    def container(self, name: str, service: dict[str, Any]) -> Container:
        own = service_name(name)
        place = (Evidence(self.path, line_of(self.text, "services", name)),)
        image = self._value(str(service.get("image", "")))
        if "build" in service:
            self._build(own, service["build"], place)
            image = image or f"{self.project}/{own}:${{APP_VERSION:-1}}"
        kind = self._kind(image) if "build" not in service else None
        unknown = sorted(str(key) for key in service if key not in _KNOWN)
        todos = [f"'{key}' of {self.path} was not taken over" for key in unknown]
        if not pinned(image) and "build" not in service:
            todos.append("pin this image to a version")
        mounts = self._mounts(service.get("volumes"), place)
        completed: list[str] = []
        packaging = kind.container if kind else None
        check = healthcheck(service.get("healthcheck"))
        if packaging and not check and packaging.healthcheck:
            check, completed = packaging.healthcheck, [*completed, "health check"]
        if packaging:
            missing = [target for target in packaging.data if not any(mount.target == target for mount in mounts)]
            mounts += [Mount(f"{own}-{service_name(target)}", target) for target in missing]
            completed += ["volume"] * bool(missing)
        if not service.get("restart"):
            completed.append("restart policy")
        environment = tuple(self._environment(own, service.get("environment"), place))
        if kind and packaging and packaging.data and not service.get("profiles"):
            self.stores.append(store_of(own, kind, {variable.name for variable in environment}, mounts))
        return Container(
            name=own,
            role=kind.slot if kind else "service",
            image=image,
            build=own if "build" in service else "",
            command=words(service.get("command")),
            entrypoint=words(service.get("entrypoint")),
            user=str(service.get("user", "")),
            hostname=str(service.get("hostname", "")),
            working_dir=str(service.get("working_dir", "")),
            ports=tuple(self._ports(own, service.get("ports"), place)),
            expose=tuple(int(port) for port in service.get("expose") or () if str(port).isdigit()),
            environment=environment,
            mounts=tuple(mounts),
            depends_on=tuple(sorted(depends_on(service.get("depends_on")))),
            healthcheck=check,
            restart=str(service.get("restart") or "unless-stopped"),
            stop_grace_period=str(service.get("stop_grace_period", "")),
            memory_mib=packaging.memory_mib if packaging else 0,
            memory_basis=packaging.memory_source if packaging else "",
            evidence=place,
            notes=(f"completed: {', '.join(completed)}",) if completed else (),
            todos=tuple(todos),
            commented="it belongs to a profile of its own" if service.get("profiles") else "",
        )

    def _build(self, name: str, build: Any, place: tuple[Evidence, ...]) -> None:
        options = build if isinstance(build, dict) else {"context": build}
        context = posixpath.normpath(str(options.get("context", ".")))
        if set(options) - {"context", "dockerfile"}:
            self.todos.append(f"{name}: build options of {self.path} beside context and dockerfile were not taken over")
        folder = self.folder if context == "." else f"{self.folder}/{context}"
        self.builds.append(Build(name, str(options.get("dockerfile", "Dockerfile")), folder, "", "", evidence=place, existing=True))

    def _kind(self, image: str) -> ServiceKind | None:
        repository = re.sub(r"\$\{[^}]*\}", "", image).partition("@")[0].rpartition(":")[0] or image
        return next((kind for kind in self.kinds.values() if kind.container and kind.container.image == repository), None)

    def _environment(self, name: str, environment: Any, place: tuple[Evidence, ...]) -> list[Variable]:
        pairs = (
            environment.items() if isinstance(environment, dict) else (str(one).partition("=")[::2] for one in environment or ())
        )
        return [
            Variable(
                str(key),
                self._secret(name, str(key), "" if value is None else self._plain(value)),
                secret_name(str(key)),
                "",
                place,
            )
            for key, value in pairs
            if re.fullmatch(r"[\w.:-]+", str(key))
        ]

    def _plain(self, value: Any) -> str:
        return str(value).lower() if isinstance(value, bool) else str(value)

    def _secret(self, name: str, key: str, value: str) -> str:
        """The value as compose reads it; a secret in plain text becomes a variable, the same one wherever it stands."""
        if secret_name(key) and value and "$" not in value:
            variable = self.secrets.setdefault(
                value, key if key not in self.found else f"{variable_name(name)}_{variable_name(key)}"
            )
            self.found[variable] = Variable(variable, "", True, f"it stood in {self.path} in plain text", required=True)
            return f"${{{variable}:?set it in .env}}"
        for secret, variable in sorted(self.secrets.items()):
            value = value.replace(f":{secret}@", f":${{{variable}}}@")
        written = re.search(r"://[^/\s:@$]*:([^/\s@$]+)@", value)
        if written:
            variable = self.secrets.setdefault(written.group(1), f"{variable_name(name)}_{variable_name(key)}_PASSWORD")
            self.found[variable] = Variable(variable, "", True, f"it stood in {self.path} in plain text", required=True)
            value = value.replace(f":{written.group(1)}@", f":${{{variable}}}@")
        return self._value(value)

    def _value(self, value: str) -> str:
        for name, how, rest, bare in _VARIABLE.findall(value.replace("$$", "")):
            variable = name or bare
            known = self.found.get(variable)
            default = rest if how.endswith("-") else ""
            if known is None or (default and not known.value):
                secret = secret_name(variable)
                needed = secret or how.endswith("?") or not default
                self.found[variable] = Variable(
                    variable, "" if secret else default, secret, f"variable of {self.path}", (), required=needed
                )
        return value

    def _ports(self, name: str, ports: Any, place: tuple[Evidence, ...]) -> list[PublishedPort]:
        found = []
        for port in ports or ():
            text = f"{port.get('published', '')}:{port.get('target', '')}" if isinstance(port, dict) else str(port)
            plain = _PORT.match(_VARIABLE.sub(lambda match: match.group(3) or "", text).strip(":"))
            if plain:
                found.append(PublishedPort(int(plain.group(1) or plain.group(2)), int(plain.group(2)), place))
            else:
                self.todos.append(f"{name}: the port '{text}' of {self.path} was not taken over")
        return found

    def _mounts(self, volumes: Any, place: tuple[Evidence, ...]) -> list[Mount]:
        found = []
        for volume in volumes or ():
            if isinstance(volume, dict):
                source, target, mode = (
                    str(volume.get("source") or ""),
                    str(volume.get("target") or ""),
                    bool(volume.get("read_only")),
                )
            else:
                source, _, rest = str(volume).partition(":")
                target, _, flags = rest.partition(":")
                mode = "ro" in flags.split(",")
            if not target:
                source, target = service_name(source), source
            if source.startswith("."):
                source = f"{self.folder}/{posixpath.normpath(source)}" if posixpath.normpath(source) != "." else self.folder
            elif not source.startswith(("/", "~", "$")):
                source = service_name(source)
            found.append(Mount(source, target, mode, place))
        return found


def covers(found: Adopted, images: Sequence[str]) -> bool:
    """Whether the compose file builds at least as many images as the source has: one for development alone is no bundle."""
    return len({build.context for build in found.builds}) >= len(set(images))
