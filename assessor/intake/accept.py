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

KEYS = ("rule", "path", "reason", "by", "until")


def acceptances(stated: Any, path: Path, text: str, table: str) -> tuple[Acceptance, ...]:
    """The entries in the order of the file. InputError, with the line, for what is wrong in one."""
    if not isinstance(stated, list) or not all(isinstance(each, dict) for each in stated):
        raise InputError("'accept' is a list of tables", at=f"{path}:1", hint="write [[accept]] before each entry")
    name = f"{table}.accept" if table else "accept"
    starts = [n for n, line in enumerate(text.splitlines(), 1) if re.match(rf"\s*\[\[\s*{re.escape(name)}\s*\]\]", line)]
    return tuple(
        _acceptance(each, f"{path}:{starts[at] if at < len(starts) else 1}", f"{path.name}:{starts[at] if at < len(starts) else 1}")
        for at, each in enumerate(stated)
    )


def _acceptance(stated: dict[str, Any], at: str, place: str) -> Acceptance:
    for key, value in stated.items():
        if key not in KEYS:
            raise InputError(f"unknown key '{key}'{nearest(key, list(KEYS))}", at=at, hint="keys are " + ", ".join(KEYS))
        if not isinstance(value, str) and not (key == "until" and isinstance(value, datetime.date)):
            raise InputError(f"'{key}' is a text", at=at, hint=f'write {key} = "..."')
    for key in ("rule", "reason"):
        if not str(stated.get(key, "")).strip():
            raise InputError(f"an accepted finding needs a {key}", at=at, hint=f'add {key} = "..."')
    until = stated.get("until", "")
    if isinstance(until, datetime.datetime):
        until = until.date()
    try:
        day = datetime.date.fromisoformat(str(until)).isoformat() if until else ""
    except ValueError:
        raise InputError(f"'until' is a day, not '{until}'", at=at, hint="write until = 2027-03-31") from None
    said = {key: str(stated.get(key, "")).strip() for key in ("rule", "reason", "path", "by")}
    return Acceptance(**said, until=day, place=place)
