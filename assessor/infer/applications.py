"""What is one application: deployables that share code, a store, a call or a build are one; those that share nothing are separate.

In: facts, the landscape, and which file depends on which. Out: `ApplicationPart`s, every file in exactly one of them. A tree
without anything deployable is one part without deployables: a library, a framework, a tool.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from posixpath import basename, commonpath, commonprefix, dirname

from assessor.domain.contracts import Contracts
from assessor.domain.facts import FileFacts, Image, RemoteCall, Trait
from assessor.domain.runtime import ApplicationPart, Deployable, Landscape
from assessor.infer.globs import folder_of, lies_in
from assessor.infer.scene import Scene, scene

_EVERYWHERE = frozenset(("src", "source", "sources", "code"))
"""Folders whose names tell no application from another."""
_LOCAL = frozenset({"localhost", "127.0.0.1", "0.0.0.0", "::1", ""})
_SCHEMES_OF_PAGES = frozenset({"http", "https", "ws", "wss"})
_THIS_MACHINE = re.compile(r"(?:https?|wss?)://(?:localhost|127\.0\.0\.1):(\d{2,5})(?:/|$)")
_SUFFIX = re.compile(r"[-_.]?(?:service|svc)$")
"""What a program's name may have behind the name by which others call it."""
_MIDDLEWARE = ("*eureka*", "*consul*", "*nacos*")


def divide(
    facts: tuple[FileFacts, ...], landscape: Landscape, dependencies: Iterable[tuple[str, str]]
) -> tuple[ApplicationPart, ...]:
    """The applications of a tree, largest first by number of files, then by name.

    `dependencies` are pairs of paths: the first uses the second.
    """
    paths = tuple(sorted(file.path for file in facts))
    started = landscape.deployables
    roots = sorted({each.folder for each in started})
    if len(roots) < 2:
        return (ApplicationPart(_name(paths, started), paths, tuple(sorted(started))),)
    groups = _Groups(roots)
    edges = sorted(set(dependencies))
    seen = scene(facts)
    for first, second in (
        *_shared_code(edges, roots),
        *_shared_builds(seen, roots),
        *_shared_stores(seen, roots),
        *_calls(facts, seen, started, roots),
        *_calls_to_this_machine(seen, started, roots),
        *_frontends(started, roots),
    ):
        groups.join(first, second)
    return _parts(paths, started, roots, groups, edges)


class _Groups:
    """Source roots that belong together (disjoint sets); the least root stands for its group."""

    def __init__(self, roots: Sequence[str]) -> None:
        self._above = {root: root for root in roots}

    def of(self, root: str) -> str:
        while self._above[root] != root:
            root = self._above[root]
        return root

    def join(self, first: str, second: str) -> None:
        low, high = sorted((self.of(first), self.of(second)))
        self._above[high] = low


def _root_of(path: str, roots: Sequence[str]) -> str | None:
    return max((root for root in roots if lies_in(path, root)), key=len, default=None)


def _shared_code(edges: Sequence[tuple[str, str]], roots: Sequence[str]) -> Iterator[tuple[str, str]]:
    """A root that uses another's file, and roots that use the same file outside of all roots (even through further such files)."""
    outside: dict[str, set[str]] = {}
    users: dict[str, set[str]] = {}
    for source, target in edges:
        here, there = _root_of(source, roots), _root_of(target, roots)
        if here is not None and there is not None and here != there:
            yield here, there
        elif there is None and here is not None:
            users.setdefault(target, set()).add(here)
        elif here is None and there is None:
            outside.setdefault(source, set()).add(target)
    owner: dict[str, str] = {}
    for path in sorted(users):
        for root in sorted(users[path]):
            for reached in _reached(path, outside):
                if owner.setdefault(reached, root) != root:
                    yield owner[reached], root


def _reached(start: str, edges: dict[str, set[str]]) -> list[str]:
    seen, waiting = {start}, [start]
    while waiting:
        for target in edges.get(waiting.pop(), ()):
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    return sorted(seen)


