"""Which references are dependencies, and on what: collects sites by pair of units.

Kinds are those of `Reference`, and two more. `signature`: a type that a call or field passes through without being named where it
is used. `inject`: what a container hands over (`graph/injection.py`).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from msgspec import structs

from assessor.domain.architecture import Dependency
from assessor.domain.facts import FileFacts, Reference
from assessor.graph.follow import Follower
from assessor.graph.imports import EXTERNAL, Imports
from assessor.graph.injection import Handed
from assessor.graph.relations import related
from assessor.graph.resolve import Resolver, Scope
from assessor.graph.types import Type
from assessor.graph.units import Units

_CALLS_SHOWN = 8
_OWN = frozenset({"this", "super", "self", "parent", "static"})


class Edges:
    """Fed with the references of file after file."""

    def __init__(self, units: Units, resolver: Resolver, imports: Imports) -> None:
        self.kinds: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
        self.unresolved: Counter[str] = Counter()
        self._first: dict[tuple[str, str], tuple[str, int]] = {}
        self._calls: dict[tuple[str, str], set[tuple[str, int, bool]]] = defaultdict(set)
        self._units = units
        self._resolver = resolver
        self._imports = imports
        self._follower = Follower(resolver, units.types)

    def read(self, item: FileFacts, scope: Scope) -> None:
        """Adds the dependencies of a file."""
        by_name = scope.language.structure.resolution.by == "names"
        for fact in item.of(Reference):
            if fact.kind == "query":
                continue
            source = self._units.owner(item.path, fact.source)
            if not source:
                continue
            if fact.kind == "include":
                self._include(fact, item, source)
            elif fact.kind == "import":
                if by_name:
                    self._import_namespace(fact, item, source)
                else:
                    self._to(self._imports.find(fact.target.partition(" as ")[0], item), "unknown-module", fact, item, source)
            elif not by_name:
                self._local(fact, item, scope, source)
            elif fact.kind == "call":
                self._call(fact, item, scope, source)
            elif fact.kind == "access":
                self._pass(self._follower.reach(fact.target, scope, fact.source).through, fact, item, source)
            else:
                self._type(fact, item, scope, source)

    def relate(self, item: FileFacts, scope: Scope) -> None:
        """Adds the relations of a file to classes that nothing else in it names."""
        for source, target, line in related(item, scope, self._resolver, self._units):
            if (source, target) not in self.kinds:
                self._add(source, target, Reference(target, "type", "", line), item.path)

    def inject(self, handed: Iterable[Handed]) -> None:
        """Adds what containers hand over."""
        for source, target, path, line in handed:
            self._add(source, target, Reference(target, "inject", "", line), path)

    def _include(self, fact: Reference, item: FileFacts, source: str) -> None:
        path = self._imports.paths.include(fact.target, item.path)
        self._to((self._units.owner(path, "") if path else "", ""), "unknown-file", fact, item, source)

    def _to(self, found: tuple[str, str], reason: str, fact: Reference, item: FileFacts, source: str) -> None:
        target = found[0] or found[1]
        if target:
            self._add(source, target, fact, item.path)
        else:
            self.unresolved[reason] += fact.count

    def _import_namespace(self, fact: Reference, item: FileFacts, source: str) -> None:
        """A foreign namespace that is imported as a whole: which of its types are used cannot be seen."""
        word, _, target = fact.target.rpartition(" ")
        if target.endswith(".*") or word == "global":
            name = target.removesuffix(".*")
            if name not in self._units.types.namespaces and name not in self._units.types:
                self._add(source, EXTERNAL + ".".join(name.split(".")[:3]), fact, item.path)

    def _local(self, fact: Reference, item: FileFacts, scope: Scope, source: str) -> None:
        """Uses of what was imported, where the import itself is the dependency."""
        name = fact.target.rpartition(".")[0] if fact.kind == "call" and "." in fact.target else fact.target
        head = name.partition(".")[0]
        target = scope.targets.get(head) or scope.externals.get(head)
        if target:
            self._add(source, target, fact, item.path)
        elif head not in _OWN:
            self.unresolved["local-or-builtin"] += fact.count

    def _type(self, fact: Reference, item: FileFacts, scope: Scope, source: str) -> None:
        found, _ = self._resolver.find(fact.target, scope, fact.source)
        if found:
            self._add(source, found[0].unit, fact, item.path)
            for argument in scope.arguments.get(fact.target, ()):
                held, rest = self._resolver.find(argument, scope)
                if held and not rest:
                    self._pass({held[0].unit}, fact, item, source)
            if fact.kind == "new":
                self._pass(self._follower.created(found).through, fact, item, source)
            return
        external = self._resolver.external(fact.target, scope)
        if not external and scope.language.structure.resolution.outside:
            value = self._follower.value(fact.target, scope, fact.source)
            self._pass(value.through, fact, item, source)
            if value.found:
                self._add(source, value.receiver[0].unit, fact, item.path)
                return
        self._to(("", external), "unknown-type", fact, item, source)

    def _call(self, fact: Reference, item: FileFacts, scope: Scope, source: str) -> None:
        receiver = fact.target.rpartition(".")[0]
        if not receiver:
            self._free_call(fact, item, scope, source)
            return
        if receiver.endswith(".class"):  # a call of the class's own description
            self._type(structs.replace(fact, target=receiver.removesuffix(".class"), kind="type"), item, scope, source)
            return
        if receiver == "?" or receiver in scope.builtin:
            self._added(fact, item, scope, source, [])
            return
        followed = self._follower.follow(fact.target, scope, fact.source)
        self._pass(followed.through, fact, item, source)
        if not followed.found and self._added(fact, item, scope, source, followed.receiver):
            return
        if followed.receiver:
            holder = followed.receiver[0]  # what only holds fields travels as data, also when another class is around it
            self._add(source, holder.unit, structs.replace(fact, kind="access") if holder.is_nested_data else fact, item.path)
            return
        head = receiver.partition("(")[0]
        if head.partition(".")[0] in _OWN:
            self.unresolved["unknown-member"] += fact.count
            return
        found, _ = self._resolver.find(head, scope, fact.source)
        if found:
            # `orders.find(1).get()`: the call of `get` is of what `find` gives back, and that of `find` is counted already.
            passed = structs.replace(fact, kind="signature") if "(" in receiver else fact
            self._add(source, found[0].unit, passed, item.path)
        else:
            self._to(("", self._resolver.external(head, scope)), "unknown-receiver", fact, item, source)

    def _added(self, fact: Reference, item: FileFacts, scope: Scope, source: str, receiver: list[Type]) -> bool:
        """A call of a method that another type adds to the receiver's, which has no such one itself."""
        named, _, name = fact.target.rpartition(".")
        added = self._follower.added(name, scope, receiver, named)
        if added.found:
            self._pass(added.through, fact, item, source)
            self._add(source, added.receiver[0].unit, fact, item.path)
        return added.found

    def _free_call(self, fact: Reference, item: FileFacts, scope: Scope, source: str) -> None:
        name = fact.target.replace(scope.language.structure.separator, ".").lstrip(".")
        followed = self._follower.inherited(name, scope, fact.source)
        if followed.found:
            self._pass(followed.through, fact, item, source)
            if followed.receiver[0].unit != source:
                self._add(source, followed.receiver[0].unit, fact, item.path)
            return
        imported = scope.members.get(name) or scope.aliases.get(name)
        if imported:
            found, _ = self._resolver.find(imported, scope)
            declared = self._units.functions(imported, scope.language)
            if found or len(declared) == 1:
                self._add(source, found[0].unit if found else next(iter(declared)), fact, item.path)
                return
        declared = self._units.functions(f"{scope.namespace}.{name}", scope.language) or self._units.functions(
            name.rpartition(".")[2], scope.language
        )
        if len(declared) == 1:
            self._add(source, next(iter(declared)), fact, item.path)
        else:
            self.unresolved["ambiguous-function" if declared else "unknown-function"] += fact.count

    def _pass(self, units: set[str], fact: Reference, item: FileFacts, source: str) -> None:
        for unit in units:
            if unit != source:
                self._count((source, unit), "signature", 1, (item.path, fact.line))

    def _add(self, source: str, target: str, fact: Reference, path: str) -> None:
        if source != target:
            self._count((source, target), fact.kind, fact.count, (path, fact.line))
            if fact.kind == "call":
                self._calls[source, target].add((path, fact.line, fact.in_loop))

    def _count(self, key: tuple[str, str], kind: str, count: int, place: tuple[str, int]) -> None:
        kinds = self.kinds[key]
        kinds[kind] = kinds.get(kind, 0) + count
        first = self._first.get(key)
        if first is None or place < first:
            self._first[key] = place

    def dependencies(self) -> tuple[Dependency, ...]:
        """All edges, sorted."""
        return tuple(self._dependency(key, kinds) for key, kinds in sorted(self.kinds.items()))

    def _dependency(self, key: tuple[str, str], kinds: Mapping[str, int]) -> Dependency:
        path, line = self._first[key]
        calls = sorted(self._calls.get(key, ()))
        return Dependency(
            source=key[0],
            target=key[1],
            kinds=tuple(sorted(kinds.items())),
            weight=sum(kinds.values()),
            path=path,
            line=line,
            in_loop=sum(looped for _, _, looped in calls),
            calls=tuple(sorted({at for where, at, _ in calls if where == path})[:_CALLS_SHOWN]),
            loops=tuple(sorted({at for where, at, looped in calls if looped and where == path})[:_CALLS_SHOWN]),
        )
