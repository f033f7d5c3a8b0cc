"""Cycles: which dependencies to cut, how they are drawn, and what is drawn when there is none, or too much."""

from msgspec.structs import replace

from assessor.domain.architecture import Architecture, Cycle, Dependency, Measures, Unit
from assessor.render.charts.cuts import back_dependencies, circles, order_with_little_against
from assessor.render.charts.layers import layers
from assessor.render.format import RenderOptions
from assessor.render.report import report_of
from assessor.render.views.cycles import Cycles, build
from tests.render.example import NOTHING_KNOWN, rich


def seen(edges: dict[tuple[str, str], int], cycles: list[list[str]]) -> Cycles:
    """The section for units named `package.Class`."""
    names = sorted({name for pair in edges for name in pair})
    units = tuple(Unit(n, "class", f"{n}.java", 1, 10, "java", n.rpartition(".")[0]) for n in names)
    between = tuple(Dependency(a, b, (("call", n),), n, f"{a}.java", 7) for (a, b), n in sorted(edges.items()))
    packages: dict[tuple[str, str], int] = {}
    for (a, b), count in edges.items():
        pair = (a.rpartition(".")[0], b.rpartition(".")[0])
        if pair[0] != pair[1]:
            packages[pair] = packages.get(pair, 0) + count
    measures = Measures(
        len(units),
        len(between),
        10 * len(units),
        0.5,
        tuple(Cycle(tuple(cycle), len(cycle)) for cycle in cycles),
        (),
        (),
        tuple(Dependency(a, b, (("call", n),), n, f"{a}.java", 1) for (a, b), n in sorted(packages.items())),
    )
    one = replace(rich(), architecture=Architecture(units, between, (), ()), measures=measures)
    return build(report_of(one, NOTHING_KNOWN, RenderOptions()))


def test_the_lightest_dependency_of_a_circle_is_cut() -> None:
    circle = {("a", "b"): 9, ("b", "c"): 4, ("c", "a"): 1, ("a", "c"): 2}
    assert back_dependencies("abc", circle) == {("c", "a")}
    assert back_dependencies("abc", {**circle, ("c", "a"): 50}) == {("a", "c"), ("b", "c")}


def test_what_closes_no_circle_is_not_cut() -> None:
    assert back_dependencies("abcd", {("d", "a"): 1, ("a", "b"): 1, ("b", "c"): 1, ("d", "c"): 1}) == frozenset()


def test_one_name_at_a_time_moves_to_where_little_runs_against_it() -> None:
    star = {(leaf, "hub"): 3 for leaf in "abcd"} | {("hub", leaf): 1 for leaf in "abcd"}
    assert order_with_little_against(["hub", *"abcd"], star)[-1] == "hub"


def test_circles_are_found_the_largest_first() -> None:
    pairs = {("a", "b"): 1, ("b", "a"): 1, ("c", "d"): 1, ("d", "e"): 1, ("e", "c"): 1, ("a", "c"): 1, ("x", "x"): 1}
    assert circles("abcdex", pairs) == [("c", "d", "e"), ("a", "b")]


def test_boxes_stand_in_columns_and_what_runs_back_is_drawn_last() -> None:
    weights = {("a", "b"): 5, ("b", "c"): 200, ("a", "c"): 30, ("c", "a"): 1}
    drawn = layers({name: name.upper() for name in "abc"}, weights, back_dependencies("abc", weights))
    left, middle, right = drawn.nodes
    assert [node.text for node in drawn.nodes] == ["A", "B", "C"]
    assert left.x < middle.x < right.x and left.width == 208  # few columns are no wider than names need
    assert [(line.title, line.back, line.stroke) for line in drawn.lines] == [
        ("a → b: 5", False, 1.0),
        ("a → c: 30", False, 1.75),
        ("b → c: 200", False, 2.5),
        ("c → a: 1", True, 1.0),
    ]
    passing = drawn.lines[1].path.split("H")  # a → c goes level through the column of b, beside its box
    assert len(passing) == 2 and f"{middle.x + middle.width:.1f}" == passing[1].split("C")[0]


