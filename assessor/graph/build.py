"""From facts to the `Architecture`: units, weighted dependencies, tables and who touches them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from assessor.domain.architecture import Architecture, Dependency, Unit
from assessor.domain.facts import Artifact, FileFacts, Reference
from assessor.domain.language import Language
from assessor.graph.modules import Modules
from assessor.graph.paths import Paths
from assessor.graph.resolve import EXTERNAL, Resolver, Scope
from assessor.graph.tables import tables
from assessor.graph.units import Units, units_of

_THROUGH_IMPORTS = frozenset({"python", "javascript", "typescript", "tsx"})
"""Languages whose units are modules: an import is a dependency. Elsewhere an import is a name, and its use is the dependency."""


def build(facts: Iterable[FileFacts], languages: Sequence[Language]) -> Architecture:
    """The graph of all first-party source; facts of other roles are left out."""
    known = {language.id: language for language in languages}
    source = [item for item in facts if item.role == "source"]
    code = [item for item in source if item.language in known and known[item.language].grammar]
    modules = Modules(item.path for item in code if item.language == "python")
    units = units_of(code, known, modules.names)
    paths = Paths((item.path for item in code), _workspace(source))
    edges = _Edges(units, Resolver(units, known, modules, paths), paths)
    for item in code:
        edges.read(item)
    found, accesses = tables(source, units)
    externals = sorted({target for _, target in edges.kinds if target.startswith(EXTERNAL)})
    nodes = [*units.by_id.values(), *(_external(name) for name in externals)]
    return Architecture(
        units=tuple(sorted(nodes)),
        dependencies=edges.dependencies(),
        tables=found,
        accesses=accesses,
        unresolved=tuple(sorted(edges.unresolved.items())),
    )


def _external(name: str) -> Unit:
    package = name.removeprefix(EXTERNAL)
    return Unit(id=name, kind="external", path="", line=0, lines=0, language="", package=package)


def _workspace(facts: Iterable[FileFacts]) -> dict[str, str]:
    """Packages of the tree itself, by name: an import of them stays inside."""
    return {
        fact.name: item.path.rpartition("/")[0]
        for item in facts
        for fact in item.facts
        if isinstance(fact, Artifact) and item.path.endswith("package.json") and fact.name
    }


class _Edges:
    """Collects sites by pair of units."""

    def __init__(self, units: Units, resolver: Resolver, paths: Paths) -> None:
        self.kinds: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self.unresolved: Counter[str] = Counter()
        self._first: dict[tuple[str, str], tuple[str, int]] = {}
        self._loops: Counter[tuple[str, str]] = Counter()
        self._units = units
        self._resolver = resolver
        self._paths = paths

    def read(self, item: FileFacts) -> None:
        scope = self._resolver.scope(item)
        for fact in item.facts:
            if isinstance(fact, Reference):
                source = self._units.owner(item.path, fact.source)
                target, reason = self._target(fact, item, scope)
                if source and target:
                    self._add(source, target, fact, item.path)
                elif reason:
                    self.unresolved[reason] += fact.count

    def _target(self, fact: Reference, item: FileFacts, scope: Scope) -> tuple[str, str]:
        if fact.kind == "include":
            path = self._paths.include(fact.target, item.path)
            return (self._units.owner(path, ""), "") if path else ("", "unknown-file")
        if fact.kind == "import":
            if item.language not in _THROUGH_IMPORTS:
                return "", ""
            unit, external = self._resolver.imported(fact.target, item)
            return unit or external, "" if unit or external else "unknown-module"
        if fact.kind != "call":
            return self._resolver.resolve(fact.target, item, scope)
        receiver = fact.target.rpartition(".")[0]
        if receiver.partition(".")[0] in ("this", "super", "self", "parent", "static"):
            return "", ""
        if receiver:
            return self._resolver.resolve(receiver, item, scope)
        return self._function(fact.target, item, scope)

    def _function(self, name: str, item: FileFacts, scope: Scope) -> tuple[str, str]:
        if name in scope.targets:
            return scope.targets[name], ""
        if item.language in _THROUGH_IMPORTS:
            return "", ""
        declared = self._units.functions.get(name.replace("\\", ".").rpartition(".")[2], set())
        if len(declared) == 1:
            return next(iter(declared)), ""
        return "", "ambiguous-function" if declared else ""

    def _add(self, source: str, target: str, fact: Reference, path: str) -> None:
        if source == target:
            return
        key = (source, target)
        self.kinds[key][fact.kind] += fact.count
        self._first[key] = min(self._first.get(key, (path, fact.line)), (path, fact.line))
        self._loops[key] += fact.in_loop

    def dependencies(self) -> tuple[Dependency, ...]:
        """All edges, sorted."""
        return tuple(
            Dependency(
                source=source,
                target=target,
                kinds=tuple(sorted(kinds.items())),
                weight=sum(kinds.values()),
                path=self._first[source, target][0],
                line=self._first[source, target][1],
                in_loop=self._loops[source, target],
            )
            for (source, target), kinds in sorted(self.kinds.items())
        )
