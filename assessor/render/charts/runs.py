"""How many runs with varied weights and thresholds keep the verdict: one bar in segments, widest first after the kept ones."""

from msgspec import Struct

from assessor.domain.judgement import Recommendation

WIDTH, GAP, LETTER = 420.0, 1.5, 6.4


class Segment(Struct, frozen=True):
    """A share of the runs with its verdict; `label` is empty where it would not fit."""

    x: float
    width: float
    share: float
    label: bool
    kept: bool
    verdict: str


def segments(recommendation: Recommendation) -> tuple[Segment, ...]:
    """The segments from left to right; none when no runs were made."""
    sensitivity = recommendation.sensitivity
    if sensitivity is None or not sensitivity.runs:
        return ()
    counts = [(recommendation.computed, sensitivity.kept), *sorted(sensitivity.others, key=lambda pair: (-pair[1], pair[0]))]
    drawn, x = [], 0.0
    for n, (verdict, count) in enumerate(counts):
        share = count / sensitivity.runs
        wide = max(0.0, share * WIDTH - GAP)
        if count:
            drawn.append(Segment(round(x, 1), round(wide, 1), share, wide > (len(verdict) + 8) * LETTER, n == 0, str(verdict)))
        x += share * WIDTH
    return tuple(drawn)
