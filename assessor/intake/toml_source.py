"""TOML that people wrote: read with care, and every complaint says where."""

import re
import tomllib
from pathlib import Path
from typing import Any

from assessor.errors import InputError

LARGEST = 1_000_000


def read(path: Path, what: str) -> tuple[dict[str, Any], str]:
    """The tables of a TOML file and its text; InputError with file and line when it cannot be read."""
    try:
        if path.stat().st_size > LARGEST:
            raise InputError(f"{what} is larger than a megabyte", at=str(path), hint="is this the right file?")
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"{what} cannot be read: {error.strerror or error}", at=str(path), hint="check the path") from None
    except UnicodeDecodeError:
        raise InputError(f"{what} is not UTF-8", at=str(path), hint="save it as UTF-8") from None
    try:
        return tomllib.loads(text), text
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        place = f"{path}:{found.group(1)}" if found else str(path)
        said = re.sub(r"\s*\(at .*\)$", "", str(error))
        raise InputError(f"{what} is not valid TOML: {said}", at=place, hint='values are written key = "value"') from None


def line_of(text: str, key: str, table: str = "") -> int:
    """The line `key` is set on, inside `[table]` when given; 1 when it cannot be found."""
    inside = not table
    spelled = re.compile(rf"""^\s*(["']?){re.escape(key)}\1\s*[=.]""")
    for number, line in enumerate(text.splitlines(), 1):
        head = re.match(r"^\s*\[+\s*([^\]]+?)\s*\]+", line)
        if head:
            name = head.group(1).replace('"', "").replace("'", "")
            if name == f"{table}.{key}" or (not table and name == key):
                return number
            inside = not table or name == table
        elif inside and spelled.match(line):
            return number
    return 1
