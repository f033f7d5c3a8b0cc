"""The recommendation as a whole: every part of the defence is there, in both languages, and the same each time."""

import re
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from assessor.domain.answers import Answer, Answers
from assessor.domain.case import Case
from assessor.domain.coverage import Coverage
from assessor.domain.facts import Evidence
from assessor.domain.findings import Figure, Observation
from assessor.domain.judgement import Distribution, Recommendation, ServiceCall, ServiceShare, ServiceStore, Statement
from assessor.domain.runtime import BackingService, Deployable, Landscape
from assessor.domain.sentences import say
from assessor.domain.spoken import templates
from assessor.judge.precedents import case_of
from assessor.judge.recommend import recommend
from assessor.knowledge.load import load
from assessor.resources import folder

KNOWLEDGE = load([folder("rules")]).knowledge
SENTENCES = templates(KNOWLEDGE)
PLACE = Evidence("conf/haproxy.cfg", 27, "haproxy", "stick on src")


def case(**more: Any) -> Case:
    web = Deployable("shop", "web", "", "war", "", "", 8080, "observed", (Evidence("pom.xml", 3),))
    oracle = BackingService("oracle", "Oracle", "database", "outside", 0.9, ("library",), "licensed", (Evidence("db.ini", 1),))
    base = Case(
        Coverage(10, 20_000, 0.98, (), (), (), ()),
        Landscape((), (web,), (oracle,)),
        observations=(
            Observation("architecture-wide-transactions", 14, 6, (Evidence("Orders.java", 30),), ("Orders.place",), 14.0),
            Observation("elasticity-sticky-session", 1, 1, (PLACE,)),
            Observation("operations-copied-by-hand", 2, 1, (Evidence("deploy/push.sh", 4),)),
            Observation("scenario-read-replica", 1, 1, (Evidence("settings.py", 153),)),
        ),
        figures=tuple(
            Figure(name, float(value), (Evidence("Orders.java", 30),))
            for name, value in (("foreign-keys", 40), ("lines", 20_000), ("tables", 31), ("transactions.wide", 14), ("units", 300))
        ),
    )
    return replace(base, **more)


def said(given: Recommendation) -> list[Statement]:
    found = [*given.reasons, given.counter_argument, *given.steps, *given.missing]
    return found + ([given.headline] if given.headline else [])


def test_a_verdict_with_its_defence() -> None:
    given = recommend(case(), KNOWLEDGE)
    assert (given.verdict, given.computed, given.rule) == ("bundle", "bundle", 5)
    assert given.sentence == "Package the application whole, in one container, leave Oracle outside, and do not split it."
    assert [reason.text for reason in given.reasons] == [
        "It is delivered by copying files to the server (push.sh).",
        "31 tables and 40 foreign keys make one schema, and 14 transactions write to several of these tables: apart, each would "
        "need a compensation.",
        "Users are tied to the server they began on (haproxy.cfg), so servers cannot come and go.",
    ]
    assert all(reason.evidence for reason in given.reasons)
    assert given.counter_argument.text.startswith("Reads go to replicas of the database (settings.py). This does not carry")
    assert len(given.steps) == 3 and len(given.conditions) == 8
    assert next(c.rule for c in given.conditions if c.holds) == given.rule
    assert given.precedents and {match.like for match in given.precedents} == {True, False}
    assert given.flags == ("part-stays-outside",)


def test_the_cut_that_was_not_simulated_is_not_invented() -> None:
    given = recommend(case(), KNOWLEDGE)
    assert not given.cut.applies and "not simulated" in given.cut.text
    assert [c.holds for c in given.conditions if c.rule in (6, 7)] == [False, False]
    assert all("No cut was simulated" in c.text for c in given.conditions if c.rule in (6, 7))


def test_every_open_question_and_threshold_says_what_would_change() -> None:
    given = recommend(case(), KNOWLEDGE)
    asked = {flip.subject for flip in given.flips if flip.kind == "question"}
    assert asked == {question.id for question in KNOWLEDGE.interview}
    assert all(flip.verdict != given.verdict for flip in given.flips if flip.kind == "threshold")
    assert given.sensitivity is not None and given.sensitivity.runs == 1000
    assert 0 < given.confidence <= given.sensitivity.kept / given.sensitivity.runs


def test_answers_decide_and_are_evidence() -> None:
    answers = Answers((Answer("operator", "customers", line=4), Answer("teams", "one", line=9)), source="answers.toml")
    given = recommend(case(answers=answers), KNOWLEDGE)
    assert (given.verdict, given.rule) == ("bundle", 3)
    audience = next(d for d in given.dimensions if d.dimension == "audience")
    assert (audience.score, audience.confidence, audience.basis) == (-2.0, 1.0, "answered")
    assert audience.signs[0].evidence == (Evidence("answers.toml", 4, "question.operator", "operator = customers"),)
    assert {q.id: q.answer for q in given.questions if q.basis == "answered"} == {"operator": "customers", "teams": "one"}


