"""Blanks what is not code in a file that mixes code with markup, so that every line stays where it was.

`<b><?= $name ?></b>` becomes `       $name ;     `: the PHP grammar that ships knows no HTML around the code.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from assessor.domain.facts import Reference
from assessor.domain.language import Island, Language

_TEXT_OR_COMMENT = r"""'(?:[^'\\]|\\.)*(?:'|\Z)|"(?:[^"\\]|\\.)*(?:"|\Z)|/\*.*?(?:\*/|\Z)"""
_INSIDE = _TEXT_OR_COMMENT + r"""|(?://|\#(?!\[))(?:(?!{closing})[^\n])*|(?P<closing>{closing})"""
_HEREDOC = re.compile(r"<<<[ \t]*['\"]?(\w{1,100})['\"]?(?=\n)")
_BRACKET = re.compile(_TEXT_OR_COMMENT + r"|//[^\n]*|(?P<open>[({\[])|(?P<close>[)}\]])", re.DOTALL)
_WORD = re.compile(r"(?:await[ ])?[^\W\d]\w*")
_MORE = re.compile(r"\??\.(?=[^\W\d])\w+|!(?=[.\[(])|(?=[(\[])")
_CONDITION = re.compile(r"\w+[ \t]*(?=\()")
_MOST_TARGETS = 2_000
_NO_TARGET = re.compile(r"[<>${}#\s]")


@cache
def _opening(islands: tuple[Island, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<i{n}>{'|'.join(island.opening)})" for n, island in enumerate(islands)), re.IGNORECASE)


@cache
def _inside(island: Island) -> re.Pattern[str]:
    inside = _INSIDE + "|<<<" if island.quotes else "(?P<closing>{closing})"
    return re.compile(inside.replace("{closing}", re.escape(island.closing)), re.DOTALL | re.IGNORECASE)


def only_code(text: str, language: Language) -> str:
    """`text` with everything outside the islands replaced by blanks; line ends stay."""
    if language.unless and re.search(language.unless, text, re.IGNORECASE):
        return _blank(text)
    islands = language.islands
    opening = _opening(islands)
    parts: list[str] = []
    at = 0
    while True:
        start = opening.search(text, at)
        if start is None:
            parts.append(_blank(text[at:]))
            return "".join(parts)
        island = islands[int((start.lastgroup or "i0")[1:])]
        end, after = _end(text, start.end(), island)
        if not island.code:
            parts.append(_blank(text[at:after]))
        else:
            closing = text[end:after]
            parts += (_blank(text[at : start.end()]), island.begins, text[start.end() : end])
            if closing or island.until:
                parts.append(f"{island.ends}\n" if closing == "\n" else island.ends.ljust(len(closing)))
        at = max(after, start.end())
        if at >= len(text):
            return "".join(parts)


def _end(text: str, at: int, island: Island) -> tuple[int, int]:
    """Where the code of an island that begins at `at` ends, and where the text goes on."""
    if island.closing:
        end = _closed(text, at, _inside(island))
        return end, end + len(island.closing) if end < len(text) else end
    if island.until == "bracket":
        end = _bracket(text, at - 1)
        return end - 1, end
    if island.until == "condition":
        word = _CONDITION.match(text, at)
        end = _bracket(text, word.end()) if word else at
        return end, end
    word = _WORD.match(text, at)
    end = word.end() if word else at
    while word and (more := _MORE.match(text, end)):
        end = more.end() or end
        if text[end : end + 1] in ("(", "["):
            end = _bracket(text, end)
    return end, end


def _bracket(text: str, at: int) -> int:
    """The place behind the bracket that closes the one at `at`; the end of the text for none."""
    depth = 0
    for found in _BRACKET.finditer(text, at):
        depth += found.lastgroup == "open"
        depth -= found.lastgroup == "close"
        if depth == 0 and found.lastgroup == "close":
            return found.end()
    return len(text)


def _closed(text: str, at: int, inside: re.Pattern[str]) -> int:
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


def references(text: str, language: Language) -> Iterator[Reference]:
    """What the markup refers to: `<%@ include file="head.jsp" %>` -> an include of `head.jsp`. Comments say nothing."""
    for opening, closing in language.block_comments:
        if opening in text:
            comment = f"{re.escape(opening)}.*?(?:{re.escape(closing)}|\\Z)"
            text = re.sub(comment, lambda found: _blank(found[0]), text, flags=re.DOTALL)
    for written in language.references:
        matches = re.finditer(written.pattern, text, re.IGNORECASE)
        for found in islice(matches, _MOST_TARGETS):
            line = text.count("\n", 0, found.start(1)) + 1
            for target in found[1].split(written.separator) if written.separator else (found[1],):
                target = target.strip()
                for old, new in written.replacing.items():
                    target = target.replace(old, new)
                if target and not _NO_TARGET.search(target):
                    ending = "" if target.endswith(written.ending) else written.ending
                    yield Reference(f"{written.beginning}{target}{ending}", written.kind, "", line)
