"""assessor.toml and [tool.assessor]: of the current folder, never of the analysed tree."""

from pathlib import Path

import pytest

from assessor.errors import InputError
from assessor.intake.configuration import Settings, configured


def test_settings_are_relative_to_their_file(tmp_path: Path) -> None:
    (tmp_path / "assessor.toml").write_text('client = "Yunhe"\nanswers = "a.toml"\nrules = ["house"]\nexclude = ["attic/**"]\n')
    found = configured(None, isolated=False, folder=tmp_path)
    assert found == Settings("Yunhe", tmp_path / "a.toml", (tmp_path / "house",), ("attic/**",), str(tmp_path / "assessor.toml"))


def test_pyproject_counts_only_with_its_table(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "x"\n')
    assert configured(None, isolated=False, folder=tmp_path) == Settings()
    (tmp_path / "pyproject.toml").write_text('[tool.assessor]\nclient = "A"\n')
    assert configured(None, isolated=False, folder=tmp_path).client == "A"


def test_isolated_and_analysed_trees_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "assessor.toml").write_text('client = "theirs"\n')
    assert configured(None, isolated=True, folder=tmp_path) == Settings()
    assert configured(None, isolated=False, folder=tmp_path, analysed=(tmp_path,)) == Settings()
    inside = tmp_path / "src"
    inside.mkdir()
    assert configured(None, isolated=False, folder=inside, analysed=(tmp_path,)) == Settings()


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('a = 1\nclient = "x"\n', 1, "unknown setting 'a'"),
        ('client = "x"\nexclud = []\n', 2, "did you mean 'exclude'?"),
        ("rules = 3\n", 1, "'rules' is a list of texts"),
        ("client = 3\n", 1, "'client' is a text"),
    ],
)
def test_mistakes_are_named(tmp_path: Path, text: str, line: int, said: str) -> None:
    path = tmp_path / "assessor.toml"
    path.write_text(text)
    with pytest.raises(InputError) as raised:
        configured(path, isolated=False, folder=tmp_path)
    assert raised.value.at == f"{path}:{line}"
    assert said in raised.value.what


def test_a_missing_configuration_is_an_error_only_when_it_was_named(tmp_path: Path) -> None:
    assert configured(None, isolated=False, folder=tmp_path) == Settings()
    with pytest.raises(InputError):
        configured(tmp_path / "no.toml", isolated=False, folder=tmp_path)
