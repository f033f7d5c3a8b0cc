"""Text in sections of `key = value` lines, as INI files, systemd units and php.ini have it; tolerant, with lines.

`[program:web]` / `command = gunicorn \\` / `  app:app` gives `("program:web", [Entry("command", "gunicorn app:app", 2)])`.
"""

import re

from msgspec import Struct

_SECTION = re.compile(r"^[ \t]{0,8}\[(?P<title>[^\]\n]{1,200})\]")
_ENTRY = re.compile(r"^[ \t]{0,40}(?P<key>[A-Za-z_][\w.:\-\[\]*]{0,120})[ \t]{0,20}(?:=|:(?!/))[ \t]{0,20}(?P<value>.{0,5000})$")
_LONGEST = 6000


class Entry(Struct, frozen=True):
    """One `key = value`; quotes around the value and comments behind it are gone."""

    key: str
    value: str
    line: int


def sections(text: str) -> list[tuple[str, list[Entry]]]:
    """The sections in order; what stands before the first has the title ``. Indented lines continue the value above them."""
    found: list[tuple[str, list[Entry]]] = [("", [])]
    continuing = False
    for number, line in enumerate(text.split("\n"), 1):
        line = line[:_LONGEST].rstrip()
        entries = found[-1][1]
        if not line.strip() or line.lstrip()[0] in "#;":
            continuing = continuing and bool(line.strip())
            continue
        if title := _SECTION.match(line):
            found.append((title["title"].strip(), []))
            continuing = False
            continue
        if entries and (continuing or (line[0] in " \t" and not _ENTRY.match(line))):
            last = entries[-1]
            if len(last.value) < _LONGEST:
                entries[-1] = Entry(last.key, f"{last.value} {line.strip().removesuffix(chr(92)).strip()}".strip(), last.line)
            continuing = line.endswith("\\")
            continue
        if entry := _ENTRY.match(line):
            entries.append(Entry(entry["key"], _value(entry["value"]), number))
            continuing = line.endswith("\\")
        else:
            continuing = False
    return [(title, entries) for title, entries in found if entries or title]


def _value(text: str) -> str:
    text = text.strip().removesuffix("\\").strip()
    if text[:1] in ('"', "'") and text.endswith(text[0]) and text.count(text[0]) == 2:
        return text[1:-1]
    return re.sub(r"\s[;#].{0,5000}$", "", text).strip()
