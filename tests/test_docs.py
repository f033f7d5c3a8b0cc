"""The README is tested: every command and option is in it, its commands exist, its links lead somewhere."""

import re
from pathlib import Path

import typer

from assessor.cli import app

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def commands() -> dict[str, list[str]]:
    """`rules list` -> its options."""
    found: dict[str, list[str]] = {}

    def visit(command: object, name: str) -> None:
        for key, inner in getattr(command, "commands", {}).items():
            visit(inner, f"{name} {key}".strip())
        if not hasattr(command, "commands"):
            found[name] = [o for p in command.params for o in p.opts if o.startswith("--")]  # type: ignore[attr-defined]

    visit(typer.main.get_command(app), "")
    return found


def test_every_command_and_option_is_documented() -> None:
    for command, options in commands().items():
        assert f"assessor {command}" in README, command
        for option in options:
            assert f"`{option}" in README or f"{option} " in README or f"{option}`" in README, f"{command} {option}"


def test_links_and_pictures_lead_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        if not target.startswith(("http://", "https://")):
            assert (ROOT / target).exists(), target


def test_the_first_commands_are_those_of_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    shown = re.findall(r"^make (\S+)", README, re.M)
    assert shown[:2] == ["demo", "test"]
    for target in shown:
        assert re.search(rf"^{target}:", makefile, re.M), target


def test_changelog_knows_this_version() -> None:
    version = re.search(r'^version = "([^"]+)"', (ROOT / "pyproject.toml").read_text("utf-8"), re.M)
    assert version and f"## {version.group(1)}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_every_sample_says_in_one_line_why_it_exists() -> None:
    for folder in sorted(path for path in (ROOT / "samples").iterdir() if path.is_dir()):
        lines = [line for line in (folder / "README.md").read_text("utf-8").splitlines() if line.strip()]
        assert lines[0].startswith("# ") and len(lines[1]) > 20, folder.name
