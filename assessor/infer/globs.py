"""Globs of the catalogue: matched whole, in lower case; in paths a glob may also begin at any folder."""

import re
from fnmatch import translate
from functools import cache
from posixpath import dirname, join, normpath


@cache
def _compiled(globs: tuple[str, ...], folders: bool) -> re.Pattern[str]:
    patterns = [translate(glob.lower()) for glob in globs]
    if folders:
        patterns += [translate("*/" + glob.lower()) for glob in globs]
    return re.compile("|".join(patterns) if patterns else r"(?!)")


def fits(globs: tuple[str, ...], text: str) -> bool:
    """Whether one of `globs` is the whole of `text`, whatever the case."""
    return _compiled(globs, False).match(text.lower()) is not None


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
