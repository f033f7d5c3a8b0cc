"""Refuses text that no parser may see: it would take all memory or crash the process, not raise.

In: text. Out: nothing, or `Unreadable` with what is wrong. Limits are wide: no code that a person writes comes near them.
"""

import re

from assessor.extract.descriptor import Unreadable

LONGEST_LINE = 50_000
DEEPEST = 400
_BRACKET = re.compile(r"[(\[{]|[)\]}]")
_WORTH_COUNTING = DEEPEST + 100


def check(text: str) -> None:
    """Raises `Unreadable` for half characters, packed lines and bombs of brackets or operators."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise Unreadable("holds half of a character (a lone surrogate)") from None
    if "\0" in text[:4096]:
        raise Unreadable("is binary")
    longest = max(map(len, text.split("\n")))
    if longest > LONGEST_LINE:
        raise Unreadable(f"has a line of {longest} characters")
    if text.count("(") + text.count("[") + text.count("{") > _WORTH_COUNTING:
        _check_depth(text)


def _check_depth(text: str) -> None:
    """Brackets in strings and comments count as well: the limit is wide enough for them, and they mostly pair."""
    depth = deepest = 0
    for bracket in _BRACKET.findall(text):
        if bracket in "([{":
            depth += 1
            if depth > deepest:
                deepest = depth
        elif depth:
            depth -= 1
    if deepest > DEEPEST:
        raise Unreadable(f"nests {deepest} brackets deep")
