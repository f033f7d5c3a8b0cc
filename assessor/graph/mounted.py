"""Endpoints under the whole path that they answer at, where another file puts a path before theirs.

In: all facts. Out: the same, the endpoints' paths completed. `app.use('/orders', require('./orders'))` in `app.js` makes
`router.get('/:id')` in `orders.js` answer at `/orders/:id`. A mount (trait `endpoint.mount`) puts `path` before what it `mounts`;
`by` says what that is: a `variable` (with its file's imports), a `module`, a `file`, a `folder`, the endpoints that a `function`
adds to the router that it is handed, `every` endpoint of one rule below the mount's source folder, or those of a class's `heirs`.
"""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from assessor.domain.endpoint_paths import MOUNT, joined
from assessor.domain.facts import Endpoint, Fact, FileFacts, Reference, Trait
from assessor.domain.language import Language
from assessor.graph.imports import Imports
from assessor.graph.resolve import local_name

_MOST_PATHS = 8
"""Places at which one endpoint is mounted that are told apart."""
_DEEPEST = 12
_REQUIRED = re.compile(r"""(?:require|import)\(\s*['"`]([^'"`]+)['"`]\s*\)(?:\.(\w+))?""")
_NAMED = re.compile(r"\{([A-Z][A-Z0-9_]{2,60})\}")
_ANY = "*"


class _Mount(NamedTuple):
    path: str
    item: FileFacts
    on: str
    owner: str


def mounted(facts: Sequence[FileFacts], languages: Sequence[Language]) -> tuple[FileFacts, ...]:
    """The facts with the whole paths of endpoints; nothing is done where nothing is mounted."""
    marks = [(item, dict(fact.fields)) for item in facts for fact in item.of(Trait) if fact.name == MOUNT and item.role == "source"]
    if not marks:
        return tuple(facts)
    mounts = _Mounts(facts, {language.id: language for language in languages})
    for item, fields in marks:
        mounts.add(item, fields)
    return tuple(mounts.completed(item) for item in facts)


