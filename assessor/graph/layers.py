"""The working graph of the cut: units and tables as nodes, several kinds of ties as layers, one weight profile at a time.

Every layer is normalised to the same total before its coefficient counts, so that ten thousand calls do not drown fifty foreign
keys. A unit that everybody uses is set apart first (the shared kernel); an entity, its repository and its table are one node.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import networkx as nx
from msgspec import Struct

from assessor.domain.architecture import Architecture, Flow, Unit
from assessor.graph.measure import FIRST_PARTY
from assessor.graph.naming import named_after
from assessor.graph.together import INHERITING, TABLE, joined, simple, table_node

PROFILES: Mapping[str, Mapping[str, float]] = {
    "structure": {"call": 2.0, "inherit": 2.0},
    "data": {"transaction": 2.0, "write": 2.0, "read": 2.0, "key": 2.0},
    "history": {"change": 2.0},
}
"""Layers that a profile counts double; a profile whose layers are all empty is left out."""

_FULL = 4
_LARGE = 0.25
"""A component of this share of all units is part of the application, whether it holds data or not."""

Edge = tuple[str, str]


class Working(Struct, frozen=True):
    """`node_of` maps units and `table:` names to nodes, kernel units to nothing. `layers` holds raw weights by pair of nodes.

    `apart` are units that hang together with nothing that holds data: browser code, samples, tools. Nothing has to be cut there."""

    node_of: dict[str, str]
    members: dict[str, tuple[str, ...]]
    kernel: tuple[str, ...]
    layers: dict[str, dict[Edge, float]]
    merged: bool
    apart: tuple[str, ...] = ()

    def graph(self, coefficients: Mapping[str, float], profile: str = "") -> "nx.Graph[str]":
        """The weighted graph of one profile (none: every layer once), nodes and edges in a fixed order."""
        boost = PROFILES.get(profile, {})
        graph: nx.Graph[str] = nx.Graph()
        graph.add_nodes_from(sorted(self.members))
        for name, layer in sorted(self.layers.items()):
            if not coefficients[name]:
                continue
            # A layer of a few edges says little: it counts in full from one edge for every four nodes.
            total = sum(layer.values()) * max(1.0, len(self.members) / (_FULL * len(layer)))
            for (left, right), weight in sorted(layer.items()):
                share = coefficients[name] * boost.get(name, 1.0) * weight / total
                known = graph.get_edge_data(left, right, {"weight": 0.0})["weight"]
                graph.add_edge(left, right, weight=known + share)
        return graph

    def profiles(self) -> tuple[str, ...]:
        """The profiles that have a layer to boost."""
        return tuple(name for name, boosted in PROFILES.items() if any(layer in self.layers for layer in boosted))


def working(
    architecture: Architecture,
    flows: Sequence[Flow],
    changes: Mapping[Edge, float],
    *,
    most_nodes: int,
    accessors: Sequence[str],
    kernel: frozenset[str] = frozenset(),
    layer_words: Sequence[str] = (),
    whole: bool = False,
) -> Working:
    """Builds it. Above `most_nodes` units their packages stand for them; units of the `kernel` have no node; with `whole` nothing
    else is set apart either."""
    units = {unit.id: unit for unit in architecture.units if unit.kind in FIRST_PARTY}
    merged = len(units) - len(kernel) > most_nodes
    every = {name: unit.package if merged else name for name, unit in units.items()}
    every.update({table_node(table.name): table_node(table.name) for table in architecture.tables})
    # What hangs on the kernel alone is not apart: the kernel goes last.
    every = joined(every, architecture, units, () if merged else accessors)
    apart = frozenset[str]() if whole else _apart(every, _layers(architecture, flows, changes, every), units)
    node_of = {name: node for name, node in every.items() if name not in apart and name not in kernel}
    layers = _layers(architecture, flows, changes, node_of)
    if layer_words:
        layers["name"] = _names(architecture, units, node_of, layer_words)
    members: dict[str, list[str]] = defaultdict(list)
    for name, node in node_of.items():
        members[node].append(name)
    return Working(
        node_of=node_of,
        members={node: tuple(sorted(names)) for node, names in sorted(members.items())},
        kernel=tuple(sorted(kernel)),
        layers={name: layer for name, layer in layers.items() if layer},
        merged=merged,
        apart=tuple(sorted(apart)),
    )


def _apart(node_of: Mapping[str, str], layers: Mapping[str, Mapping[Edge, float]], units: Mapping[str, Unit]) -> frozenset[str]:
    """Names in components that hold no table, and are small or in a language that touches none."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted(node_of.values()))
    for layer in layers.values():
        graph.add_edges_from(layer)
    members: dict[str, list[str]] = defaultdict(list)
    for name, node in sorted(node_of.items()):
        members[node].append(name)
    components = [[name for node in sorted(found) for name in members[node]] for found in nx.connected_components(graph)]
    with_data = [names for names in components if any(name.startswith(TABLE) for name in names) and len(names) > 1]
    speaking = Counter(units[name].language for names in with_data for name in names if name in units)
    result: set[str] = set()
    for names in components:
        if len(names) == 1 or any(name.startswith(TABLE) for name in names):
            continue
        language = Counter(units[name].language for name in names if name in units).most_common(1)[0][0]
        if len(names) < _LARGE * len(node_of) or (speaking and not speaking[language]):
            result.update(names)
    return frozenset(result) if len(result) < len(node_of) else frozenset()


