"""A proposed split and numbers that somebody knows better."""

from pathlib import Path

import pytest

from assessor.domain.knowledge import Knowledge
from assessor.domain.proposal import ProposedPart
from assessor.errors import InputError
from assessor.intake.assumptions import overridden
from assessor.intake.split import read
from assessor.knowledge.load import load
from assessor.resources import folder


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load([folder("rules")]).knowledge


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "given.toml"
    path.write_text(text, "utf-8")
    return path


def test_parts_in_the_order_of_the_file(tmp_path: Path) -> None:
    found = read(written(tmp_path, 'web = "src/web/**"\n\nbilling = ["src/billing/**", "com.x.billing.*"]\n'))
    assert found.parts == (
        ProposedPart("web", ("src/web/**",), 1),
        ProposedPart("billing", ("src/billing/**", "com.x.billing.*"), 3),
    )
    assert found.source == "given.toml"


@pytest.mark.parametrize(("text", "line"), [("a = 1", ":1"), ("a = ['x']\nb = []", ":2"), ("[a]\nb = 'x'", ":1"), ("", "")])
def test_what_is_no_split_is_told_with_its_line(tmp_path: Path, text: str, line: str) -> None:
    with pytest.raises(InputError) as error:
        read(written(tmp_path, text))
    assert error.value.at.endswith(f"given.toml{line}")


def test_assumptions_are_overridden_with_their_bounds(tmp_path: Path, knowledge: Knowledge) -> None:
    found = overridden(knowledge, written(tmp_path, 'effort.calls = 0.2\n"size.large" = 5e4\n'))
    known = {one.id: one for one in found.assumptions}
    assert (known["effort.calls"].low, known["effort.calls"].value, known["effort.calls"].high) == (0.1, 0.2, 0.5)
    assert (known["size.large"].value, known["size.large"].source) == (50_000, "given.toml:2")
    assert {one.id for one in found.assumptions} == {one.id for one in knowledge.assumptions}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("\nsize.larg = 3", "did you mean 'size.large'?"),
        ('\nsize.large = "big"', "is a number"),
        ("\nsize.large = true", "is a number"),
        ("\nsize.large = nan", "is a number"),
        ("\nweight.audience = -1", "cannot be below 0"),
        ("\ncut.accessors = 1", "there is no assumption"),
    ],
)
def test_wrong_assumptions_are_told_with_line_and_nearest_id(tmp_path: Path, knowledge: Knowledge, text: str, says: str) -> None:
    with pytest.raises(InputError) as error:
        overridden(knowledge, written(tmp_path, text))
    assert says in error.value.what and error.value.at.endswith("given.toml:2")
