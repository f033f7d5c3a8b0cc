"""What is started or installed by itself: servers, workers, schedulers, frontends, services, desktop programs.

In: the runtimes of the catalogue and a `Scene`. Out: `Deployable`s with the `Runtime`s they need. Rules find candidates; here
the best of each source root is kept, and what is only part of another (a WAR of an EAR, a nested page folder) is left out.
"""

import re
from collections.abc import Iterable, Sequence
from posixpath import basename, dirname

from msgspec import Struct, structs

from assessor.domain.catalogue import DeployableRule, RuntimeKind
from assessor.domain.runtime import Deployable, Runtime
from assessor.infer.anchors import Anchor, anchors, filled
from assessor.infer.described import at_source
from assessor.infer.globs import fits, lies_in
from assessor.infer.ports import port_of
from assessor.infer.runtimes import runtime_of
from assessor.infer.scene import Scene, is_description

_SERVERS = ("web",)
_BUILD = "build"
_WRAPPING = 20
_UNSHIPPED = (
    "*demo",
    "demo*",
    "*-sample",
    "*-samples",
    "*-example",
    "*-examples",
    "*-test",
    "*-tests",
    "*.tests",
    "*test-suite*",
    "it-*",
)
_CELERY = ("celery.py", "celery_app.py", "celeryapp.py", "celeryconf.py")
_OWN_ROOT = ("frontend", "service", "desktop")


class Found(Struct, frozen=True, order=True):
    """A candidate: what was found, by which rule."""

    anchor: Anchor
    rule: DeployableRule
    kind: RuntimeKind

    @property
    def root(self) -> str:
        return self.anchor.root


def deployables(catalogue: Iterable[RuntimeKind], scene: Scene) -> tuple[tuple[Deployable, ...], tuple[Runtime, ...]]:
    """Deployables sorted by name, and the runtimes they need."""
    found = [
        Found(at_source(anchor, scene), rule, kind)
        for kind in catalogue
        for rule in kind.deployables
        for anchor in anchors(rule, scene)
        if not any(fits(_UNSHIPPED, part) for part in anchor.root.split("/"))
    ]
    servers = _outermost(_best(_without_parts([each for each in found if each.rule.role in _SERVERS], scene)), scene)
    others = _settled([each for each in found if each.rule.role not in _SERVERS], servers)
    kept = servers + others
    runtimes: dict[tuple[str, str], Runtime] = {}
    made: list[Deployable] = []
    names: set[str] = set()
    for each in sorted(kept, key=lambda each: (_order(each), each.root, each.rule.id, each.anchor)):
        runtime = runtime_of(each.kind, each.root, scene)
        runtimes.setdefault((runtime.id, runtime.version), runtime)
        made.append(_deployable(each, runtime, scene, kept, names))
    return tuple(sorted(made)), tuple(runtimes[key] for key in sorted(runtimes))


def _order(each: Found) -> int:
    return _SERVERS.index(each.rule.role) if each.rule.role in _SERVERS else len(_SERVERS)


def _best(found: Sequence[Found]) -> list[Found]:
    """Per source root the one of the highest rank; roots inside another root only where they build something of their own."""
    by_root: dict[str, Found] = {}
    for each in sorted(found, key=lambda each: (-each.rule.rank, each.kind.id, each.rule.id, each.anchor)):
        by_root.setdefault(each.root, each)
    return [
        each
        for root, each in sorted(by_root.items())
        if not any(_contains(other, each) or _wraps(each, other) for other in by_root.values())
    ]


def _outermost(servers: Sequence[Found], scene: Scene) -> list[Found]:
    """Without a web server that another one is built from: the same program, packed twice. One with a Dockerfile of its own is
    started by itself; the other then is a second way to run the application."""
    shipped = {dirname(path) for path in scene.paths if basename(path).startswith("Dockerfile")}

    def is_inside(inner: Found, outer: Found) -> bool:
        uses = scene.uses.get(outer.root, frozenset())
        mutual = outer.root in scene.uses.get(inner.root, frozenset())
        packed_twice = inner.root in uses and not mutual and inner.root not in shipped
        return inner.root != outer.root and packed_twice and inner.rule.role == outer.rule.role == "web"

    return [each for each in servers if not any(is_inside(each, other) for other in servers)]


def _contains(outer: Found, inner: Found) -> bool:
    """Whether `inner` is only a folder of `outer`: it builds nothing of its own, and `outer` is no mere wrapping of it."""
    if outer.root == inner.root or not lies_in(inner.root, outer.root):
        return False
    if inner.rule.root == _BUILD or (inner.anchor.artifact and not is_description(inner.anchor.evidence)):
        return False
    return outer.rule.rank > _WRAPPING and (outer.kind.id == inner.kind.id or outer.rule.rank > inner.rule.rank)


def _wraps(outer: Found, inner: Found) -> bool:
    """A container file above the things it packs starts nothing of its own."""
    return outer.rule.rank <= _WRAPPING < inner.rule.rank and outer.root != inner.root and lies_in(inner.root, outer.root)


