"""Measures on graphs small enough to compute by hand."""

import networkx as nx
import pytest

from assessor.domain.architecture import Architecture, Cycle, Dependency, Unit
from assessor.graph.measure import measure, propagation_cost


def unit(name: str, *, kind: str = "class", abstract: bool = False) -> Unit:
    package = name.rpartition(".")[0]
    return Unit(id=name, kind=kind, path=f"{name}.java", line=1, lines=10, language="java", package=package, abstract=abstract)


def uses(source: str, target: str, weight: int = 1) -> Dependency:
    return Dependency(source=source, target=target, kinds=(("call", weight),), weight=weight, path=f"{source}.java", line=3)


def architecture(units: list[Unit], edges: list[Dependency]) -> Architecture:
    return Architecture(units=tuple(sorted(units)), dependencies=tuple(sorted(edges)), tables=(), accesses=())


def test_a_chain_of_three_propagates_to_six_of_nine_pairs() -> None:
    assert propagation_cost(nx.DiGraph([("a", "b"), ("b", "c")])) == pytest.approx(6 / 9, abs=1e-6)


def test_a_cycle_of_three_reaches_everything() -> None:
    assert propagation_cost(nx.DiGraph([("a", "b"), ("b", "c"), ("c", "a")])) == 1.0


def test_a_cycle_with_a_leaf_counts_the_members_of_the_cycle() -> None:
    # a<->b, b->c: a and b reach 3 each, c reaches 1: 7 of 9.
    assert propagation_cost(nx.DiGraph([("a", "b"), ("b", "a"), ("b", "c")])) == pytest.approx(7 / 9, abs=1e-6)


def test_a_diamond_does_not_count_a_shared_target_twice() -> None:
    # a reaches 4, b and c reach 2, d reaches 1: 9 of 16.
    graph = nx.DiGraph([("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")])
    assert propagation_cost(graph) == pytest.approx(9 / 16)


def test_nothing_measured_is_zero_not_an_error() -> None:
    measures = measure(architecture([], []))
    assert (measures.units, measures.propagation_cost, measures.cycles, measures.packages) == (0, 0.0, (), ())


def test_martin_metrics_of_two_packages() -> None:
    units = [unit("web.Page"), unit("web.Form"), unit("core.Order"), unit("core.Store", kind="interface", abstract=True)]
    edges = [uses("web.Page", "core.Order"), uses("web.Form", "core.Order", 4), uses("core.Order", "core.Store")]
    measures = measure(architecture(units, edges))
    core, web = measures.packages
    assert (core.package, core.afferent, core.efferent, core.instability, core.abstractness, core.distance) == (
        "core", 2, 0, 0.0, 0.5, 0.5,
    )  # fmt: skip
    assert (web.package, web.afferent, web.efferent, web.instability, web.abstractness, web.distance) == (
        "web", 0, 2, 1.0, 0.0, 0.0,
    )  # fmt: skip
    assert measures.package_dependencies == (
        Dependency(source="web", target="core", kinds=(("call", 5),), weight=5, path="web.Form.java", line=3),
    )


def test_cycles_are_listed_largest_first_and_external_units_do_not_count() -> None:
    units = [unit("a.A"), unit("a.B"), unit("b.C"), unit("b.D"), unit("b.E"), unit("external:x", kind="external")]
    edges = [
        uses("a.A", "a.B"), uses("a.B", "a.A"),
        uses("b.C", "b.D"), uses("b.D", "b.E"), uses("b.E", "b.C"), uses("b.E", "b.D"),
        uses("a.A", "external:x"), uses("a.A", "a.A"),
    ]  # fmt: skip
    measures = measure(architecture(units, edges))
    assert measures.cycles == (
        Cycle(units=("b.C", "b.D", "b.E"), dependencies=4),
        Cycle(units=("a.A", "a.B"), dependencies=2),
    )
    assert (measures.units, measures.dependencies) == (5, 6)
    assert [(c.unit, c.afferent, c.efferent) for c in measures.coupling][:2] == [("a.A", 1, 1), ("a.B", 1, 1)]


def test_packages_count_where_they_are_the_units() -> None:
    made = architecture([unit("cmd/shop", kind="package"), unit("store", kind="package")], [uses("cmd/shop", "store")])
    assert (measure(made).units, measure(made).dependencies) == (2, 1)
