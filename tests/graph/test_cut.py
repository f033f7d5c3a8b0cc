"""The cut: seams, consensus, bills and published metrics on graphs small enough to compute by hand."""

import math

import networkx as nx
import pytest
from msgspec.structs import replace

from assessor.domain.architecture import Architecture, Dependency, Flow, Join, Table, TableAccess, Unit
from assessor.domain.facts import Evidence
from assessor.domain.knowledge import Knowledge
from assessor.domain.proposal import Proposal, ProposedPart
from assessor.errors import InputError
from assessor.graph.candidates import parts, score, simulate
from assessor.graph.clusters import cluster
from assessor.graph.consensus import agreed_parts, survives, variation_of_information
from assessor.graph.layers import working
from assessor.graph.measure import measure
from assessor.graph.omnipresent import rough_parts, shared_kernel
from assessor.graph.part_names import part_names
from assessor.graph.proposed import propose
from assessor.graph.seams import conductance, seam
from assessor.graph.split_cost import bill
from assessor.graph.split_metrics import (
    database_purity,
    inter_partition_calls,
    interface_number,
    metrics,
    non_extreme_distribution,
    structural_modularity,
    transaction_complexity,
)
from assessor.graph.together import table_node

TWO = {"a": "1", "b": "1", "c": "2", "d": "2"}
CALLS = [("a", "b", 1.0), ("c", "d", 1.0), ("b", "c", 4.0)]


def unit(name: str, lines: int = 10) -> Unit:
    return Unit(name, "class", f"{name}.java", 1, lines, "java", name.rpartition(".")[0])


def uses(source: str, target: str, sites: int = 1, kind: str = "call", in_loop: int = 0) -> Dependency:
    return Dependency(source, target, ((kind, sites),), sites, f"{source}.java", 7, in_loop)


def town(name: str, size: int) -> tuple[list[Unit], list[Dependency]]:
    """Units that all use each other in one direction."""
    units = [unit(f"app.{name}.U{n:02}") for n in range(size)]
    return units, [uses(a.id, b.id) for i, a in enumerate(units) for b in units[i + 1 :]]


def architecture(units: list[Unit], edges: list[Dependency], **more: object) -> Architecture:
    return Architecture(
        tuple(sorted(units)),
        tuple(sorted(edges)),
        more.get("tables", ()),
        more.get("accesses", ()),
        (),
        more.get("flows", ()),
        more.get("joins", ()),
    )  # type: ignore[arg-type]


# --- published metrics


def test_structural_modularity_by_hand() -> None:
    # mu = 1 in each part of 2: (1/4 + 1/4) / 2 = 0.25; sigma = 1 over 2*2, one pair of parts: 0.25.
    assert structural_modularity(CALLS, TWO) == pytest.approx(0.0)
    assert structural_modularity(CALLS[:2], TWO) == pytest.approx(0.25)
    # Calling back makes no second pair, neither inside (b, a) nor across (c, b).
    assert structural_modularity([*CALLS, ("b", "a", 1.0), ("c", "b", 1.0)], TWO) == pytest.approx(0.0)
    # Parts of 2, 1 and 1: cohesion (1/4 + 0 + 0) / 3, coupling (1/(2*1) + 1/(1*1)) over three pairs of parts.
    three = {"a": "1", "b": "1", "c": "2", "d": "3"}
    assert structural_modularity([*CALLS, ("a", "a", 1.0)], three) == pytest.approx(1 / 12 - (1 / 2 + 1) / 3)


def test_inter_partition_calls_weigh_repeated_sites_by_their_logarithm() -> None:
    crossing = 1 + math.log(4)
    assert inter_partition_calls(CALLS, TWO) == pytest.approx(crossing / (2 + crossing))
    assert inter_partition_calls(CALLS, dict.fromkeys(TWO, "1")) == 0.0


def test_interface_number_is_per_part() -> None:
    assert interface_number(CALLS, TWO) == pytest.approx(1 / 2)
    assert interface_number([*CALLS, ("c", "b", 1.0), ("d", "a", 1.0)], TWO) == pytest.approx(2 / 2)


