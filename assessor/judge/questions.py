"""The interview seen from the verdict: answers in force, what open answers would change, answers that the code speaks against."""

from msgspec.structs import replace

from assessor.domain.answers import Answer, Answers
from assessor.domain.case import Case
from assessor.domain.criteria import InterviewQuestion
from assessor.domain.judgement import Contradiction, Flip, Question
from assessor.domain.knowledge import Knowledge
from assessor.judge.assumed import Assumed
from assessor.judge.decision_list import decide
from assessor.judge.dimensions import DIMENSIONS, Cell, answered, cells, need
from assessor.judge.signs import sign_values
from assessor.judge.standing import standing
from assessor.judge.wording import SHOWN, Wording

UNKNOWN = "unknown"
_CONTRADICTING = 1.0
"""An answer and what was read contradict each other when both are at least this far from 0, on different sides."""


def ordered(knowledge: Knowledge) -> tuple[InterviewQuestion, ...]:
    """The questions in the order they are asked."""
    return tuple(sorted(knowledge.interview, key=lambda question: (question.order, question.id)))


def questions(case: Case, knowledge: Knowledge) -> tuple[Question, ...]:
    """Every question with the answer in force, `unknown` where nobody said; one answered for several parts appears for each."""
    made = answered(case.answers, knowledge)
    listed: list[Question] = []
    for question in ordered(knowledge):
        choices = tuple(choice.id for choice in question.choices)
        if question.id not in made:
            listed.append(Question(question.id, question.dimension, question.text, UNKNOWN, "assumed", choices))
        for choice, answer in made.get(question.id, ()):
            listed.append(
                Question(question.id, question.dimension, question.text, choice.id, "answered", choices, answer.note, answer.part)
            )
    return tuple(listed)


def with_answer(answers: Answers, question: str, value: str, part: str = "") -> Answers:
    """`answers` with one more, instead of what was said about the same question and part."""
    kept = [a for a in answers.answers if (a.question, a.part) != (question, part)]
    return replace(answers, answers=tuple(sorted([*kept, Answer(question, value, part)])))


def open_questions(case: Case, knowledge: Knowledge) -> tuple[InterviewQuestion, ...]:
    """Questions that nobody answered, in the order they are asked."""
    made = answered(case.answers, knowledge)
    return tuple(question for question in ordered(knowledge) if question.id not in made)


def flips(case: Case, knowledge: Knowledge, values: Assumed, wording: Wording) -> tuple[Flip, ...]:
    """Per open question each answer and the verdict it would give, those that change it first."""
    now = decide(standing(case, case.answers, knowledge), values).verdict
    found: list[tuple[bool, int, Flip]] = []
    for question in open_questions(case, knowledge):
        for choice in question.choices:
            tried = standing(case, with_answer(case.answers, question.id, choice.id, _part(case, question)), knowledge)
            verdict = decide(tried, values).verdict
            says = f"question.{question.id}+answer.{question.id}.{choice.id}"
            found.append((verdict == now, len(found), Flip("question", question.id, wording.text(says), verdict, says)))
    return tuple(flip for _, _, flip in sorted(found, key=lambda one: one[:2]))


def _part(case: Case, question: InterviewQuestion) -> str:
    """The part that a question about parts would most likely be answered for: the one that is easiest to cut."""
    if not question.per_part or not case.parts:
        return ""
    return max(case.parts, key=lambda part: (part.cut, part.name)).name


def extremes(case: Case, knowledge: Knowledge, values: Assumed) -> tuple[dict[str, tuple[Cell, Cell]], tuple[float, float]]:
    """Each dimension, and NEED, with every open question answered for the bundle, and for distribution."""
    ends = []
    for last in (False, True):
        answers = case.answers
        for question in open_questions(case, knowledge):
            best = sorted(question.choices, key=lambda choice: choice.score)[-1 if last else 0]
            answers = with_answer(answers, question.id, best.id)
        evidence = standing(case, answers, knowledge).evidence
        scored = cells(evidence, values)
        ends.append((scored, need(scored, values)))
    (low, low_need), (high, high_need) = ends
    return {d: (low[d], high[d]) for d in DIMENSIONS}, (low_need, high_need)


def contradictions(case: Case, knowledge: Knowledge, wording: Wording) -> tuple[Contradiction, ...]:
    """Answers that signs of the same dimension speak against, with the strongest of those signs."""
    criteria = {criterion.id: criterion for criterion in knowledge.criteria}
    found = []
    for question, several in sorted(answered(case.answers, knowledge).items()):
        for choice, _ in several:
            against = [
                (criteria[o.criterion].score, o)
                for o in case.observations
                if criteria[o.criterion].asks == question
                and criteria[o.criterion].score * choice.score < 0
                and min(abs(criteria[o.criterion].score), abs(choice.score)) >= _CONTRADICTING
            ]
            if against:
                _, strongest = max(against, key=lambda one: (abs(one[0]), one[1].criterion))
                values = {"answer": choice.text, "hits": str(strongest.hits)}
                text = wording.text("contradiction", values)
                sign = wording.statement(f"sign.{strongest.criterion}", **sign_values(strongest))
                found.append(
                    Contradiction(
                        question,
                        choice.id,
                        f"{text} {sign.text}",
                        strongest.evidence[:SHOWN],
                        f"contradiction+{sign.id}",
                        tuple(sorted([*((f"0.{k}", v) for k, v in values.items()), *((f"1.{k}", v) for k, v in sign.values)])),
                    )
                )
    return tuple(found)
