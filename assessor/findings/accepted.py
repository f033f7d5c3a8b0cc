"""Who lives with which finding: comments in the source (traits `assessor.ignore`) and `[[accept]]` of the configuration.

In: findings, facts, acceptances, the day. Out: the findings with `accepted` where somebody does, and a remark for each decision
that does not hold: an unknown rule, no reason, a date that is none or is over, nothing to accept.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from assessor.domain.acceptance import Acceptance, Remark
from assessor.domain.facts import FileFacts, Trait
from assessor.domain.findings import Accepted, Finding
from assessor.errors import nearest
from assessor.findings.patterns import path_glob, text_glob

TRAIT = "assessor.ignore"


class _Decision(Struct, frozen=True):
    """One acceptance, wherever it is written. `lines` are the lines of `path` that a comment speaks of (empty: all), 0 among them
    for findings about the whole file."""

    rule: str
    path: str
    lines: tuple[int, ...]
    accepted: Accepted


def accepted(
    findings: Sequence[Finding], facts: Iterable[FileFacts], acceptances: Sequence[Acceptance], rules: Sequence[str], today: date
) -> tuple[tuple[Finding, ...], tuple[Remark, ...]]:
    """The findings in their order, and the remarks, sorted. `rules` are all ids that findings can have. A comment wins over the
    configuration; boosters are accepted by nobody, as they ask for nothing."""
    remarks: list[Remark] = []
    valid: list[_Decision] = []
    for decision in (*_inline(facts), *map(_configured, acceptances)):
        problem = _problem(decision, rules, today)
        if problem is None or problem.kind == "expired":
            valid.append(decision)
        if problem is not None:
            remarks.append(problem)
    by_path: dict[str, list[_Decision]] = {}
    for decision in valid:
        by_path.setdefault(decision.path if decision.lines else "", []).append(decision)
    used: set[_Decision] = set()
    done = []
    for finding in findings:
        near = (*by_path.get(finding.evidence.path, ()), *by_path.get("", ()))
        speaking = [each for each in near if finding.mark != "booster" and _speaks_of(each, finding)]
        used.update(speaking)
        holding = next((each.accepted for each in speaking if not _over(each.accepted.until, today)), None)
        done.append(finding if holding is None else replace(finding, accepted=holding))
    for decision in valid:
        if decision not in used and not _over(decision.accepted.until, today):
            remarks.append(_remark("unused", decision, "no finding answers to this; take it away"))
    return tuple(done), tuple(sorted(set(remarks)))


def names(glob: str, rules: Iterable[str]) -> bool:
    """True when `glob` names one of `rules`."""
    pattern = text_glob(glob)
    return any(pattern.match(rule) for rule in rules)


def _inline(facts: Iterable[FileFacts]) -> Iterator[_Decision]:
    for file in facts:
        for fact in file.of(Trait) if file.role == "source" else ():
            if fact.name == TRAIT:
                said = dict(fact.fields)
                place = f"{file.path}:{fact.evidence.line}"
                lines = tuple(sorted({0, fact.evidence.line, int(said.get("line", fact.evidence.line))}))
                words = Accepted("inline", said.get("reason", ""), place, said.get("by", ""), said.get("until", ""))
                yield _Decision(said.get("rule", ""), file.path, lines, words)


def _configured(entry: Acceptance) -> _Decision:
    return _Decision(entry.rule, entry.path, (), Accepted("configured", entry.reason, entry.place, entry.by, entry.until))


def _problem(decision: _Decision, rules: Sequence[str], today: date) -> Remark | None:
    said = decision.accepted
    if not names(decision.rule, rules):
        return _remark("unknown-rule", decision, f"there is no rule '{decision.rule}'{nearest(decision.rule, list(rules))}")
    if not said.reason:
        return _remark("no-reason", decision, "without a reason nothing is accepted")
    if said.until and _day(said.until) is None:
        return _remark("bad-date", decision, f"until is a day such as 2027-03-01, not '{said.until}'")
    if _over(said.until, today):
        return _remark("expired", decision, f"accepted until {said.until}: {said.reason}")
    return None


def _remark(kind: str, decision: _Decision, text: str) -> Remark:
    return Remark(kind, decision.accepted.place, decision.rule, text)


def _speaks_of(decision: _Decision, finding: Finding) -> bool:
    if not text_glob(decision.rule).match(finding.rule):
        return False
    if decision.lines:
        return decision.path == finding.evidence.path and finding.evidence.line in decision.lines
    return not decision.path or path_glob(decision.path).match(finding.evidence.path) is not None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None


def _over(until: str, today: date) -> bool:
    """The last day still counts."""
    day = _day(until) if until else None
    return day is not None and day < today
