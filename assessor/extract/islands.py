"""Blanks what is not code in a file that mixes code with markup, so that every line and column stays where it was.

`<b><?= $name ?></b>` becomes `       $name ;     `: the PHP grammar that ships knows no HTML around the code.
"""

import re
from functools import cache

from assessor.domain.language import Islands

_INSIDE = r"""'(?:[^'\\]|\\.)*(?:'|\Z)|"(?:[^"\\]|\\.)*(?:"|\Z)|/\*.*?(?:\*/|\Z)|(?://|\#(?!\[))(?:(?!{closing})[^\n])*|(?P<closing>{closing})"""
_HEREDOC = re.compile(r"<<<[ \t]*['\"]?(\w{1,100})['\"]?(?=\n)")


@cache
def _expressions(islands: Islands) -> tuple[re.Pattern[str], re.Pattern[str]]:
    opening = re.compile("|".join(islands.opening), re.IGNORECASE)
    inside = _INSIDE + "|<<<" if islands.quotes else "(?P<closing>{closing})"
    return opening, re.compile(inside.replace("{closing}", re.escape(islands.closing)), re.DOTALL)


def only_code(text: str, islands: Islands) -> str:
    """`text` with everything outside the islands replaced by blanks; line ends stay."""
    opening, inside = _expressions(islands)
    parts: list[str] = []
    at = 0
    while True:
        start = opening.search(text, at)
        if start is None:
            parts.append(_blank(text[at:]))
            return "".join(parts)
        parts.append(_blank(text[at : start.end()]))
        end = _end(text, start.end(), inside)
        parts.append(text[start.end() : end])
        if end >= len(text):
            return "".join(parts)
        at = end + len(islands.closing)
        parts.append(islands.ends.ljust(len(islands.closing))[: len(islands.closing)])


def _end(text: str, at: int, inside: re.Pattern[str]) -> int:
    while True:
        found = inside.search(text, at)
        if found is None:
            return len(text)
        if found.lastgroup == "closing":
            return found.start()
        at = found.end()
        heredoc = _HEREDOC.match(text, found.start()) if found.group() == "<<<" else None
        if heredoc:
            closed = re.compile(rf"\n[ \t]*{heredoc.group(1)}\b").search(text, heredoc.end())
            at = closed.end() if closed else len(text)


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)
