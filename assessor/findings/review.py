"""The findings as people see them: chosen, compared with an earlier assessment, with what was accepted; and whether a run fails.

In: all findings, the facts, what the user decided. Out: `Reviewed`. The judgement and the bundle go on seeing everything.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from assessor.domain.acceptance import Decisions, Level, Review, Reviewed
from assessor.domain.facts import FileFacts
from assessor.domain.findings import LIKELY, Finding
from assessor.domain.knowledge import Knowledge
from assessor.errors import InputError, nearest
from assessor.findings.accepted import accepted, names
from assessor.findings.baseline import compared
from assessor.findings.patterns import text_glob

_FAILING: dict[Level, frozenset[str]] = {
    "none": frozenset(),
    "high": frozenset({"blocker"}),
    "medium": frozenset({"blocker", "handled"}),
    "any": frozenset({"blocker", "handled", "fine"}),
    "new": frozenset({"blocker", "handled", "fine"}),
}


def rule_ids(knowledge: Knowledge) -> tuple[str, ...]:
    """Every id that a finding can have, sorted."""
    return tuple(sorted({rule.id for rule in knowledge.findings} | {rule.id for rule in knowledge.code if rule.metadata.mark}))


def check(decisions: Decisions, knowledge: Knowledge) -> None:
    """InputError when `select` or `ignore` name no rule at all: then the user mistyped."""
    ids = rule_ids(knowledge)
    for option, globs in (("--select", decisions.select), ("--ignore", decisions.ignore)):
        for glob in globs:
            if not names(glob, ids):
                raise InputError(f"{option}: there is no rule '{glob}'{nearest(glob, list(ids))}", hint="assessor rules list")


def review(
    findings: Sequence[Finding],
    facts: Iterable[FileFacts],
    decisions: Decisions,
    knowledge: Knowledge,
    *,
    application: str,
    today: date,
) -> Reviewed:
    """The findings that were chosen, in their order."""
    spoken, remarks = accepted(findings, facts, decisions.accept, rule_ids(knowledge), today)
    stated, gone = compared(spoken, decisions.baselines, application)
    chosen = tuple(finding for finding in stated if _chosen(finding.rule, decisions))
    record = Review(
        remarks=remarks,
        baselines=tuple(sorted(each.source for each in decisions.baselines)),
        gone=tuple(each for each in gone if _chosen(each.rule, decisions)),
        select=decisions.select,
        ignore=decisions.ignore,
        left_out=len(stated) - len(chosen),
    )
    return Reviewed(chosen, record)


def failing(findings: Iterable[Finding], level: Level) -> tuple[Finding, ...]:
    """The findings a run fails for: likely, not accepted, not known from a baseline, and of a mark that `level` asks for."""
    return tuple(
        finding
        for finding in findings
        if finding.mark in _FAILING[level]
        and finding.accepted is None
        and finding.state != "known"
        and finding.confidence >= LIKELY
    )


def _chosen(rule: str, decisions: Decisions) -> bool:
    selected = not decisions.select or any(text_glob(glob).match(rule) for glob in decisions.select)
    return selected and not any(text_glob(glob).match(rule) for glob in decisions.ignore)
