"""Imports that hold for many files: C#'s `global using` holds for every file of its project.

The project of a file is the nearest folder above it with a project descriptor, else the whole tree.
"""

from collections import defaultdict
from collections.abc import Sequence

from assessor.domain.facts import FileFacts, Reference

_GLOBAL = "global "
_PROJECTS = (".csproj", ".vbproj", ".fsproj")


class Shared:
    """Shared imports by project folder."""

    def __init__(self, projects: frozenset[str]) -> None:
        self._projects = projects
        self._targets: dict[str, set[str]] = defaultdict(set)

    def add(self, path: str, target: str) -> None:
        """An import that a file shares with its project."""
        self._targets[self._project(path)].add(target)

    def of(self, path: str) -> tuple[str, ...]:
        """The shared imports that hold for a file, sorted."""
        return tuple(sorted(self._targets.get(self._project(path), ()))) if self._targets else ()

    def _project(self, path: str) -> str:
        folder = path.rpartition("/")[0]
        while folder and folder not in self._projects:
            folder = folder.rpartition("/")[0]
        return folder


def shared_imports(facts: Sequence[FileFacts]) -> Shared:
    """All shared imports of the tree."""
    shared = Shared(frozenset(item.path.rpartition("/")[0] for item in facts if item.path.endswith(_PROJECTS)))
    for item in facts:
        for fact in item.facts:
            if isinstance(fact, Reference) and fact.kind == "import" and fact.target.startswith(_GLOBAL):
                shared.add(item.path, fact.target)
    return shared
