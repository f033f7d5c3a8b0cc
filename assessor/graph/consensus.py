"""What several clusterings of one graph agree on, and how much they do.

Sources: Lancichinetti and Fortunato, "Consensus clustering in complex networks" (2012) for clustering once more by how often the
runs agree, Tandon et al., "Fast consensus clustering" (2019) for agreeing along the edges only, Meila (2007) for the variation of
information.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

import networkx as nx

from assessor.graph.louvain import communities

_AGREED = 0.5
"""Share of runs that must put both ends of an edge together."""
_SURVIVES = 0.6
"""Overlap (Jaccard) from which two parts are one."""

Partition = Mapping[str, int]


def louvain(graph: "nx.Graph[str]", resolution: float, seed: int) -> Partition:
    """Node -> number of its community, numbered by their first nodes."""
    found = communities(graph, resolution, seed)
    ordered = sorted(found, key=lambda community: min(community))
    return {node: number for number, community in enumerate(ordered) for node in community}


def sum_of(graphs: Sequence["nx.Graph[str]"], nodes: Sequence[str]) -> "nx.Graph[str]":
    """One graph with the weights of all, nodes and edges in a fixed order."""
    weights: Counter[tuple[str, str]] = Counter()
    for graph in graphs:
        for one, other, data in graph.edges(data=True):
            weights[min(one, other), max(one, other)] += data["weight"]
    whole: nx.Graph[str] = nx.Graph()
    whole.add_nodes_from(nodes)
    whole.add_edges_from((one, other, {"weight": weight}) for (one, other), weight in sorted(weights.items()))
    return whole


def agreed_parts(
    partitions: Sequence[Partition], graph: "nx.Graph[str]", nodes: Sequence[str], resolution: float
) -> list[tuple[str, ...]]:
    """Components of the edges whose ends most partitions put together, largest first.

    One doubtful node on a border would chain two parts to one. So the graph is clustered once more with its weights times the
    share of partitions that agree, and no component goes beyond a community of that.
    """
    shares: nx.Graph[str] = nx.Graph()
    shares.add_nodes_from(nodes)
    most = []
    for one, other, data in graph.edges(data=True):
        times = sum(partition[one] == partition[other] for partition in partitions)
        if times:
            shares.add_edge(one, other, weight=data["weight"] * times / len(partitions))
        if times > _AGREED * len(partitions):
            most.append((one, other))
    community = louvain(shares, resolution, 0)
    sure: nx.Graph[str] = nx.Graph()
    sure.add_nodes_from(nodes)
    sure.add_edges_from((one, other) for one, other in most if community[one] == community[other])
    found = [tuple(sorted(component)) for component in nx.connected_components(sure)]
    return sorted(found, key=lambda part: (-len(part), part))


def survives(part: Sequence[str], by_profile: Sequence[Sequence[set[str]]]) -> bool:
    """True when at least two of the profiles (all, when there are fewer) know the part by themselves.

    At whatever resolution: doubling a layer shifts the size of the parts that one resolution gives."""
    wanted = set(part)
    times = sum(any(_overlap(wanted, other) >= _SURVIVES for other in parts) for parts in by_profile)
    return times >= min(2, len(by_profile))


def _overlap(one: set[str], two: set[str]) -> float:
    """Jaccard; sets of sizes that cannot overlap enough are not compared."""
    if min(len(one), len(two)) < _SURVIVES * max(len(one), len(two)):
        return 0.0
    shared = len(one & two)
    return shared / (len(one) + len(two) - shared)


def steadiness_of(part: Sequence[str], partitions: Sequence[Partition]) -> float:
    """Mean over the partitions of the best overlap (Jaccard) of the part with one of their communities."""
    total = 0.0
    for partition in partitions:
        sizes = Counter(partition.values())
        shared = Counter(partition[node] for node in part)
        total += max(count / (sizes[label] + len(part) - count) for label, count in shared.items())
    return total / len(partitions)


def agreement(partitions: Sequence[Partition], nodes: Sequence[str]) -> float:
    """1 - mean variation of information over ln n, each partition against the first; 1 for a single one."""
    if len(partitions) < 2 or len(nodes) < 2:
        return 1.0
    first = partitions[0]
    distances = [variation_of_information(first, other, nodes) for other in partitions[1:]]
    return max(0.0, 1.0 - sum(distances) / len(distances) / math.log(len(nodes)))


def variation_of_information(one: Partition, two: Partition, nodes: Sequence[str]) -> float:
    """In nats; 0 for equal partitions, at most ln n."""
    size = len(nodes)
    together: Counter[tuple[int, int]] = Counter((one[node], two[node]) for node in nodes)
    left, right = Counter(one[node] for node in nodes), Counter(two[node] for node in nodes)
    distance = 0.0
    for (a, b), count in sorted(together.items()):
        distance -= count / size * (math.log(count / left[a]) + math.log(count / right[b]))
    return max(0.0, distance)
