"""The layered node-link diagram of a cycle: columns of boxes, dependencies from left to right, and those that run back.

In: names and `(from, to) -> sites`, and which of them run back (`cuts.py` finds them). Out: where everything stands. A dependency
that passes a column goes through a gap between its boxes; those with one target share it.
"""

from collections.abc import Mapping
from itertools import pairwise

from msgspec import Struct

from assessor.render.charts.merge import LEVEL
from assessor.render.wording import clip, width

WIDTH, ROW, LANE, GAP, WIDEST, BOW = 880.0, 24.0, 7.0, 52.0, 208.0, 32.0
LETTER, SMALL = 5.9, 5.1
"""The mean width of a letter, and of one of the smaller letters for names that would not fit."""
COLUMNS, SWEEPS, DRAWN, WITH_LANES = 5, 8, 600, 80
Pair = tuple[str, str]
Lane = tuple[str, bool]
"""What shares a gap: the target, and whether it runs back. A box is a string."""


class Node(Struct, frozen=True):
    """A box with its name; `index` is what the lines name it by."""

    index: int
    x: float
    y: float
    width: float
    height: float
    text: str
    small: bool
    full: str


class Line(Struct, frozen=True):
    """A dependency between two boxes. `path` is SVG path data made of numbers only, `stroke` its width."""

    source: int
    target: int
    path: str
    stroke: float
    back: bool
    title: str


class Layers(Struct, frozen=True):
    """Everything drawn, lines that run back last. `hidden` counts dependencies that are left out: the lightest of very many;
    `shortened` says whether a box holds less than the text of its name."""

    width: float
    height: float
    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    hidden: int
    shortened: bool


def layers(labels: Mapping[str, str], weights: Mapping[Pair, int], back: frozenset[Pair]) -> Layers:
    """`labels`: name -> text beside it. Self-dependencies and dependencies on other names are not drawn."""
    pairs = {pair: count for pair, count in weights.items() if pair[0] != pair[1] and pair[0] in labels and pair[1] in labels}
    boxes = _columns(sorted(labels), pairs, back)
    level = {name: number for number, column in enumerate(boxes) for name in column}
    heaviest = sorted(pairs, key=lambda pair: (pair not in back, -pairs[pair], pair))
    drawn = sorted(heaviest[:DRAWN], key=lambda pair: (pair in back, pair))
    columns: list[list[str | Lane]] = [list(column) for column in boxes]
    ways = {pair: _passed(pair, level) if len(labels) <= WITH_LANES else [] for pair in drawn}
    for pair, passed in ways.items():
        for number in passed:
            lane = (pair[1], pair in back)
            if lane not in columns[number]:
                columns[number].append(lane)
    _untangle(columns, [_stations(pair, ways[pair], level, back) for pair in drawn])
    first, after = _edges(drawn, level, len(columns) - 1)
    wide = min(WIDEST, (WIDTH - first - after - GAP * (len(columns) - 1)) / max(1, len(columns)))
    left = [round(first + number * (wide + GAP), 1) for number in range(len(columns))]
    ends = _ends(labels)
    heights = [sum(_tall(thing) for thing in column) for column in columns]
    tall = max(heights, default=0.0)
    nodes: dict[str, Node] = {}
    lanes: dict[tuple[int, Lane], float] = {}
    for number, column in enumerate(columns):
        y = 4 + (tall - heights[number]) / 2
        for thing in column:
            if isinstance(thing, str):
                text, small = _fitting(labels[thing], ends[thing], wide - 14)
                nodes[thing] = Node(len(nodes), left[number], round(y, 1), round(wide, 1), ROW - 6, text, small, thing)
            else:
                lanes[number, thing] = round(y + LANE / 2, 1)
            y += _tall(thing)
    lines = []
    for pair in drawn:
        way = [(left[number], lanes[number, (pair[1], pair in back)]) for number in ways[pair]]
        lines.append(_line(nodes[pair[0]], nodes[pair[1]], way, round(wide, 1), pairs[pair], pair in back))
    shortened = any(node.text != labels[node.full] for node in nodes.values())
    return Layers(WIDTH, round(tall + 8, 1), tuple(nodes.values()), tuple(lines), len(pairs) - len(drawn), shortened)


def _edges(drawn: list[Pair], level: Mapping[str, int], last: int) -> tuple[float, float]:
    """The room left of the first and right of the last column: what is tied within them bows out there."""
    inside = {level[source] for source, target in drawn if level[source] == level[target]}
    return BOW if 0 in inside else 1.0, BOW if last in inside else 1.0


def _ends(labels: Mapping[str, str]) -> dict[str, str]:
    """Name -> the shortest run of last levels of its label that no other label ends with."""
    counts: dict[str, int] = {}
    for label in labels.values():
        for end in _runs(label):
            counts[end] = counts.get(end, 0) + 1
    return {name: next((end for end in _runs(label) if counts[end] == 1), label) for name, label in labels.items()}


