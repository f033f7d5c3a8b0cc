"""Boxes in columns with arrows between them: the context of the system and the services of the bundle."""

from msgspec import Struct

from assessor.render.wording import clip

LETTER = 6.9
SMALL = 5.7


class Box(Struct, frozen=True):
    """A box with a name and a smaller second line; `dashed` stays outside the bundle, `fixed` texts are ours and are translated."""

    x: float
    y: float
    width: float
    height: float
    text: str
    small: str
    full: str
    dashed: bool = False
    fixed: bool = False


class Wire(Struct, frozen=True):
    """An arrow: `path` is SVG path data made of numbers only, `label` begins at (x, y), or ends there."""

    path: str
    label: str = ""
    x: float = 0.0
    y: float = 0.0
    ends: bool = False


class Frame(Struct, frozen=True):
    """The border of the system with its caption; a `fixed` caption is ours and is translated."""

    x: float
    y: float
    width: float
    height: float
    text: str
    fixed: bool = False


class Diagram(Struct, frozen=True):
    """Everything drawn, in user units; no boxes means there is nothing to draw."""

    width: float
    height: float
    frame: Frame | None
    boxes: tuple[Box, ...]
    wires: tuple[Wire, ...]


def box(x: float, y: float, wide: float, high: float, text: str, small: str = "", dashed: bool = False) -> Box:
    """A box whose texts are cut to its width."""
    return Box(x, y, wide, high, clip(text, (wide - 12) / LETTER), clip(small, (wide - 8) / SMALL), text, dashed)


def users(y: float, wide: float) -> Box:
    """The box on the left: whoever uses the system."""
    return Box(1, round(y, 1), wide, 48, "Users", "people, programs", "Users", fixed=True)


def more(count: int) -> tuple[str, str, bool]:
    """The texts of a box that stands for `count` others."""
    return f"+ {count}", "…", False


def column(texts: list[tuple[str, str, bool]], x: float, wide: float, high: float, gap: float, middle: float) -> list[Box]:
    """Boxes below each other at `x`, centred on `middle`; each text is (name, second line, dashed)."""
    total = len(texts) * high + (len(texts) - 1) * gap
    top = middle - total / 2
    return [box(x, round(top + n * (high + gap), 1), wide, high, *text) for n, text in enumerate(texts)]


def straight(source: Box, target: Box, label: str = "", early: bool = False) -> Wire:
    """An arrow from the right side of `source` to the left side of `target`, bent late or `early` where heights differ."""
    x1, y1 = source.x + source.width, source.y + source.height / 2
    x2, y2 = target.x - 1, target.y + target.height / 2
    bend = round(x1 + 10.0 if early else x2 - min(24.0, (x2 - x1) / 2), 1)
    path = f"M{x1} {y1}H{x2}" if abs(y1 - y2) < 0.5 else f"M{x1} {y1}H{bend}V{y2}H{x2}"
    return Wire(path, clip(label, max(0.0, (x2 - x1 - 4) / SMALL)), x1 + 4, y1 - 5)
