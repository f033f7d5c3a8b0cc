"""Numbers of `rules/assumptions/` that somebody knows better: `id = value`, for weights, thresholds and constants.

budget.memory = 32768
"size.large" = 200000
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from assessor.domain.criteria import Assumption
from assessor.domain.knowledge import Knowledge
from assessor.errors import InputError, nearest
from assessor.intake.toml_source import line_of
from assessor.intake.toml_source import read as read_toml


def overridden(knowledge: Knowledge, path: Path) -> Knowledge:
    """The knowledge with the numbers of `path`; their source is then its line. InputError for an unknown id or no number."""
    tables, text = read_toml(path, "the assumptions file")
    known = {one.id: one for one in knowledge.assumptions}
    numbers = sorted(one.id for one in knowledge.assumptions if one.kind != "list")
    for name, stated in _flat(tables, ""):
        line = _line(text, name)
        place = f"{path}:{line}"
        one = known.get(name)
        if one is None or one.kind == "list":
            raise InputError(
                f"there is no assumption '{name}'{nearest(name, numbers)}", at=place, hint="'assessor rules list' has them"
            )
        if isinstance(stated, bool) or not isinstance(stated, int | float) or stated != stated or abs(stated) > 1e12:
            raise InputError(f"'{name}' is a number", at=place, hint=f"{name} = {one.value:g}")
        if stated < 0 and one.value >= 0 and one.kind != "threshold":
            raise InputError(f"'{name}' cannot be below 0", at=place, hint=f"{name} = {one.value:g}")
        if one.unit == "%" and stated > 100:
            raise InputError(f"'{name}' cannot be above 100 %", at=place, hint=f"{name} = {one.value:g}")
        known[name] = _with(one, float(stated), f"{path.name}:{line}")
    return replace(knowledge, assumptions=tuple(known[one.id] for one in knowledge.assumptions))


def _with(one: Assumption, value: float, source: str) -> Assumption:
    """Bounds move with the value, so that a range stays a range."""
    factor = value / one.value if one.value else 1.0
    return replace(one, value=value, low=one.low * factor, high=one.high * factor, source=source)


def _flat(tables: dict[str, Any], prefix: str) -> Iterator[tuple[str, Any]]:
    """`budget.memory = 1` is a table to TOML."""
    for key, value in tables.items():
        name = f"{prefix}{key}"
        if isinstance(value, dict):
            yield from _flat(value, f"{name}.")
        else:
            yield name, value


def _line(text: str, name: str) -> int:
    for number, line in enumerate(text.splitlines(), 1):
        key = line.partition("=")[0].replace('"', "").replace("'", "").strip()
        if key == name or (key and name.endswith(f".{key}") and "=" in line):
            return number
    return line_of(text, name)
