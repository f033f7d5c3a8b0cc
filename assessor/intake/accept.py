"""`[[accept]]` of the configuration: findings somebody lives with, why, who, and until when.

[[accept]]
rule = "php-file-write"          # an id or a glob
path = "var/cache/**"            # optional; default everywhere
reason = "caches only, rebuilt at start"
by = "Lin, operations"           # optional
until = 2027-03-31               # optional; the last day it holds
"""

import datetime
import re
from pathlib import Path
from typing import Any

from assessor.domain.acceptance import Acceptance
from assessor.errors import InputError, nearest
from assessor.intake.toml_source import line_of

KEYS = ("rule", "path", "reason", "by", "until")


def acceptances(stated: Any, path: Path, text: str, table: str) -> tuple[Acceptance, ...]:
    """The entries in the order of the file. InputError, with the line, for what is wrong in one."""
    if not isinstance(stated, list) or not all(isinstance(each, dict) for each in stated):
        raise InputError("'accept' is a list of tables", at=f"{path}:1", hint="write [[accept]] before each entry")
    name = f"{table}.accept" if table else "accept"
    lines = text.splitlines()
    starts = [n for n, line in enumerate(lines, 1) if re.match(rf"\s*\[\[\s*{re.escape(name)}\s*\]\]", line)]
    inline = line_of(text, "accept", table)
    return tuple(_acceptance(each, path, lines, starts[at] if at < len(starts) else inline) for at, each in enumerate(stated))


def _acceptance(stated: dict[str, Any], path: Path, lines: list[str], start: int) -> Acceptance:
    """One entry that begins on line `start`, as a table of its own or inside of a list in one line or several."""
    for key, value in stated.items():
        at = f"{path}:{_key_line(lines, start, key)}"
        if key not in KEYS:
            raise InputError(f"unknown key '{key}'{nearest(key, list(KEYS))}", at=at, hint="keys are " + ", ".join(KEYS))
        if not isinstance(value, str) and not (key == "until" and isinstance(value, datetime.date)):
            raise InputError(f"'{key}' is a text", at=at, hint=f'write {key} = "..."')
    at, place = f"{path}:{start}", f"{path.name}:{start}"
    for key in ("rule", "reason"):
        if not str(stated.get(key, "")).strip():
            raise InputError(f"an accepted finding needs a {key}", at=at, hint=f'add {key} = "..."')
    until = stated.get("until", "")
    if isinstance(until, datetime.datetime):
        until = until.date()
    try:
        day = datetime.date.fromisoformat(str(until)).isoformat() if until else ""
    except ValueError:
        at = f"{path}:{_key_line(lines, start, 'until')}"
        raise InputError(f"'until' is a day, not '{until}'", at=at, hint="write until = 2027-03-31") from None
    said = {key: str(stated.get(key, "")).strip() for key in ("rule", "reason", "path", "by")}
    return Acceptance(**said, until=day, place=place)


def _key_line(lines: list[str], start: int, key: str) -> int:
    """The line of `key` in the entry that begins on line `start`; `start` when it is spelled in another way."""
    spelled = re.compile(rf"""(?:^|[{{,])\s*(["']?){re.escape(key)}\1\s*=""")
    return next((n for n, line in enumerate(lines[start - 1 :], start) if spelled.search(line)), start)
