"""Whether the repository that git would find for a folder is that folder's own, or one that a stranger's tree only points at.

A `.git` that is a link, or a file `gitdir: /home/somebody/private/.git`, would have git tell of what lies outside of the tree.
Working trees and submodules have such a file too, but there the other end names this folder, which no stranger can bring about.
"""

import re
from contextlib import suppress
from pathlib import Path

_MOST = 64 * 1024
_POINTER = re.compile(r"gitdir: (.+)")
_WORKTREE = re.compile(r"^\s*worktree\s*=\s*\"?(.+?)\"?\s*$", re.MULTILINE)
_PARTS = (
    "HEAD",
    "config",
    "packed-refs",
    "refs",
    "refs/heads",
    "objects",
    "objects/info",
    "objects/pack",
    "logs",
    "info",
    "shallow",
)


def is_own(folder: Path) -> bool:
    """True where there is no repository around the folder, too."""
    with suppress(OSError, RuntimeError):  # RuntimeError: links in a circle, until Python 3.12
        here = folder.resolve()
        for around in (here, *here.parents):
            place = around / ".git"
            if place.is_symlink():
                return False
            if place.is_dir():
                return _closed(place)
            if place.is_file():
                return _answers(place)
        return True
    return False


def _closed(repository: Path) -> bool:
    """No part of it lies elsewhere."""
    home = repository.resolve()
    return not (repository / "commondir").exists() and all(
        (repository / part).resolve().is_relative_to(home) for part in _PARTS if (repository / part).is_symlink()
    )


def _answers(place: Path) -> bool:
    """The repository that the file `place` points at names this place in turn."""
    pointer = _POINTER.match(_text(place))
    if pointer is None:
        return False
    repository = (place.parent / pointer[1].strip()).resolve()
    if repository.is_relative_to(place.parent):  # inside of the tree everything is the stranger's word
        return _closed(repository)
    back = _text(repository / "gitdir").strip()
    if back:
        return (repository / back).resolve() == place
    tree = _WORKTREE.search(_text(repository / "config"))
    return tree is not None and (repository / tree[1]).resolve() == place.parent


def _text(path: Path) -> str:
    if not path.is_file():
        return ""
    with path.open("rb") as stream:
        return stream.read(_MOST).decode("utf-8", "surrogateescape")
