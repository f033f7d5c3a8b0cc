"""Globs of the catalogue: matched whole, in lower case; in paths a glob may also begin at any folder."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from fnmatch import translate
from functools import cache
from posixpath import dirname, join, normpath

_WILD = re.compile(r"[*?\[]")


@cache
def _compiled(globs: tuple[str, ...], folders: bool) -> re.Pattern[str]:
    patterns = [translate(glob.lower()) for glob in globs]
    if folders:
        patterns += [translate("*/" + glob.lower()) for glob in globs]
    return re.compile("|".join(patterns) if patterns else r"(?!)")


def fits(globs: tuple[str, ...], text: str) -> bool:
    """Whether one of `globs` is the whole of `text`, whatever the case."""
    return _compiled(globs, False).match(text.lower()) is not None


def fitting(globs: tuple[str, ...], names: Sequence[str]) -> list[str]:
    """Those of the sorted lower-case `names` that one of `globs` fits, sorted. Looks only where the literal beginning leads."""
    found: set[str] = set()
    for glob in globs:
        begin = _WILD.split(glob.lower(), maxsplit=1)[0]
        start = bisect_left(names, begin)
        stop = bisect_right(names, begin + "\U0010ffff") if begin else len(names)
        whole = _compiled((glob,), False)
        found.update(name for name in names[start:stop] if whole.match(name))
    return sorted(found)


def key_fits(globs: tuple[str, ...], key: str) -> bool:
    """Like `fits`, for keys of settings: `db-type`, `db_type` and `DB_TYPE` are the same."""
    return _compiled(globs, False).match(key.lower().replace("-", "_")) is not None


def path_fits(globs: tuple[str, ...], path: str) -> bool:
    """Like `fits`, for POSIX paths: `wsgi.py` also fits `clinic/wsgi.py`."""
    return _compiled(globs, True).match(path.lower()) is not None


@cache
def searched(pattern: str) -> re.Pattern[str]:
    """A regular expression of the catalogue, ignoring case."""
    return re.compile(pattern, re.IGNORECASE)


def folder_of(path: str, step: str = ".") -> str:
    """The folder of a file, `step` away from it, as `a/b`; the tree itself is the empty string. Never leaves the tree."""
    place = normpath(join(dirname(path), step))
    return "" if place in (".", "..") or place.startswith("../") else place


def lies_in(path: str, folder: str) -> bool:
    """Whether `path` is `folder` or lies below it; everything lies in the empty folder."""
    return not folder or path == folder or path.startswith(folder + "/")
