"""Living with findings: what people accept and for how long, what an earlier assessment knew, and what became of both."""

from typing import Literal

from msgspec import Struct

from assessor.domain.findings import Finding

Level = Literal["none", "high", "medium", "any", "new"]
"""What makes a run fail: high is a blocker, medium also what the bundle handles, any also what would hurt a split, new whatever
the baseline does not know."""


class Acceptance(Struct, frozen=True, order=True):
    """An `[[accept]]` of the configuration. `rule` is an id or a glob, `path` a glob of the analysed tree (empty: everywhere),
    `until` an ISO date (empty: for ever), `place` where it is written."""

    rule: str
    reason: str
    path: str = ""
    by: str = ""
    until: str = ""
    place: str = ""


class Known(Struct, frozen=True, order=True):
    """A finding of an earlier assessment, as far as it takes to know it again and to name it."""

    fingerprint: str
    rule: str
    path: str
    message: str = ""


class Baseline(Struct, frozen=True):
    """An earlier assessment. `source` is the file's name, `date` its day (empty where the file does not say)."""

    source: str
    application: str
    date: str
    findings: tuple[Known, ...]


class Remark(Struct, frozen=True, order=True):
    """A decision that does not hold as written: `place` (`path:line`) says `rule`, and `text` what is wrong with it.

    `kind`: unknown-rule, no-reason, bad-date, expired, unused.
    """

    kind: str
    place: str
    rule: str
    text: str


class Decisions(Struct, frozen=True):
    """What the user brought: acceptances of the configuration, earlier assessments, globs over rule ids."""

    accept: tuple[Acceptance, ...] = ()
    baselines: tuple[Baseline, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


class Review(Struct, frozen=True):
    """What became of the decisions. `gone` are findings of the baselines that are no more; `left_out` counts the findings that
    `select` and `ignore` leave out."""

    remarks: tuple[Remark, ...] = ()
    baselines: tuple[str, ...] = ()
    gone: tuple[Known, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    left_out: int = 0


class Reviewed(Struct, frozen=True):
    """The findings with what people said about them, and the review."""

    findings: tuple[Finding, ...]
    review: Review
