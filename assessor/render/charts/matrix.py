"""The dependency structure matrix: a row depends on the columns; cycles are blocks on the diagonal."""

from collections.abc import Mapping

from msgspec import Struct

from assessor.render.charts.cuts import order_with_little_against
from assessor.render.wording import clip, width

LABEL = 26
CANVAS = 884.0
ROOMY = 22.0
"""Cells of at least this side carry large letters."""


class Cell(Struct, frozen=True):
    """`kind`: plain, cycle (inside a cycle), against (inside a cycle, and against the order of the rows)."""

    row: int
    column: int
    x: float
    y: float
    count: int
    text: str
    kind: str
    title: str


class Label(Struct, frozen=True):
    """A name beside its row (`y`) and above its column (`x`)."""

    index: int
    text: str
    full: str
    x: float
    y: float


class Block(Struct, frozen=True):
    """The frame around a cycle of `count` rows."""

    x: float
    y: float
    side: float
    count: int


class Matrix(Struct, frozen=True):
    """Everything drawn: `left` and `top` is the corner of the grid, `cell` the side of a cell, all in user units."""

    left: float
    top: float
    cell: float
    width: float
    height: float
    labels: tuple[Label, ...]
    cells: tuple[Cell, ...]
    blocks: tuple[Block, ...]
    against: int


def matrix(names: list[str], weights: Mapping[tuple[str, str], int], prefix: str = "") -> Matrix:
    """A matrix of `names` in an order that puts dependencies above the diagonal. `weights`: (from, to) -> sites."""
    order, groups = ordered(names, weights)
    place = {name: index for index, name in enumerate(order)}
    texts = {name: clip(name.removeprefix(prefix) or name, LABEL, keep="end") for name in order}
    longest = max((width(text) for text in texts.values()), default=0)
    left, side = _fitting(longest, len(order), 7.8)
    if side < ROOMY:
        left, side = _fitting(longest, len(order), 6.4)
    cells = []
    for (source, target), count in sorted(weights.items()):
        if source == target or source not in place or target not in place:
            continue
        row, column = place[source], place[target]
        kind = "plain" if groups[source] != groups[target] else "against" if column < row else "cycle"
        text = "" if side < 15 else str(count) if count < 1000 else f"{min(99, count // 1000)}k"
        cells.append(Cell(row, column, left + column * side, left + row * side, count, text, kind, f"{source} → {target}: {count}"))
    blocks, start = [], 0
    while start < len(order):
        end = start
        while end < len(order) and groups[order[end]] == groups[order[start]]:
            end += 1
        if end - start > 1:
            blocks.append(Block(left + start * side, left + start * side, (end - start) * side, end - start))
        start = end
    labels = tuple(
        Label(index, texts[name], name, round(left + (index + 0.5) * side, 1), round(left + (index + 0.5) * side, 1))
        for index, name in enumerate(order)
    )
    extent = left + side * len(order)
    return Matrix(
        round(left, 1),
        round(left, 1),
        round(side, 2),
        round(extent + 4, 1),
        round(extent + 4, 1),
        labels,
        tuple(cells),
        tuple(blocks),
        sum(1 for cell in cells if cell.kind == "against"),
    )


def _fitting(longest: float, rows: int, letter: float) -> tuple[float, float]:
    """The corner of the grid and the side of a cell, when `longest` letters of a width stand beside it."""
    left = 24 + letter * longest
    return left, max(8.0, min(28.0, (CANVAS - left - 16) / max(1, rows)))


def ordered(names: list[str], weights: Mapping[tuple[str, str], int]) -> tuple[list[str], dict[str, int]]:
    """`names` so that what depends on much comes first, members of one cycle beside each other; and the cycle each belongs to.

    Who reaches more cannot come behind what it reaches, so the number of reachable names is an order of the condensed graph.
    Inside a cycle few sites run against the order.
    """
    place = {name: index for index, name in enumerate(sorted(names))}
    reach = [1 << index for index in range(len(place))]
    for (source, target), _ in weights.items():
        if source in place and target in place:
            reach[place[source]] |= 1 << place[target]
    for middle in range(len(reach)):
        bit = 1 << middle
        for index, row in enumerate(reach):
            if row & bit:
                reach[index] |= reach[middle]
    cycle = {
        name: min(i for i in range(len(reach)) if reach[index] >> i & 1 and reach[i] >> index & 1) for name, index in place.items()
    }
    order = sorted(place, key=lambda name: (-reach[place[name]].bit_count(), cycle[name], name))
    inside: dict[int, list[str]] = {}
    for name in order:
        inside.setdefault(cycle[name], []).append(name)
    rank = {name: n for members in inside.values() for n, name in enumerate(order_with_little_against(members, weights))}
    return sorted(order, key=lambda name: (-reach[place[name]].bit_count(), cycle[name], rank[name], name)), cycle
