"""Every criterion and every finding of `rules/` finds its own examples and leaves its near misses alone."""

import pytest

from assessor.domain.criteria import Criterion, FindingRule
from assessor.findings.examples import failures
from assessor.knowledge.load import load
from assessor.resources import folder

KNOWLEDGE = load([folder("rules")]).knowledge
RULES = (*KNOWLEDGE.criteria, *KNOWLEDGE.findings)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples(rule: Criterion | FindingRule) -> None:
    assert failures(rule) == ()
    assert len(rule.examples.match) >= 2 and len(rule.examples.miss) >= 2
    assert rule.source


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_speaks_chinese(rule: Criterion | FindingRule) -> None:
    assert rule.zh_CN is not None and rule.zh_CN.message


def test_every_dimension_has_signs_on_both_sides() -> None:
    for dimension in ("audience", "scenario", "architecture", "operations", "elasticity"):
        scores = [criterion.score for criterion in KNOWLEDGE.criteria if criterion.dimension == dimension]
        assert len(scores) >= 8
        assert min(scores) < 0 < max(scores)
        assert all(-2 <= score <= 2 for score in scores)
