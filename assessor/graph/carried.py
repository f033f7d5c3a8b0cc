"""Units that travel between parts as data, or are copied: entities, values, enumerations. Nobody calls them over a border.

In: first-party code with its units, entities, dependencies and table accesses. Out: their ids, sorted. `order.total()` on an
`Order` that a service handed over runs where the order is; only what is one for all, a service, has to be called where it lives.
Carried are enumerations, records, entities with a mapping, and classes with fields that keep to themselves: they touch no table,
answer nothing, open no transaction, hold nothing for all, are handed out by no container, and call nothing but their like.

Where entities ask the database themselves (Rails, Eloquent, Django: languages with `bases`) they are services of their table.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from assessor.domain.architecture import Dependency, TableAccess
from assessor.domain.facts import Declaration, Endpoint, FileFacts, RemoteCall, Trait, Transaction
from assessor.domain.language import Language
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
    while True:
        others = {name for name in found - sure if not calls[name] <= found}
        if not others:
            return tuple(sorted(found))
        found -= others


def _acting(code: Sequence[FileFacts], units: Units) -> set[str]:
    """Units that answer, call over a border, open transactions or hold something for all."""
    found = set()
    for item in code:
        owners = [fact.owner for fact in item.facts if isinstance(fact, Endpoint | RemoteCall | Transaction)]
        found |= {units.owner(item.path, owner) for owner in owners}
        shared = [fact.evidence.line for fact in item.of(Trait) if fact.name in _SHARED]
        found |= {units.at(item.path, line) for line in shared}
    return found
