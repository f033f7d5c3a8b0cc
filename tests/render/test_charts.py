"""Where things lie in the charts, from nothing to very much."""

import pytest

from assessor.domain.assessment import FootprintFigure
from assessor.domain.runtime import Landscape
from assessor.render.charts.bars import Bar, bar, scale
from assessor.render.charts.context import context
from assessor.render.charts.matrix import matrix, ordered
from assessor.render.charts.merge import OTHERS, merged, shared_prefix
from assessor.render.charts.multiples import multiple
from assessor.render.charts.services import services
from assessor.render.charts.strip import Strip, strip
from assessor.render.charts.tornado import tornado
from assessor.render.charts.treemap import treemap
from tests.render.example import EXAMPLES, huge, nearly_empty, rich


def test_a_score_outside_the_scale_is_drawn_at_its_end() -> None:
    assert strip(-1, -1.5, 1, "observed") == Strip(58.0, 37.0, 142.0, "observed")
    assert strip(3, 0, 5, "assumed") == Strip(184.0, 100.0, 184.0, "assumed")


@pytest.mark.parametrize(
    ("values", "end"), [([], 1), ([0], 1), ([0.3], 0.3), ([7], 8), ([8], 8), ([13], 20), ([537], 600), ([999], 1000)]
)
def test_the_axis_ends_at_a_round_number(values: list[float], end: float) -> None:
    assert scale(values) == pytest.approx(end)


def test_a_bar_is_solid_to_the_low_estimate() -> None:
    assert bar(2, 4, 8) == Bar(60.0, 60.0)
    assert bar(0, 0, 8) == Bar(0.0, 0.0)
    assert bar(5, 3, 8) == Bar(150.0, 0.0)


def test_rows_are_ordered_so_that_dependencies_lie_above_the_diagonal() -> None:
    calls = {("web", "service"): 5, ("service", "store"): 3, ("store", "kernel"): 1, ("web", "kernel"): 2}
    order, cycle = ordered(["kernel", "service", "store", "web"], calls)
    assert order == ["web", "service", "store", "kernel"]
    assert len(set(cycle.values())) == 4


def test_a_cycle_is_one_block_and_its_weak_side_runs_against() -> None:
    drawn = matrix(["a", "b", "c"], {("a", "b"): 9, ("b", "a"): 1, ("b", "c"): 4})
    assert [label.full for label in drawn.labels] == ["a", "b", "c"]
    assert [(cell.row, cell.column, cell.kind) for cell in drawn.cells] == [(0, 1, "cycle"), (1, 0, "against"), (1, 2, "plain")]
    assert [block.count for block in drawn.blocks] == [2]
    assert drawn.against == 1


def test_packages_merge_to_the_deepest_level_that_fits() -> None:
    sizes = {f"com.acme.area{n}.part{m}": 10 for n in range(10) for m in range(20)}
    groups = merged(sizes, 60)
    assert sorted(set(groups.values())) == [f"com.acme.area{n}" for n in range(10)]
    assert groups["com.acme.area3.part7"] == "com.acme.area3"


def test_the_smallest_share_a_row_when_no_level_fits() -> None:
    sizes = {f"flat{n:03d}": n for n in range(200)}
    groups = merged(sizes, 10)
    assert len(set(groups.values())) == 10
    assert groups["flat199"] == "flat199"
    assert groups["flat000"] == OTHERS


def test_few_packages_stand_for_themselves() -> None:
    assert merged({"a.b": 1, "c": 2}, 60) == {"a.b": "a.b", "c": "c"}
    assert merged({}, 60) == {}


def test_what_all_names_begin_with() -> None:
    assert shared_prefix(["com.acme.a", "com.acme.b.c"]) == "com.acme."
    assert shared_prefix(["src/a", "lib/b"]) == ""
    assert shared_prefix(["org.shop.a", "org.shop.b", "scripts/x"]) == "org.shop."
    assert shared_prefix(["alone.x"]) == ""


def test_unknown_figures_are_not_drawn_as_zero() -> None:
    today, bundle, split = multiple(FootprintFigure("Start", "s", -1, 96, 2, 4, "assumed", "measured", "assumed"))
    assert (today.known, today.value, bundle.low, split.more) == (False, "", 112.0, 2.3)


@pytest.mark.parametrize("make", EXAMPLES.values(), ids=EXAMPLES)
def test_diagrams_never_have_more_than_a_page_of_boxes(make) -> None:  # type: ignore[no-untyped-def]
    assessment = make()
    assert len(context(assessment.application, assessment.landscape).boxes) <= 20
    drawn = services(assessment.deployment)
    assert len(drawn.boxes) <= 28
    assert all(box.x >= 0 and box.x + box.width <= drawn.width for box in drawn.boxes)
    assert all(box.y >= 0 and box.y + box.height <= drawn.height for box in drawn.boxes)


def test_nothing_to_draw_is_no_diagram() -> None:
    assert context("x", Landscape((), (), ())).boxes == ()
    assert services(nearly_empty().deployment).boxes == ()
    assert tornado(nearly_empty().recommendation).swings == ()


def test_containers_of_one_role_share_a_box_in_a_large_bundle() -> None:
    texts = [box.text for box in services(huge().deployment).boxes]
    assert "59 × service" in texts


def test_the_widest_swing_comes_first() -> None:
    drawn = tornado(rich().recommendation)
    assert [swing.name for swing in drawn.swings] == ["scenario", "elasticity", "operations", "audience", "architecture"]
    assert (round(drawn.swings[0].low, 3), round(drawn.swings[0].high, 3)) == (-1.425, -0.925)


def test_a_treemap_fills_its_area_with_tiles_by_weight() -> None:
    tiles = treemap([("a", 6, 0, "a"), ("b", 6, 4, "b"), ("c", 4, 1, "c"), ("d", 3, 0, "d"), ("e", 2, 0, "e")])
    assert [tile.title for tile in tiles] == ["a", "b", "c", "d", "e"]
    areas = [(tile.width + 1) * (tile.height + 1) for tile in tiles]
    assert sum(areas) == pytest.approx(880 * 320, rel=0.01)
    assert areas[0] / areas[4] == pytest.approx(3, rel=0.05)
    assert [tile.shade for tile in tiles] == [0, 4, 2, 0, 0]
    assert all(tile.x + tile.width <= 880 and tile.y + tile.height <= 440 for tile in tiles)


def test_a_treemap_of_nothing_and_of_one() -> None:
    assert treemap([]) == ()
    (tile,) = treemap([("only.java", 1, 0, "x")])
    assert (tile.x, tile.y, tile.text) == (0, 0, "only.java")
