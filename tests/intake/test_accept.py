"""`[[accept]]` in assessor.toml."""

from pathlib import Path

import pytest

from assessor.domain.acceptance import Acceptance
from assessor.errors import InputError
from assessor.intake.configuration import Settings, configured


def read(folder: Path, text: str, name: str = "assessor.toml") -> Settings:
    (folder / name).write_text(text, "utf-8")
    return configured(folder / name, isolated=False, folder=folder)


ENTRY = """
[[accept]]
rule = "php-file-write"
path = "var/cache/**"
reason = "caches only"
by = "Lin"
until = 2027-03-31
"""


@pytest.mark.parametrize("name", ["assessor.toml", "pyproject.toml"])
def test_an_entry(tmp_path: Path, name: str) -> None:
    text = ENTRY if name == "assessor.toml" else ENTRY.replace("[[accept", "[[tool.assessor.accept")
    expected = Acceptance("php-file-write", "caches only", "var/cache/**", "Lin", "2027-03-31", f"{name}:2")
    assert read(tmp_path, text, name).accept == (expected,)


def test_until_may_be_a_text_and_two_entries_know_their_lines(tmp_path: Path) -> None:
    found = read(tmp_path, ENTRY.replace("2027-03-31", '"2027-03-31"') + '[[accept]]\nrule = "a-*"\nreason = "b"\n').accept
    assert [(each.rule, each.until, each.place) for each in found] == [
        ("php-file-write", "2027-03-31", "assessor.toml:2"),
        ("a-*", "", "assessor.toml:8"),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[accept]]\nrule = "a"\n', "an accepted finding needs a reason"),
        ('[[accept]]\nreason = "a"\n', "an accepted finding needs a rule"),
        ('[[accept]]\nrule = "a"\nreason = "b"\nuntl = "c"\n', "unknown key 'untl', did you mean 'until'?"),
        ('[[accept]]\nrule = "a"\nreason = "b"\nuntil = "soon"\n', "'until' is a day, not 'soon'"),
        ('[[accept]]\nrule = 3\nreason = "b"\n', "'rule' is a text"),
        ('accept = "a"\n', "'accept' is a list of tables"),
        ('fail_on = "hihg"\n', "'fail_on' is one of none, high, medium, any, new"),
    ],
)
def test_mistakes_are_named_with_their_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(InputError) as raised:
        read(tmp_path, text)
    line = next((n for n, each in enumerate(text.splitlines(), 1) if each.startswith(("unt", "rule = 3"))), 1)
    assert (raised.value.what, raised.value.at) == (said, f"{tmp_path / 'assessor.toml'}:{line}")


def test_a_wrong_key_of_a_later_entry_in_a_list_is_found_with_a_hint(tmp_path: Path) -> None:
    text = 'client = "A"\naccept = [\n  { rule = "a", reason = "b" },\n  { rule = "c", resaon = "d" },\n]\n'
    with pytest.raises(InputError) as raised:
        read(tmp_path, text)
    assert (raised.value.what, raised.value.at, raised.value.hint) == (
        "unknown key 'resaon', did you mean 'reason'?",
        f"{tmp_path / 'assessor.toml'}:4",
        "keys are rule, path, reason, by, until",
    )


def test_what_else_can_be_set(tmp_path: Path) -> None:
    found = read(tmp_path, 'select = ["java-*"]\nignore = ["x"]\nbaseline = ["a.json"]\nsbom = ["b.json"]\nfail_on = "high"\n')
    assert (found.select, found.ignore, found.fail_on) == (("java-*",), ("x",), "high")
    assert (found.baseline, found.sbom) == ((tmp_path / "a.json",), (tmp_path / "b.json",))
