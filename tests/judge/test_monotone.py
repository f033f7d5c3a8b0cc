"""No answer that argues for distribution may move the verdict towards the bundle: the grid of single steps, over many cases."""

from itertools import product
from random import Random

import pytest
from msgspec.structs import replace

from assessor.domain.answers import Answer, Answers
from assessor.domain.case import Case
from assessor.domain.coverage import Coverage
from assessor.domain.findings import Figure, Observation
from assessor.domain.judgement import Part, Score
from assessor.domain.runtime import Deployable, Landscape
from assessor.judge.assumed import assumed
from assessor.judge.decision_list import decide
from assessor.judge.standing import standing
from assessor.knowledge.load import load
from assessor.resources import folder

KNOWLEDGE = load([folder("rules")]).knowledge
VALUES = assumed(KNOWLEDGE)
TOWARDS_DISTRIBUTION = ("bundle", "modular-monolith", "selective-extraction", "microservices")
PARTS = tuple(
    Part(name, cut, drivers=("load",) if name == "readings" else (), writes=0.2)
    for name, cut in (("readings", 0.8), ("billing", 0.7), ("rates", 0.65), ("users", 0.62), ("audit", 0.3))
)
SIGNS = (
    (),
    ("audience-installer", "audience-licence", "audience-update-check"),
    ("audience-tenants", "elasticity-autoscaler", "scenario-sharding"),
    ("elasticity-session-memory", "operations-copied-by-hand", "architecture-static-state"),
)


def case(lines: int, units: int, cycle: float, signs: tuple[str, ...], parts: tuple[Part, ...]) -> Case:
    web = Deployable("shop", "web", "", "war", "", "", 8080, "observed", ())
    figures = (Figure("cycle.share", cycle), Figure("lines", float(lines)), Figure("units", float(units)))
    observations = tuple(Observation(sign, 1, 1, ()) for sign in sorted(signs))
    cut = Score("CUT", 0.8, bool(parts), "")
    return Case(Coverage(1, lines, 1.0, (), (), (), ()), Landscape((), (web,), ()), observations, figures, parts=parts, cut=cut)


CASES = [
    case(lines, units, cycle, signs, parts)
    for (lines, units, cycle), signs, parts in product(
        ((4_000, 12, 0.0), (250_000, 900, 0.5), (250_000, 900, 0.05)), SIGNS, ((), PARTS)
    )
]


def verdict(one: Case, answers: dict[str, str]) -> str:
    per_part = {question.id for question in KNOWLEDGE.interview if question.per_part}
    given = tuple(sorted(Answer(q, value, "readings" if q in per_part else "") for q, value in answers.items()))
    return decide(standing(one, Answers(given), KNOWLEDGE), VALUES).verdict


def rank(one: Case, answers: dict[str, str]) -> int:
    """-1 where the answers contradict each other: that is no verdict between bundle and split."""
    found = verdict(one, answers)
    return TOWARDS_DISTRIBUTION.index(found) if found in TOWARDS_DISTRIBUTION else -1


def backgrounds() -> list[dict[str, str]]:
    """No answers, all for the bundle, all for distribution, and mixtures drawn from a fixed seed."""
    draw = Random(7)
    lowest = {q.id: min(q.choices, key=lambda c: c.score).id for q in KNOWLEDGE.interview}
    highest = {q.id: max(q.choices, key=lambda c: c.score).id for q in KNOWLEDGE.interview}
    mixed = [{q.id: draw.choice(q.choices).id for q in KNOWLEDGE.interview if draw.random() < 0.6} for _ in range(2)]
    return [{}, lowest, highest, highest | {"teams": "two"}, *mixed]


@pytest.mark.parametrize("question", KNOWLEDGE.interview, ids=lambda question: question.id)
def test_monotone_in_every_answer(question) -> None:  # type: ignore[no-untyped-def]
    ordered = sorted(question.choices, key=lambda choice: choice.score)
    for one, background in product(CASES, backgrounds()):
        ranks = [rank(one, background | {question.id: choice.id}) for choice in ordered]
        judged = [r for r in ranks if r >= 0]
        assert judged == sorted(judged), (question.id, ranks, background)


@pytest.mark.parametrize("question", KNOWLEDGE.interview, ids=lambda question: question.id)
def test_answering_at_all_follows_the_sign_of_the_answer(question) -> None:  # type: ignore[no-untyped-def]
    for one, background in product(CASES, backgrounds()):
        without = {q: value for q, value in background.items() if q != question.id}
        silent = rank(one, without)
        for choice in question.choices:
            spoken = rank(one, without | {question.id: choice.id})
            if silent < 0 or spoken < 0:
                continue
            if choice.score > 0:
                assert spoken >= silent, (question.id, choice.id, without)
            if choice.score < 0:
                assert spoken <= silent, (question.id, choice.id, without)


def test_choices_are_listed_from_the_bundle_towards_distribution() -> None:
    for question in KNOWLEDGE.interview:
        scores = [choice.score for choice in question.choices]
        assert scores == sorted(scores), question.id


def test_every_verdict_is_reached_by_answers_alone() -> None:
    found = {verdict(one, background) for one, background in product(CASES, backgrounds())}
    assert set(TOWARDS_DISTRIBUTION) <= found


def test_contradicting_answers_give_no_verdict() -> None:
    said = {"operator": "own-central", "installations": "more-than-20"}
    assert verdict(CASES[0], said) == "insufficient-evidence"


def test_nothing_deployable_is_not_an_application() -> None:
    library = replace(CASES[0], landscape=Landscape((), (), ()))
    decided = decide(standing(library, Answers(), KNOWLEDGE), VALUES)
    assert (decided.verdict, decided.detail) == ("insufficient-evidence", "not-an-application")
