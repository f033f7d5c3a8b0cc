"""How values read on a page: numbers, scores, ranges, days, sizes. Everything returns plain text; escaping comes after."""

import re
import unicodedata
from decimal import ROUND_HALF_UP, Decimal

MINUS = "\u2212"
BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
CONTROL = {code: "\ufffd" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"}
CONTROL |= {ord(mark): f"[U+{ord(mark):04X}]" for mark in BIDI} | {ord("\r"): ""}


def printable(text: str) -> str:
    """`text` without what a page must not carry: control characters, marks that turn the reading direction, lone surrogates."""
    return text.translate(CONTROL).encode("utf-8", "backslashreplace").decode("utf-8")


def number(value: float, digits: int = 0) -> str:
    """`12,345`, with a real minus; `digits` after the point at most, zeros at the end dropped."""
    text = f"{rounded(abs(value), digits):,.{digits}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return MINUS + text if value < 0 and text.strip("0.,") else text


def rounded(value: float, digits: int) -> float:
    """Half away from zero, as the sentences of the judge do not: 0.475 is 0.48 to people."""
    return float(Decimal(repr(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP))


def score(value: float, digits: int = 2) -> str:
    """A score on a scale: `−1.23`, `0`, `+1`."""
    text = number(value, digits)
    return "+" + text if value > 0 and text != "0" else text


def fixed(value: float, digits: int = 2) -> str:
    """A number with exactly `digits` after the point, for columns."""
    text = f"{rounded(abs(value), digits):,.{digits}f}"
    return MINUS + text if value < 0 and text.strip("0.,") else text


def between(low: float, high: float, language: str = "en") -> str:
    """`0.5 to 13`, or `4` when both ends are the same; from 10 on no estimate is good to a tenth."""
    first, last = (number(end, 1 if end < 10 else 0) for end in (low, high))
    if first == last:
        return first
    return f"{first} {'至' if language.startswith('zh') else 'to'} {last}"


def lines(value: int, language: str = "en") -> str:
    """Lines of code: `842 lines`, `96.0 kLOC`, `1.2 MLOC`; in Chinese by the ten thousand."""
    if language.startswith("zh"):
        return f"{number(value)} 行" if value < 10_000 else f"{value / 10_000:,.1f} 万行"
    if value < 1000:
        return f"{value} lines" if value != 1 else "1 line"
    if value < 999_950:
        return f"{value / 1000:,.1f} kLOC"
    return f"{value / 1_000_000:,.1f} MLOC"


def memory(mebibytes: int) -> str:
    """`512 MiB`, `3.5 GiB`."""
    return f"{number(mebibytes)} MiB" if mebibytes < 1024 else f"{number(mebibytes / 1024, 1)} GiB"


def width(text: str) -> float:
    """The width of `text` in average Latin letters: East Asian wide characters count almost two, capitals more than one."""
    return sum(_letter(letter) for letter in text)


def _letter(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.8
    return 1.3 if letter.isupper() or letter in "@%&" else 1.1 if letter == "_" else 0.6 if letter in " .,:;'|ijl" else 1.0


def clip(text: str, limit: float, keep: str = "start") -> str:
    """`text` cut to `limit` average letters with an ellipsis; `keep` says which part survives: start, end, or both ends."""
    text = " ".join(text.split())
    if width(text) <= limit:
        return text
    if keep == "end":
        return "…" + _head(text[::-1], limit - 1)[::-1]
    if keep == "both":
        half = (limit - 1) / 2
        return _head(text, half) + "…" + _head(text[::-1], half)[::-1]
    return _head(text, limit - 1).rstrip(" ,;:.(") + "…"


def _head(text: str, limit: float) -> str:
    used = 0.0
    for index, letter in enumerate(text):
        used += _letter(letter)
        if used > limit:
            return text[:index]
    return text


def lead(text: str, limit: int = 110) -> tuple[str, str]:
    """The first sentence, or what comes before a colon, and the rest: the first can stand out. Empty when neither ends early."""
    for mark, longest in ((". ", limit), ("。", limit), (": ", limit * 0.6)):
        at = text.find(mark)
        if 0 < at <= longest and text[at + 1 :].strip():
            return text[: at + 1], text[at + 1 :].strip()
    return "", text


LONG = 20
"""Letters of a word that may stand unbroken in a narrow column."""
INSIDE = re.compile(r"(?<=[./\\:_\-])(?=\w)|(?<=[a-z0-9])(?=[A-Z])")


def foldable(text: str) -> tuple[str, ...]:
    """A sentence in pieces a line may break between: long names break at their joints, not anywhere."""
    pieces: list[str] = []
    for word in re.split(r"(\s+)", text):
        pieces += INSIDE.split(word) if len(word) > LONG else [word]
    merged: list[str] = []
    for piece in pieces:
        if merged and (piece.isspace() or merged[-1][-1:].isspace() or not merged[-1]):
            merged[-1] += piece
        elif piece:
            merged.append(piece)
    return tuple(merged)


def breakable(path: str) -> tuple[str, ...]:
    """A path or a qualified name in pieces a line may break between; a file keeps its ending and its line."""
    pieces, start, joints = [], 0, "/\\_+-" if "/" in path else ".\\:_+-"
    for index, letter in enumerate(path[:-1]):
        if letter in joints and index - start > 2:
            pieces.append(path[start : index + 1])
            start = index + 1
    return (*pieces, path[start:])