def test_an_answer_outranks_what_was_read_and_the_contradiction_is_reported() -> None:
    answers = Answers((Answer("capacity-change", "daily"),))
    given = recommend(case(answers=answers), KNOWLEDGE)
    elasticity = next(d for d in given.dimensions if d.dimension == "elasticity")
    assert (elasticity.score, elasticity.basis) == (2.0, "answered")
    assert [(c.question, c.answer, c.evidence) for c in given.contradictions] == [("capacity-change", "daily", (PLACE,))]


def test_an_override_is_shown_beside_the_tools_own_verdict() -> None:
    answers = Answers(override_verdict="microservices", override_reason="the client has decided", override_by="A. Consultant")
    given = recommend(case(answers=answers), KNOWLEDGE)
    assert (given.verdict, given.computed) == ("microservices", "bundle")
    assert given.override is not None and given.override.reason == "the client has decided"


def services(exclusive: float, calls: int, stores: int) -> Distribution:
    shares = tuple(
        ServiceShare(n, n, "web", 900, exclusive, True, evidence=(Evidence(f"{n}/main.py", 1),)) for n in ("a", "b", "c")
    )
    found = (ServiceCall("a", "b", "http", calls, (Evidence("a/main.py", 7),)),) if calls else ()
    own = tuple(ServiceStore(f"postgresql s{n}", (name,), (Evidence("x.ini", n + 1),)) for n, name in enumerate("abc"[:stores]))
    return Distribution(shares, found, own)


@pytest.mark.parametrize(
    ("exclusive", "calls", "stores", "distributed"),
    [(0.9, 2, 0, True), (0.9, 0, 2, True), (0.6, 2, 2, True), (0.9, 1, 1, False), (0.59, 9, 3, False)],
)
def test_already_distributed(exclusive: float, calls: int, stores: int, distributed: bool) -> None:
    given = recommend(case(distribution=services(exclusive, calls, stores)), KNOWLEDGE)
    assert (given.verdict == "already-distributed") is distributed
    if distributed:
        assert given.advice == "keep" and given.reasons[0].evidence


def test_too_little_understood_and_nothing_deployable() -> None:
    poor = recommend(case(coverage=Coverage(10, 100, 0.3, (), (), (), ())), KNOWLEDGE)
    assert (poor.verdict, poor.detail) == ("insufficient-evidence", "too-little-understood")
    library = recommend(case(landscape=Landscape((), (), ())), KNOWLEDGE)
    assert (library.verdict, library.detail) == ("insufficient-evidence", "not-an-application")
    assert library.missing


def test_absence_scores_nothing() -> None:
    given = recommend(case(observations=(), figures=(Figure("units", 300.0),)), KNOWLEDGE)
    assert all((d.score, d.confidence, d.basis) == (0.0, 0.0, "assumed") for d in given.dimensions)
    assert given.need.value == 0


def test_ability_to_operate_is_no_reason_to_split() -> None:
    able = tuple(
        Observation(name, 3, 3, (PLACE,))
        for name in ("operations-deploy-stage", "operations-infrastructure", "operations-telemetry")
    )
    given = recommend(case(observations=able), KNOWLEDGE)
    assert given.ops.value == 3 and given.need.value == 0


def cases() -> list[Case]:
    return [
        case(),
        case(distribution=services(0.9, 3, 2)),
        *(case_of(precedent.profile) for precedent in KNOWLEDGE.precedents[::4]),
    ]


def test_every_sentence_can_be_said_again_in_chinese() -> None:
    for one in cases():
        given = recommend(one, KNOWLEDGE)
        for statement in said(given):
            assert say(SENTENCES, statement.id, statement.values, "en") == statement.text
            chinese = say(SENTENCES, statement.id, statement.values, "zh-CN")
            assert re.search(r"[\u4e00-\u9fff]", chinese), statement.id
        for condition in given.conditions:
            assert say(SENTENCES, condition.says, condition.values, "en") == condition.text
        for flip in given.flips:
            assert say(SENTENCES, flip.says, flip.values, "en") == flip.change
        for match in given.precedents:
            assert say(SENTENCES, match.says, match.values, "en") == match.why


def test_no_sentence_is_left_with_a_hole() -> None:
    for one in cases():
        for statement in said(recommend(one, KNOWLEDGE)):
            assert not re.search(r"[{}]|\(\)|  | ,| \.", statement.text), statement


def test_all_sentences_have_both_languages() -> None:
    printed = {f"assumption.{one.id}" for one in KNOWLEDGE.assumptions if one.kind in ("weight", "threshold")}
    for sentence, texts in SENTENCES.items():
        if sentence.startswith("assumption.") and sentence not in printed:
            continue
        assert texts["en"] and texts["zh-CN"], sentence
        names = [sorted(set(re.findall(r"\{(\w+)", texts[language]))) for language in ("en", "zh-CN")]
        assert set(names[1]) <= set(names[0]), sentence


def test_the_same_case_gives_the_same_bytes() -> None:
    first, second = (msgspec.json.encode(recommend(case(), KNOWLEDGE)) for _ in range(2))
    assert first == second
    assert msgspec.json.decode(first, type=Recommendation) == recommend(case(), KNOWLEDGE)
