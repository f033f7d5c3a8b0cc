"""`assessor.toml`, or `[tool.assessor]` of `pyproject.toml`: the settings of whoever runs the program.

Read from the current folder or from where the user points, **never** from the analysed tree: that is somebody else's.

    client = "Yunhe Mutual"
    answers = "claims-answers.toml"
    rules = ["house-rules"]
    exclude = ["legacy/attic/**"]
    baseline = ["last-quarter.json"]
    fail_on = "high"

Findings that somebody lives with are in `[[accept]]`, see `intake/accept.py`.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, get_args

from msgspec import Struct

from assessor.domain.acceptance import Acceptance, Level
from assessor.errors import InputError, nearest
from assessor.intake.accept import acceptances
from assessor.intake.toml_source import line_of, read

NAMES = ("assessor.toml", "pyproject.toml")
_TEXTS = ("client", "answers", "fail_on")
_LISTS = ("rules", "exclude", "select", "ignore", "baseline", "sbom")


class Settings(Struct, frozen=True):
    """Paths are resolved against the file they stand in."""

    client: str = ""
    answers: Path | None = None
    rules: tuple[Path, ...] = ()
    exclude: tuple[str, ...] = ()
    source: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    baseline: tuple[Path, ...] = ()
    sbom: tuple[Path, ...] = ()
    fail_on: str = ""
    accept: tuple[Acceptance, ...] = ()


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
    known = (*_TEXTS, *_LISTS, "accept")
    for key in stated:
        if key not in known:
            place = f"{path}:{line_of(text, key, table)}"
            raise InputError(
                f"unknown setting '{key}'{nearest(key, list(known))}", at=place, hint="settings are " + ", ".join(known)
            )

    def fail(key: str, expected: str) -> InputError:
        return InputError(f"'{key}' is {expected}", at=f"{path}:{line_of(text, key, table)}", hint=f"see the start of {path.name}")

    for key in _TEXTS:
        if not isinstance(stated.get(key, ""), str):
            raise fail(key, "a text")
    if stated.get("fail_on", "none") not in get_args(Level):
        raise fail("fail_on", "one of " + ", ".join(get_args(Level)))
    for key in _LISTS:
        value = stated.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise fail(key, "a list of texts")
    return Settings(
        client=stated.get("client", ""),
        answers=path.parent / stated["answers"] if stated.get("answers") else None,
        rules=tuple(path.parent / one for one in stated.get("rules", ())),
        exclude=tuple(stated.get("exclude", ())),
        source=str(path),
        select=tuple(stated.get("select", ())),
        ignore=tuple(stated.get("ignore", ())),
        baseline=tuple(path.parent / one for one in stated.get("baseline", ())),
        sbom=tuple(path.parent / one for one in stated.get("sbom", ())),
        fail_on=stated.get("fail_on", ""),
        accept=acceptances(stated.get("accept", []), path, text, table),
    )
