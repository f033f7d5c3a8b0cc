"""What people wrote beside the code about findings they live with: `// assessor:ignore[java-file-write] scratch files only`.

In: a text and its language. Out: a trait `assessor.ignore` for each rule named, with `rule`, `reason`, `by` and `until` where
stated (`by=ops until=2027-03-01` among the words), and `line`, the line that it speaks of: its own where code stands on it,
else the next one that is neither comment nor blank. Only comments count, not strings.
"""

import re
from collections.abc import Iterator

from assessor.domain.facts import Evidence, Trait
from assessor.domain.language import Language
from assessor.extract.reading import clean
from assessor.extract.redaction import masked_excerpt, masked_text

_MARKER = "assessor:ignore["
_READ = re.compile(re.escape(_MARKER) + r"([^\]\n]{0,200})\]([^\n]{0,500})")
_STATED = re.compile(r"(?:^|\s)(by|until)=(\S{1,60})")
_MOST = 1000
"""Markers read of one file."""
_LINES = ("//", "#", "--", ";", "'", "REM ", "rem ", "::")
_BLOCKS = (("/*", "*/"), ("<!--", "-->"))
"""Signs of comments in texts of no language that states its own."""
_CLOSINGS = re.compile(r"\s*(?:\*/|--%?>|%>|#\}|\*\}|assessor:ignore\[).*", re.DOTALL)


def ignores(text: str, path: str, language: Language | None) -> Iterator[Trait]:
    """The traits in the order of the text."""
    if _MARKER not in text:
        return
    stated = language is not None and bool(language.line_comments or language.block_comments)
    signs = language.line_comments if language is not None and stated else _LINES
    blocks = language.block_comments if language is not None and stated else _BLOCKS
    if language is not None and language.islands:
        blocks = (*blocks, ("<!--", "-->"))
    lines = text.split("\n")
    for count, found in enumerate(_READ.finditer(text)):
        if count == _MOST:
            return
        number = text.count("\n", 0, found.start()) + 1
        start = _comment(text, found.start(), signs, blocks)
        if start is None:
            continue
        words = _CLOSINGS.sub("", found[2]).strip(" \t:-")
        fields = dict(_STATED.findall(words))
        fields["reason"] = masked_text(clean(" ".join(_STATED.sub(" ", words).split())))[:200]
        fields["line"] = str(_spoken_of(lines, number, start, found.end(1), text, signs, blocks))
        evidence = Evidence(path, number, "assessor.ignore", clean(masked_excerpt(lines[number - 1])))
        for rule in found[1].split(","):
            stated_fields = {**fields, "rule": clean(rule.strip())}
            yield Trait("assessor.ignore", evidence, tuple(sorted(field for field in stated_fields.items() if field[1])))


_Blocks = tuple[tuple[str, str], ...]


def _comment(text: str, at: int, signs: tuple[str, ...], blocks: _Blocks) -> int | None:
    """Where the comment around `at` begins; None when it is none."""
    begin = text.rfind("\n", 0, at) + 1
    for sign in signs:
        place = text.find(sign, begin, at)
        while place >= 0:
            if text.count('"', begin, place) % 2 == 0:
                return place
            place = text.find(sign, place + len(sign), at)
    for opening, closing in blocks:
        place = text.rfind(opening, 0, at)
        if place >= 0 and text.find(closing, place + len(opening), at) < 0:
            inside = text.count('"', text.rfind("\n", 0, place) + 1, place) % 2
            return None if inside else place
    return None


def _spoken_of(lines: list[str], number: int, start: int, end: int, text: str, signs: tuple[str, ...], blocks: _Blocks) -> int:
    """The line a comment speaks of."""
    begin = text.rfind("\n", 0, end) + 1
    if text[begin : max(start, begin)].strip():
        return number
    closing = next((close for open_, close in blocks if text.startswith(open_, start)), "")
    if closing:
        after = text.find(closing, end)
        if after < 0:
            return number
        rest = text[after + len(closing) :].split("\n", 1)[0]
        last = text.count("\n", 0, after) + 1
        if rest.strip():
            return last
        number = last
    for offset, line in enumerate(lines[number : number + 50], number + 1):
        stripped = line.strip()
        single = any(stripped.startswith(open_) and stripped.endswith(close) for open_, close in blocks)
        if stripped and not single and not (signs and stripped.startswith(signs)):
            return offset
    return number