def _runs(label: str) -> list[str]:
    """`a.b.C`: `C`, `b.C`, `a.b.C`; of paths and of names with other separators likewise."""
    starts = [0, *(match.end() for match in LEVEL.finditer(label) if match.end() < len(label))]
    return [label[start:] for start in reversed(starts)]


def _fitting(label: str, end: str, room: float) -> tuple[str, bool]:
    """The label, or its telling end, in letters that fit into `room`, and whether these are small; cut in the middle last."""
    for text in (label, end):
        for letter in (LETTER, SMALL):
            if width(text) * letter <= room:
                return text, letter == SMALL
    return clip(end, room / SMALL, keep="both"), True


def _tall(thing: str | Lane) -> float:
    return ROW if isinstance(thing, str) else LANE


def _passed(pair: Pair, level: Mapping[str, int]) -> list[int]:
    """The columns between both ends, in the direction of the dependency."""
    start, end = level[pair[0]], level[pair[1]]
    return list(range(start + 1, end)) if start < end else list(range(start - 1, end, -1))


def _stations(pair: Pair, passed: list[int], level: Mapping[str, int], back: frozenset[Pair]) -> list[tuple[int, str | Lane]]:
    lanes: list[tuple[int, str | Lane]] = [(number, (pair[1], pair in back)) for number in passed]
    return [(level[pair[0]], pair[0]), *lanes, (level[pair[1]], pair[1])]


def _columns(names: list[str], pairs: Mapping[Pair, int], back: frozenset[Pair]) -> list[list[str]]:
    """Longest paths without the dependencies that run back, neighbouring layers merged until few and even columns are left."""
    forward = sorted(pair for pair in pairs if pair not in back)
    depth = dict.fromkeys(names, 0)
    for _ in names:
        moved = False
        for source, target in forward:
            if depth[target] <= depth[source]:
                depth[target], moved = depth[source] + 1, True
        if not moved:
            break
    found = [[name for name in names if depth[name] == level] for level in sorted(set(depth.values()))]
    while len(found) > COLUMNS:
        at = min(range(len(found) - 1), key=lambda n: (len(found[n]) + len(found[n + 1]), n))
        found[at : at + 2] = [found[at] + found[at + 1]]
    return found


def _untangle(columns: list[list[str | Lane]], ways: list[list[tuple[int, str | Lane]]]) -> None:
    """Orders every column by the mean height of its neighbours (Sugiyama 1981), forth and back a few times."""
    near: dict[tuple[int, str | Lane], list[tuple[int, str | Lane]]] = {}
    for way in ways:
        for one, other in pairwise(way):
            near.setdefault(one, []).append(other)
            near.setdefault(other, []).append(one)
    height = {(n, thing): (row + 0.5) / len(column) for n, column in enumerate(columns) for row, thing in enumerate(column)}
    for sweep in range(SWEEPS):
        for number in range(len(columns)) if sweep % 2 == 0 else reversed(range(len(columns))):
            column, mean = columns[number], {}
            for thing in column:
                others = [height[other] for other in near.get((number, thing), ())]
                mean[thing] = sum(others) / len(others) if others else height[number, thing]
            column.sort(key=lambda thing: (round(mean[thing], 6), str(thing)))
            height |= {(number, thing): (row + 0.5) / len(column) for row, thing in enumerate(column)}


def _line(source: Node, target: Node, way: list[tuple[float, float]], wide: float, count: int, back: bool) -> Line:
    """From the right side to the left side, or the other way round when the target lies left; a bow within a column."""
    y1, y2 = source.y + source.height / 2, target.y + target.height / 2
    if source.x == target.x:
        x = source.x if back else source.x + wide
        bow = (-1 if back else 1) * min(GAP - 12, 14 + abs(y2 - y1) / 8)
        path = f"M{x:.1f} {y1:.1f}C{x + bow:.1f} {y1:.1f} {x + bow:.1f} {y2:.1f} {x:.1f} {y2:.1f}"
    else:
        right = source.x < target.x
        x = source.x + wide if right else source.x
        path, pull = f"M{x:.1f} {y1:.1f}", (GAP if right else -GAP) * 0.5
        for left, y in [*way, (target.x, y2)]:
            enter = left if right else left + wide
            path += f"C{x + pull:.1f} {y1:.1f} {enter - pull:.1f} {y:.1f} {enter:.1f} {y:.1f}"
            x, y1 = (left + wide if right else left), y
            path += f"H{x:.1f}" if left != target.x else ""
    stroke = 1.0 if count < 10 else 1.75 if count < 100 else 2.5
    return Line(source.index, target.index, path, stroke, back, f"{source.full} → {target.full}: {count}")
