"""The way back from the bundle to the findings: which of them each part of it answers, and which are still to do."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from assessor.domain.findings import LIKELY, Finding


class Answered(Struct, frozen=True):
    """One rule, what it says to do, and the distinct places (`path:line`) of its findings, sorted."""

    rule: str
    fix: str
    places: tuple[str, ...]


class Answer(Struct, frozen=True):
    """A part of the bundle (`volume uploads`) and what it answers, sorted by rule. Without a part: what is still to do."""

    part: str
    answered: tuple[Answered, ...]


def answers(findings: Iterable[Finding]) -> tuple[Answer, ...]:
    """One for each part that any likely finding names, sorted by its name; first, where there is any, what no part answers and
    nobody accepted."""
    back: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.mark != "handled" or finding.confidence < LIKELY:
            continue
        for name in finding.handled_by or ([] if finding.accepted else [""]):
            back.setdefault(name, []).append(finding)
    return tuple(Answer(name, _by_rule(found)) for name, found in sorted(back.items()))


def _by_rule(findings: Sequence[Finding]) -> tuple[Answered, ...]:
    rules: dict[str, list[Finding]] = {}
    for finding in findings:
        rules.setdefault(finding.rule, []).append(finding)
    return tuple(Answered(rule, found[0].fix, _places(found)) for rule, found in sorted(rules.items()))


def _places(findings: Sequence[Finding]) -> tuple[str, ...]:
    places = sorted({(one.evidence.path, one.evidence.line) for one in findings})
    return tuple(f"{path}:{line}" if line else path for path, line in places)
