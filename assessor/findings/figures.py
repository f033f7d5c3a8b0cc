"""Numbers about the whole application that criteria and sentences may speak of.

In: facts, landscape, architecture, measures. Out: figures by name. The names are the knowledge of this module; every figure says
what it was counted from.

    units lines packages cycle.share cycle.units propagation
    tables tables.shared tables.written transactions transactions.wide transactions.distributed foreign-keys
    deployables deployables.server roots.server deployables.workers images.modes stores services.bundle modules.war modules.ejb
"""

from collections import defaultdict
from collections.abc import Iterable

from assessor.domain.architecture import Architecture, Measures, run_by_hand
from assessor.domain.facts import Artifact, Evidence, FileFacts, Transaction
from assessor.domain.findings import Figure
from assessor.domain.runtime import Landscape

SHOWN = 12
"""Places and names a figure carries at most: a report shows fewer, the graph has them all."""
STORES = frozenset({"database", "document-database", "cache", "search", "queue", "object-store"})
SERVERS = frozenset({"web", "service"})


def figures(
    facts: tuple[FileFacts, ...], landscape: Landscape, architecture: Architecture, measures: Measures
) -> tuple[Figure, ...]:
    """All figures, sorted by name; those that are zero too, for a zero was counted."""
    return tuple(sorted((*_of_graph(architecture, measures), *_of_data(facts, architecture), *_of_landscape(landscape))))


def _figure(name: str, value: float, evidence: Iterable[Evidence] = (), names: Iterable[str] = ()) -> Figure:
    return Figure(name, float(value), tuple(sorted(set(evidence)))[:SHOWN], tuple(sorted(set(names)))[:SHOWN])


def _of_graph(architecture: Architecture, measures: Measures) -> Iterable[Figure]:
    largest = measures.cycles[0].units if measures.cycles else ()
    places = {unit.id: Evidence(unit.path, unit.line) for unit in architecture.units}
    inside = [places[unit] for unit in largest[:SHOWN] if unit in places]
    yield _figure("units", measures.units)
    yield _figure("lines", measures.lines)
    yield _figure("packages", len(measures.packages))
    yield _figure("propagation", measures.propagation_cost)
    yield _figure("cycle.units", len(largest), inside, largest[:SHOWN])
    yield _figure("cycle.share", len(largest) / measures.units if measures.units else 0.0, inside, largest[:SHOWN])


def _of_data(facts: tuple[FileFacts, ...], architecture: Architecture) -> Iterable[Figure]:
    module = {unit.id: _module(unit.package, unit.path) for unit in architecture.units}
    writers: dict[str, set[str]] = defaultdict(set)
    places: dict[str, list[Evidence]] = defaultdict(list)
    code = {unit.id for unit in architecture.units if not run_by_hand(unit.path)}
    for access in architecture.accesses:
        if "W" in access.access and access.unit in code:
            writers[access.table].add(module.get(access.unit, access.unit))
            places[access.table].extend(access.evidence[:1])
    shared = sorted(table for table, by in writers.items() if len(by) > 1)
    yield _figure(
        "tables",
        len(architecture.tables),
        (e for t in architecture.tables for e in t.defined[:1]),
        (t.name for t in architecture.tables),
    )
    yield _figure("tables.written", len(writers))
    yield _figure("tables.shared", len(shared), (e for table in shared for e in places[table]), shared)
    source = [fact for file in facts if file.role == "source" for fact in file.facts]
    transactions = [fact for fact in source if isinstance(fact, Transaction)]
    wide = {flow.evidence for flow in architecture.flows if len({table for table, _ in flow.writes}) > 1}
    spread = [t for t in transactions if len(t.tables) > 1 or t.evidence in wide]
    distributed = [t for t in transactions if t.kind == "distributed"]
    for name, found in (("transactions", transactions), ("transactions.wide", spread), ("transactions.distributed", distributed)):
        yield _figure(name, len(found), (t.evidence for t in found), (t.owner for t in found if t.owner))
    keys = [
        (place, f"{table.name} to {target}")
        for table in architecture.tables
        for target, place in zip(table.references, table.keys, strict=True)
    ]
    archives = sorted(fact for fact in source if isinstance(fact, Artifact) and fact.kind == "ear" and fact.modules)
    if archives:
        largest = max(archives, key=lambda archive: len(archive.modules))
        for kind, suffix in (("ejb", ".jar"), ("war", ".war")):
            members = [name for name in largest.modules if name.lower().endswith(suffix)]
            if members:
                yield _figure(f"modules.{kind}", len(members), [largest.evidence], members)
    yield _figure("foreign-keys", len(keys), (place for place, _ in keys), (text for _, text in keys))


def _module(package: str, path: str) -> str:
    """Where a unit belongs for the question who writes a table: its package, else its folder."""
    return package or path.rpartition("/")[0]


def _of_landscape(landscape: Landscape) -> Iterable[Figure]:
    servers = [d for d in landscape.deployables if d.role in SERVERS]
    workers = [d for d in landscape.deployables if d.role in ("worker", "scheduler")]
    modes: dict[str, set[str]] = defaultdict(set)
    for deployable in landscape.deployables:
        if deployable.role not in ("frontend", "one-shot", "desktop"):
            modes[deployable.folder].add(deployable.role + deployable.command)
    stores = [s for s in landscape.services if s.slot in STORES and s.placement in ("bundle", "outside")]
    roots = {d.folder: d for d in sorted(servers, reverse=True)}
    yield _figure("roots.server", len(roots), (e for d in roots.values() for e in d.evidence[:1]), (d.name for d in roots.values()))
    for name, found in (
        ("deployables", list(landscape.deployables)),
        ("deployables.server", servers),
        ("deployables.workers", workers),
    ):
        yield _figure(name, len(found), (e for d in found for e in d.evidence[:1]), (d.name for d in found))
    yield _figure("images.modes", max((len(roles) for roles in modes.values()), default=0))
    yield _figure("stores", len(stores), (e for s in stores for e in s.evidence[:1]), (s.name for s in stores))
    yield _figure("services.bundle", sum(s.placement == "bundle" for s in landscape.services))
