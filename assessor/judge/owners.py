"""Whose a file is: the source root it lies in, or the one program of a root that builds several."""

from collections.abc import Iterable, Mapping


class Roots:
    """Source roots by folder; `owner(path)` is the innermost root a path lies in, None outside of all.

    Of a root in `apart` no file is the root's own: it is the program's that `apart` names for it, or lies outside of all.
    """

    def __init__(self, folders: Iterable[str], apart: Mapping[str, Mapping[str, str]] | None = None) -> None:
        self._folders = sorted(set(folders), key=lambda folder: (-len(folder), folder))
        self._apart = apart or {}

    def owner(self, path: str) -> str | None:
        found = next((folder for folder in self._folders if not folder or path == folder or path.startswith(folder + "/")), None)
        return found if found is None or found not in self._apart else self._apart[found].get(path)
