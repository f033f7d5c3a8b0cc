"""A finding is as certain as the findings of its rule were where somebody judged them."""

import runpy
import sys
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from assessor.domain.findings import CERTAIN
from assessor.domain.measured import Measured, Worth
from assessor.domain.runtime import Landscape
from assessor.findings.examples import read
from assessor.findings.find import find
from assessor.knowledge.load import load
from assessor.resources import folder

KNOWLEDGE = load([folder("rules")]).knowledge
PRECISION = Path(__file__).parent.parent / "benchmarks" / "precision"


def confidence(*shares: tuple[str, float], given: tuple[str, ...] = ()) -> float:
    measured = Measured("m", "", "", 0.8, {rule: Worth(1, 2, share) for rule, share in shares})
    facts, _, _ = read([{"fact": "trait", "name": "session.sticky", "path": "proxy.conf"}])
    return find(facts, Landscape((), (), ()), replace(KNOWLEDGE, measured=(measured,) if shares else (), given=given))[0].confidence


def test_a_finding_has_the_share_of_its_rule_and_a_rule_of_the_user_is_believed() -> None:
    assert confidence(("session-sticky", 0.7)) == 0.7
    assert confidence(("another-rule", 0.7)) == 0.8
    assert confidence() == 1.0
    assert confidence(("session-sticky", 0.7), given=("session-sticky",)) == 1.0


@pytest.fixture
def benchmark(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    monkeypatch.setattr(sys, "path", [str(PRECISION), *sys.path])
    return runpy.run_path(str(PRECISION / "measured.py"))


def test_the_worth_of_our_rules_is_that_of_the_judgements(benchmark: dict[str, Any]) -> None:
    judged = runpy.run_path(str(PRECISION / "report.py"))["judgements"]()
    text = benchmark["text"](benchmark["worth"](judged, KNOWLEDGE))
    assert text == (folder("rules") / "measured" / "precision.yml").read_text("utf-8")


def test_little_that_was_judged_weighs_little_and_no_application_more_than_ten(benchmark: dict[str, Any]) -> None:
    def judgement(application: str, verdict: bool) -> dict[str, object]:
        return {"application": application, "rule": "session-sticky", "verdict": verdict}

    def share(*judged: dict[str, object]) -> float:
        return float(benchmark["worth"](list(judged), KNOWLEDGE)["session-sticky"].share)

    true, false = judgement("clinic", True), judgement("clinic", False)
    assert share(true) < CERTAIN < share(*[true] * 10)
    assert share(*[true] * 10) == share(*[true] * 100)
    assert share(*[true] * 100, judgement("shop", False)) < share(*[true] * 100)
    assert share(*[false] * 100) < 0.5
