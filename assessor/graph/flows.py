"""What a transaction touches: from the method that opens it along the calls, method by method.

In: facts and the resolver's view of names. Out: for each transaction the tables written inside it, and by which units. Calls to an
interface go on in its implementations, as far as there are few of them. An entity that a mapping watches (JPA) is written by
whoever calls a method of it that changes something: one called `setX`, or one without a result.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from assessor.domain.architecture import Flow
from assessor.domain.facts import Declaration, FileFacts, Reference, TableUse, Transaction
from assessor.domain.language import Language
from assessor.graph.persistence import Persistence
from assessor.graph.resolve import Resolver, Scope
from assessor.graph.units import Units

_DEPTH = 6
_IMPLEMENTATIONS = 4
"""More implementations than this say nothing about which one is called."""
_NOTHING = frozenset({"void", "Unit"})
_CHANGING = re.compile(r"(?:set|add|remove)(?![a-z])")

Member = tuple[str, str]
"""(unit id, member name); an empty member name is the unit itself."""


def flows(
    facts: Iterable[FileFacts],
    units: Units,
    resolver: Resolver,
    persistence: Persistence,
    languages: Mapping[str, Language],
    carried: frozenset[str] = frozenset(),
) -> tuple[Flow, ...]:
    """All transactions of first-party code, sorted; explicit borders of one method count once. `carried` units are not
    called."""
    source = [item for item in facts if item.path in units.of_path]
    graph = _Calls(units, resolver, persistence, _watched(source, units, persistence, languages))
    for item in source:
        graph.read(item)
    graph.close()
    found: dict[tuple[str, str], Flow] = {}
    for item in source:
        for fact in item.of(Transaction):
            unit = units.owner(item.path, fact.owner)
            if not unit:
                continue
            member = graph.member(item.path, fact.owner)
            way = graph.way(member)
            reads, writes = graph.touched(way)
            writes |= {(table.lower(), unit) for table in fact.tables}
            starts = [one for one in graph.members(member) if one[1]] or [member]
            calls = max(
                (graph.called(graph.way(one), carried) for one in starts),
                key=lambda found: (sum(count for *_, count in found), found),
            )
            flow = Flow(unit, fact.kind, fact.evidence, tuple(sorted(writes)), tuple(sorted(reads)), calls)
            known = found.get(member)
            found[member] = min(known, flow) if known else flow
    return tuple(sorted(found.values()))


def _watched(
    source: Iterable[FileFacts], units: Units, persistence: Persistence, languages: Mapping[str, Language]
) -> dict[str, str]:
    """Unit -> table of entities whose changes are written without a call that says so."""
    found = {}
    for item in source:
        marks = languages[item.language].structure.queries.managed
        for fact in item.of(Reference) if marks else ():
            unit = units.owner(item.path, fact.source) if fact.kind == "annotation" else ""
            if unit and unit == fact.source and fact.target.rpartition(".")[2] in marks:
                table = persistence.table_of(unit)
                if table:
                    found[unit] = table.lower()
    return found


class _Calls:
    """Members, who calls whom, and what each writes; `watched` maps units to tables."""

    def __init__(self, units: Units, resolver: Resolver, persistence: Persistence, watched: Mapping[str, str]) -> None:
        self._watched = watched
        self._kept: dict[str, set[str]] = defaultdict(set)
        """Table -> watched units."""
        for unit, table in watched.items():
            self._kept[table].add(unit)
        self._units = units
        self._resolver = resolver
        self._persistence = persistence
        self._calls: dict[Member, set[Member]] = defaultdict(set)
        self._leads: dict[Member, set[Member]] = defaultdict(set)
        """From what is called to what runs then, in a class above or below."""
        self._reads: dict[Member, set[tuple[str, str]]] = defaultdict(set)
        self._writes: dict[Member, set[tuple[str, str]]] = defaultdict(set)
        self._members: dict[str, set[str]] = defaultdict(set)
        self._below: dict[str, set[str]] = defaultdict(set)
        self._above: dict[str, set[str]] = defaultdict(set)
        self._declared: dict[tuple[str, str], Member] = {}
        self._onward: dict[Member, frozenset[Member]] = {}
        """From each member to those that run next; known once the calls are closed."""
        self._ways: dict[Member, frozenset[Member]] = {}

    def member(self, path: str, declaration: str) -> Member:
        """The unit and the plain member name of a qualified declaration."""
        known = self._declared.get((path, declaration))
        if known is None:
            known = self._declared[path, declaration] = self._member(path, declaration)
        return known

    def _member(self, path: str, declaration: str) -> Member:
        unit = self._units.owner(path, declaration)
        plain = declaration.replace("\\", ".").rpartition(".")[2]
        is_unit = unit.replace("\\", ".").rpartition(".")[2] == plain
        return unit, "" if is_unit else plain

    def read(self, item: FileFacts) -> None:
        scope = self._resolver.scope(item)
        for fact in item.of(Declaration):
            if fact.kind in ("method", "function"):
                unit, name = self.member(item.path, fact.name)
                self._members[unit].add(name)
        for use in item.of(TableUse):
            if use.access != "define":
                member = self.member(item.path, use.owner)
                table = self._persistence.table(use.table)
                touched = self._writes if use.access == "write" else self._reads
                touched[member].add((table.lower().rpartition(".")[2].strip('`"[]'), member[0]))
        for reference in item.of(Reference):
            self._reference(item, reference, scope)

    def _reference(self, item: FileFacts, fact: Reference, scope: Scope) -> None:
        caller = self.member(item.path, fact.source)
        if not caller[0]:
            return
        if fact.kind in ("extends", "implements"):
            base, _ = self._resolver.resolve(fact.target, item, scope)
            if base:
                self._below[base].add(caller[0])
                self._above[caller[0]].add(base)
        elif fact.kind == "query":
            self._asks(fact, item, scope, caller)
        elif fact.kind == "call":
            self._asks(fact, item, scope, caller)
            receiver, _, name = fact.target.rpartition(".")
            if not receiver or receiver in ("this", "self", "super", "parent", "static", "cls"):
                self._calls[caller].add((caller[0], name or fact.target))
            elif "(" in receiver:  # of what a call gives back
                self._fetched(receiver, name, item, scope, caller)
            else:
                unit, _ = self._resolver.resolve(receiver, item, scope)
                if unit:
                    self._calls[caller].add((unit, name))
                if unit in self._watched and unit != caller[0] and self._changes(unit, name):
                    self._writes[caller].add((self._watched[unit], caller[0]))

    def _fetched(self, receiver: str, name: str, item: FileFacts, scope: Scope, caller: Member) -> None:
        """A change of an entity on its way out of a repository: `orders.findById(1).get().cancel()`."""
        unit, _ = self._resolver.resolve(receiver.partition("(")[0].rpartition(".")[0], item, scope)
        table = self._persistence.kept_by(unit).lower()
        if any(self._changes(entity, name) for entity in self._kept.get(table, ())):
            self._writes[caller].add((table, caller[0]))

    def _changes(self, unit: str, name: str) -> bool:
        """Whether a method of an entity changes it, by its name or because it gives nothing back."""
        results = {one.result for part in self._units.types.find(unit, "") for one in part.methods.get(name, ())}
        return _CHANGING.match(name) is not None or (bool(results) and results <= _NOTHING)

    def _asks(self, fact: Reference, item: FileFacts, scope: Scope, caller: Member) -> None:
        for table, way in self._persistence.access(fact, item, scope):
            (self._writes if way == "write" else self._reads)[caller].add((table.lower(), caller[0]))

    def close(self) -> None:
        """A call to what a unit inherits or leaves to its implementations reaches those."""
        for unit, below in self._below.items():
            if 0 < len(below) <= _IMPLEMENTATIONS:
                for name in self._members[unit]:
                    self._leads[unit, name] |= {(one, name) for one in below if name in self._members[one]}
        for unit, above in self._above.items():
            for base in above:
                for name in self._members[base] - self._members[unit]:
                    self._leads[unit, name].add((base, name))
        for member in self._calls.keys() | self._leads.keys():
            self._onward[member] = frozenset(self._calls.get(member, ())) | self._leads.get(member, frozenset())

    def members(self, start: Member) -> list[Member]:
        """A member alone; for a unit, under which every method is a transaction, all of its members."""
        return [start] if start[1] else [(start[0], name) for name in sorted({"", *self._members[start[0]]})]

    def way(self, start: Member) -> frozenset[Member]:
        """The members that run from one on, or from any of a unit's."""
        known = self._ways.get(start)
        if known is None:
            known = self._ways[start] = self._followed(start)
        return known

    def _followed(self, start: Member) -> frozenset[Member]:
        seen = set(self.members(start))
        frontier = seen
        for _ in range(_DEPTH):
            frontier = set().union(*(self._onward[member] for member in frontier & self._onward.keys())) - seen
            seen |= frontier
            if not frontier:
                break
        return frozenset(seen)

    def touched(self, way: frozenset[Member]) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
        """(table, unit) pairs that are read and written on a way."""
        reads, writes = (
            {pair for member in way & touched.keys() for pair in touched[member]} for touched in (self._reads, self._writes)
        )
        return reads, writes

    def called(self, way: frozenset[Member], carried: frozenset[str]) -> tuple[tuple[str, str, int], ...]:
        """(unit, other unit, calls between two of their members) on a way, sorted."""
        pairs = Counter(
            (member[0], to[0])
            for member in way & self._calls.keys()
            for to in self._calls[member]
            if to[0] != member[0] and to[0] in self._units.by_id and to[0] not in carried
        )
        return tuple(sorted((source, target, count) for (source, target), count in pairs.items()))
