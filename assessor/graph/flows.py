"""What a transaction touches: from the method that opens it along the calls, method by method.

In: facts and the resolver's view of names. Out: for each transaction the tables written inside it, and by which units. Calls to an
interface go on in its implementations, as far as there are few of them. An entity that a mapping watches (JPA) is written by
whoever calls a method of it that changes something: one called `setX`, or one without a result.
"""

import re
from collections import defaultdict
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
    facts: Iterable[FileFacts], units: Units, resolver: Resolver, persistence: Persistence, languages: Mapping[str, Language]
) -> tuple[Flow, ...]:
    """All transactions of first-party code, sorted; explicit borders of one method count once."""
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
            reads, writes = graph.touched_from(member)
            writes |= {(table.lower(), unit) for table in fact.tables}
            flow = Flow(unit, fact.kind, fact.evidence, tuple(sorted(writes)), tuple(sorted(reads)))
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
        self._units = units
        self._resolver = resolver
        self._persistence = persistence
        self._calls: dict[Member, set[Member]] = defaultdict(set)
        self._reads: dict[Member, set[tuple[str, str]]] = defaultdict(set)
        self._writes: dict[Member, set[tuple[str, str]]] = defaultdict(set)
        self._members: dict[str, set[str]] = defaultdict(set)
        self._below: dict[str, set[str]] = defaultdict(set)
        self._above: dict[str, set[str]] = defaultdict(set)

    def member(self, path: str, declaration: str) -> Member:
        """The unit and the plain member name of a qualified declaration."""
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
            else:
                unit, _ = self._resolver.resolve(receiver, item, scope)
                if unit:
                    self._calls[caller].add((unit, name))
                if unit in self._watched and unit != caller[0] and self._changes(unit, name):
                    self._writes[caller].add((self._watched[unit], caller[0]))

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
                    self._calls[unit, name] |= {(one, name) for one in below if name in self._members[one]}
        for unit, above in self._above.items():
            for base in above:
                for name in self._members[base] - self._members[unit]:
                    self._calls[unit, name].add((base, name))

    def touched_from(self, start: Member) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
        """(table, unit) pairs that a member reads and writes, by itself or through calls; a unit as start is all its members."""
        begin = {start} if start[1] else {(start[0], name) for name in {"", *self._members[start[0]]}}
        seen, frontier = set(begin), list(begin)
        for _ in range(_DEPTH):
            frontier = [to for member in frontier for to in self._calls.get(member, ()) if to not in seen]
            seen.update(frontier)
            if not frontier:
                break
        touched = [{pair for member in seen for pair in found.get(member, ())} for found in (self._reads, self._writes)]
        return touched[0], touched[1]