def test_few_units_are_drawn_as_units_with_the_places_to_cut() -> None:
    found = seen({("p.A", "p.B"): 3, ("p.B", "q.C"): 2, ("q.C", "p.A"): 1}, [["p.A", "p.B", "q.C"]])
    (one,) = found.drawn
    assert (one.size, one.packages, one.nodes, one.cuts, one.pairs, one.back_sites, one.sites) == (3, 0, 3, 1, 3, 1, 6)
    (cut,) = one.back
    assert (cut.source, cut.target, [citation.place for citation in cut.citations]) == ("q.C", "p.A", ["q.C.java:7"])
    assert one.chart and len(one.chart.nodes) == 3


def test_many_units_are_drawn_as_their_packages() -> None:
    ring = [f"p{n % 5}.C{n:03d}" for n in range(100)]
    found = seen({(name, ring[(n + 1) % 100]): 1 for n, name in enumerate(ring)}, [sorted(ring)])
    (one,) = found.drawn
    assert (one.size, one.packages, one.nodes) == (100, 5, 5)


def test_very_many_packages_are_drawn_as_groups_and_flat_ones_as_a_matrix() -> None:
    deep = [f"area{n % 20:02d}.part{n:03d}.C" for n in range(200)]
    flat = [f"part{n:03d}.C" for n in range(200)]
    (one,) = seen({(name, deep[(n + 1) % 200]): 1 for n, name in enumerate(deep)}, [sorted(deep)]).drawn
    assert (one.packages, one.nodes, one.grid) == (200, 20, None)
    (other,) = seen({(name, flat[(n + 1) % 200]): 1 for n, name in enumerate(flat)}, [sorted(flat)]).drawn
    assert (other.packages, other.nodes, other.chart) == (200, 200, None)
    assert other.grid and len(other.grid.labels) == 60


def test_without_a_cycle_of_units_a_circle_of_packages_is_drawn() -> None:
    found = seen({("p.A", "q.B"): 1, ("q.C", "r.D"): 2, ("r.E", "p.F"): 3}, [])
    assert found.between_packages and found.drawn[0].packages == 3
    assert [(cut.source, cut.target) for cut in found.drawn[0].back] == [("p", "q")]


def test_pairs_and_trees_are_not_drawn() -> None:
    pair = seen({("p.A", "p.B"): 1, ("p.B", "p.A"): 1}, [["p.A", "p.B"]])
    assert (pair.drawn, [loop.size for loop in pair.loops]) == ((), [2])
    assert seen({("p.A", "q.B"): 1}, []).drawn == ()


def test_names_too_long_for_their_box_keep_what_tells_them_apart() -> None:
    names = {
        f"app.shop.catalogue.pricing.Discount{n}Calculator": f"app.shop.catalogue.pricing.Discount{n}Calculator" for n in (1, 2)
    }
    names |= {
        "app.Cart": "app.Cart",
        "app.shop.catalogue.of.everything.x.Item": "app.shop.catalogue.of.everything.x.Item",
        "app.shop.catalogue.of.everything.y.Item": "app.shop.catalogue.of.everything.y.Item",
    }
    order = sorted(names)
    weights = dict.fromkeys(zip(order, [*order[1:], order[0]], strict=True), 1)
    drawn = layers(names, weights, back_dependencies(order, weights))
    texts = {node.full: node.text for node in drawn.nodes}
    assert texts["app.shop.catalogue.pricing.Discount1Calculator"] == "Discount1Calculator"
    assert texts["app.Cart"] == "app.Cart"
    assert (texts["app.shop.catalogue.of.everything.x.Item"], texts["app.shop.catalogue.of.everything.y.Item"]) == (
        "x.Item",
        "y.Item",
    )
    assert drawn.shortened