def test_non_extreme_distribution_counts_parts_of_5_to_20() -> None:
    sides = {**{f"a{n}": "good" for n in range(5)}, **{f"b{n}": "small" for n in range(4)}, **{f"c{n}": "large" for n in range(21)}}
    assert non_extreme_distribution(sides) == pytest.approx(1 - 5 / 30)
    assert non_extreme_distribution({f"a{n}": "good" for n in range(20)}) == 0.0


def test_database_purity_is_one_for_owned_tables_and_zero_for_evenly_shared_ones() -> None:
    assert database_purity([("t", "1"), ("t", "1"), ("u", "2")]) == 1.0
    assert database_purity([("t", "1"), ("t", "2")]) == pytest.approx(0.0)
    # Three of four touches of t are part 1's: 3/4 log2 4/3 + 1/4 log2 4 bits; u is whole.
    bits = 3 / 4 * math.log2(4 / 3) + 1 / 4 * 2
    assert database_purity([("t", "1")] * 3 + [("t", "2"), ("u", "2")]) == pytest.approx(1 - bits / 2)


def test_transaction_complexity_counts_other_distributed_ones_that_touch_the_same_table_in_the_other_mode() -> None:
    place = Evidence("a.java", 1)
    flows = [
        Flow("a", "declared", place, (("t", "a"),), (("u", "a"),)),  # distributed; u is written by b
        Flow("b", "declared", place, (("u", "b"), ("t", "b")), ()),  # distributed; u is read by a, t by nobody else
        Flow("c", "declared", place, (("u", "c"),), ()),  # stays in part 2
    ]
    sides = {**TWO, table_node("t"): "1", table_node("u"): "2"}
    assert transaction_complexity(flows, sides) == pytest.approx((1 + 1 + 0) / 3)
    assert transaction_complexity(flows[:1], sides) == 0.0
    both = Flow("d", "declared", place, (("t", "a"), ("u", "c")), (("t", "a"),))  # t read and written, u written
    # a: in part 1 it meets d in t, in part 2 b and d in u. b: in part 1 d in t, in part 2 a in u.
    # d: t meets a and b in other modes, u meets a.
    assert transaction_complexity([*flows[:1], Flow("b", "declared", place, (("u", "b"), ("t", "b"))), both], sides) == (
        pytest.approx(((1 + 2) + (1 + 1) + (2 + 1)) / 3)
    )
    assert transaction_complexity([], sides) == 0.0
    nobodys = [
        Flow("a", "declared", place, (("y", "c"),), (("x", "a"),)),
        Flow("b", "declared", place, (("x", "b"),), (("y", "d"),)),
    ]
    assert transaction_complexity(nobodys, TWO) == 2.0, "tables that are nobody's lie with the units that touch them"


def test_metrics_count_calls_and_makings_not_types_and_stand_beside_a_random_partition(knowledge: Knowledge) -> None:
    units = [unit(name) for name in "abcd"]
    edges = [uses("a", "b"), uses("c", "d", kind="new"), uses("b", "c", 9, kind="type"), uses("a", "d", 2, kind="import")]
    found = {one.name: one for one in metrics(architecture(units, edges), (), TWO)}
    assert {name: one.value for name, one in found.items()} == {
        "DB purity": 1.0,
        "ICP": round((1 + math.log(2)) / (3 + math.log(2)), 6),
        "IFN": 0.5,
        "IST": 0.0,
        "NED": 1.0,
        "SM": 0.0,
    }
    assert {one.parts for one in found.values()} == {2}
    assert found["ICP"].random != found["ICP"].value
    mixed = Dependency("b", "c", (("import", 1), ("type", 1)), 2, "b.java", 1)
    assert metrics(architecture(units, [edges[2], mixed]), (), TWO) == ()


def test_variation_of_information() -> None:
    nodes = ["a", "b", "c", "d"]
    one, two = {"a": 0, "b": 0, "c": 1, "d": 1}, {"a": 0, "b": 1, "c": 0, "d": 1}
    assert variation_of_information(one, one, nodes) == 0.0
    assert variation_of_information(one, {"a": 5, "b": 5, "c": 3, "d": 3}, nodes) == 0.0
    assert variation_of_information(one, two, nodes) == pytest.approx(2 * math.log(2))


