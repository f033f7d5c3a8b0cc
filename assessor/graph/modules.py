"""Names of modules from their paths (Python), and which module an import means.

`app/models.py` is `app.models`; a leading folder without `__init__.py` above the topmost package (`src/`) is no part of the
name unless two modules would be called alike. An import is looked up from the importing file's own folders outwards.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from assessor.domain.language import Resolution


class Modules:
    """Modules by every name they may be imported under."""

    def __init__(self, paths: Sequence[str], others: Iterable[str], way: Resolution | None) -> None:
        """`paths` are the modules that are units; `others` (tests, generated code) only tell what an import does not mean."""
        self._way = way or Resolution()
        ordered = sorted({*paths, *others})
        self._known = frozenset(ordered)
        self._packages = {path.rpartition("/")[0] for path in ordered if path.rpartition("/")[2] in self._way.markers}
        self._marks = {marker.rsplit(".", 1)[0] for marker in self._way.markers}
        self.names = self._ids(sorted(paths))
        self._by_name: dict[str, list[str]] = defaultdict(list)
        for path in ordered:
            for name in self._possible(path):
                self._by_name[name].append(path)

    def _parts(self, path: str) -> list[str]:
        parts = path.rsplit(".", 1)[0].split("/")
        return parts[:-1] if parts[-1] in self._marks and len(parts) > 1 else parts

    def _possible(self, path: str) -> list[str]:
        """Every dotted name, from the whole path down to the shortest that does not begin inside a regular package."""
        parts = self._parts(path)
        names = []
        for start in range(len(parts)):
            if start and "/".join(parts[:start]) in self._packages:
                break
            names.append(".".join(parts[start:]))
        return names

    def _ids(self, paths: list[str]) -> Mapping[str, str]:
        wanted: dict[str, list[str]] = defaultdict(list)
        for path in paths:
            possible = self._possible(path)
            parts = self._parts(path)
            # Namespace packages have no marker: only well-known source folders are taken off.
            drop = 0
            if len(possible) > 1 and ("/".join(parts[: len(possible) - 1]) or parts[0]) and self._marked(parts, len(possible) - 1):
                drop = len(possible) - 1
            elif parts[0] in self._way.roots and len(parts) > 1:
                drop = 1
            wanted[".".join(parts[drop:])].append(path)
        return {path: (name if len(same) == 1 else ".".join(self._parts(path))) for name, same in wanted.items() for path in same}

    def _marked(self, parts: list[str], drop: int) -> bool:
        """True when the folder that follows the dropped ones is a regular package."""
        return "/".join(parts[: drop + 1]) in self._packages

    def find(self, name: str, importer: str) -> str:
        """The path of the module an import means: the longest known part of `name`, the nearest one; empty for none."""
        if name.startswith("."):
            return self._relative(name, importer)
        parts = name.split(".")
        for end in range(len(parts), 0, -1):
            candidates = self._by_name.get(".".join(parts[:end]))
            if candidates:
                return _nearest(candidates, importer)
        return ""

    def _relative(self, name: str, importer: str) -> str:
        rest = name.lstrip(".")
        folder = importer.split("/")[:-1]
        up = len(name) - len(rest) - 1
        if up > len(folder):
            return ""
        base = folder[: len(folder) - up]
        parts = [part for part in rest.split(".") if part and part != "*"]
        for end in range(len(parts), -1, -1):
            stem = "/".join((*base, *parts[:end]))
            files = (*(f"{stem}{ending}" for ending in self._way.endings), *(f"{stem}/{marker}" for marker in self._way.markers))
            for path in files:
                if path in self._known:
                    return path
        return ""


def _nearest(candidates: list[str], importer: str) -> str:
    """The candidate that shares the longest path with the importer; the shortest, then the first, of equals."""
    own = importer.split("/")

    def shared(path: str) -> int:
        count = 0
        for left, right in zip(own, path.split("/"), strict=False):
            if left != right:
                break
            count += 1
        return count

    return min(candidates, key=lambda path: (-shared(path), len(path), path))
