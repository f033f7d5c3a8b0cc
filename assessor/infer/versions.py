"""Version constraints as manifests write them, and the release line that satisfies them.

`^7.4 || ^8.0`, `>=3.8,<3.12`, `1.8`, `v4.6.1`, `18.x`. A constraint that leaves room is given the newest line up to the catalogue's
default; an exact version its own line, or the nearest that is not older.
"""

import re
from collections.abc import Iterable, Sequence

from assessor.domain.catalogue import RuntimeVersion

Number = tuple[int, ...]
_TERM = re.compile(r"(\^|~>|~=|~|>=|<=|!=|==|=|>|<)?\s{0,3}[vV]?(\d{1,6}(?:\.\d{1,6}){0,3})")


def number(text: str) -> Number:
    """`v4.6.1` -> (4, 6, 1); Java's `1.8` -> (8,) is left to the caller. Empty when there is none."""
    found = re.search(r"\d{1,6}(?:\.\d{1,6}){0,3}", text)
    return tuple(int(part) for part in found[0].split(".")) if found else ()


def line_for(stated: str, lines: Sequence[RuntimeVersion], default: str) -> tuple[RuntimeVersion, str]:
    """The release line for what an application states, and that statement as a plain version (the lowest that it allows)."""
    alternatives = [terms for part in re.split(r"\|\|?", stated) if (terms := _terms(part))]
    if not alternatives:
        return _named(default, lines), ""
    lowest = ".".join(
        map(str, min(value for terms in alternatives for operator, value in terms if operator not in ("<", "!=")) or (0,))
    )
    if all(len(terms) == 1 and terms[0][0] == "" for terms in alternatives):
        exact = max(terms[0][1] for terms in alternatives)
        return _nearest(exact, lines), ".".join(map(str, exact))
    newest = number(default)
    allowed = [line for line in _finest(lines) if any(_satisfies(number(line.version), terms) for terms in alternatives)]
    usable = [line for line in allowed if number(line.version) <= newest] or allowed
    return (max(usable, key=lambda line: number(line.version)), lowest) if usable else (_nearest(number(lowest), lines), lowest)


def _finest(lines: Sequence[RuntimeVersion]) -> list[RuntimeVersion]:
    """Without `3` where there are `3.8` and `3.9`: it only catches statements that say no more."""
    numbers = [number(line.version) for line in lines]
    return [
        line for line, own in zip(lines, numbers, strict=True) if not any(other[: len(own)] == own != other for other in numbers)
    ]


def _terms(text: str) -> list[tuple[str, Number]]:
    return [
        ({"==": "", "=": "", "~>": "~", "~=": "~"}.get(operator, operator), number(value))
        for operator, value in _TERM.findall(text)
    ]


def _satisfies(line: Number, terms: Iterable[tuple[str, Number]]) -> bool:
    """Whether some release of the line (`3.8` stands for all 3.8.x) meets every term."""
    return all(_meets(line, operator, value) for operator, value in terms)


def _meets(line: Number, operator: str, value: Number) -> bool:
    short = value[: len(line)]
    if operator in (">=", ">"):
        return line >= short
    if operator == "<":
        return line < value
    if operator == "<=":
        return line <= short
    if operator == "!=":
        return line != value
    if operator in ("^", "~"):
        return line >= short and line[0] == value[0]
    return line[: len(short)] == short


def _named(version: str, lines: Sequence[RuntimeVersion]) -> RuntimeVersion:
    return next((line for line in lines if line.version == version), lines[-1])


def _nearest(wanted: Number, lines: Sequence[RuntimeVersion]) -> RuntimeVersion:
    """The line that is the longest beginning of `wanted`, else the next newer one, else the newest."""
    own = [line for line in lines if wanted[: len(number(line.version))] == number(line.version)]
    if own:
        return max(own, key=lambda line: number(line.version))
    newer = [line for line in lines if number(line.version) >= wanted]
    return min(newer, key=lambda line: number(line.version)) if newer else max(lines, key=lambda line: number(line.version))
