"""Loading rules: what is wrong is said with file, line and hint."""

from pathlib import Path

import pytest

from assessor.errors import RuleError
from assessor.knowledge.load import load

GOOD = "id: mine\nrole: vendored\norder: 2\nsource: us\nfolders: [legacy_libs]\n"


def folder(tmp_path: Path, text: str, name: str = "mine.yml", kind: str = "roles") -> Path:
    path = tmp_path / kind / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return tmp_path


def test_a_folder_of_the_users_lies_on_top(tmp_path: Path) -> None:
    ours = folder(tmp_path / "ours", GOOD)
    theirs = folder(tmp_path / "theirs", GOOD.replace("legacy_libs", "copied"))
    assert [rule.folders for rule in load([ours, theirs]).knowledge.roles] == [("copied",)]
    assert load([ours]).knowledge.digest != load([theirs]).knowledge.digest
    assert load([ours]).places == {"mine": str(tmp_path / "ours/roles/mine.yml")}


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("id: a\nrole: [\n", 3, "not valid YAML"),
        ("- a\n", 1, "one mapping"),
        (GOOD + "foldrs: [x]\n", 6, "unknown key 'foldrs', did you mean 'folders'?"),
        (GOOD.replace("order: 2", "order: two"), 3, "Expected `int`"),
        (GOOD.replace("[legacy_libs]", "[a,\n  3]"), 6, "Expected `str`"),
        (GOOD.replace("vendored", "foreign"), 2, "Invalid enum value"),
        ("id: a\n", 1, "missing required field"),
    ],
)
def test_errors_name_file_line_and_what(tmp_path: Path, text: str, line: int, said: str) -> None:
    with pytest.raises(RuleError) as error:
        load([folder(tmp_path, text)])
    assert said in error.value.what
    assert error.value.at == f"{tmp_path / 'roles' / 'mine.yml'}:{line}"
    assert error.value.hint


def test_an_id_used_twice_in_one_folder_is_an_error(tmp_path: Path) -> None:
    folder(tmp_path, GOOD)
    with pytest.raises(RuleError, match="used twice"):
        load([folder(tmp_path, GOOD, "other.yml")])


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="does not exist"):
        load([tmp_path / "nowhere"])