# --- seams and consensus


def two_towns(bridges: int) -> "nx.Graph[str]":
    graph: nx.Graph[str] = nx.Graph()
    for name in "ab":
        graph.add_weighted_edges_from((f"{name}{i}", f"{name}{j}", 1.0) for i in range(8) for j in range(i))
    graph.add_weighted_edges_from((f"a{n}", f"b{n}", 1.0) for n in range(bridges))
    return graph


def test_conductance_by_hand() -> None:
    graph = two_towns(1)
    assert conductance(graph, [f"a{n}" for n in range(8)]) == pytest.approx(1 / 57)
    assert conductance(graph, graph.nodes) == 0.0


def test_a_clean_border_has_a_seam_and_a_random_one_has_none() -> None:
    clean, own, drawn = seam(two_towns(1), [f"a{n}" for n in range(8)])
    assert clean > 0.8 and own == pytest.approx(1 / 57) and own < drawn
    across, _, _ = seam(two_towns(1), [*(f"a{n}" for n in range(4)), *(f"b{n}" for n in range(4))])
    assert across == 0.0


def test_runs_agree_on_two_towns_and_on_nothing_in_one() -> None:
    graph = two_towns(1)
    found = cluster({"structure": graph, "data": graph}, graph, 3)
    assert [len(part) for part in found.parts] == [8, 8]
    assert found.steadiness == (1.0, 1.0) and found.undecided == ()
    clique = nx.complete_graph(12)
    whole = nx.relabel_nodes(clique, {n: f"n{n:02}" for n in clique})
    nx.set_edge_attributes(whole, 1.0, "weight")
    assert len(cluster({"structure": whole}, whole, 3).parts) <= 1


def test_a_node_on_the_border_does_not_chain_two_towns() -> None:
    graph = two_towns(0)
    graph.add_weighted_edges_from([("x", "a0", 0.5), ("x", "b0", 0.5)])
    nodes = sorted(graph)
    together = dict.fromkeys(nodes, 0)
    with_a = {node: 1 if node[0] == "b" else 0 for node in nodes}
    with_b = {node: 0 if node[0] == "a" else 1 for node in nodes}
    # `x` is with `a` in six and with `b` in seven of ten runs, and the two towns are together in three.
    parts = agreed_parts([together] * 3 + [with_a] * 3 + [with_b] * 4, graph, nodes, 1.0)
    assert sorted(len(part) for part in parts) == [8, 9]
    assert len(agreed_parts([together] * 10, graph, nodes, 0.0)) == 1


def test_a_part_survives_where_two_profiles_know_it() -> None:
    part = ("a", "b", "c", "d", "e")
    known, near, other = set(part), {"a", "b", "c", "x"}, {"a", "b", "c", "d"}
    assert survives(part, [[known], [near, other]])
    assert not survives(part, [[known], [near]])
    assert survives(part, [[known]]) and not survives(part, [[near]])
    assert survives(part, [[known], [other], [near]])


def test_parts_too_large_to_leave_do_not_choose_the_resolution() -> None:
    graph = two_towns(1)
    graph.add_weighted_edges_from((f"c{i}", f"c{j}", 1.0) for i in range(8) for j in range(i))
    graph.add_weighted_edges_from([("a0", "c0", 1.0), ("a1", "c1", 1.0), ("a2", "c2", 1.0), ("b3", "c3", 1.0)])
    found = cluster({"structure": graph, "data": graph}, graph, 3, lambda part: len(part) <= 10)
    assert [len(part) for part in found.parts] == [8, 8, 8]


# --- the simulation


def values(knowledge: Knowledge) -> dict[str, float]:
    return {one.id: one.value for one in knowledge.assumptions if one.kind != "list"}


