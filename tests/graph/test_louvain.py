"""The search for communities ends where two are equally good, and says what it said before."""

import networkx as nx

from assessor.graph.louvain import communities, exact


def test_weights_become_whole_numbers_whose_sum_is_a_power_of_two() -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edge("a", "b", weight=0.1)
    graph.add_edge("b", "c", weight=0.2)
    graph.add_edge("c", "d", weight=0.00000001)
    whole = exact(graph)
    weights = [data["weight"] for _, _, data in whole.edges(data=True)]
    assert list(whole) == ["a", "b", "c", "d"]
    assert weights == [1398101, 2796202, 1]
    assert sum(weights) == 2**22


def test_what_rounding_leaves_makes_no_tie_negative() -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from(((f"unit {i}", f"table {i % 200}") for i in range(30_000)), weight=1.0)
    weights = [data["weight"] for _, _, data in exact(graph).edges(data=True)]
    assert (set(weights), sum(weights)) == ({139, 140}, 2**22)


def test_a_graph_without_ties_is_only_single_nodes() -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from("ab")
    assert communities(graph, 1.0, 0) == [{"a"}, {"b"}]


def test_two_triangles_on_a_thin_tie_are_two_communities() -> None:
    graph: nx.Graph[str] = nx.Graph()
    for one, other in ("ab", "bc", "ca", "de", "ef", "fd"):
        graph.add_edge(one, other, weight=1 / 3)
    graph.add_edge("c", "d", weight=1 / 30)
    assert sorted(map(sorted, communities(graph, 1.0, 0))) == [["a", "b", "c"], ["d", "e", "f"]]


def test_rings_of_ties_that_are_equally_good_come_to_an_end() -> None:
    # Thirds and sevenths have no end in binary: with them as they are the same search went back and forth between equal neighbours.
    graph: nx.Graph[str] = nx.Graph()
    for number in range(60):
        for step in (1, 2, 3):
            graph.add_edge(f"{number:02d}", f"{(number + step) % 60:02d}", weight=step / 7 / 3)
    for resolution in (0.5, 0.75, 1.0, 1.5, 2.0):
        found = communities(graph, resolution, 0)
        assert {node for part in found for node in part} == set(graph)