def _shared_builds(seen: Scene, roots: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Roots that one build lists as its modules, or that depend on the same module of the tree by name."""
    for artifact in seen.artifacts:
        if artifact.modules and artifact.kind in ("pom", "solution", "package", "ear", "workspace"):
            listed = [
                root
                for module in artifact.modules
                for root in roots
                if root and lies_in(root, dirname(module) if "." in basename(module) else module)
            ]
            own = _root_of(artifact.evidence.path, roots)
            for root in listed:
                yield listed[0], root
                if own == dirname(artifact.evidence.path) and own is not None:
                    yield own, root
    homes = {
        artifact.name: dirname(artifact.evidence.path) for artifact in seen.artifacts if artifact.name and artifact.kind != "pom"
    }
    first_user: dict[str, str] = {}
    for library in sorted(library for named in seen.libraries.values() for library in named):
        name = library.name.rpartition(":")[2]
        user = _root_of(library.evidence.path, roots)
        if name in homes and user is not None and homes[name] != dirname(library.evidence.path):
            home = _root_of(homes[name], roots)
            if home is not None:
                yield home, user
            yield first_user.setdefault(name, user), user


def _shared_stores(seen: Scene, roots: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Roots whose configuration names the same database, queue or index by host and name; pages and defaults do not count."""
    first: dict[tuple[str, str, int, str], str] = {}
    for connection in seen.connections:
        root = _root_of(connection.evidence.path, roots)
        named = bool(connection.database) or connection.host not in _LOCAL
        if root is None or connection.scheme in _SCHEMES_OF_PAGES or not named:
            continue
        store = (connection.scheme, connection.host, connection.port, connection.database)
        yield first.setdefault(store, root), root


def _calls(
    facts: tuple[FileFacts, ...], seen: Scene, started: Sequence[Deployable], roots: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """Roots that call another: a URL's host, a registered service name, a served contract, a compose file that starts both."""
    contracts = Contracts(facts)
    for file in facts:
        for call in file.of(RemoteCall) if file.role == "source" else ():
            here = _root_of(file.path, roots)
            serving = {_root_of(path, roots) for path in contracts.serving(call, file)} - {None}
            if here is not None and len(serving) == 1:
                yield here, str(next(iter(serving)))
    named = _names(seen, started, roots)
    spoken_for = _manifests(seen, named, roots)
    for source, text in (*_targets(facts), *((each.evidence.path, each.host) for each in seen.connections)):
        here = _root_of(source, roots)
        here = spoken_for.get(source) if here in (None, "") else here
        host = re.sub(r"^[\w+]{1,12}://", "", text).partition("/")[0].partition(":")[0].lower()
        there = named.get(host)
        if here is not None and there is not None and here != there:
            yield here, there
    together: dict[str, str] = {}
    for image in seen.images:
        root = _started(image, named)
        if root is not None:
            yield together.setdefault(image.evidence.path, root), root
    for trait in seen.traits:
        fields = dict(trait.fields)
        if trait.name == "compose.build":
            context = folder_of(trait.evidence.path, fields.get("context", "."))
            for built in (each for each in roots if context and (lies_in(each, context) or lies_in(context, each))):
                yield together.setdefault(trait.evidence.path, built), built
        elif trait.name == "host.starts":  # a program that starts the others: its projects are known by their names in code
            project = re.sub(r"\W", "_", fields.get("project", "").lower())
            for started_here in (each.folder for each in started if re.sub(r"\W", "_", each.name.lower()) == project):
                yield together.setdefault(trait.evidence.path, started_here), started_here


def _calls_to_this_machine(seen: Scene, started: Sequence[Deployable], roots: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Roots that call `http://localhost:9000` by default, where exactly one other root listens on that port."""
    listening: dict[int, set[str]] = {}
    for each in started:
        if each.port:
            listening.setdefault(each.port, set()).add(each.folder)
    called = [
        (each.evidence.path, each.port) for each in seen.connections if each.scheme in _SCHEMES_OF_PAGES and each.host in _LOCAL
    ]
    called += [(each.evidence.path, int(found[1])) for each in seen.settings if (found := _THIS_MACHINE.match(each.value))]
    for path, port in called:
        here, there = _root_of(path, roots), listening.get(port, set())
        if here is not None and len(there) == 1 and here not in there:
            yield here, next(iter(there))


def _manifests(seen: Scene, named: dict[str, str], roots: Sequence[str]) -> dict[str, str]:
    """Manifest -> the one root whose image it starts or builds: what such a file says of addresses, that root is told."""
    found: dict[str, set[str]] = {}
    for image in seen.images:
        root = _started(image, named)
        if root is not None:
            found.setdefault(image.evidence.path, set()).add(root)
    for trait in seen.traits:
        if trait.name == "compose.build":
            context = folder_of(trait.evidence.path, dict(trait.fields).get("context", "."))
            found.setdefault(trait.evidence.path, set()).update(each for each in roots if context and lies_in(each, context))
    return {path: next(iter(roots)) for path, roots in found.items() if len(roots) == 1}


def _started(image: Image, named: dict[str, str]) -> str | None:
    """The root that a manifest starts: named by its service, or else by the image."""
    plain = image.reference.partition("@")[0].rpartition("/")[2].partition(":")[0].lower()
    return (named.get(image.of.lower()) or named.get(plain)) if image.use != "base" else None


def _names(seen: Scene, started: Sequence[Deployable], roots: Sequence[str]) -> dict[str, str]:
    """Names by which others may speak of a root: its folder, its artifact, the name it registers."""
    named: dict[str, str] = {}
    for each in started:
        for name in (each.name, basename(each.folder)):
            if len(name) > 2 and name not in _LOCAL:
                named.setdefault(name.lower(), each.folder)
    for each in started:
        plain = _SUFFIX.sub("", each.name.lower())
        if len(plain) > 2 and plain not in _LOCAL:
            named.setdefault(plain, each.folder)
    for setting in seen.settings:
        if setting.key.lower() in ("spring.application.name", "quarkus.application.name", "micronaut.application.name"):
            root = _root_of(setting.evidence.path, roots)
            if root is not None:
                named.setdefault(setting.value.lower(), root)
    return named


def _targets(facts: tuple[FileFacts, ...]) -> Iterator[tuple[str, str]]:
    for file in facts:
        if file.role == "source":
            for fact in file.facts:
                if isinstance(fact, RemoteCall):
                    yield file.path, fact.target
                elif isinstance(fact, Trait) and fact.name == "host.named":
                    yield file.path, re.sub(r"[%${].*", "", dict(fact.fields).get("url", ""))


def _frontends(started: Sequence[Deployable], roots: Sequence[str]) -> Iterator[tuple[str, str]]:
    """A frontend belongs to the server beside it: the one with which it shares the longest way down from the root."""
    servers = [each for each in started if each.role != "frontend"]
    for each in started:
        if each.role == "frontend" and servers:
            near = max(servers, key=lambda server: (_common(server.folder, each.folder), -server.folder.count("/"), server.folder))
            yield near.folder, each.folder


def _common(first: str, second: str) -> int:
    return len(commonpath([first or ".", second or "."]).split("/")) if first and second else 0


def _parts(
    paths: Sequence[str], started: Sequence[Deployable], roots: Sequence[str], groups: _Groups, edges: Sequence[tuple[str, str]]
) -> tuple[ApplicationPart, ...]:
    owner: dict[str, str] = {}
    for source, target in edges:
        root = _root_of(source, roots)
        if root is not None and _root_of(target, roots) is None:
            owner.setdefault(target, groups.of(root))
    files: dict[str, list[str]] = {groups.of(root): [] for root in roots}
    loose: list[str] = []
    for path in paths:
        root = _root_of(path, roots)
        group = groups.of(root) if root is not None else owner.get(path)
        (files[group] if group is not None else loose).append(path)
    sizes = {group: len(own) for group, own in files.items()}
    for path in loose:
        files[max(files, key=lambda group: (_nearness(path, group, roots, groups), sizes[group], group))].append(path)
    made = []
    for group, own in files.items():
        members = tuple(sorted(each for each in started if groups.of(each.folder) == group))
        made.append(ApplicationPart(_name(own, members), tuple(sorted(own)), members))
    return tuple(sorted(made, key=lambda part: (-len(part.paths), part.name)))


def _nearness(path: str, group: str, roots: Sequence[str], groups: _Groups) -> int:
    return max(_common(dirname(path), root) for root in roots if groups.of(root) == group)


def _name(paths: Sequence[str], members: Sequence[Deployable]) -> str:
    """The folder that holds all its deployables, else the words their names begin with, else the name of the first server.

    Empty where the folder is called as those of most trees are: then the tree's own name says more."""
    folders = sorted({each.folder for each in members})
    shared = commonpath(folders) if folders and all(folders) else ""
    if shared:
        return next((folder for folder in reversed(shared.split("/")) if folder.lower() not in _EVERYWHERE), "")
    begin = commonprefix([each.name for each in members]).rstrip(".-_") if len(members) > 1 else ""
    if len(begin) > 2:
        return begin
    return next((each.name for each in members if each.role == "web"), members[0].name if members else "")
