"""What people said: `answers.toml`, read and checked against the questions of `rules/interview/`.

note = "asked on site"

[answers]
operator = "customers"
teams = { value = "two", note = "web and claims" }
part-load = [{ value = "over-ten", part = "readings" }]

[override]
verdict = "modular-monolith"
reason = "the client has decided"
by = "A. Consultant"
"""

from pathlib import Path
from typing import Any, get_args

from assessor.domain.answers import Answer, Answers
from assessor.domain.criteria import InterviewQuestion
from assessor.domain.judgement import Verdict
from assessor.domain.knowledge import Knowledge
from assessor.errors import InputError, nearest
from assessor.intake.toml_source import line_of
from assessor.intake.toml_source import read as read_toml

UNKNOWN = ("", "unknown")
"""A question that was looked at and left open."""
_TABLES = ("answers", "override", "note")


def read(path: Path, knowledge: Knowledge) -> Answers:
    """All answers, sorted; InputError with file, line, allowed values and the nearest name."""
    tables, text = read_toml(path, "the answers file")
    for name in tables:
        if name not in _TABLES:
            hint = "an answers file holds [answers], [override] and note"
            raise InputError(f"unknown table '{name}'{nearest(name, list(_TABLES))}", at=f"{path}:{line_of(text, name)}", hint=hint)
    source = path.name
    given = tables.get("answers", {})
    if not isinstance(given, dict):
        raise InputError(
            "[answers] is a table", at=f"{path}:{line_of(text, 'answers')}", hint="write [answers] and one question per line"
        )
    questions = {question.id: question for question in knowledge.interview}
    found: list[Answer] = []
    for key, value in given.items():
        line = line_of(text, key, "answers")
        place = f"{path}:{line}"
        question = questions.get(key)
        if question is None:
            raise InputError(f"there is no question '{key}'{nearest(key, sorted(questions))}", at=place, hint=_all(questions))
        found.extend(_answers(question, value, place, line))
    override = _override(tables.get("override", {}), path, text)
    return Answers(tuple(sorted(found)), *override, note=str(tables.get("note", "")), source=source)


def _all(questions: dict[str, InterviewQuestion]) -> str:
    return "questions are " + ", ".join(sorted(questions))


def _answers(question: InterviewQuestion, value: Any, place: str, line: int) -> list[Answer]:
    several = value if isinstance(value, list) else [value]
    if len(several) > 1 and not question.per_part:
        raise InputError(f"'{question.id}' is asked once, not per part", at=place, hint="give one value")
    return [answer for one in several if (answer := _answer(question, one, place, line)) is not None]


def _answer(question: InterviewQuestion, value: Any, place: str, line: int) -> Answer | None:
    stated = {"value": value} if isinstance(value, str) else value
    if not isinstance(stated, dict):
        raise InputError(f"'{question.id}' needs a text or a table", at=place, hint=f'{question.id} = "{question.choices[0].id}"')
    for key in stated:
        if key not in ("value", "part", "note"):
            raise InputError(f"unknown key '{key}'{nearest(key, ['value', 'part', 'note'])}", at=place, hint="value, part and note")
    chosen, part, note = (str(stated.get(key, "")) for key in ("value", "part", "note"))
    if chosen in UNKNOWN:
        return None
    allowed = [choice.id for choice in question.choices]
    if chosen not in allowed:
        wrong = f"'{chosen}' is no answer to '{question.id}'{nearest(chosen, allowed)}"
        raise InputError(wrong, at=place, hint="answers are " + ", ".join(allowed))
    if part and not question.per_part:
        raise InputError(f"'{question.id}' is about the whole application", at=place, hint="leave 'part' out")
    return Answer(question.id, chosen, part, note, line)


def _override(stated: Any, path: Path, text: str) -> tuple[str, str, str]:
    """The consultant's verdict, reason and name; a verdict without a reason is an error."""
    if not stated:
        return "", "", ""
    place = f"{path}:{line_of(text, 'override')}"
    if not isinstance(stated, dict) or set(stated) - {"verdict", "reason", "by"}:
        raise InputError("[override] holds verdict, reason and by", at=place, hint='verdict = "bundle"')
    verdict, verdicts = str(stated.get("verdict", "")), sorted(get_args(Verdict))
    if verdict not in verdicts:
        at = f"{path}:{line_of(text, 'verdict', 'override')}"
        raise InputError(
            f"'{verdict}' is no verdict{nearest(verdict, verdicts)}", at=at, hint="verdicts are " + ", ".join(verdicts)
        )
    reason = str(stated.get("reason", "")).strip()
    if not reason:
        raise InputError("an override needs a reason", at=place, hint='add reason = "..." below the verdict')
    return verdict, reason, str(stated.get("by", ""))
