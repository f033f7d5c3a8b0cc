"""`assessor.toml`, or `[tool.assessor]` of `pyproject.toml`: the settings of whoever runs the program.

Read from the current folder or from where the user points, **never** from the analysed tree: that is somebody else's.

    client = "Yunhe Mutual"
    answers = "claims-answers.toml"
    rules = ["house-rules"]
    exclude = ["legacy/attic/**"]
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from assessor.errors import InputError, nearest
from assessor.intake.toml_source import line_of, read

NAMES = ("assessor.toml", "pyproject.toml")


class Settings(Struct, frozen=True):
    """Paths are resolved against the file they stand in."""

    client: str = ""
    answers: Path | None = None
    rules: tuple[Path, ...] = ()
    exclude: tuple[str, ...] = ()
    source: str = ""


def configured(config: Path | None, *, isolated: bool, folder: Path, analysed: Sequence[Path] = ()) -> Settings:
    """The settings of `config`, else of the first file in `folder` that holds some; none when `isolated`, or when `folder` lies in
    an analysed tree. InputError for what is wrong in it."""
    if isolated:
        return Settings()
    if config is not None:
        return _settings(config, whole=config.name != "pyproject.toml")
    if any(_inside(folder, tree) for tree in analysed):
        return Settings()
    for name in NAMES:
        if (folder / name).is_file():
            found = _settings(folder / name, whole=name == "assessor.toml")
            if found.source:
                return found
    return Settings()


def _inside(folder: Path, tree: Path) -> bool:
    return folder.resolve().is_relative_to(tree.resolve())


def _settings(path: Path, *, whole: bool) -> Settings:
    tables, text = read(path, "the configuration")
    stated: Any = tables if whole else tables.get("tool", {}).get("assessor")
    if stated is None:
        return Settings()
    table = "" if whole else "tool.assessor"
    if not isinstance(stated, dict):
        raise InputError("[tool.assessor] is a table", at=str(path), hint="write [tool.assessor]")
    known = ("client", "answers", "rules", "exclude")
    for key in stated:
        if key not in known:
            place = f"{path}:{line_of(text, key, table)}"
            raise InputError(
                f"unknown setting '{key}'{nearest(key, list(known))}", at=place, hint="settings are " + ", ".join(known)
            )

    def fail(key: str, expected: str) -> InputError:
        return InputError(f"'{key}' is {expected}", at=f"{path}:{line_of(text, key, table)}", hint=f"see the start of {path.name}")

    for key in ("client", "answers"):
        if not isinstance(stated.get(key, ""), str):
            raise fail(key, "a text")
    for key in ("rules", "exclude"):
        value = stated.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise fail(key, "a list of texts")
    return Settings(
        client=stated.get("client", ""),
        answers=path.parent / stated["answers"] if stated.get("answers") else None,
        rules=tuple(path.parent / one for one in stated.get("rules", ())),
        exclude=tuple(stated.get("exclude", ())),
        source=str(path),
    )
