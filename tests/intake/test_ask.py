"""The interview at a terminal, with prepared answers instead of a person."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assessor.domain.answers import Answer, Answers
from assessor.domain.knowledge import Knowledge
from assessor.intake.answers import read as read_answers
from assessor.intake.ask import ask, plain, wrong
from assessor.intake.form import form
from assessor.knowledge.load import load
from assessor.resources import folder


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load([folder("rules")]).knowledge


def typing(*lines: str) -> Iterator[str]:
    yield from lines
    raise KeyboardInterrupt


def interviewed(knowledge: Knowledge, known: Answers, *lines: str, language: str = "en") -> tuple[Answers, list[str]]:
    said: list[str] = []
    typed = typing(*lines)
    choose, name = plain(lambda prompt: next(typed), said.append, wrong(knowledge, language))
    return ask(knowledge, None, known, choose, name, said.append, language), said


def test_a_number_answers_nothing_leaves_open_and_ctrl_c_keeps_what_was_said(knowledge: Knowledge) -> None:
    first, _, third = sorted(knowledge.interview, key=lambda q: (q.order, q.id))[:3]
    found, said = interviewed(knowledge, Answers(), "1", "", "what?", "99", "2")
    expected = [Answer(first.id, first.choices[0].id), Answer(third.id, third.choices[1].id)]
    assert found.answers == tuple(sorted(expected))
    assert said[0] == f"1/{len(knowledge.interview)} {first.text}"
    assert any(line.endswith("nobody knows") for line in said)
    assert sum(line.startswith("a number from 1") for line in said) == 2


def test_the_interview_speaks_chinese(knowledge: Knowledge) -> None:
    first = min(knowledge.interview, key=lambda q: (q.order, q.id))
    found, said = interviewed(knowledge, Answers(), "x", "1", language="zh-CN")
    assert said[0] == f"1/{len(knowledge.interview)} {first.zh_CN}"
    assert said[1] == f"  1  {first.choices[0].zh_CN}"
    assert "请输入 1 到 6 的数字，或直接回车" in said
    assert found.answers == (Answer(first.id, first.choices[0].id),)
    latin = [line for line in form(knowledge, language="zh-CN").splitlines() if line.startswith("# ") and " = " not in line]
    assert all(any(letter >= "\u4e00" for letter in line) or line == "# [override]" for line in latin)


def test_known_answers_are_not_asked_again(knowledge: Knowledge) -> None:
    first = min(knowledge.interview, key=lambda q: (q.order, q.id))
    known = Answers((Answer(first.id, first.choices[0].id, note="by mail"),))
    found, said = interviewed(knowledge, known)
    assert found == known
    assert not any(first.text in line for line in said)


def test_what_was_said_survives_the_form(knowledge: Knowledge, tmp_path: Path) -> None:
    given = (
        Answer("operator", "own-central", note='"quoted"'),
        Answer("part-load", "over-ten", part="dashboard"),
        Answer("part-load", "over-ten", part="ingest"),
    )
    path = tmp_path / "answers.toml"
    path.write_text(form(knowledge, None, Answers(given)), "utf-8")
    again = read_answers(path, knowledge).answers
    assert sorted((a.question, a.value, a.part, a.note) for a in again) == [(a.question, a.value, a.part, a.note) for a in given]
