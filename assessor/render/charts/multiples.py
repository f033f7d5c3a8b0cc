"""Small multiples: today, bundle and forced split of one figure, as three bars with their basis."""

from msgspec import Struct

from assessor.domain.assessment import FootprintFigure
from assessor.render.wording import number

LEFT, ROOM = 48.0, 112.0
BASIS = {"measured": "obs", "stated": "ans"}


class Multiple(Struct, frozen=True):
    """One bar: `low` solid, `more` outlined, the mark and the value behind it. `known` is false when nobody knows the figure."""

    name: str
    y: float
    low: float
    more: float
    mark: str
    basis: str
    value: str
    known: bool


def multiple(figure: FootprintFigure) -> tuple[Multiple, ...]:
    """The three bars of a figure on one scale; a value below 0 is unknown."""
    rows = (
        ("today", figure.today, figure.today, figure.today_basis),
        ("bundle", figure.bundle, figure.bundle, figure.bundle_basis),
        ("split", figure.split_low, figure.split_high, figure.split_basis),
    )
    end = max((high for _, _, high, _ in rows if high > 0), default=1.0)
    bars = []
    for n, (name, low, high, basis) in enumerate(rows):
        known = low >= 0
        first = round(max(low, 0.0) / end * ROOM, 1)
        more = round(max(high - max(low, 0.0), 0.0) / end * ROOM, 1) if known else 0.0
        bars.append(Multiple(name, n * 24.0, first, more, BASIS.get(basis, "asm"), basis, _ends(low, high) if known else "", known))
    return tuple(bars)


def _ends(low: float, high: float) -> str:
    return number(low, 1) if low == high else f"{number(low, 1)}–{number(high, 1)}"
