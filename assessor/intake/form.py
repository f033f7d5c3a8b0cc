"""The `answers.toml` form: every question with its choices, and what was observed about it, for people to fill in."""

import json
from textwrap import wrap

from assessor.domain.answers import Answer, Answers
from assessor.domain.judgement import Recommendation
from assessor.domain.knowledge import Knowledge
from assessor.domain.sentences import Templates, say
from assessor.domain.spoken import templates

_WIDTH = 100


def form(
    knowledge: Knowledge, recommendation: Recommendation | None = None, answers: Answers | None = None, language: str = "en"
) -> str:
    """The text of the form. Given answers are filled in, open questions are commented out; below each question stands what was
    read about it, with file and line, as far as a recommendation is given."""
    given: dict[str, list[Answer]] = {}
    for answer in answers.answers if answers else ():
        given.setdefault(answer.question, []).append(answer)
    sentences = templates(knowledge)
    part = say(sentences, "interview.part-name", (), language)
    lines = _comment(say(sentences, "interview.form", (), language))
    lines += ["", "[answers]"]
    for question in sorted(knowledge.interview, key=lambda q: (q.order, q.id)):
        lines += ["", *_comment(say(sentences, f"question.{question.id}", (), language))]
        for seen in observed(question.id, knowledge, sentences, recommendation, language):
            lines += _comment(seen)
        for choice in question.choices:
            said = say(sentences, f"answer.{question.id}.{choice.id}", (), language)
            if not any(answer.value == choice.id for answer in given.get(question.id, ())):
                value = _value(choice.id, part if question.per_part and choice.driver else "", "")
                lines.append(f"# {question.id} = {value}  # {said}")
        values = [_value(answer.value, answer.part, answer.note) for answer in given.get(question.id, ())]
        if values:
            lines.append(f"{question.id} = {values[0] if len(values) == 1 else '[' + ', '.join(values) + ']'}")
    lines += ["", *_comment(say(sentences, "interview.override", (), language)), "# [override]"]
    lines += ['# verdict = "bundle"', '# reason = ""', '# by = ""', ""]
    return "\n".join(lines)


def _comment(text: str) -> list[str]:
    return [f"# {line}" for line in wrap(text, _WIDTH if text.isascii() else _WIDTH // 2)]


def _value(choice: str, part: str, note: str) -> str:
    if not part and not note:
        return json.dumps(choice)
    fields = [("value", choice), *((k, v) for k, v in (("part", part), ("note", note)) if v)]
    return "{ " + ", ".join(f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in fields) + " }"


def observed(
    question: str, knowledge: Knowledge, sentences: Templates, recommendation: Recommendation | None, language: str = "en"
) -> list[str]:
    """The signs that hint at an answer, each with its first place, as sentences."""
    if recommendation is None:
        return []
    asking = {criterion.id for criterion in knowledge.criteria if criterion.asks == question}
    found = []
    for dimension in recommendation.dimensions:
        for sign in dimension.signs:
            if sign.id in asking:
                place = f" ({sign.evidence[0].path}:{sign.evidence[0].line})" if sign.evidence else ""
                text = say(sentences, f"sign.{sign.id}", sign.values, language) or sign.text
                seen = " ".join((text + place).split())
                found.append(say(sentences, "interview.observed", (("sign", seen),), language))
    return sorted(found)
