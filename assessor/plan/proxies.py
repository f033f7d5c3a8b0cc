"""A reverse proxy that was found, in front of the application: its own routes, adapted to the containers' names."""

import re
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from assessor.domain.deployment import BundleFile, Container, DependsOn, Mount, PublishedPort, Variable
from assessor.domain.facts import Evidence, FileFacts
from assessor.plan import haproxy, nginx
from assessor.plan.backing import Placed
from assessor.plan.ports import host_port

_CONFIGURATIONS = {"haproxy": ("haproxy.cfg", "/usr/local/etc/haproxy"), "nginx": ("default.conf", "/etc/nginx/conf.d")}
_LOOKS = {
    "haproxy": re.compile(r"^(frontend|listen|backend)\s", re.M),
    "nginx": re.compile(r"^\s*(server|upstream\s+\S+)\s*\{", re.M),
}


class Proxy(Struct, frozen=True):
    """The proxy's container with its configuration, the secrets it wants, and folders it serves files from by itself."""

    container: Container
    file: BundleFile
    variables: tuple[Variable, ...]
    folders: tuple[str, ...]


def configuration(service: str, facts: tuple[FileFacts, ...], read_text: Callable[[str], str]) -> tuple[str, str]:
    """Path and text of the configuration of `service` (an id) in the tree; the shortest path wins. Empty when there is none."""
    looks = _LOOKS.get(service)
    if looks is None:
        return "", ""
    names = {file.path for file in facts if file.role in ("source", "data")}
    wanted = sorted(
        (path for path in names if service in path.lower() and path.endswith((".cfg", ".conf"))),
        key=lambda path: (path.count("/"), path),
    )
    for path in wanted:
        text = read_text(path)
        if looks.search(text):
            return path, text
    return "", ""


def proxy(
    placed: Placed, path: str, text: str, containers: Mapping[int, str], web: Container, web_port: int, published: bool
) -> Proxy | None:
    """The proxy `placed` in front of `web`, or None when its configuration cannot be kept."""
    folders: tuple[str, ...] = ()
    name, folder = _CONFIGURATIONS[placed.kind.id]
    adapted = None
    if placed.kind.id == "haproxy":
        adapted = haproxy.adapted(text, containers, web.name, web_port)
    else:
        found = nginx.adapted(text, web.name, web_port)
        if found:
            adapted, folders = found
    if adapted is None:
        return None
    source = Evidence(path, 0)
    container = placed.container
    header = f"# {re.sub(r'[^ -~]', '?', path)}, adapted to the bundle by assessor\n"
    filled = Container(
        name=container.name,
        role="proxy",
        image=container.image,
        command=container.command,
        user=container.user,
        environment=tuple(Variable(secret, f"${{{secret}:?set it in .env}}", True, "") for secret in adapted.secrets),
        ports=tuple(PublishedPort(host_port(port) if published else 0, port, (source,)) for port in adapted.ports),
        mounts=(Mount(f"./proxy/{name}", f"{folder}/{name}", True, (source,)),),
        depends_on=(DependsOn(web.name, "service_healthy" if web.healthcheck else "service_started"),),
        healthcheck=container.healthcheck,
        memory_mib=container.memory_mib,
        memory_basis=container.memory_basis,
        evidence=container.evidence,
        notes=(*adapted.notes, *container.notes),
    )
    variables = tuple(
        Variable(secret, "", True, "password of the proxy's status page", (source,), required=True) for secret in adapted.secrets
    )
    return Proxy(filled, BundleFile(f"proxy/{name}", header + adapted.text, (source,)), variables, folders)


def _without_pages(container: Container) -> Container:
    """Pages come by the proxy; what speaks a protocol of its own still comes straight."""
    exposed = tuple(port.container for port in container.ports if port.pages)
    return replace(container, ports=tuple(port for port in container.ports if not port.pages), expose=exposed)


def behind(front: Proxy, containers: Sequence[Container]) -> list[Container]:
    """The proxy first, with the folders it serves; what it stands in front of is no longer published."""
    hidden = front.container.depends_on[0].container
    inner = [_without_pages(one) if one.name == hidden else one for one in containers]
    served = {
        Mount(mount.source, mount.target, True, mount.evidence)
        for one in inner
        for mount in one.mounts
        if any(under(folder, mount.target) for folder in front.folders)
    }
    return [replace(front.container, mounts=(*front.container.mounts, *sorted(served))), *inner]


def under(folder: str, target: str) -> bool:
    """Whether one of two folders holds the other."""
    return folder == target or folder.startswith(f"{target}/") or target.startswith(f"{folder}/")