def test_three_towns_with_own_tables_are_three_parts_and_the_bill_is_what_crosses(knowledge: Knowledge) -> None:
    units, edges, tables, accesses = [], [], [], []
    for name in ("orders", "stock", "billing"):
        more_units, more_edges = town(name, 12)
        units += more_units
        edges += more_edges
        tables.append(Table(name.upper(), (Evidence(f"{name}.sql", 1),), ()))
        accesses += [TableAccess(name.upper(), u.id, "RW", (Evidence(u.path, 3),)) for u in more_units[:3]]
    edges.append(uses("app.orders.U00", "app.stock.U00", 3, in_loop=2))
    flows = (Flow("app.orders.U00", "declared", Evidence("o.java", 9), (("orders", "app.orders.U00"), ("stock", "app.stock.U01"))),)
    made = architecture(units, edges, tables=tuple(sorted(tables)), accesses=tuple(sorted(accesses)), flows=flows)
    cut = simulate(made, measure(made), {}, {}, values(knowledge), ())
    assert not cut.whole
    assert sorted(candidate.name for candidate in cut.candidates) == ["billing", "orders", "stock"]
    billing = next(candidate for candidate in cut.candidates if candidate.name == "billing")
    assert billing.bill == () and billing.tables == ("BILLING",) and len(billing.units) == 12
    assert dict(billing.part.terms)["calls"] == 1.0 and dict(billing.part.terms)["writers"] == 1.0
    assert "transactions" in billing.dropped and "co-change" in billing.dropped
    orders = next(candidate for candidate in cut.candidates if candidate.name == "orders")
    assert [(charge.item, charge.count) for charge in orders.bill] == [("calls", 3), ("looped-calls", 2), ("transactions", 1)]
    assert orders.part.binding == "transactions" and orders.part.cut == 0.0
    assert {charge.item: charge.evidence for charge in orders.bill}["calls"] == (Evidence("app.orders.U00.java", 7),)
    assert [part.name for part in parts(cut)] == [candidate.name for candidate in cut.candidates]
    assert score(cut, 30).value == billing.part.cut
    assert billing.part.cut == 1.0 and score(cut, 30).says == "cut.free"
    bound = replace(cut, candidates=(orders,))
    assert score(bound, 30).says == "cut.simulated" and dict(score(bound, 30).values)["binding"] == "transactions"


def test_the_whole_wins_where_everything_uses_everything(knowledge: Knowledge) -> None:
    units, edges = town("mud", 40)
    made = architecture(units, edges)
    cut = simulate(made, measure(made), {}, {}, values(knowledge), ())
    assert cut.applies and cut.whole and parts(cut) == () and score(cut, 30).value == 0.0


def test_too_few_units_are_not_cut(knowledge: Knowledge) -> None:
    units, edges = town("tiny", 29)
    made = architecture(units, edges)
    cut = simulate(made, measure(made), {}, {}, values(knowledge), ())
    assert (cut.applies, cut.reason) == (False, "cut.too-few-units")
    assert score(cut, 30).says == "cut.too-few-units" and not score(cut, 30).applies


def test_what_everybody_uses_is_kernel_but_neither_a_hub_nor_what_holds_data() -> None:
    names = ["k.Text", "h.Hub", "d.OrderDao"]
    units = [unit(f"p{n}.A") for n in range(6)] + [unit(name) for name in names]
    edges = [uses(f"p{n}.A", name) for n in range(6) for name in names] + [uses("h.Hub", f"p{n}.A") for n in range(6)]
    part_of = {u.id: number % 6 for number, u in enumerate(units)}
    made = architecture(units, edges)
    assert shared_kernel(made, part_of, 0.5, {"d.OrderDao"}) == {"k.Text"}
    assert shared_kernel(made, part_of, 0.5, ()) == {"k.Text", "d.OrderDao"}


def test_what_three_of_five_parts_use_is_no_kernel() -> None:
    units = [unit(f"p{n}.A") for n in range(5)] + [unit("k.Text")]
    part_of = {u.id: number % 5 for number, u in enumerate(units)}
    assert shared_kernel(architecture(units, [uses(f"p{n}.A", "k.Text") for n in range(3)]), part_of, 0.5, ()) == frozenset()
    assert shared_kernel(architecture(units, [uses(f"p{n}.A", "k.Text") for n in range(4)]), part_of, 0.5, ()) == {"k.Text"}


