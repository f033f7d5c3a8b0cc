"""Grids of answers over samples read as they are: every step towards distribution moves the verdict that way or not at all, and
every verdict between the bundle and services is reached where it should be."""

from functools import cache
from itertools import combinations

import pytest
from msgspec.structs import replace

from assessor.domain.answers import Answer, Answers
from assessor.domain.case import Case
from assessor.domain.spoken import templates
from assessor.judge.assumed import Assumed, assumed
from assessor.judge.decision_list import decide
from assessor.judge.sensitivity import threshold_flips
from assessor.judge.standing import standing
from assessor.judge.wording import Wording
from tests.judge.sample_cases import KNOWLEDGE, ROOT, case_of

VALUES = assumed(KNOWLEDGE)
RANKS = ("bundle", "modular-monolith", "selective-extraction", "microservices")
SAMPLES = ("telemetry-monolith", "java-claims")


@cache
def sample(name: str) -> Case:
    return case_of(ROOT / "samples" / name)


def best_part(case: Case) -> str:
    return max(case.parts, key=lambda part: (part.cut, part.name)).name


def verdict(case: Case, answers: dict[str, str], part: str = "") -> str:
    per_part = {question.id for question in KNOWLEDGE.interview if question.per_part}
    named = part or (best_part(case) if case.parts else "")
    given = tuple(sorted(Answer(q, v, named if q in per_part else "") for q, v in answers.items()))
    return decide(standing(case, Answers(given), KNOWLEDGE), VALUES).verdict


def ends(last: bool) -> dict[str, str]:
    return {q.id: sorted(q.choices, key=lambda c: c.score)[-1 if last else 0].id for q in KNOWLEDGE.interview}


@pytest.mark.parametrize("name", SAMPLES)
def test_the_grid_of_pairs_is_monotone(name: str) -> None:
    case = sample(name)
    for background in ({}, ends(True)):
        for first, second in combinations(KNOWLEDGE.interview, 2):
            for choice in first.choices:
                others = background | {first.id: choice.id}
                ordered = sorted(second.choices, key=lambda c: c.score)
                found = [verdict(case, others | {second.id: other.id}) for other in ordered]
                ranks = [RANKS.index(one) for one in found if one in RANKS]
                assert ranks == sorted(ranks), (first.id, choice.id, second.id, found)


def test_verdicts_are_reached_where_they_should_be() -> None:
    telemetry = sample("telemetry-monolith")
    assert verdict(telemetry, {}) == "bundle"
    assert verdict(telemetry, ends(False)) == "bundle"
    assert verdict(telemetry, ends(True)) == "microservices"
    assert verdict(telemetry, ends(True) | {"teams": "two"}) == "selective-extraction"
    no_reason = {q.id: q.choices[0].id for q in KNOWLEDGE.interview if q.per_part}
    assert verdict(telemetry, ends(True) | {"teams": "two"} | no_reason) == "modular-monolith"
    claims = sample("java-claims")
    assert verdict(claims, ends(False)) == "bundle"
    for part in claims.parts:
        assert verdict(claims, ends(True), part.name) == "modular-monolith", "nothing that claims are settled with can be cut"
    assert verdict(claims, {"operator": "own-central", "installations": "more-than-20"}) == "insufficient-evidence"


def test_services_stay_services_whatever_is_answered() -> None:
    parcels = sample("parcel-services")
    assert {verdict(parcels, answers) for answers in ({}, ends(False), ends(True))} == {"already-distributed"}


def test_every_threshold_that_is_printed_as_a_flip_flips_the_verdict_as_it_is_printed() -> None:
    telemetry = sample("telemetry-monolith")
    answers = Answers(
        tuple(sorted(Answer(q.id, q.choices[-1].id, best_part(telemetry) if q.per_part else "") for q in KNOWLEDGE.interview))
    )
    few = replace(
        answers, answers=tuple(one for one in answers.answers if one.question not in ("teams", "growth", "scale-to-zero"))
    )
    for given in (Answers(), answers, few):
        stands = standing(telemetry, given, KNOWLEDGE)
        flips = threshold_flips(stands, KNOWLEDGE, Wording(templates(KNOWLEDGE)))
        assert flips
        for flip in flips:
            text = dict(flip.values)["value"]
            number = float(text.removesuffix(" %").replace(",", ""))
            moved = Assumed(VALUES) | {flip.subject: number / 100 if text.endswith("%") else number}
            assert decide(stands, Assumed(moved)).verdict == flip.verdict != decide(stands, VALUES).verdict, flip