def _names(
    architecture: Architecture, units: Mapping[str, Unit], node_of: Mapping[str, str], layer_words: Sequence[str]
) -> dict[Edge, float]:
    """Ties of name, among units of one language and the tables. They help to find parts; no border costs more for them."""
    found: dict[Edge, float] = defaultdict(float)
    tables = [(table_node(table.name), table.name) for table in architecture.tables]
    for language in sorted({unit.language for unit in units.values()}):
        named = [(name, simple(name)) for name, unit in units.items() if unit.language == language and name in node_of]
        for left, right in named_after([*named, *(one for one in tables if one[0] in node_of)], layer_words):
            first, second = node_of[left], node_of[right]
            if first != second:
                found[min(first, second), max(first, second)] += 1.0
    return found


def _layers(
    architecture: Architecture, flows: Sequence[Flow], changes: Mapping[Edge, float], node_of: Mapping[str, str]
) -> dict[str, dict[Edge, float]]:
    layers: dict[str, dict[Edge, float]] = {
        name: defaultdict(float) for name in ("call", "inherit", "transaction", "write", "read", "key", "change")
    }

    def tie(layer: str, left: str, right: str, weight: float) -> None:
        first, second = node_of.get(left), node_of.get(right)
        if first and second and first != second:
            layers[layer][min(first, second), max(first, second)] += weight

    for edge in architecture.dependencies:
        kinds = dict(edge.kinds)
        inherited = sum(kinds.get(kind, 0) for kind in INHERITING)
        # What a container hands over is named as a type already: it counts by itself only where nothing else ties the two.
        handed = kinds.get("inject", 0)
        used = edge.weight - inherited - handed or min(handed, 1)
        if inherited:
            tie("inherit", edge.source, edge.target, 1.0)
        if used:
            tie("call", edge.source, edge.target, 1 + math.log(used))
    for access in architecture.accesses:
        tie("write" if "W" in access.access else "read", access.unit, table_node(access.table), 1.0)
    for table in architecture.tables:
        for target in table.references:
            tie("key", table_node(table.name), table_node(target), 1.0)
    for flow in flows:
        for name in sorted({table for table, _ in flow.writes}):
            tie("transaction", flow.unit, table_node(name), 1.0)
    for (left, right), weight in sorted(changes.items()):
        tie("change", left, right, weight)
    return layers
