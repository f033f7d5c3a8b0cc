"""What the decision list asks for, in numbers: an application with its answers, before weights and thresholds are applied."""

from typing import NamedTuple

from msgspec.structs import replace

from assessor.domain.answers import Answer, Answers
from assessor.domain.case import Case
from assessor.domain.criteria import Choice
from assessor.domain.judgement import Part
from assessor.domain.knowledge import Knowledge
from assessor.judge.dimensions import Evidenced, answered, evidence_of

PREREQUISITES = ("provisioning", "monitoring", "deployment")
STARTED = frozenset({"web", "worker", "scheduler", "one-shot", "frontend", "service", "desktop"})


class Standing(NamedTuple):
    """`operated` customers, own or empty (nobody said); `teams` 0 when nobody said; `exclusive` one share per counted service;
    `contradictions` pairs of answers that cannot both be true."""

    share: float
    deployables: int
    contradictions: tuple[tuple[str, str], ...]
    exclusive: tuple[float, ...]
    calls: int
    own_stores: int
    operated: str
    customer_signs: tuple[str, ...]
    central_signs: tuple[str, ...]
    lines: float
    units: float
    cycle: float
    evidence: dict[str, Evidenced]
    from_answers: dict[str, Evidenced]
    ops: tuple[str, ...]
    teams: int
    parts: tuple[Part, ...]
    cut_applies: bool


def standing(case: Case, answers: Answers, knowledge: Knowledge) -> Standing:
    """The numbers of `case` if people had given `answers`."""
    topics = {criterion.id: criterion.topic for criterion in knowledge.criteria}
    made = answered(answers, knowledge)
    choices = [choice for several in made.values() for choice, _ in several]
    operated = {choice.operator for choice in choices} - {""}
    both = evidence_of(case.observations, answers, knowledge)
    return Standing(
        share=case.coverage.share,
        deployables=sum(d.role in STARTED for d in case.landscape.deployables),
        contradictions=_contradictions(made),
        exclusive=tuple(service.exclusive for service in case.distribution.services if service.counted),
        calls=sum(call.sites for call in case.distribution.calls),
        own_stores=sum(len(store.services) == 1 for store in case.distribution.stores),
        operated="own" if "own" in operated else "customers" if operated else "",
        customer_signs=_with_topic(case, topics, "customer-operated"),
        central_signs=_with_topic(case, topics, "centrally-operated"),
        lines=case.figure("lines"),
        units=case.figure("units"),
        cycle=case.figure("cycle.share"),
        evidence=both,
        from_answers={dimension: Evidenced((), one.answers) for dimension, one in both.items()},
        ops=prerequisites(case, answers, knowledge),
        teams=max((choice.teams for choice in choices), default=0),
        parts=driven(case.parts, answers, knowledge),
        cut_applies=case.cut.applies,
    )


def _with_topic(case: Case, topics: dict[str, str], topic: str) -> tuple[str, ...]:
    return tuple(o.criterion for o in case.observations if topics.get(o.criterion) == topic)


def _contradictions(made: dict[str, list[tuple[Choice, Answer]]]) -> tuple[tuple[str, str], ...]:
    said = {f"{question}={choice.id}" for question, several in made.items() for choice, _ in several}
    return tuple(
        sorted(
            (f"{question}={choice.id}", other)
            for question, several in made.items()
            for choice, _ in several
            for other in choice.contradicts
            if other in said
        )
    )


def prerequisites(case: Case, answers: Answers, knowledge: Knowledge) -> tuple[str, ...]:
    """The prerequisites of OPS that are there, by an answer or else by what was read."""
    criteria = {criterion.id: criterion for criterion in knowledge.criteria}
    found = {criteria[o.criterion].prerequisite for o in case.observations} - {None}
    asked = {question.id: question.prerequisite for question in knowledge.interview}
    for question, several in answered(answers, knowledge).items():
        decided = [choice.prerequisite for choice, _ in several if choice.prerequisite is not None]
        if asked[question] and decided:
            (found.add if any(decided) else found.discard)(asked[question])
    return tuple(name for name in PREREQUISITES if name in found)


def driven(parts: tuple[Part, ...], answers: Answers, knowledge: Knowledge) -> tuple[Part, ...]:
    """Parts with the drivers that answers give them by name."""
    drivers: dict[str, set[str]] = {}
    for several in answered(answers, knowledge).values():
        for choice, answer in several:
            if choice.driver and answer.part:
                drivers.setdefault(answer.part.lower(), set()).add(choice.driver)
    return tuple(replace(part, drivers=tuple(sorted({*part.drivers, *drivers.get(part.name.lower(), ())}))) for part in parts)
