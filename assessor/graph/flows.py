"""What a transaction touches: from the method that opens it along the calls, method by method.

In: facts and the resolver's view of names. Out: for each transaction the tables written inside it, and by which units. Calls to an
interface go on in its implementations, as far as there are few of them.
"""

from collections import defaultdict
from collections.abc import Iterable

from assessor.domain.architecture import Flow
from assessor.domain.facts import Declaration, FileFacts, Reference, TableUse, Transaction
from assessor.graph.persistence import Persistence
from assessor.graph.resolve import Resolver, Scope
from assessor.graph.units import Units

_DEPTH = 6
_IMPLEMENTATIONS = 4
"""More implementations than this say nothing about which one is called."""

Member = tuple[str, str]
"""(unit id, member name); an empty member name is the unit itself."""


def flows(facts: Iterable[FileFacts], units: Units, resolver: Resolver, persistence: Persistence) -> tuple[Flow, ...]:
    """All transactions of first-party code, sorted; explicit borders of one method count once."""
    graph = _Calls(units, resolver, persistence)
    source = [item for item in facts if item.path in units.of_path]
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
            writes = set(graph.writes_from(member)) | {(table.lower(), unit) for table in fact.tables}
            flow = Flow(unit, fact.kind, fact.evidence, tuple(sorted(writes)))
            known = found.get(member)
            found[member] = min(known, flow) if known else flow
    return tuple(sorted(found.values()))


class _Calls:
    """Members, who calls whom, and what each writes."""

    def __init__(self, units: Units, resolver: Resolver, persistence: Persistence) -> None:
        self._units = units
        self._resolver = resolver
        self._persistence = persistence
        self._calls: dict[Member, set[Member]] = defaultdict(set)
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
            if use.access == "write":
                member = self.member(item.path, use.owner)
                table = self._persistence.table(use.table)
                self._writes[member].add((table.lower().rpartition(".")[2].strip('`"[]'), member[0]))
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

    def _asks(self, fact: Reference, item: FileFacts, scope: Scope, caller: Member) -> None:
        for table, way in self._persistence.access(fact, item, scope):
            if way == "write":
                self._writes[caller].add((table.lower(), caller[0]))

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

    def writes_from(self, start: Member) -> Iterable[tuple[str, str]]:
        """(table, unit) pairs that a member writes, by itself or through calls; a unit as start stands for all its members."""
        begin = {start} if start[1] else {(start[0], name) for name in {"", *self._members[start[0]]}}
        seen, frontier = set(begin), list(begin)
        for _ in range(_DEPTH):
            frontier = [to for member in frontier for to in self._calls.get(member, ()) if to not in seen]
            seen.update(frontier)
            if not frontier:
                break
        for member in seen:
            yield from self._writes.get(member, ())
