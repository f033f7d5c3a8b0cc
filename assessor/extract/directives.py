"""Blanks the lines that a preprocessor takes out before the compiler sees them, so that every line stays where it was.

No symbol is defined but those the file defines itself: `#if DEBUG` is out, its `#else` in. A condition around more than half of
the file is taken as met, whatever it asks for: it is there for a build we do not know, and silence would read as absence.
"""

import re

_DIRECTIVE = re.compile(r"[ \t]*#[ \t]*(if|elif|else|endif|define|undef)\b([^\n]*)")
_TOKEN = re.compile(r"\w+|&&|\|\||==|!=|[!()]")
_MOST_TOKENS = 100


def without_conditions(text: str) -> str:
    """`text` with the directives and the branches that are not taken replaced by empty lines."""
    if "#if" not in text and "# if" not in text:
        return text
    lines = text.split("\n")
    defined = {"true"}
    wrapping = _wrapping(lines)
    taken: list[tuple[bool, bool]] = []  # per open condition: (this branch is in, one of its branches was)
    for number, line in enumerate(lines):
        inside = all(branch for branch, _ in taken)
        found = _DIRECTIVE.match(line)
        if found is None:
            lines[number] = line if inside else ""
            continue
        word, rest = found.group(1), found.group(2).partition("//")[0]
        lines[number] = ""
        if word == "if":
            holds = number in wrapping or _holds(rest, defined)
            taken.append((holds, holds))
        elif word == "endif":
            taken = taken[:-1]
        elif word in ("elif", "else") and taken:
            holds = not taken[-1][1] and (word == "else" or _holds(rest, defined))
            taken[-1] = (holds, taken[-1][1] or holds)
        elif inside and word == "define":
            defined.add(rest.strip())
        elif inside and word == "undef":
            defined.discard(rest.strip())
    return "\n".join(lines)


def _wrapping(lines: list[str]) -> set[int]:
    """Lines with an `#if` without alternatives that holds more than half of the text."""
    opened: list[tuple[int, bool]] = []
    found = set()
    for number, line in enumerate(lines):
        directive = _DIRECTIVE.match(line)
        word = directive.group(1) if directive else ""
        if word == "if":
            opened.append((number, True))
        elif word in ("else", "elif") and opened:
            opened[-1] = (opened[-1][0], False)
        elif word == "endif" and opened:
            begin, alone = opened.pop()
            if alone and 2 * (number - begin) > len(lines):
                found.add(begin)
    return found


def _holds(condition: str, defined: set[str]) -> bool:
    """What `A || !(B && C)` says; a condition that is too long or no condition does not hold."""
    tokens = _TOKEN.findall(condition)
    if not tokens or len(tokens) > _MOST_TOKENS:
        return False
    value, rest = _either(tokens, defined)
    return value and not rest


def _either(tokens: list[str], defined: set[str]) -> tuple[bool, list[str]]:
    value, rest = _both(tokens, defined)
    while rest[:1] == ["||"]:
        other, rest = _both(rest[1:], defined)
        value = value or other
    return value, rest


def _both(tokens: list[str], defined: set[str]) -> tuple[bool, list[str]]:
    value, rest = _one(tokens, defined)
    while rest[:1] in (["&&"], ["=="], ["!="]):
        word = rest[0]
        other, rest = _one(rest[1:], defined)
        value = (value and other) if word == "&&" else (value == other) == (word == "==")
    return value, rest


def _one(tokens: list[str], defined: set[str]) -> tuple[bool, list[str]]:
    if not tokens:
        return False, []
    if tokens[0] == "!":
        value, rest = _one(tokens[1:], defined)
        return not value, rest
    if tokens[0] == "(":
        value, rest = _either(tokens[1:], defined)
        return value, rest[1:]
    return tokens[0] in defined, tokens[1:]
