"""Whose a file is: the root it lies in, the one root that a module is kept for, or the one program of a root with several."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from assessor.domain.architecture import Architecture
from assessor.domain.facts import Artifact, FileFacts


class Roots:
    """Source roots by folder; `owner(path)` is the innermost root a path lies in, None outside of all.

    Of a root in `apart` no file is the root's own: it is the program's that `apart` names for it, or lies outside of all.
    `kept` are folders of modules outside of the roots, each with the root that it belongs to.
    """

    def __init__(
        self,
        folders: Iterable[str],
        apart: Mapping[str, Mapping[str, str]] | None = None,
        kept: Mapping[str, str] | None = None,
    ) -> None:
        self._apart, self._kept = apart or {}, kept or {}
        self._folders = sorted({*folders, *self._kept}, key=lambda folder: (-len(folder), folder))

    def owner(self, path: str) -> str | None:
        found = next((folder for folder in self._folders if not folder or path == folder or path.startswith(folder + "/")), None)
        if found is None:
            return None
        return self._apart[found].get(path) if found in self._apart else self._kept.get(found, found)


def kept_modules(facts: Iterable[FileFacts], architecture: Architecture, roots: Roots, servers: frozenset[str]) -> dict[str, str]:
    """Folder of a module that is built by itself and started by nobody -> the one of `servers` from which a way leads into it.

    `Order.Api` is a host of a few lines, and what it serves lies in `Order` beside it: that is the host's own, as no other has it.
    """
    built = {fact.folder for file in facts if file.role == "source" for fact in file.of(Artifact)}
    modules = Roots(folder for folder in built if folder and roots.owner(folder) is None)
    users: dict[str, set[str]] = defaultdict(set)
    for root, units in _beyond(architecture, roots).items():
        for path in units.values() if root in servers else ():
            module = modules.owner(path)
            if module is not None:
                users[module].add(root)
    return {module: next(iter(among)) for module, among in sorted(users.items()) if len(among) == 1}


def holding(architecture: Architecture, roots: Roots) -> set[str]:
    """The roots from whose code, and from what it reaches outside of all roots, a table is touched."""
    touching = {access.unit for access in architecture.accesses}
    own = {roots.owner(unit.path) for unit in architecture.units if unit.id in touching}
    beyond = {root for root, units in _beyond(architecture, roots).items() if units.keys() & touching}
    return beyond | {root for root in own if root is not None}


def _beyond(architecture: Architecture, roots: Roots) -> dict[str, dict[str, str]]:
    """Root -> the units outside of all roots that it reaches, through any number of them, with their paths."""
    paths = {unit.id: unit.path for unit in architecture.units if unit.kind not in ("external", "table")}
    owner = {unit: roots.owner(path) for unit, path in paths.items()}
    uses: dict[str, list[str]] = defaultdict(list)
    begin: dict[str, list[str]] = defaultdict(list)
    for dependency in architecture.dependencies:
        source, target = dependency.source, dependency.target
        if source in owner and target in owner and owner[target] is None:
            root = owner[source]
            (uses[source] if root is None else begin[root]).append(target)
    return {root: {unit: paths[unit] for unit in reached(first, uses)} for root, first in begin.items()}


def reached(begin: Iterable[str], uses: Mapping[str, Iterable[str]]) -> set[str]:
    """Where one comes to from `begin`, which counts, through any number of uses."""
    seen = set(begin)
    waiting = list(seen)
    while waiting:
        further = set(uses.get(waiting.pop(), ())) - seen
        seen |= further
        waiting.extend(further)
    return seen
