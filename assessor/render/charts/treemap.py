"""A treemap: areas by weight, nearly square (Bruls, Huizing, van Wijk 2000), with a shade for a second figure."""

from collections.abc import Sequence

from msgspec import Struct

from assessor.render.wording import clip

WIDTH, HEIGHT, LETTER = 880.0, 320.0, 5.9
SHADES = 5


class Tile(Struct, frozen=True):
    """One rectangle. `shade` 0..4 from light to dark, `text` is empty where no letter has room; `title` says it in full."""

    x: float
    y: float
    width: float
    height: float
    shade: int
    text: str
    title: str


def treemap(entries: Sequence[tuple[str, float, float, str]]) -> tuple[Tile, ...]:
    """`entries` are (label, area, heat, title), areas above 0; the largest lies top left. The shade follows the heat."""
    order = sorted(entries, key=lambda entry: (-entry[1], entry[0], entry[3]))
    total = sum(entry[1] for entry in order)
    if not total:
        return ()
    hottest = max(entry[2] for entry in order) or 1.0
    tiles: list[Tile] = []
    x, y, wide, high = 0.0, 0.0, WIDTH, HEIGHT
    rest = [(entry, entry[1] * WIDTH * HEIGHT / total) for entry in order]
    while rest:
        side = min(wide, high)
        row = [rest[0]]
        while len(row) < len(rest) and _worst([*row, rest[len(row)]], side) <= _worst(row, side):
            row.append(rest[len(row)])
        rest = rest[len(row) :]
        depth = sum(area for _, area in row) / side if side else 0.0
        along = 0.0
        for (label, _, heat, title), area in row:
            length = area / depth if depth else 0.0
            place = (x, y + along, depth, length) if high <= wide else (x + along, y, length, depth)
            tiles.append(_tile(*place, label, heat / hottest, title))
            along += length
        if high <= wide:
            x, wide = x + depth, wide - depth
        else:
            y, high = y + depth, high - depth
    return tuple(tiles)


def _worst(row: Sequence[tuple[object, float]], side: float) -> float:
    """The worst ratio of sides in a row of tiles along `side`."""
    areas = [area for _, area in row]
    total = sum(areas)
    return max(side * side * max(areas) / total**2, total**2 / (side * side * min(areas)))


def _tile(x: float, y: float, wide: float, high: float, label: str, heat: float, title: str) -> Tile:
    shade = min(SHADES - 1, int(heat**0.5 * SHADES)) if heat > 0 else 0
    text = clip(label, (wide - 8) / LETTER) if wide > 44 and high > 18 else ""
    return Tile(round(x, 1), round(y, 1), round(max(0.5, wide - 1), 1), round(max(0.5, high - 1), 1), shade, text, title)
