"""A score as a dot on −2..+2 with its range as a bar: one row of the dot-and-range strip."""

from msgspec import Struct

MIDDLE, UNIT = 100.0, 42.0
LIMIT = 2.0


class Strip(Struct, frozen=True):
    """Positions in a row 200 wide. `basis` decides the mark: full observed, half answered, hollow assumed."""

    x: float
    low: float
    high: float
    basis: str


def strip(score: float, low: float, high: float, basis: str) -> Strip:
    """A range that does not hold the score is widened to it; what lies outside the scale is drawn at its end."""
    return Strip(_x(score), _x(min(low, score)), _x(max(high, score)), basis)


def _x(score: float) -> float:
    return round(MIDDLE + UNIT * min(LIMIT, max(-LIMIT, score)), 1)
