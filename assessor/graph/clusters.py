"""Where the working graph comes apart by itself: Louvain over seeds, resolutions and weight profiles, and what most runs agree on.

Source: Blondel et al. (2008) for Louvain.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from statistics import fmean

import networkx as nx
from msgspec import Struct

from assessor.graph.consensus import (
    Partition,
    agreed_parts,
    agreement,
    louvain,
    steadiness_of,
    sum_of,
    survives,
    variation_of_information,
)
from assessor.graph.louvain import communities
from assessor.graph.seams import seam

RESOLUTIONS = (0.5, 0.75, 1.0, 1.5, 2.0)
_ROUGH_DRAWS = 30
_REWIRED, _LEAST_REWIRINGS = 30_000, 5
"""Edges that all rewired graphs may have together, so that the one score that decides nothing does not cost the most."""


class Clustering(Struct, frozen=True):
    """`parts` hold nodes, largest first; `steadiness` of each is the mean best overlap (Jaccard) over all runs, 0..1.

    `stability` is 1 - mean variation of information between runs / ln n; `undecided` nodes belong to no part.
    """

    parts: tuple[tuple[str, ...], ...]
    steadiness: tuple[float, ...]
    undecided: tuple[str, ...]
    stability: float
    runs: int
    resolution: float


def ties_of(graph: "nx.Graph[str]") -> list[tuple[str, list[tuple[str, float]]]]:
    """All that clustering depends on: every node with its neighbours and weights, in the graph's own order."""
    return [(node, [(other, data["weight"]) for other, data in near.items()]) for node, near in graph.adjacency()]


def seeds_for(nodes: int) -> int:
    """Fewer seeds for larger graphs, so that the whole sweep stays within its minute: 10 up to 300 nodes, 3 above 800."""
    return 10 if nodes <= 300 else 5 if nodes <= 800 else 3


def cluster(
    graphs: Mapping[str, "nx.Graph[str]"],
    combined: "nx.Graph[str]",
    least: int,
    fits: Callable[[Sequence[str]], bool] = lambda part: True,
) -> Clustering:
    """The consensus over one graph per profile (same nodes); parts smaller than `least` nodes are dissolved.

    Of the resolutions the one is taken whose parts are cleanest and steadiest together: the sum over the parts that could leave
    (`fits`) of their share of the nodes x seam in the `combined` graph x steadiness, times how much of the partition its
    neighbours in the sweep share: plateaus count, not peaks. A sweep over all resolutions at once would favour the finest.
    """
    nodes = sorted(combined.nodes)
    seeds = seeds_for(len(nodes))
    named = [graph for _, graph in sorted(graphs.items())]
    together = sum_of(named, nodes)
    sweep: list[tuple[float, list[Partition], list[tuple[str, ...]]]] = []
    by_profile: list[list[set[str]]] = [[] for _ in named]
    for resolution in RESOLUTIONS:
        runs = [[louvain(graph, resolution, seed) for seed in range(seeds)] for graph in named]
        every = [partition for partitions in runs for partition in partitions]
        for known, graph, partitions in zip(by_profile, named, runs, strict=True):
            known += [set(part) for part in agreed_parts(partitions, graph, nodes, resolution) if len(part) > 1]
        sweep.append((resolution, every, [part for part in agreed_parts(every, together, nodes, resolution) if len(part) >= least]))
    found: list[tuple[float, Clustering]] = []
    for resolution, every, agreed in sweep:
        parts = [part for part in agreed if survives(part, by_profile)]
        steadiness = [steadiness_of(part, every) for part in parts]
        inside = {node for part in parts for node in part}
        clustering = Clustering(
            parts=tuple(parts),
            steadiness=tuple(round(value, 6) for value in steadiness),
            undecided=tuple(node for node in nodes if node not in inside),
            stability=round(agreement(every, nodes), 6),
            runs=len(every) * len(RESOLUTIONS),
            resolution=resolution,
        )
        worth = sum(
            len(part) / len(nodes) * seam(combined, part, number, _ROUGH_DRAWS)[0] * steady
            for number, (part, steady) in enumerate(zip(parts, steadiness, strict=True))
            if fits(part)
        )
        found.append((worth, clustering))
    if not found:
        return Clustering((), (), tuple(nodes), 1.0, 0, 1.0)
    plateaus = _plateaus([one for _, one in found], nodes)
    ranked = [
        (len(one.parts) > 1, round(worth * plateau, 9), -number)
        for number, ((worth, one), plateau) in enumerate(zip(found, plateaus, strict=True))
    ]
    return found[-max(ranked)[2]][1]


def _plateaus(sweep: Sequence[Clustering], nodes: Sequence[str]) -> list[float]:
    """For each resolution how much the parts of its neighbours in the sweep are the same, 0..1."""
    labels = [{node: number for number, part in enumerate(one.parts, 1) for node in part} for one in sweep]
    whole = [{node: known.get(node, 0) for node in nodes} for known in labels]
    most = math.log(max(len(nodes), 2))
    near = [1 - variation_of_information(one, two, nodes) / most for one, two in pairwise(whole)]
    return [max(0.0, fmean(near[max(0, n - 1) : n + 1])) if near else 1.0 for n in range(len(sweep))]


def modularity_z(graph: "nx.Graph[str]", parts: Sequence[Sequence[str]], rewirings: int) -> tuple[float, float]:
    """(modularity of the parts, z of the graph's own best against that of graphs with shuffled edge ends and the same degrees).

    Printed, decides nothing: it grows with size."""
    import random
    import statistics

    inside = {node for part in parts for node in part}
    divided = [set(part) for part in parts] + [{node} for node in graph if node not in inside]
    value = nx.community.modularity(graph, divided, weight="weight")
    edges = sorted((min(a, b), max(a, b), data["weight"]) for a, b, data in graph.edges(data=True))
    if len(edges) < 4:
        return value, 0.0
    draws = []
    for seed in range(max(_LEAST_REWIRINGS, min(rewirings, _REWIRED // len(edges)))):
        chance = random.Random(seed)
        ends = [node for a, b, _ in edges for node in (a, b)]
        chance.shuffle(ends)
        other: nx.Graph[str] = nx.Graph()
        other.add_nodes_from(graph)
        for number, (_, _, weight) in enumerate(edges):
            a, b = ends[2 * number], ends[2 * number + 1]
            other.add_edge(a, b, weight=other.get_edge_data(a, b, {"weight": 0.0})["weight"] + weight)
        found = communities(other, 1.0, seed)
        draws.append(nx.community.modularity(other, found, weight="weight"))
    spread = statistics.pstdev(draws)
    found = communities(graph, 1.0, 0)
    own = nx.community.modularity(graph, found, weight="weight")
    return value, (own - statistics.fmean(draws)) / spread if spread else 0.0