def test_rough_parts_leave_out_pairs() -> None:
    graph = two_towns(1)
    graph.add_edge("x", "y", weight=1.0)
    found = rough_parts(graph)
    assert {node for node in graph if node not in found} == {"x", "y"}
    assert len(set(found.values())) == 2


def nodes(units: list[Unit], edges: list[Dependency], **more: object) -> list[tuple[str, ...]]:
    made = working(architecture(units, edges, **more), (), {}, most_nodes=99, accessors=("Repository", "Dao"))
    return sorted(made.members.values())


def test_entity_repository_and_table_are_one_node() -> None:
    units = [unit("a.Order"), unit("b.OrderRepository"), unit("c.Page")]
    table = Table("orders", (Evidence("a.Order.java", 3),), ())
    found = nodes(units, [uses("c.Page", "b.OrderRepository")], tables=(table,))
    assert found == [("a.Order", "b.OrderRepository", "table:orders"), ("c.Page",)]


def test_a_repository_is_found_by_plural_and_interface_names() -> None:
    units = [unit("a.Order"), unit("b.IOrdersRepository"), unit("b.OrderDao"), unit("c.InvoiceDao"), unit("c.Repository")]
    found = nodes(units, [uses("a.Order", "c.InvoiceDao"), uses("a.Order", "c.Repository")])
    assert found == [("a.Order", "b.IOrdersRepository", "b.OrderDao"), ("c.InvoiceDao",), ("c.Repository",)]


def test_an_interface_and_its_only_implementation_are_one_node_two_implementations_are_not() -> None:
    faces = [Unit(f"a.{name}", "interface", f"a.{name}.java", 1, 5, "java", "a") for name in ("Mail", "Store")]
    units = [*faces, unit("b.SmtpMail"), unit("b.DiskStore"), unit("b.CloudStore"), unit("b.Base"), unit("b.Derived")]
    kin = [("b.SmtpMail", "a.Mail"), ("b.DiskStore", "a.Store"), ("b.CloudStore", "a.Store"), ("b.Derived", "b.Base")]
    found = nodes(
        units, [uses(one, two, kind="implements") for one, two in kin] + [uses("b.Base", "a.Store"), uses("b.Base", "a.Mail")]
    )
    assert found == [("a.Mail", "b.SmtpMail"), ("a.Store",), ("b.Base",), ("b.CloudStore",), ("b.Derived",), ("b.DiskStore",)]


def test_what_a_container_hands_over_counts_only_where_nothing_else_ties_the_two() -> None:
    units = [unit("a.Shop"), unit("b.Cart"), unit("c.DiskCart")]
    named_too = Dependency("a.Shop", "b.Cart", (("inject", 1), ("type", 2)), 3, "a.Shop.java", 7)
    made = working(
        architecture(units, [named_too, uses("a.Shop", "c.DiskCart", sites=5, kind="inject")]), (), {}, most_nodes=99, accessors=()
    )
    assert made.layers == {"call": {("a.Shop", "b.Cart"): 1 + math.log(2), ("a.Shop", "c.DiskCart"): 1.0}}


def test_what_hangs_on_the_kernel_alone_is_not_apart() -> None:
    units = [unit("a.Order"), unit("k.Text"), unit("c.Page"), unit("x.Tool"), unit("x.Wrench")]
    edges = [uses("a.Order", "k.Text"), uses("c.Page", "k.Text"), uses("x.Tool", "x.Wrench")]
    table = Table("orders", (Evidence("a.Order.java", 3),), ())
    made = working(architecture(units, edges, tables=(table,)), (), {}, most_nodes=99, accessors=(), kernel=frozenset({"k.Text"}))
    assert (made.kernel, made.apart) == (("k.Text",), ())
    assert set(made.members) == {"a.Order", "c.Page", "x.Tool", "x.Wrench"}


def test_above_the_limit_packages_stand_for_units() -> None:
    units, edges = town("x", 5)
    made = working(architecture(units, edges), (), {}, most_nodes=4, accessors=())
    assert made.merged and set(made.members) == {"app.x"}


