"""Living with findings: who accepts what until when, what a baseline knew, what is chosen, and what a run fails for."""

from datetime import date

import pytest
from msgspec.structs import replace

from assessor.domain.acceptance import Acceptance, Baseline, Decisions, Known, Remark, Reviewed
from assessor.domain.facts import Evidence, FileFacts
from assessor.domain.findings import Accepted, Effort, Finding, Mark
from assessor.errors import InputError
from assessor.findings.review import check, failing, review
from assessor.knowledge.load import load
from assessor.resources import folder
from tests.builders import file, trait

KNOWLEDGE = load([folder("rules")]).knowledge
TODAY = date(2026, 11, 23)
COM, STICKY, SHARE = "com-reference", "session-sticky", "path-unc-setting"


def finding(rule: str = COM, path: str = "src/a.cs", line: int = 7, mark: Mark = "blocker", confidence: float = 1.0) -> Finding:
    evidence = Evidence(path, line, rule, "new Excel()")
    return Finding(rule, mark, "windows", "COM", "", evidence, f"{rule}:{path}", Effort(1, 2), confidence)


def comment(
    rule: str, reason: str = "desktop only", path: str = "src/a.cs", line: int = 6, speaks: int = 7, **more: str
) -> FileFacts:
    return file(path, trait("assessor.ignore", path, line, rule=rule, reason=reason, line=str(speaks), **more))


def reviewed(*findings: Finding, facts: tuple[FileFacts, ...] = (), today: date = TODAY, **decided: object) -> Reviewed:
    return review(findings, facts, Decisions(**decided), KNOWLEDGE, application="orders", today=today)  # type: ignore[arg-type]


def test_a_comment_accepts_its_rule_on_its_line() -> None:
    found = reviewed(
        finding(), finding(line=8), finding(STICKY), finding(line=0), facts=(comment(COM, by="Lin", until="2027-03-01"),)
    )
    accepted = Accepted("inline", "desktop only", "src/a.cs:6", "Lin", "2027-03-01")
    assert [each.accepted for each in found.findings] == [accepted, None, None, accepted]
    assert found.review.remarks == ()


def test_an_entry_of_the_configuration_accepts_by_rule_and_path() -> None:
    entry = Acceptance("com-*", "known", "src/**", "Lin", "", "assessor.toml:3")
    found = reviewed(finding(), finding(path="lib/b.cs"), finding(STICKY), accept=(entry,))
    assert [each.accepted for each in found.findings] == [Accepted("configured", "known", "assessor.toml:3", "Lin"), None, None]


def test_the_last_day_holds_and_the_next_does_not() -> None:
    entry = Acceptance(COM, "until the move", until="2026-11-23", place="assessor.toml:3")
    assert reviewed(finding(), accept=(entry,)).findings[0].accepted
    after = reviewed(finding(), accept=(entry,), today=date(2026, 11, 24))
    assert after.findings[0].accepted is None
    assert after.review.remarks == (Remark("expired", "assessor.toml:3", COM, "accepted until 2026-11-23: until the move"),)


@pytest.mark.parametrize(
    ("facts", "kind", "text"),
    [
        (comment("com-referense"), "unknown-rule", "there is no rule 'com-referense', did you mean 'com-reference'?"),
        (comment(COM, reason=""), "no-reason", "without a reason nothing is accepted"),
        (comment(COM, until="soon"), "bad-date", "until is a day such as 2027-03-01, not 'soon'"),
        (comment(STICKY), "unused", "no finding answers to this; take it away"),
    ],
)
def test_what_does_not_hold_is_said_and_accepts_nothing(facts: FileFacts, kind: str, text: str) -> None:
    found = reviewed(finding(), facts=(facts,))
    assert found.findings[0].accepted is None
    assert [(each.kind, each.place, each.text) for each in found.review.remarks] == [(kind, "src/a.cs:6", text)]


def test_comments_in_tests_and_boosters_do_not_count() -> None:
    assert reviewed(finding(), facts=(replace(comment(COM), role="test"),)).findings[0].accepted is None
    assert reviewed(finding(mark="booster"), facts=(comment(COM),)).findings[0].accepted is None


def baseline(*paths: str, application: str = "orders") -> Baseline:
    return Baseline("last.json", application, "2026-08-01", tuple(Known(f"{COM}:{path}", COM, path) for path in paths))


def test_a_baseline_tells_new_from_known_and_names_what_is_gone() -> None:
    found = reviewed(finding(), finding(path="b.cs"), baselines=(baseline("src/a.cs", "old.cs"),))
    assert [each.state for each in found.findings] == ["known", "new"]
    assert found.review.gone == (Known(f"{COM}:old.cs", COM, "old.cs"),)
    assert found.review.baselines == ("last.json",)
    assert reviewed(finding()).findings[0].state == ""


def test_of_several_baselines_each_application_misses_only_its_own() -> None:
    found = reviewed(finding(), baselines=(baseline("src/a.cs"), baseline("x.cs", application="billing")))
    assert (found.findings[0].state, found.review.gone) == ("known", ())


def test_select_and_ignore_choose_by_globs_and_are_told() -> None:
    every = (finding(), finding(STICKY), finding(SHARE))
    assert [each.rule for each in reviewed(*every, select=("com-*", "session*")).findings] == [COM, STICKY]
    found = reviewed(*every, ignore=("session-*",))
    assert [each.rule for each in found.findings] == [COM, SHARE]
    assert (found.review.ignore, found.review.left_out) == (("session-*",), 1)


def test_an_unknown_id_to_choose_by_is_a_mistake() -> None:
    check(Decisions(select=("com-*",)), KNOWLEDGE)
    with pytest.raises(InputError, match="did you mean 'com-reference'"):
        check(Decisions(ignore=("com-referense",)), KNOWLEDGE)


def test_what_a_run_fails_for() -> None:
    accepted = replace(finding(), accepted=Accepted("configured", "known", "assessor.toml:1"))
    known = replace(finding(), state="known")
    marks: tuple[Mark, ...] = ("blocker", "handled", "fine", "booster")
    every = [*(finding(mark=mark) for mark in marks), accepted, known, finding(confidence=0.3)]
    assert [each.mark for each in failing(every, "none")] == []
    assert [each.mark for each in failing(every, "high")] == ["blocker"]
    assert [each.mark for each in failing(every, "medium")] == ["blocker", "handled"]
    assert [each.mark for each in failing(every, "any")] == ["blocker", "handled", "fine"]
    assert [each.mark for each in failing(every, "new")] == ["blocker", "handled", "fine"]
