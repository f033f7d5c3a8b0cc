"""Tells in which encoding a text was written.

A byte order mark decides; then strict UTF-8; then a score over the encodings that legacy sources come in, computed on the
lines with high bytes only, with a vote of the whole tree for files too short to tell.
"""

from collections.abc import Iterable

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe\x00\x00", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
LEGACY = ("gb18030", "cp932", "cp1252")
_ENOUGH = 24  # high bytes that let a file speak for itself
_MARGIN = 0.25
_SAMPLE = 65536


def certain(raw: bytes) -> str:
    """The encoding when there is no doubt (`utf-8`, `utf-8-sig`, `utf-16`, `utf-16-le`...), else an empty string."""
    for mark, name in _BOMS:
        if raw.startswith(mark):
            return name
    if b"\0" in raw[:2048]:
        return _utf16_without_mark(raw[:2048])
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return "utf-8"


def _utf16_without_mark(head: bytes) -> str:
    """ASCII text in UTF-16 has its zero bytes all on one side."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = max(len(head) // 2, 1)
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return ""


def high_lines(raw: bytes) -> bytes:
    """The lines that hold bytes above 0x7f, at most 64 KiB of them."""
    kept, size = [], 0
    for line in raw.splitlines():
        if not line.isascii():
            kept.append(line)
            size += len(line)
            if size > _SAMPLE:
                break
    return b"\n".join(kept)


def scores(sample: bytes) -> dict[str, float]:
    """How much the sample looks like text in each of `LEGACY`, 0..1."""
    return {"gb18030": _chinese(sample), "cp932": _japanese(sample), "cp1252": _western(sample)}


def _decoded(sample: bytes, codec: str) -> str | None:
    """Strictly decoded, but forgiving one broken character in a hundred lines (cut comments are common)."""
    good, bad = [], 0
    for line in sample.split(b"\n"):
        try:
            good.append(line.decode(codec))
        except UnicodeDecodeError:
            bad += 1
    return "".join(good) if bad * 50 <= len(good) + bad else None


def _chinese(sample: bytes) -> float:
    text = _decoded(sample, "gb18030")
    if text is None:
        return 0.0
    high = [c for c in text if c > "\x7f"]
    # GB2312 level 1 holds the 3,755 commonest characters, ordered by sound in rows B0 to D7.
    common = 0
    for c in high:
        code = c.encode("gb18030", "replace")
        if len(code) == 2 and (0xB0 <= code[0] <= 0xD7 or code[0] in (0xA1, 0xA3)) and code[1] >= 0xA1:
            common += 1
    return common / len(high) if high else 0.0


def _japanese(sample: bytes) -> float:
    text = _decoded(sample, "cp932")
    if text is None:
        return 0.0
    high = [c for c in text if c > "\x7f"]
    kana = sum("\u3040" <= c <= "\u30ff" or c in "、。「」・ー" for c in high)
    kanji = sum("\u4e00" <= c <= "\u9fff" for c in high)
    halfwidth = sum("\uff61" <= c <= "\uff9f" for c in high)
    if not high or not kana:  # Japanese prose always carries kana; kanji alone is Chinese misread
        return 0.0
    return max(0.0, (kana + 0.8 * kanji - halfwidth) / len(high))


def _western(sample: bytes) -> float:
    text = _decoded(sample, "cp1252") or sample.decode("latin-1")
    letters = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüý°§©®«»€–—’“”…·µ£"
    high = alone = 0
    for position, c in enumerate(text):
        if c > "\x7f":
            high += 1
            neighbours = text[position - 1 : position] + text[position + 1 : position + 2]
            alone += c in letters and all(n <= "\x7f" for n in neighbours)
    return alone / high if high else 0.0


def settle(samples: Iterable[tuple[str, bytes]]) -> dict[str, str]:
    """Path -> encoding for the files that nothing but the score can tell; `samples` are (path, high_lines)."""
    by_path = {path: (scores(sample), sum(b > 0x7F for b in sample)) for path, sample in samples}
    votes = dict.fromkeys(LEGACY, 0.0)
    for score, weight in by_path.values():
        for codec, value in score.items():
            votes[codec] += value * weight
    favourite = max(LEGACY, key=lambda codec: votes[codec])
    result = {}
    for path, (score, weight) in by_path.items():
        ranked = sorted(LEGACY, key=lambda codec: -score[codec])
        clear = weight >= _ENOUGH and score[ranked[0]] - score[ranked[1]] >= _MARGIN
        choice = ranked[0] if clear or score[favourite] == 0 else favourite
        result[path] = choice if score[choice] > 0 else "latin-1"
    return result
