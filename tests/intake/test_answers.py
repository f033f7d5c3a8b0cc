"""answers.toml: read as written, and every mistake named with file, line, allowed values and the nearest name."""

from pathlib import Path

import pytest

from assessor.domain.answers import Answer
from assessor.errors import InputError
from assessor.intake.answers import read
from assessor.intake.form import form
from assessor.knowledge.load import load
from assessor.resources import folder

KNOWLEDGE = load([folder("rules")]).knowledge


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "answers.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_values_parts_notes_and_lines(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        'note = "asked on site"\n\n[answers]\noperator = "customers"\nteams = { value = "two", note = "web, claims" }\n'
        'part-load = [{ value = "over-ten", part = "readings" }, { value = "no", part = "billing" }]\nversions = "unknown"\n',
    )
    answers = read(path, KNOWLEDGE)
    assert answers.answers == (
        Answer("operator", "customers", line=4),
        Answer("part-load", "no", "billing", line=6),
        Answer("part-load", "over-ten", "readings", line=6),
        Answer("teams", "two", note="web, claims", line=5),
    )
    assert (answers.note, answers.source) == ("asked on site", "answers.toml")


def test_override_needs_a_verdict_and_a_reason(tmp_path: Path) -> None:
    path = written(tmp_path, '[override]\nverdict = "bundle"\nreason = "one operator"\nby = "A. Consultant"\n')
    answers = read(path, KNOWLEDGE)
    assert (answers.override_verdict, answers.override_reason, answers.override_by) == ("bundle", "one operator", "A. Consultant")
    with pytest.raises(InputError, match="an override needs a reason"):
        read(written(tmp_path, '[override]\nverdict = "bundle"\n'), KNOWLEDGE)
    with pytest.raises(InputError, match=r"'bundel' is no verdict, did you mean 'bundle'\?"):
        read(written(tmp_path, '[override]\nverdict = "bundel"\nreason = "x"\n'), KNOWLEDGE)


@pytest.mark.parametrize(
    ("text", "line", "said", "hint"),
    [
        ('[answers]\n\noperater = "customers"\n', 3, "did you mean 'operator'?", "questions are air-gap, bottleneck"),
        ('[answers]\noperator = "customer"\n', 2, "did you mean 'customers'?", "answers are customers, customers-assisted"),
        (
            '[answers]\nteams = { value = "two", parts = "x" }\n',
            2,
            "unknown key 'parts', did you mean 'part'?",
            "value, part and note",
        ),
        ('[answers]\nteams = { value = "two", part = "x" }\n', 2, "'teams' is about the whole application", "leave 'part' out"),
        ('[answers]\nteams = ["one", "two"]\n', 2, "'teams' is asked once", "give one value"),
        ("[answers]\nteams = 3\n", 2, "'teams' needs a text or a table", 'teams = "one"'),
        ('[answer]\nteams = "one"\n', 1, "unknown table 'answer', did you mean 'answers'?", "[answers], [override] and note"),
        ('[answers]\nteams = "one\n', 2, "not valid TOML", 'key = "value"'),
    ],
)
def test_mistakes_are_named(tmp_path: Path, text: str, line: int, said: str, hint: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(InputError) as raised:
        read(path, KNOWLEDGE)
    assert raised.value.at == f"{path}:{line}"
    assert said in raised.value.what
    assert hint in raised.value.hint


def test_a_missing_file_is_the_users_mistake(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read(tmp_path / "nowhere.toml", KNOWLEDGE)


def test_the_form_reads_back_as_no_answers_and_as_all_answers(tmp_path: Path) -> None:
    text = form(KNOWLEDGE)
    assert read(written(tmp_path, text), KNOWLEDGE).answers == ()
    wanted = {question.id: question.choices[-1].id for question in KNOWLEDGE.interview}
    lines = []
    for line in text.splitlines():
        key, _, rest = line.removeprefix("# ").partition(" = ")
        chosen = key in wanted and f'"{wanted[key]}"' in rest
        lines.append(line.removeprefix("# ") if chosen else line)
    answers = read(written(tmp_path, "\n".join(lines)), KNOWLEDGE)
    assert {answer.question: answer.value for answer in answers.answers} == wanted


def test_the_form_keeps_what_was_answered(tmp_path: Path) -> None:
    before = read(written(tmp_path, '[answers]\noperator = "mixed"\nteams = { value = "two", note = "a, b" }\n'), KNOWLEDGE)
    after = read(written(tmp_path, form(KNOWLEDGE, answers=before)), KNOWLEDGE)
    assert [(a.question, a.value, a.note) for a in after.answers] == [("operator", "mixed", ""), ("teams", "two", "a, b")]
    assert "应用由谁安装和运维？" in form(KNOWLEDGE, language="zh-CN")


def test_the_samples_answers_are_answers_to_our_questions() -> None:
    samples = folder("rules").parent / "samples"
    for path in sorted(samples.glob("*/answers.toml")):
        assert read(path, KNOWLEDGE).answers
