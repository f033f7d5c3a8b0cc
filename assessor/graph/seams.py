"""How clean the border of a part is: its conductance against random connected parts of the same size."""

import random
from collections.abc import Iterable, Sequence

import networkx as nx

DRAWS = 200
_STEPS, _LEAST_DRAWS = 20_000, 20
"""Nodes that all random parts of one size may hold together: 200 parts of 100 nodes, 20 of 1,000."""


def conductance(graph: "nx.Graph[str]", part: Iterable[str]) -> float:
    """Weight of the edges that leave the part over the smaller of the two volumes; 0 for a part without a border, 1 at worst."""
    inside = set(part)
    cut = volume = 0.0
    for node in sorted(inside):
        for other, data in graph[node].items():
            volume += data["weight"]
            cut += 0.0 if other in inside else data["weight"]
    total = 2 * graph.size(weight="weight")
    smaller = min(volume, total - volume)
    return cut / smaller if smaller > 0 else 0.0


def random_conductance(graph: "nx.Graph[str]", size: int, seed: int, draws: int = DRAWS) -> float:
    """Mean conductance of `draws` random connected parts of `size` nodes, grown from a random node by random neighbours.

    Fewer draws for large parts, whose conductance varies little. Components smaller than `size` cannot hold one and are left out;
    0 when there is none left.
    """
    chance = random.Random(seed)
    homes = [sorted(component) for component in nx.connected_components(graph) if len(component) >= size]
    nodes = sorted(node for home in homes for node in home)
    if not nodes:
        return 0.0
    draws = max(_LEAST_DRAWS, min(draws, _STEPS // size))
    neighbours = {node: sorted(graph[node]) for node in nodes}
    weights = {node: {other: data["weight"] for other, data in graph[node].items()} for node in nodes}
    volumes = {node: sum(weights[node][other] for other in neighbours[node]) for node in nodes}
    total = 2 * graph.size(weight="weight")
    drawn = 0.0
    for _ in range(draws):
        part = _grown(neighbours, nodes, size, chance)
        volume = cut = 0.0
        for node in sorted(part):
            volume += volumes[node]
            own = weights[node]
            cut += volumes[node] - sum([own[other] for other in neighbours[node] if other in part])
        smaller = min(volume, total - volume)
        drawn += max(0.0, cut) / smaller if smaller > 0 else 0.0
    return drawn / draws


def _grown(neighbours: dict[str, list[str]], nodes: Sequence[str], size: int, chance: random.Random) -> set[str]:
    start = nodes[chance.randrange(len(nodes))]
    part, frontier = {start}, list(neighbours[start])
    while len(part) < size and frontier:
        position = chance.randrange(len(frontier))
        frontier[position], frontier[-1] = frontier[-1], frontier[position]
        node = frontier.pop()
        if node not in part:
            part.add(node)
            frontier += [other for other in neighbours[node] if other not in part]
    return part


def seam(graph: "nx.Graph[str]", part: Sequence[str], seed: int = 0, draws: int = DRAWS) -> tuple[float, float, float]:
    """(seam, conductance, random conductance): 1 - conductance / random conductance, clipped to 0..1."""
    own = conductance(graph, part)
    drawn = random_conductance(graph, len(part), seed, draws)
    return (max(0.0, min(1.0, 1 - own / drawn)) if drawn > 0 else 0.0, own, drawn)