class _Mounts:
    """What is mounted where."""

    def __init__(self, facts: Sequence[FileFacts], languages: dict[str, Language]) -> None:
        code = [item for item in facts if item.role == "source" and item.language in languages and languages[item.language].grammar]
        self._imports = Imports(code, facts, languages)
        self._ways = {item.path: languages[item.language].structure.resolution for item in code}
        self._items = {item.path: item for item in code}
        self._routers = {item.path: {fact.router for fact in item.of(Endpoint)} for item in code}
        self._of_router: dict[tuple[str, str], list[_Mount]] = defaultdict(list)
        self._of_function: dict[tuple[str, str], list[_Mount]] = defaultdict(list)
        self._of_folder: list[tuple[str, str, _Mount]] = []
        self._stated = _stated(facts)
        self._inner: list[tuple[str, str, _Mount]] = []
        """What stands behind all other prefixes (the version of an interface)."""
        self._of_class: dict[tuple[str, str], dict[str, str]] = {}
        self._parents: dict[tuple[str, str], list[str]] = defaultdict(list)

    def add(self, item: FileFacts, fields: dict[str, str]) -> None:
        """Notes one mount."""
        target, by = fields.get("mounts", ""), fields.get("by", "variable")
        mount = _Mount(fields.get("path", ""), item, fields.get("under", ""), fields.get("owner", ""))
        if by == "heirs":
            self._of_class[item.language, _last(target)] = fields
        elif by == "function":
            self._of_function[item.language, _last(target)].append(mount)
        elif by == "every":
            inner = fields.get("place") == "inner"
            (self._inner if inner else self._of_folder).append((_source_folder(item.path), target, mount))
        elif by == "folder":
            place = posixpath.normpath(posixpath.join(posixpath.dirname(item.path), target))
            self._of_folder.append((place, "", mount))
        else:
            place, name = self._meant(target, by, item)
            if place:
                self._of_router[place, name].append(mount)

    def _meant(self, target: str, by: str, item: FileFacts) -> tuple[str, str]:
        """(file, router) that a mount means; an empty file where it is not of the tree."""
        if by == "module":
            return self._imports.modules.find(target, item.path), _ANY
        if by == "file":
            return self._imports.paths.find(target if target.startswith(".") else "{}/" + target, item.path), _ANY
        required = _REQUIRED.match(target)
        if required:
            way = self._ways.get(item.path)
            return (self._imports.paths.find(required.group(1), item.path, way) if way else ""), required.group(2) or _ANY
        return self._variable(target, item, 0)

    def _variable(self, target: str, item: FileFacts, depth: int) -> tuple[str, str]:
        head, _, rest = target.partition(".")
        way = self._ways.get(item.path)
        for fact in item.of(Reference):
            if fact.kind != "import" or way is None or depth > _DEEPEST:
                continue
            written, _, alias = fact.target.partition(" as ")
            if (alias or local_name(written)) != head:
                continue
            if way.by == "modules":
                place = self._imports.modules.find(written, item.path)
                name = rest if _is_module(place, written) else _last(written)
            else:
                place = self._imports.paths.find(written.partition("#")[0], item.path, way)
                named = written.partition("#")[2]
                name = rest if named in ("", _ANY) else named
            if not place or place == item.path:
                return (item.path, head) if head in self._routers.get(item.path, ()) else ("", "")
            if name and name not in self._routers.get(place, ()) and place in self._items:
                further = self._variable(name, self._items[place], depth + 1)
                if further[0] not in ("", place):
                    return further
            return place, name if way.by == "modules" else self._exported(place, name)
        return item.path, head

    def _exported(self, place: str, name: str) -> str:
        return name if name in self._routers.get(place, ()) else _ANY

    def completed(self, item: FileFacts) -> FileFacts:
        """The file with the whole paths of its endpoints."""
        if item.role != "source" or not item.of(Endpoint):
            return item
        changed = False
        found: set[Fact] = set()
        for fact in item.facts:
            if isinstance(fact, Endpoint) and fact.protocol == "http":
                fact = self._inherited(item, fact)
                before = sorted(self._before(item, fact.router, fact.owner, fact.evidence.rule, ()))[:_MOST_PATHS]
                for folder, rule, mount in self._inner:
                    if rule == fact.evidence.rule and _below(item.path, folder):
                        before = [joined((path,), mount.path) if path else mount.path for path in before]
                if before != [""] or _NAMED.search(fact.path):
                    found |= {replace(fact, path=self._known(joined((path,), fact.path))) for path in before}
                    changed = True
                    continue
                changed = True
            found.add(fact)
        if not changed:
            return item
        return replace(item, facts=tuple(sorted(found, key=lambda fact: (type(fact).__name__, fact))))

    def _known(self, path: str) -> str:
        """The path with what its configuration says by default where a name in capitals stands for it."""
        return joined(("/",), _NAMED.sub(lambda found: self._stated.get(found[1], found[0]), path)) if _NAMED.search(path) else path

    def _inherited(self, item: FileFacts, fact: Endpoint) -> Endpoint:
        """The endpoint under the path of the nearest class that its own inherits from, where its own has none."""
        holder, _, member = fact.owner.rpartition(".")
        name = _last(holder)
        if not self._of_class or (item.language, name) in self._of_class or fact.path.startswith("~"):
            return fact
        for above in self._above(item.language, name):
            fields = self._of_class.get((item.language, above))
            if fields is not None:
                words = {fields["heirs"]: name.removesuffix(fields.get("suffix", "")), fields.get("member", ""): member}
                path = fields.get("path", "")
                for word, value in words.items():
                    path = path.replace(word, value) if word else path
                return replace(fact, path=joined((path,), fact.path))
        return fact

    def _above(self, language: str, name: str) -> Iterator[str]:
        """The classes that a class inherits from, by their simple names, the nearest first."""
        if not self._parents:
            for item in self._items.values():
                for reference in item.of(Reference):
                    if reference.kind == "extends":
                        self._parents[item.language, _last(reference.source)].append(_last(reference.target))
        seen, level = {name}, [name]
        for _ in range(_DEEPEST):
            level = [above for each in level for above in self._parents.get((language, each), ()) if above not in seen]
            seen.update(level)
            yield from level

    def _before(self, item: FileFacts, router: str, owner: str, rule: str, seen: tuple[_Mount, ...]) -> set[str]:
        """All paths under which a router, or what a function adds, is mounted; one empty path for none."""
        mounts = self._of_router.get((item.path, router), []) if router else []
        if router and not mounts and self._ways[item.path].by == "modules":
            mounts = self._of_router.get(self._variable(router, item, 0), [])
        mounts = mounts or self._of_function.get((item.language, _last(owner)), []) if owner else mounts
        mounts = mounts or self._of_router.get((item.path, _ANY), [])
        inside = [(folder, one) for folder, of, one in self._of_folder if of in ("", rule) and _below(item.path, folder)]
        if not mounts and inside:
            deepest = max(len(folder) for folder, _ in inside)
            mounts = [one for folder, one in inside if len(folder) == deepest]
        found: set[str] = set()
        for mount in mounts:
            if mount in seen or len(seen) > _DEEPEST or len(found) > _MOST_PATHS:
                continue
            for path in self._before(mount.item, mount.on, mount.owner, "", (*seen, mount)):
                found.add(joined((path,), mount.path) if path else mount.path)
        return found or {""}


def _stated(facts: Sequence[FileFacts]) -> dict[str, str]:
    """Defaults of configuration that are paths, by their names, where all places say the same."""
    found: dict[str, set[str]] = defaultdict(set)
    for item in facts:
        for fact in item.of(Trait) if item.role == "source" else ():
            if fact.name.startswith("config."):
                fields = dict(fact.fields)
                if fields.get("default", "").startswith("/"):
                    found[fields.get("name", "")].add(fields["default"])
    return {name: next(iter(values)) for name, values in found.items() if len(values) == 1}


def _last(name: str) -> str:
    return re.split(r"\.|::|->|\\", name)[-1]


def _is_module(path: str, written: str) -> bool:
    """True when an import means the module itself and not something inside of it."""
    parts = path.rpartition(".")[0].split("/")
    return _last(written) == (parts[-2] if parts[-1] == "__init__" and len(parts) > 1 else parts[-1])


def _source_folder(path: str) -> str:
    """`apps/api/src/main.ts` -> `apps/api/src`."""
    before, source, _ = path.rpartition("/src/")
    if source:
        return before + "/src"
    return "src" if path.startswith("src/") else posixpath.dirname(path)


def _below(path: str, folder: str) -> bool:
    return folder in ("", ".", path) or path.startswith(folder.rstrip("/") + "/")
