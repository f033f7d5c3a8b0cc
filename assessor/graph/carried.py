"""Units that travel between parts as data, or are copied: entities, values, enumerations. Nobody calls them over a border.

In: first-party code with its units, entities, dependencies and table accesses. Out: their ids, sorted. `order.total()` on an
`Order` that a service handed over runs where the order is; only what is one for all, a service, has to be called where it lives.
Carried are enumerations, records, entities with a mapping, and classes with fields that keep to themselves: they touch no table,
answer nothing, open no transaction, hold nothing for all, are handed out by no container, and call nothing but their like. Where
the types of parameters were read, a class that somebody makes must also travel, or do no more than give and take its fields: one
that computes, and that no method takes or gives back, is a service which somebody made by hand. What is taken by constructors and
setters alone was put there as a helper, unless it was put into data. What travels as its base travels, and so does a builder.

Where entities ask the database themselves (Rails, Eloquent, Django: languages with `bases`) they are services of their table.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from assessor.domain.architecture import Dependency, TableAccess
from assessor.domain.facts import Declaration, Endpoint, FileFacts, Reference, RemoteCall, Trait, Transaction
from assessor.domain.language import Language
from assessor.graph.accessors import is_accessor, is_setter
from assessor.graph.entities import Entities
from assessor.graph.units import Units

_VALUES = frozenset({"enum", "record"})
_SHARED = frozenset({"static.mutable", "session.write", "session.in-memory"})


def carried(
    code: Sequence[FileFacts],
    units: Units,
    entities: Entities,
    languages: Mapping[str, Language],
    dependencies: Iterable[Dependency],
    accesses: Iterable[TableAccess],
) -> tuple[str, ...]:
    """Ids of the units that are data to others."""
    plain = {language.id for language in languages.values() if language.classes and not language.structure.queries.bases}
    of_entities = {unit for unit, _ in entities.tables}
    sure = {
        name
        for name, unit in units.by_id.items()
        if unit.language in plain and unit.kind != "interface" and (unit.kind in _VALUES or name in of_entities)
    }
    acting = {access.unit for access in accesses} | _acting(code, units)
    calls: dict[str, set[str]] = defaultdict(set)
    for edge in dependencies:
        kinds = dict(edge.kinds)
        if "inject" in kinds:
            acting.add(edge.target)
        if "call" in kinds and edge.target in units.by_id:
            calls[edge.source].add(edge.target)
    holding = {
        units.owner(item.path, fact.name)
        for item in code
        if item.language in plain
        for fact in item.of(Declaration)
        if fact.kind == "field"
    }
    found = {name for name in holding - acting if name in units.by_id and units.by_id[name].kind in ("class", "struct")} | sure
    made = _made(code, units, dependencies)
    seen = _Signatures(code, units, languages)
    heirs: dict[str, set[str]] = defaultdict(set)
    for edge in dependencies:
        if {"extends", "implements"} & dict(edge.kinds).keys():
            heirs[edge.target].add(edge.source)
    while True:
        passed = seen.travelling(found)
        travels = _with_heirs(passed, heirs)
        helpers = {name for name in found & made & seen.computing if name not in travels}
        others = {name for name in found - sure if not calls[name] <= found or name in helpers}
        if not others:
            return tuple(sorted(found))
        found -= others


def _with_heirs(travelling: set[str], heirs: Mapping[str, set[str]]) -> set[str]:
    found, waiting = set(travelling), sorted(travelling)
    while waiting:
        for heir in heirs.get(waiting.pop(), ()):
            if heir not in found:
                found.add(heir)
                waiting.append(heir)
    return found


def _made(code: Sequence[FileFacts], units: Units, dependencies: Iterable[Dependency]) -> set[str]:
    """Units that some code makes objects of, be it their own."""
    found = {edge.target for edge in dependencies if "new" in dict(edge.kinds)}
    for item in code:
        for fact in item.of(Reference):
            own = units.owner(item.path, fact.source) if fact.kind == "new" else ""
            if own and own.rpartition(".")[2] == fact.target.rpartition(".")[2]:
                found.add(own)
    return found


class _Signatures:
    """What methods take and give back, by simple name, where the language's parameters are read. `computing` are the units there
    with a method that is more than an accessor."""

    def __init__(self, code: Sequence[FileFacts], units: Units, languages: Mapping[str, Language]) -> None:
        reading = {name for name, each in languages.items() if any(one.parameters for one in each.structure.declarations.values())}
        self._named: dict[str, set[str]] = defaultdict(set)
        for name in units.by_id:
            self._named[re.split(r"[.\\]", name)[-1]].add(name)
        self._passed: set[tuple[str, str]] = set()
        self._put: set[tuple[str, str]] = set()
        self.computing: set[str] = set()
        for item in code:
            for fact in item.of(Declaration) if item.language in reading else ():
                self._read(fact, units.owner(item.path, fact.name))

    def _read(self, fact: Declaration, holder: str) -> None:
        """`_passed` and `_put` are (unit that declares, unit that is named)."""
        holding, _, name = fact.name.rpartition(".")
        simple = holding.rpartition(".")[2]
        put = is_setter(name, fact.parameters) or name == simple or fact.kind == "field"
        for written in (fact.type, *fact.parameters):
            meant = {unit for word in re.findall(r"[^\W\d]\w*", written) for unit in self._named.get(word, ())} - {holder}
            (self._put if put else self._passed).update((holder, unit) for unit in meant)
        if fact.parameters and holder in self._named.get(fact.type.partition("<")[0], ()):  # fluent: it is handed on, call by call
            self._passed.add((holder, holder))
        if fact.kind == "method" and not is_accessor(name, fact.parameters, simple):
            self.computing.add(holder)

    def travelling(self, data: set[str]) -> set[str]:
        """Units that a method takes or gives back, or that lie in one of `data`."""
        return {unit for _, unit in self._passed} | {unit for holder, unit in self._put if holder in data}


def _acting(code: Sequence[FileFacts], units: Units) -> set[str]:
    """Units that answer, call over a border, open transactions or hold something for all."""
    found = set()
    for item in code:
        owners = [fact.owner for fact in item.facts if isinstance(fact, Endpoint | RemoteCall | Transaction)]
        found |= {units.owner(item.path, owner) for owner in owners}
        shared = [fact.evidence.line for fact in item.of(Trait) if fact.name in _SHARED]
        found |= {units.at(item.path, line) for line in shared}
    return found
