"""Every public precedent is a test: its profile gives its verdict, its advice and its flags.

Precedents that need the cut simulation state the CUT of their parts in the profile, because the published stories say what came
apart and what did not; their names carry `given-cut`.
"""

import pytest

from assessor.domain.criteria import Precedent
from assessor.judge.precedents import case_of
from assessor.judge.recommend import recommend
from assessor.knowledge.load import load
from assessor.resources import folder

KNOWLEDGE = load([folder("rules")]).knowledge


def _name(precedent: Precedent) -> str:
    return precedent.id + ("-given-cut" if "cut" in precedent.needs else "")


@pytest.mark.parametrize("precedent", KNOWLEDGE.precedents, ids=_name)
def test_profile_gives_its_verdict(precedent: Precedent) -> None:
    given = recommend(case_of(precedent.profile), KNOWLEDGE)
    assert given.verdict in precedent.expect.verdict
    if precedent.expect.advice:
        assert given.advice == precedent.expect.advice
    assert set(precedent.expect.flags) <= set(given.flags)
    assert ("cut" in precedent.needs) == given.cut.applies


def test_all_verdicts_but_insufficient_evidence_have_a_precedent() -> None:
    verdicts = {verdict for precedent in KNOWLEDGE.precedents for verdict in precedent.expect.verdict}
    assert verdicts == {"bundle", "modular-monolith", "selective-extraction", "microservices", "already-distributed"}
