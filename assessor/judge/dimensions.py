"""The five dimensions, scored from what was read and what people said, and NEED.

A side's strength is its strongest sign plus a share of each further one, at most 2; the score is the strength for distribution
minus that for the bundle. An answer outranks what was read: against it, the reading counts nothing; with it, the further of both
counts. So no answer that argues for distribution can lower a score, and none that argues for the bundle can raise it.

Nothing read and nothing answered is 0 with confidence 0: absence is no evidence.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, get_args

from assessor.domain.answers import Answer, Answers
from assessor.domain.criteria import Choice, Dimension, InterviewQuestion
from assessor.domain.findings import Observation
from assessor.domain.judgement import Basis
from assessor.domain.knowledge import Knowledge
from assessor.judge.assumed import Values

DIMENSIONS: tuple[Dimension, ...] = get_args(Dimension)
CAPPED = "operations"
"""Ability is no reason to split: operations adds at most 0 to NEED."""


class Evidenced(NamedTuple):
    """Scores of signs and of answers of one dimension."""

    signs: tuple[float, ...]
    answers: tuple[float, ...]


class Cell(NamedTuple):
    """One dimension: score -2..2, confidence 0, .5 or 1, and where it is from."""

    score: float
    confidence: float
    basis: Basis

    @property
    def contribution(self) -> float:
        """Score times confidence."""
        return self.score * self.confidence


def strength(scores: Iterable[float], share: float) -> float:
    """The strength of one side, 0..2."""
    ordered = sorted((abs(score) for score in scores), reverse=True)
    return min(2.0, ordered[0] + share * sum(ordered[1:])) if ordered else 0.0


def cell(dimension: str, evidenced: Evidenced, values: Values) -> Cell:
    """The score of one dimension."""
    share = values["sign.further"]
    read = _balance(evidenced.signs, share)
    towards = sum(1 for score in evidenced.signs if score * read > 0)
    certain = 1.0 if towards >= values["signs.certain"] else 0.5
    observed = Cell(read, certain if evidenced.signs else 0.0, "observed" if evidenced.signs else "assumed")
    said = _balance(evidenced.answers, share)
    answered = Cell(said, 1.0, "answered")
    if said > 0:
        chosen = answered if answered.contribution >= observed.contribution else observed
    elif said < 0:
        chosen = answered if answered.contribution <= observed.contribution else observed
    elif evidenced.answers and not evidenced.signs:
        chosen = answered
    else:
        chosen = observed
    if dimension == CAPPED and chosen.score > 0:
        return Cell(0.0, chosen.confidence, chosen.basis)
    return chosen


def _balance(scores: tuple[float, ...], share: float) -> float:
    towards = strength((score for score in scores if score > 0), share)
    against = strength((score for score in scores if score < 0), share)
    return towards - against


def cells(evidence: Mapping[str, Evidenced], values: Values) -> dict[str, Cell]:
    """All five, in the order of `decision.md`."""
    return {dimension: cell(dimension, evidence[dimension], values) for dimension in DIMENSIONS}


def need(scored: Mapping[str, Cell], values: Values) -> float:
    """NEED = sum(weight * confidence * score) / sum(weight), -2..2."""
    weights = {dimension: values[f"weight.{dimension}"] for dimension in DIMENSIONS}
    return sum(weights[d] * scored[d].contribution for d in DIMENSIONS) / sum(weights.values())


def evidence_of(observations: Iterable[Observation], answers: Answers, knowledge: Knowledge) -> dict[str, Evidenced]:
    """Scores per dimension; a question answered for several parts counts once, with its highest score."""
    criteria = {criterion.id: criterion for criterion in knowledge.criteria}
    signs: dict[str, list[float]] = {dimension: [] for dimension in DIMENSIONS}
    for observation in observations:
        criterion = criteria[observation.criterion]
        if criterion.score:
            signs[criterion.dimension].append(criterion.score)
    said: dict[str, list[float]] = {dimension: [] for dimension in DIMENSIONS}
    for question, choices in answered(answers, knowledge).items():
        dimension = next(q.dimension for q in knowledge.interview if q.id == question)
        said[dimension].append(max(choice.score for choice, _ in choices))
    return {d: Evidenced(tuple(signs[d]), tuple(said[d])) for d in DIMENSIONS}


def answered(answers: Answers, knowledge: Knowledge) -> dict[str, list[tuple[Choice, Answer]]]:
    """The choices that were made, by question; answers to questions that nobody asks are left out."""
    questions = {question.id: question for question in knowledge.interview}
    found: dict[str, list[tuple[Choice, Answer]]] = {}
    for answer in answers.answers:
        choice = chosen(questions.get(answer.question), answer.value)
        if choice is not None:
            found.setdefault(answer.question, []).append((choice, answer))
    return found


def chosen(question: InterviewQuestion | None, value: str) -> Choice | None:
    """The choice of `question` called `value`, None when there is none."""
    return next((choice for choice in question.choices if choice.id == value), None) if question else None
