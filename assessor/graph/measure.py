"""Measures of the dependency graph: cycles, coupling, Martin's package metrics, propagation cost. First-party units only.

Sources: Martin, "Agile Software Development" (2002), chapter 20, for Ca, Ce, I, A and D; MacCormack, Rusnak, Baldwin,
"Exploring the Structure of Complex Software Designs" (2006), for propagation cost.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

import networkx as nx

from assessor.domain.architecture import (
    Architecture,
    Cycle,
    Dependency,
    Measures,
    PackageMeasures,
    Unit,
    UnitMeasures,
)

FIRST_PARTY = frozenset({"class", "interface", "enum", "record", "trait", "struct", "module", "file", "package"})
_DIGITS = 6


def measure(architecture: Architecture) -> Measures:
    """All measures; every collection is sorted, ratios are rounded to six digits."""
    units = {unit.id: unit for unit in architecture.units if unit.kind in FIRST_PARTY}
    edges = [d for d in architecture.dependencies if d.source in units and d.target in units and d.source != d.target]
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(sorted(units))
    graph.add_edges_from((d.source, d.target) for d in edges)
    components = [sorted(component) for component in nx.strongly_connected_components(graph)]
    return Measures(
        units=len(units),
        dependencies=len(edges),
        lines=sum(unit.lines for unit in units.values()),
        propagation_cost=propagation_cost(graph),
        cycles=_cycles(graph, components),
        packages=_packages(units, edges),
        coupling=tuple(
            UnitMeasures(unit=name, afferent=graph.in_degree(name), efferent=graph.out_degree(name)) for name in sorted(units)
        ),
        package_dependencies=_between_packages(units, edges),
    )


def propagation_cost(graph: "nx.DiGraph[str]") -> float:
    """Share of ordered pairs (a, b) where a reaches b, each unit reaching itself; 0 for an empty graph.

    Reachability runs over the condensation with one integer per component as a set of components.
    """
    size = graph.number_of_nodes()
    if not size:
        return 0.0
    condensed = nx.condensation(graph)
    weight = {node: len(data["members"]) for node, data in condensed.nodes(data=True)}
    large = [(1 << node, members - 1) for node, members in weight.items() if members > 1]
    reach: dict[int, int] = {}
    waiting = {node: condensed.in_degree(node) for node in condensed}
    total = 0
    for node in reversed(list(nx.topological_sort(condensed))):
        seen = 1 << node
        for successor in condensed.successors(node):
            seen |= reach[successor]
            waiting[successor] -= 1
            if not waiting[successor]:  # nobody else will ask
                del reach[successor]
        reach[node] = seen
        total += weight[node] * (seen.bit_count() + sum(more for component, more in large if seen & component))
    return round(total / size**2, _DIGITS)


def _cycles(graph: "nx.DiGraph[str]", components: Iterable[list[str]]) -> tuple[Cycle, ...]:
    found = [
        Cycle(units=tuple(component), dependencies=graph.subgraph(component).number_of_edges())
        for component in components
        if len(component) > 1
    ]
    return tuple(sorted(found, key=lambda cycle: (-len(cycle.units), cycle.units)))


def _packages(units: dict[str, Unit], edges: Iterable[Dependency]) -> tuple[PackageMeasures, ...]:
    members: dict[str, list[Unit]] = defaultdict(list)
    for unit in units.values():
        members[unit.package].append(unit)
    incoming: dict[str, set[str]] = defaultdict(set)
    outgoing: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        source, target = units[edge.source].package, units[edge.target].package
        if source != target:
            outgoing[source].add(edge.source)
            incoming[target].add(edge.source)
    result = []
    for package, inside in sorted(members.items()):
        afferent, efferent = len(incoming[package]), len(outgoing[package])
        instability = efferent / (afferent + efferent) if afferent + efferent else 0.0
        abstractness = sum(unit.abstract or unit.kind == "interface" for unit in inside) / len(inside)
        result.append(
            PackageMeasures(
                package=package,
                units=len(inside),
                lines=sum(unit.lines for unit in inside),
                afferent=afferent,
                efferent=efferent,
                instability=round(instability, _DIGITS),
                abstractness=round(abstractness, _DIGITS),
                distance=round(abs(abstractness + instability - 1), _DIGITS),
            )
        )
    return tuple(result)


def _between_packages(units: dict[str, Unit], edges: Iterable[Dependency]) -> tuple[Dependency, ...]:
    kinds: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    first: dict[tuple[str, str], tuple[str, int]] = {}
    loops: Counter[tuple[str, str]] = Counter()
    for edge in sorted(edges):
        key = (units[edge.source].package, units[edge.target].package)
        if key[0] == key[1]:
            continue
        kinds[key].update(dict(edge.kinds))
        first[key] = min(first.get(key, (edge.path, edge.line)), (edge.path, edge.line))
        loops[key] += edge.in_loop
    return tuple(
        Dependency(
            source=key[0],
            target=key[1],
            kinds=tuple(sorted(count.items())),
            weight=sum(count.values()),
            path=first[key][0],
            line=first[key][1],
            in_loop=loops[key],
        )
        for key, count in sorted(kinds.items())
    )
