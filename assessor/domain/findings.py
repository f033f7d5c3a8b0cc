"""What stands between the code and its container, and what already helps."""

from typing import Literal

from msgspec import Struct

from assessor.domain.facts import Evidence

Mark = Literal["blocker", "handled", "fine", "booster"]
"""blocker: the bundle cannot run until it is dealt with. handled: the bundle takes care of it. fine: would hurt a split, not a
bundle. booster: positive evidence."""


CERTAIN = 0.85
"""Confidence below which a finding is a hint: it stays in the data, but the report leaves it out. A finding's confidence is the
share of the findings of its rule that were true where they were judged (`rules/measured/`)."""

LIKELY = 0.5
"""Confidence from which the bundle says what answers a finding and a run may fail for it, a hint or not."""


class Effort(Struct, frozen=True, order=True):
    """Person-days per kind of fix, never per hit."""

    low: float
    high: float


class Accepted(Struct, frozen=True, order=True):
    """Somebody lives with a finding: why, who, and until which ISO date (empty: for ever). `place` is where that is written,
    `kind` whether in the analysed source or in the configuration."""

    kind: Literal["inline", "configured"]
    reason: str
    place: str
    by: str = ""
    until: str = ""


class Finding(Struct, frozen=True, order=True):
    """One place where a rule applies. `fingerprint` stays the same when lines move (rule, path, excerpt, occurrence).

    `state` compares with a baseline (empty: there was none). `handled_by` names what of the bundle deals with it: `volume uploads`,
    `variable DB_HOST`, `one replica of web`; `handled_at` where in the bundle each of these is written (`compose.yaml:34`). What
    nothing of the bundle deals with has the line of the bundle's README that says it is still to do.
    """

    rule: str
    mark: Mark
    concern: str
    message: str
    note: str
    evidence: Evidence
    fingerprint: str
    effort: Effort
    confidence: float = 1.0
    fix: str = ""
    accepted: Accepted | None = None
    state: Literal["", "new", "known"] = ""
    handled_by: tuple[str, ...] = ()
    handled_at: tuple[str, ...] = ()


class Observation(Struct, frozen=True, order=True):
    """A criterion that something was found for: `hits` facts in `places` files. `evidence` is sorted and capped.

    `names` are captured values, distinct, sorted and capped; `figure` is the number where the criterion speaks of one.
    """

    criterion: str
    hits: int
    places: int
    evidence: tuple[Evidence, ...]
    names: tuple[str, ...] = ()
    figure: float = 0.0


class Figure(Struct, frozen=True, order=True):
    """A number about the whole application that criteria and sentences may speak of, with what it was counted from."""

    name: str
    value: float
    evidence: tuple[Evidence, ...] = ()
    names: tuple[str, ...] = ()
