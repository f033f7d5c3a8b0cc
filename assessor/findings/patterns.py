"""Regular expressions and globs of rule files, compiled so that no input can make them run for long."""

import re
from functools import lru_cache
from typing import Any

LONGEST_PATTERN = 300
LONGEST_TEXT = 1000
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})


@lru_cache(maxsize=4096)
def expression(pattern: str) -> re.Pattern[str]:
    """`pattern`, ignoring case. ValueError when it is wrong, too long, or repeats a repetition (exponential time)."""
    if len(pattern) > LONGEST_PATTERN:
        raise ValueError(f"the expression is longer than {LONGEST_PATTERN} characters")
    try:
        compiled = re.compile(pattern, re.IGNORECASE)
    except re.error as error:
        raise ValueError(f"not a regular expression: {error}") from None
    import re._parser as parser  # type: ignore[import-not-found]

    if _repeats_repetition(parser.parse(pattern), False):
        raise ValueError("the expression repeats a repetition, which can take exponential time")
    return compiled


def _repeats_repetition(tree: Any, inside: bool) -> bool:
    for operation, argument in tree:
        name = str(operation)
        if name in _REPEATS:
            unbounded = int(argument[1]) > 20
            if (inside and unbounded) or _repeats_repetition(argument[2], inside or unbounded):
                return True
        elif name == "SUBPATTERN":
            if _repeats_repetition(argument[3], inside):
                return True
        elif name == "BRANCH":
            if any(_repeats_repetition(branch, inside) for branch in argument[1]):
                return True
        elif name in ("ASSERT", "ASSERT_NOT") and _repeats_repetition(argument[1], inside):
            return True
    return False


@lru_cache(maxsize=4096)
def text_glob(glob: str) -> re.Pattern[str]:
    """A glob over a name or value: `*` is any text, `?` one character. Ignores case, matches the whole text."""
    return re.compile("".join(".*" if c == "*" else "." if c == "?" else re.escape(c) for c in _single(glob)) + r"\Z", _FLAGS)


@lru_cache(maxsize=4096)
def path_glob(glob: str) -> re.Pattern[str]:
    """A glob over a POSIX path: `**/` any folders, `*` within one name. Without a `/` it speaks of the file's name alone."""
    if "/" not in glob:
        glob = "**/" + glob
    parts = []
    for piece in re.split(r"(\*\*/|\*\*|\*|\?)", glob):
        parts.append({"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}.get(piece, re.escape(piece)))
    return re.compile("".join(parts) + r"\Z", _FLAGS)


_FLAGS = re.IGNORECASE | re.DOTALL


def _single(glob: str) -> str:
    while "**" in glob:
        glob = glob.replace("**", "*")
    return glob
