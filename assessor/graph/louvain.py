"""Louvain communities whose arithmetic is exact, so that the search ends.

networkx moves a node whenever the gain is more than zero. Where two communities are equally good, rounding makes a gain of 1e-19
of nothing, in both directions, and the search goes back and forth for ever (networkx 3.6.1, seen on a graph of 1,014 nodes).
Weights that are whole numbers with a power of two as their sum, and resolutions that are short in binary, make every term of the
gain exact: each move is then a real gain, and there are only so many.
"""

import networkx as nx

_WHOLE = 2**22
"""The sum of the weights. Products of two sums and a resolution still fit into the 53 bits of a float."""


def communities(graph: "nx.Graph[str]", resolution: float, seed: int) -> list[set[str]]:
    """The communities of an undirected graph with positive `weight`s; `resolution` has to be a multiple of 1/4."""
    return nx.community.louvain_communities(exact(graph), weight="weight", resolution=resolution, seed=seed)


def exact(graph: "nx.Graph[str]") -> "nx.Graph[str]":
    """The same graph with whole weights of at least 1 that sum up to a power of two, nodes and ties in the same order.

    What rounding left is spread over the heaviest ties, one for each: a single one could become negative by it."""
    ties = [(one, other, data["weight"]) for one, other, data in graph.edges(data=True)]
    total = sum(weight for _, _, weight in ties)
    weights = [max(1, round(weight / total * _WHOLE)) for _, _, weight in ties]
    left = _WHOLE - sum(weights) if weights else 0
    heaviest = sorted(range(len(weights)), key=lambda position: (-weights[position], position))
    while left > 0 or (
        left < 0 and len(weights) <= _WHOLE
    ):  # more ties than the sum cannot be exact; such a graph is merged before
        for position in heaviest[: abs(left)]:
            if left > 0 or weights[position] > 1:
                step = 1 if left > 0 else -1
                weights[position] += step
                left -= step
    whole: nx.Graph[str] = nx.Graph()
    whole.add_nodes_from(graph)
    whole.add_edges_from((one, other, {"weight": weight}) for (one, other, _), weight in zip(ties, weights, strict=True))
    return whole
