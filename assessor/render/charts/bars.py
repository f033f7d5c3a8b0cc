"""Bars with ranges, solid to the low estimate and outlined to the high one, on a scale shared by the rows of a table."""

from collections.abc import Iterable

from msgspec import Struct

WIDTH = 240.0


class Bar(Struct, frozen=True):
    """A row 240 wide: `low` is the solid part, `more` the outlined part behind it."""

    low: float
    more: float


def scale(values: Iterable[float]) -> float:
    """The end of the axis: the largest value rounded up to 1, 2, 3, 4, 5, 6 or 8 times a power of ten; 1 without values."""
    largest = max(values, default=0.0)
    if largest <= 0:
        return 1.0
    step = 1.0
    while step * 10 <= largest:
        step *= 10
    while step > largest:
        step /= 10
    return next(step * factor for factor in (1, 2, 3, 4, 5, 6, 8, 10) if step * factor >= largest - 1e-9)


def bar(low: float, high: float, end: float) -> Bar:
    """A value from `low` to `high` on an axis that ends at `end`."""
    first = min(1.0, max(0.0, low) / end) * WIDTH
    last = min(1.0, max(low, high, 0.0) / end) * WIDTH
    return Bar(round(first, 1), round(last - first, 1))
