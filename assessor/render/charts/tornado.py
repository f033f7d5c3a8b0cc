"""What NEED depends on: each dimension moved over its range while the others stay, widest first, and all at once."""

from msgspec import Struct

from assessor.domain.judgement import Recommendation

LEFT, UNIT, LIMIT = 140.0, 233.3, 2.0


class Swing(Struct, frozen=True):
    """One bar from `low` to `high` (scores) and where they lie."""

    name: str
    low: float
    high: float
    x: float
    width: float
    y: float


class Tornado(Struct, frozen=True):
    """No swings means: nothing was scored, or nothing is open. `need_x` is where NEED lies as found."""

    swings: tuple[Swing, ...]
    total: Swing | None
    need: float
    need_x: float
    zero_x: float
    height: float
    ticks: tuple[tuple[float, float], ...]


def tornado(recommendation: Recommendation) -> Tornado:
    """An open dimension counts in full once it is answered, so its range is taken at confidence 1."""
    need = recommendation.need
    weights = sum(dimension.weight for dimension in recommendation.dimensions)
    ranges = []
    for dimension in recommendation.dimensions:
        if dimension.low < dimension.high and need.applies and weights:
            now = dimension.confidence * dimension.score
            moves = (dimension.weight * (end - now) / weights for end in (dimension.low, dimension.high))
            low, high = sorted(need.value + move for move in moves)
            ranges.append((dimension.dimension, min(low, need.value), max(high, need.value)))
    ranges.sort(key=lambda item: (item[1] - item[2], item[0]))
    swings = tuple(_swing(name, low, high, n) for n, (name, low, high) in enumerate(ranges))
    total = _swing("all", need.low, need.high, len(swings)) if swings and need.low < need.high else None
    rows = len(swings) + (total is not None)
    ticks = tuple((value, _x(value)) for value in (-2.0, -1.5, -1.0, -0.5, 0.5, 1.0, 1.5, 2.0))
    return Tornado(swings, total, need.value, _x(need.value), _x(0.0), 36 + rows * 32 + 24, ticks)


def _swing(name: str, low: float, high: float, row: int) -> Swing:
    return Swing(name, low, high, _x(low), round(_x(high) - _x(low), 1), 36 + row * 32)


def _x(value: float) -> float:
    clipped = min(LIMIT, max(-LIMIT, value))
    return round(LEFT + (clipped + LIMIT) * UNIT * 0.75, 1)