def test_a_bill_counts_calls_keys_tables_joins_shared_state_and_shared_code_with_their_places() -> None:
    place, writes, reads = Evidence("s.sql", 2), Evidence("b.B.java", 8), Evidence("b.B.java", 6)
    calling = Dependency("a.A", "b.B", (("call", 3), ("new", 2)), 5, "a.A.java", 3, in_loop=1, calls=(7, 9), loops=(9,))
    made = architecture(
        [unit("a.A"), unit("b.B"), unit("k.K", 40), unit("k.Own")],
        [calling, uses("b.B", "a.A", 2, "new"), uses("a.A", "k.K", 1), uses("b.B", "k.K", 1, "type"), uses("a.A", "k.Own", 1)],
        tables=(Table("t", (place,), ("u",), (Evidence("s.sql", 4),)), Table("u", (place,), ())),
        accesses=(TableAccess("t", "a.A", "W", (place,)), TableAccess("t", "b.B", "RW", (writes, reads))),
        joins=(Join(("t", "u"), reads), Join(("u", "v"), place)),
    )
    sides = {"a.A": "a", "b.B": "", table_node("t"): "a", table_node("u"): ""}
    way = (("a.A", "a.Inside", 5), ("a.A", "b.B", 2), ("b.B", "a.A", 1))
    flows = (Flow("a.A", "declared", reads, (), (), way), Flow("a.A", "declared", place, (), (), way[:2]))
    found = bill(made, flows, {"b.B": (("static.mutable", Evidence("b.B.java", 4)),)}, sides)
    assert [(c.item, c.count, c.names, [(e.path, e.line) for e in c.evidence]) for c in found] == [
        ("calls", 3, ("a.A -> b.B",), [("a.A.java", 7), ("a.A.java", 9)]),
        ("joins", 1, ("t + u",), [("b.B.java", 6)]),
        ("kernel-lines", 40, ("k.K",), [("k.K.java", 1)]),
        ("keys", 1, ("t -> u",), [("s.sql", 4)]),
        ("looped-calls", 1, (), [("a.A.java", 9)]),
        ("path-calls", 3, ("a.A",), [("b.B.java", 6)]),
        ("statics", 1, ("b.B",), [("b.B.java", 4)]),
        ("tables", 1, ("t",), [("b.B.java", 8), ("s.sql", 2)]),
    ]


def test_calls_of_what_is_carried_as_data_are_not_on_the_bill() -> None:
    made = architecture([unit("a.A"), unit("b.Order"), unit("b.Orders")], [uses("a.A", "b.Order", 9), uses("a.A", "b.Orders", 2)])
    made = replace(made, carried=("b.Order",))
    found = bill(made, (), {}, {"a.A": "a", "b.Order": "", "b.Orders": ""})
    assert [(c.item, c.count, c.names) for c in found] == [("calls", 2, ("a.A -> b.Orders",))]


@pytest.mark.parametrize(
    ("packages", "every", "names"),
    [
        ([["io.x.billing"] * 3, ["io.x.stock.model", "io.x.stock.web"]], ["io.x.billing"] * 3 + ["io.x.stock.web"] * 4, ("billing", "stock")),
        ([["io.x.a", "io.x.b", "io.x.c"]], ["io.x.a", "io.x.b", "io.x.c"], ("a+b",)),
        ([["app/shop/cart"] * 2, ["app/shop/tax"] * 2], ["app/shop/cart"] * 4 + ["app/user"] * 4, ("shop", "shop-2")),
        ([["app/service/cart"] * 2], ["app/service/cart"] * 4 + ["app/user"] * 4, ("cart",)),
    ],
)  # fmt: skip
def test_parts_are_called_as_their_packages_are(packages: list[list[str]], every: list[str], names: tuple[str, ...]) -> None:
    numbered = [[(f"{package}.U{n}", package) for n, package in enumerate(of)] for of in packages]
    whole = [(f"{package}.U{n}", package) for n, package in enumerate(every)]
    assert part_names(numbered, whole, [[] for _ in packages], ("app", "service")) == names


