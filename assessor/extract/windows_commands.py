"""Command lines of batch files and PowerShell as Windows takes them apart: their words, with the file's own variables filled in.

`set NSSM="%CD%\\nssm.exe"` and then `%NSSM% install shop C:\\shop.exe` are the words `%CD%\\nssm.exe`, `install`, `shop`, ...
"""

import re
from collections.abc import Iterator

from assessor.extract.redaction import is_secret

_WORD = re.compile(r"(?:\"(?:\\\"|\"\"|[^\"\\]|\\(?!\"))*\"?|'[^']*'?|[^\s\"'])+")
_QUOTED = re.compile(r"\"((?:\\\"|\"\"|[^\"\\]|\\(?!\"))*)\"?|'([^']*)'?")
_SILENT = re.compile(r"(?i)^(?:rem\b|::|#|echo\b|echo\.|write-(?:host|output|verbose|warning|error)\b|title\b)")
_SET = re.compile(r"(?i)^set\s{1,4}(?P<quote>\"?)(?P<name>[A-Za-z_]\w{0,60})\s{0,2}=(?P<value>[^\n]{0,500})$")
_DOLLAR = re.compile(
    r"^(?:\[[\w.]{1,40}\]\s{0,4})?\$(?:global:|script:)?(?P<name>[A-Za-z_]\w{0,60})\s{0,8}=\s{0,8}"
    r"(?:\"(?P<double>[^\"\n]{0,500})\"|'(?P<single>[^'\n]{0,500})')\s{0,8}[,;)]?$"
)
_USED = re.compile(r"%(?P<percent>[A-Za-z_]\w{0,60})%|\$\{?(?P<dollar>[A-Za-z_]\w{0,60})\b\}?")
_LONGEST = 4000
_MOST_LINES = 12
"""Lines that one command may be continued over."""


def commands(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """(line from 1, words) of every command that is no comment and prints nothing; unknown variables stay as written."""
    values: dict[str, str] = {}
    for number, line in _joined(lines):
        if _SILENT.match(line):
            continue
        if found := _SET.match(line):
            value = found["value"].removesuffix('"') if found["quote"] else found["value"]
            _keep(values, found["name"], value)
        elif found := _DOLLAR.match(line):
            _keep(values, found["name"], found["double"] or found["single"] or "")
        yield number, [_plain(_filled(word, values)) for word in _WORD.findall(line)]


def _joined(lines: list[str]) -> Iterator[tuple[int, str]]:
    kept, start, inside = "", 0, False
    for number, text in enumerate(lines, 1):
        line = text[:_LONGEST].strip()
        if inside or line.startswith("<#"):  # a comment of PowerShell over several lines
            inside = "#>" not in line
            continue
        start = start or number
        if line.endswith(("^", "`")) and number - start < _MOST_LINES:
            kept += line[:-1] + " "
            continue
        yield start, (kept + line)[:_LONGEST].lstrip("@& \t")
        kept, start = "", 0
    if kept:
        yield start, kept[:_LONGEST].lstrip("@& \t")


def _keep(values: dict[str, str], name: str, value: str) -> None:
    """The value of a variable, unless it is a secret, names itself or is computed."""
    filled = _filled(value.strip(), values)
    if is_secret(name, filled) or len(filled) > 500 or "$(" in filled or re.search(r"%\w{1,60}:", filled):
        values.pop(name.lower(), None)
    else:
        values[name.lower()] = filled


def _filled(text: str, values: dict[str, str]) -> str:
    return _USED.sub(lambda found: values.get((found["percent"] or found["dollar"]).lower(), found[0]), text)[:_LONGEST]


def _plain(word: str) -> str:
    """The word without the quotes around its parts; a quote inside a quoted part stays."""
    return _QUOTED.sub(lambda found: (found[1] or found[2] or "").replace('\\"', '"').replace('""', '"'), word)