def _without_parts(found: Sequence[Found], scene: Scene) -> list[Found]:
    """Without the modules of an EAR: they are deployed with it."""
    ears = [artifact for artifact in scene.artifacts if artifact.kind == "ear"]
    inside = {module.rpartition("/")[2].rpartition(".")[0] or module.rpartition("/")[2] for ear in ears for module in ear.modules}
    folders = {ear.evidence.path.rpartition("/")[0] for ear in ears}
    inside |= {
        library.name.rpartition(":")[2]
        for named in scene.libraries.values()
        for library in named
        if library.evidence.path.rpartition("/")[0] in folders
    }

    def is_part(each: Found) -> bool:
        if each.rule.artifact == "ear" or not ears:
            return False
        names = {each.anchor.artifact, basename(each.root)}
        return bool(names & inside) or (each.rule.artifact == "war" and not inside)

    return [each for each in found if not is_part(each)]


def _settled(found: Sequence[Found], servers: Sequence[Found]) -> list[Found]:
    """Workers and the like, each in the root of the server whose code it shares: one per role and root, the best ranked."""
    kept: dict[tuple[str, str], Found] = {}

    def order(each: Found) -> tuple[int, str, str, bool, Anchor]:
        return (-each.rule.rank, each.kind.id, each.rule.id, _developers(each.anchor), each.anchor)

    for each in sorted(found, key=order):
        home = max((server.root for server in servers if lies_in(each.root, server.root)), key=len, default=None)
        if each.rule.role == "frontend" and home is not None:
            continue  # built into the pages of that server
        if home is None and each.anchor.process and len(servers) == 1:
            home = servers[0].root
        root = each.root if home is None or each.rule.role in _OWN_ROOT else home
        moved = structs.replace(each, anchor=structs.replace(each.anchor, root=root))
        kept.setdefault((each.rule.role, root), moved)
    return [kept[key] for key in sorted(kept)]


def _developers(anchor: Anchor) -> bool:
    """Whether it is a process of a developer's machine: by its file (`supervisord-dev.conf`) or by its own options."""
    words = re.split(r"[^a-z]+", basename(anchor.evidence.path).lower())
    return bool({"dev", "development", "local"} & set(words)) or bool(
        re.search(r"\s--(?:dev|debug|reload|watch)\b", anchor.process)
    )


def _deployable(each: Found, runtime: Runtime, scene: Scene, kept: Sequence[Found], taken: set[str]) -> Deployable:
    number, places = port_of(each.rule, each.kind, each.root, scene, [other.root for other in kept])
    words = _words(each, scene) | {"port": str(number)}
    return Deployable(
        name=_unique(_name(each, words), taken),
        role=each.rule.role,
        folder=each.root,
        artifact=each.rule.artifact,
        runtime=runtime.id,
        command=filled(each.rule.command or each.kind.container.command, words),
        port=number,
        port_basis="observed" if places else "assumed",
        evidence=(each.anchor.evidence,),
        schedule=each.anchor.schedule or each.rule.schedule,
        port_evidence=places,
        runtime_version=runtime.version,
    )


def _words(each: Found, scene: Scene) -> dict[str, str]:
    """What a rule's command may speak of; see `DeployableRule`."""
    root, path = each.root, each.anchor.evidence.path
    file = path[len(root) + 1 :] if root and lies_in(path, root) else path
    below = [place[len(root) + 1 :] if root else place for place in scene.paths if lies_in(place, root)]
    return {
        "file": file,
        "module": _dotted(file),
        "wsgi": _served(below, "wsgi", root, scene),
        "asgi": _served(below, "asgi", root, scene),
        "celery": _dotted(_shallowest(below, _CELERY) or f"{basename(root) or 'app'}.py"),
        "paste": _shallowest(below, ("production.ini",)) or "production.ini",
        "folder": basename(root),
        "artifact": each.anchor.artifact,
        "process": each.anchor.process,
    }


def _served(below: Sequence[str], kind: str, root: str, scene: Scene) -> str:
    """`clinic.wsgi:application`: the module that a server loads and what it is called there, which its own line tells."""
    packages = [path for path in below if path.endswith(f"/{kind}/__init__.py")]
    file = _shallowest(below, (f"{kind}.py",)) or min(packages, key=lambda path: (path.count("/"), path), default=f"{kind}.py")
    path = f"{root}/{file}" if root else file
    lines = (each.evidence.excerpt for each in scene.artifacts if each.kind == kind and each.evidence.path == path)
    named = next((found[1] for line in lines if (found := re.match(r"(\w+)\s*(?::[^=]+)?=", line))), "application")
    return f"{_dotted(file)}:{named}"


def _shallowest(paths: Sequence[str], names: Sequence[str]) -> str:
    """The least deep of the files with one of the names, outside of hidden folders; empty when there is none."""
    named = [path for path in paths if basename(path) in names and not path.startswith(".") and "/." not in path]
    return min(named, key=lambda path: (path.count("/"), path), default="")


def _dotted(path: str) -> str:
    """`src/clinic/celery.py` -> `clinic.celery`; a package's own file stands for the package."""
    return path.removeprefix("src/").rpartition(".")[0].removesuffix("/__init__").replace("/", ".")


def _name(each: Found, words: dict[str, str]) -> str:
    """The artifact's or the folder's name, with the role of what is no server; the role alone where neither has one."""
    plain = basename(filled(each.rule.name, words) if each.rule.name else words["folder"])
    if not plain:
        return each.rule.role
    return plain if each.rule.role in ("web", "service", "desktop") else f"{plain}-{each.rule.role}"


def _unique(name: str, taken: set[str]) -> str:
    name = re.sub(r"[^A-Za-z0-9._-]+", "-", name).strip("-") or "app"
    free = next(each for each in (name, *(f"{name}-{count}" for count in range(2, len(taken) + 3))) if each not in taken)
    taken.add(free)
    return free
