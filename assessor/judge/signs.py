"""Signs: criteria that were observed and answers that were given, each with its sentence and its score."""

from assessor.domain.answers import Answer
from assessor.domain.case import Case
from assessor.domain.criteria import Choice
from assessor.domain.facts import Evidence
from assessor.domain.findings import Observation
from assessor.domain.judgement import DimensionScore, Sign
from assessor.domain.knowledge import Knowledge
from assessor.domain.sentences import joined
from assessor.judge.assumed import Values
from assessor.judge.dimensions import DIMENSIONS, Cell, answered
from assessor.judge.wording import Wording, paired

NAMED = 3
"""Names that a sentence lists."""


def sign_values(observation: Observation) -> dict[str, object]:
    """What the message of a criterion may speak of."""
    first = observation.evidence[0].path.rpartition("/")[2] if observation.evidence else ""
    listed = [name if len(name) <= 60 else f"{name[:57]}..." for name in observation.names[:NAMED]]
    return {
        "hits": observation.hits,
        "places": observation.places,
        "first": first,
        "names": (joined(listed) if len(observation.names) <= NAMED else ", ".join(listed)) or first,
        "kinds": len(observation.names),
        "figure": observation.figure,
        "figure_count": int(observation.figure),
        "percent": f"{observation.figure * 100:.0f} %",
    }


def dimension_scores(
    case: Case,
    scored: dict[str, Cell],
    ranges: dict[str, tuple[Cell, Cell]],
    values: Values,
    knowledge: Knowledge,
    wording: Wording,
) -> tuple[DimensionScore, ...]:
    """The five dimensions as the report shows them, with all their signs, strongest first."""
    listed = []
    for dimension in DIMENSIONS:
        cell = scored[dimension]
        low, high = ranges[dimension]
        signs = sorted(_signs(case, dimension, knowledge, wording), key=lambda sign: (-abs(sign.score), sign.id))
        listed.append(
            DimensionScore(
                dimension=dimension,
                score=round(cell.score, 4),
                confidence=cell.confidence,
                weight=values[f"weight.{dimension}"],
                basis=cell.basis,
                low=round(min(low.score, cell.score), 4),
                high=round(max(high.score, cell.score), 4),
                signs=tuple(signs),
            )
        )
    return tuple(listed)


def _signs(case: Case, dimension: str, knowledge: Knowledge, wording: Wording) -> list[Sign]:
    criteria = {criterion.id: criterion for criterion in knowledge.criteria if criterion.dimension == dimension}
    found = [observed(o, knowledge, wording) for o in case.observations if o.criterion in criteria]
    asked = {question.id: question for question in knowledge.interview if question.dimension == dimension}
    for question, several in answered(case.answers, knowledge).items():
        if question in asked:
            found.extend(
                said(question, choice, answer, case.answers.source, asked[question].source, wording) for choice, answer in several
            )
    return found


def observed(observation: Observation, knowledge: Knowledge, wording: Wording) -> Sign:
    """A criterion that something was found for."""
    criterion = next(c for c in knowledge.criteria if c.id == observation.criterion)
    values = sign_values(observation)
    return Sign(
        id=criterion.id,
        score=criterion.score,
        text=wording.text(f"sign.{criterion.id}", values),
        basis="observed",
        hits=observation.hits,
        evidence=observation.evidence,
        source=criterion.source,
        values=paired(values),
    )


def said(question: str, choice: Choice, answer: Answer, source: str, why: str, wording: Wording) -> Sign:
    """An answer; its evidence is its line in the answers file."""
    place = (Evidence(source, answer.line, f"question.{question}", f"{question} = {choice.id}"),) if source else ()
    says = f"said.{question}.{choice.id}"
    values: tuple[tuple[str, str], ...] = ()
    if answer.part:
        says, values = f"{says}+part.named", (("1.part", answer.part),)
    return Sign(says, choice.score, wording.text(says, values), "answered", 1, place, why, values)
