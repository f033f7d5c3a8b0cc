"""From facts to the `Architecture`: units, weighted dependencies, tables and who touches them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from assessor.domain.architecture import Architecture, Unit
from assessor.domain.criteria import Assumption
from assessor.domain.facts import FileFacts, TableUse
from assessor.domain.language import Language
from assessor.graph.carried import carried
from assessor.graph.edges import Edges
from assessor.graph.entities import Entities
from assessor.graph.flows import flows
from assessor.graph.imports import EXTERNAL, Imports
from assessor.graph.injection import injected, scanned
from assessor.graph.keys import keys_of_entities
from assessor.graph.mentioned import mentioned_uses
from assessor.graph.persistence import Persistence
from assessor.graph.resolve import Resolver
from assessor.graph.shared import shared_imports
from assessor.graph.tables import tables
from assessor.graph.units import Units, units_of
from assessor.graph.wired import wired


def build(facts: Iterable[FileFacts], languages: Sequence[Language], assumptions: Sequence[Assumption] = ()) -> Architecture:
    """The graph of all first-party source; facts of other roles are left out."""
    view = names(facts, languages)
    edges = Edges(view.units, view.resolver, view.imports)
    known = {language.id: language for language in languages}
    entities = Entities(view.source, view.units, view.resolver, known)
    persistence = Persistence(view.source, entities, view.units, view.resolver, assumptions)
    persisted: list[tuple[str, TableUse]] = [*entities.defined]
    for item in view.code:
        scope = view.resolver.scope(item)
        edges.read(item, scope)
        edges.relate(item, scope)
        persisted += persistence.uses(item, scope)
    persisted += mentioned_uses(view.source, entities, persistence)
    edges.inject(injected(view.code, view.units, view.resolver, scanned(view.source)))
    edges.inject(wired(view.source, view.units))
    keys, between = keys_of_entities(view.source, entities)
    persisted += [(use.evidence.path, use) for use in between]
    found, accesses, joins = tables(view.source, persistence, persisted, keys)
    dependencies = edges.dependencies()
    travels = carried(view.code, view.units, entities, known, dependencies, accesses)
    externals = sorted({target for _, target in edges.kinds if target.startswith(EXTERNAL)})
    nodes = [*view.units.by_id.values(), *(_external(name) for name in externals)]
    return Architecture(
        units=tuple(sorted(nodes)),
        dependencies=dependencies,
        tables=found,
        accesses=accesses,
        unresolved=tuple(sorted(edges.unresolved.items())),
        flows=flows(view.code, view.units, view.resolver, persistence, known, frozenset(travels)),
        joins=joins,
        carried=travels,
    )


class Names(NamedTuple):
    """Everything a name can mean: the units, and the resolver over them. `source` and `code` are the facts it was made from."""

    units: Units
    resolver: Resolver
    imports: Imports
    source: list[FileFacts]
    code: list[FileFacts]


def names(facts: Iterable[FileFacts], languages: Sequence[Language]) -> Names:
    """Collects the units of all first-party code and makes their names known."""
    known = {language.id: language for language in languages}
    facts = tuple(facts)
    source = [item for item in facts if item.role == "source"]
    code, units, imports = declared(facts, known)
    resolver = Resolver(units.types, known, imports)
    shared = shared_imports(source, known)
    for item in code:
        resolver.read(item, shared.of(item))
    return Names(units, resolver, imports, source, code)


def declared(facts: Sequence[FileFacts], languages: Mapping[str, Language]) -> tuple[list[FileFacts], Units, Imports]:
    """First-party code, its units, and what its imports lead to."""
    code = [item for item in facts if item.role == "source" and item.language in languages and languages[item.language].grammar]
    imports = Imports(code, facts, languages)
    units = units_of(code, languages, imports.names)
    imports.own(units)
    return code, units, imports


def _external(name: str) -> Unit:
    package = name.removeprefix(EXTERNAL)
    return Unit(id=name, kind="external", path="", line=0, lines=0, language="", package=package)
