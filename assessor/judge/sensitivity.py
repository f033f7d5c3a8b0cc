"""How firmly the verdict stands: weights and thresholds varied together and alone, and the value at which each flips it."""

from collections import Counter
from math import ceil, floor
from random import Random

from assessor.domain.criteria import Assumption
from assessor.domain.judgement import Flip, Sensitivity, Variation
from assessor.domain.knowledge import Knowledge
from assessor.judge.assumed import Assumed, assumed
from assessor.judge.decision_list import decide
from assessor.judge.dimensions import cells, need
from assessor.judge.standing import Standing
from assessor.judge.wording import Wording, shown

RUNS = 1000
SEED = 20
SPREAD = 0.3
SHARE = "of the "
"""How the units of shares begin: of the code, of the units, of the writes."""
_DIGITS = (2, 3)
"""Digits after the point that a value is said with, one more of a share."""
_STEPS = (1.05, 1.1, 1.2, 1.3, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0, 6.0, 10.0)


def varied(knowledge: Knowledge) -> tuple[Assumption, ...]:
    """The weights and thresholds that are varied."""
    return tuple(one for one in knowledge.assumptions if one.kind in ("weight", "threshold"))


def sweep(standing: Standing, knowledge: Knowledge) -> Sensitivity:
    """`RUNS` runs with every weight and threshold drawn evenly within ±30 %, and each of them moved alone to both ends."""
    values = assumed(knowledge)
    names = varied(knowledge)
    verdict = decide(standing, values).verdict
    draw = Random(SEED)
    counted: Counter[str] = Counter()
    for _ in range(RUNS):
        moved = Assumed(values)
        for one in names:
            value = one.value * draw.uniform(1 - SPREAD, 1 + SPREAD)
            moved[one.id] = float(round(value)) if one.whole else value
        counted[decide(standing, moved).verdict] += 1
    kept = counted.pop(verdict, 0)
    alone = tuple(_alone(standing, values, one.id) for one in names)
    return Sensitivity(RUNS, kept, SPREAD, SEED, tuple(sorted(counted.items())), alone)


def _alone(standing: Standing, values: Assumed, name: str) -> Variation:
    low, high = Assumed(values), Assumed(values)
    low[name], high[name] = values[name] * (1 - SPREAD), values[name] * (1 + SPREAD)
    needed = sorted(need(cells(standing.evidence, end), end) for end in (low, high))
    return Variation(name, round(needed[0], 4), round(needed[1], 4), decide(standing, low).verdict, decide(standing, high).verdict)


def threshold_flips(standing: Standing, knowledge: Knowledge, wording: Wording) -> tuple[Flip, ...]:
    """Per weight and threshold the nearest value, within a tenth and ten times of it, at which the verdict is another one."""
    values = assumed(knowledge)
    verdict = decide(standing, values).verdict
    flips = []
    for one in varied(knowledge):
        for upwards in (False, True):
            found = _flip(standing, values, one, verdict, upwards)
            if found is not None:
                value, other = found
                say = _share if one.unit.startswith(SHARE) else _number
                said = {"value": say(value), "now": say(one.value), "unit": one.unit, "text": one.text}
                says = "flip.threshold.more" if upwards else "flip.threshold.less"
                flips.append(
                    Flip("threshold", one.id, wording.text(says, said), other, says, tuple(sorted(said.items())))  # type: ignore[arg-type]
                )
    return tuple(flips)


def _share(value: float) -> str:
    """A share in per cent, with all its digits."""
    return f"{_number(value * 100)} %"


def _number(value: float) -> str:
    """A number with all its digits, at most four after the point."""
    return shown(value) if value == round(value, 2) else f"{value:.4f}".rstrip("0")


def _flip(standing: Standing, values: Assumed, one: Assumption, verdict: str, upwards: bool) -> tuple[float, str] | None:
    kept = one.value
    for step in _STEPS:
        tried = one.value * step if upwards else one.value / step
        if one.unit.startswith(SHARE):
            tried = min(1.0, tried)  # nothing asks for more than all
        if _verdict(standing, values, one.id, tried) != verdict:
            return _bisected(standing, values, one, verdict, kept, tried)
        kept = tried
    return None


def _bisected(standing: Standing, values: Assumed, one: Assumption, verdict: str, kept: float, moved: float) -> tuple[float, str]:
    """The value nearest to `kept` that gives another verdict, rounded; a whole number where only those make sense."""
    for _ in range(30):
        middle = (kept + moved) / 2
        if _verdict(standing, values, one.id, middle) == verdict:
            kept = middle
        else:
            moved = middle
    if one.whole:
        ways = [float(ceil(moved) if moved > one.value else floor(moved))]
    else:
        ways = [_away(moved, one.value, digits + one.unit.startswith(SHARE)) for digits in _DIGITS]
    # The value is said as it is rounded: that one has to flip the verdict, and not only the one behind it.
    found = next((way for way in ways if _verdict(standing, values, one.id, way) != verdict), moved)
    return found, _verdict(standing, values, one.id, found)


def _away(value: float, start: float, digits: int) -> float:
    """Rounded to digits after the point, away from `start`."""
    factor = 10.0**digits
    return (ceil(value * factor) if value > start else floor(value * factor)) / factor


def _verdict(standing: Standing, values: Assumed, name: str, value: float) -> str:
    moved = Assumed(values)
    moved[name] = value
    return decide(standing, moved).verdict