def test_parts_of_layered_applications_are_called_by_the_word_their_units_and_tables_share() -> None:
    def layered(*names: str) -> list[tuple[str, str]]:
        return [(f"io.x.{package}.{name}", f"io.x.{package}") for package, name in (one.split(".") for one in names)]

    claims = layered("model.Claim", "dao.ClaimDao", "service.ClaimServiceBean", "web.SettleClaimAction")
    orders = layered("model.OrderItem", "dao.OrderItemDao", "service.OrderItemService", "model.Stock")
    tables = [["CLAIM", "CLAIM_NOTE"], ["order_item"]]
    layers = ("model", "dao", "service", "web", "bean", "action")
    assert part_names([claims, orders], [*claims, *orders], tables, layers) == ("claim", "order-item")


def test_a_proposed_split_gets_its_bill(knowledge: Knowledge) -> None:
    left, inside = town("left", 5)
    right, other = town("right", 5)
    crossing = uses(left[0].id, right[0].id, sites=3, in_loop=1)
    access = TableAccess("orders", right[1].id, "W", (Evidence("r.java", 3),))
    made = architecture([*left, *right], [*inside, *other, crossing], tables=(Table("orders", (), ()),), accesses=(access,))
    proposal = Proposal((ProposedPart("sales", ("app.right.*",), 1),), "target.toml")
    found = propose(proposal, made, measure(made), {}, {}, values(knowledge), {"calls": (1.0, 2.0)})
    part = found.candidates[0]
    assert (part.name, len(part.units), part.tables, part.days) == ("sales", 5, ("orders",), (3.0, 6.0))
    assert [(charge.item, charge.count) for charge in part.bill] == [("calls", 3), ("looped-calls", 1)]
    assert dict(part.part.terms)["writers"] == 1.0 and "stability" in part.dropped
    assert found.left == tuple(unit.id for unit in left)
    with pytest.raises(InputError, match="takes no unit"):
        propose(Proposal((ProposedPart("x", ("nothing/**",), 2),), "t"), made, measure(made), {}, {}, values(knowledge), {})


def test_tables_that_no_code_touches_belong_where_their_keys_lead(knowledge: Knowledge) -> None:
    left, inside = town("left", 5)
    right, other = town("right", 5)
    script = Unit("fill.sql", "file", "db/fill.sql", 1, 9, "sql", "db")
    tables = (
        Table("courier", (), ()),
        Table("courier_actions", (), ("courier", "orders")),
        Table("notes", (), ("courier", "orders")),
        Table("order_colours", (), ("orders", "colours")),
        Table("colours", (), ()),
        Table("orders", (), ("courier",)),
    )
    accesses = (
        TableAccess("courier", left[1].id, "W", ()),
        TableAccess("orders", right[1].id, "W", ()),
        TableAccess("colours", script.id, "W", ()),
    )
    made = architecture([*left, *right, script], [*inside, *other], tables=tables, accesses=accesses)
    proposal = Proposal((ProposedPart("sales", ("app.right.*",), 1), ProposedPart("way", ("app.left.*",), 2)), "target.toml")
    found = propose(proposal, made, measure(made), {}, {}, values(knowledge), {})
    assert {part.name: part.tables for part in found.candidates} == {
        "sales": ("colours", "order_colours", "orders"),
        "way": ("courier", "courier_actions"),
    }
    cut = next(charge for charge in found.together if charge.item == "keys")
    assert cut.names == ("courier_actions -> orders", "notes -> courier", "notes -> orders", "orders -> courier")


def test_changing_together_across_the_border_is_a_term(knowledge: Knowledge) -> None:
    left, inside = town("left", 5)
    right, other = town("right", 5)
    made = architecture([*left, *right], [*inside, *other])
    proposal = Proposal((ProposedPart("sales", ("app.right.*",), 1),), "target.toml")
    kept, cut = (right[0].id, right[1].id), (left[0].id, right[0].id)
    for pair, value in ((kept, 1.0), (cut, 0.0)):
        found = propose(proposal, made, measure(made), {}, {pair: 1.0}, values(knowledge), {})
        assert dict(found.candidates[0].part.terms)["co-change"] == value
