"""Imports that hold for many files: C#'s `global using` holds for every file of its project, the imports of Razor's
`_ViewImports.cshtml` for all templates in and below its folder.

The project of a file is the nearest folder above it with a project descriptor, else the whole tree.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from assessor.domain.facts import FileFacts, Reference
from assessor.domain.language import Language

_GLOBAL = "global "
_PROJECTS = (".csproj", ".vbproj", ".fsproj")


class Shared:
    """Shared imports by project folder."""

    def __init__(self, projects: frozenset[str]) -> None:
        self._projects = projects
        self._targets: dict[str, set[str]] = defaultdict(set)
        self._below: dict[tuple[str, str], set[str]] = defaultdict(set)

    def add(self, path: str, target: str) -> None:
        """An import that a file shares with its project."""
        self._targets[self._project(path)].add(target)

    def add_below(self, path: str, language: str, target: str) -> None:
        """An import that a file shares with the files of its language in and below its folder."""
        self._below[language, path.rpartition("/")[0]].add(target)

    def of(self, item: FileFacts) -> tuple[str, ...]:
        """The shared imports that hold for a file, sorted."""
        found = set(self._targets.get(self._project(item.path), ())) if self._targets else set()
        folder = item.path
        while folder and self._below:
            folder = folder.rpartition("/")[0]
            found |= self._below.get((item.language, folder), set())
        return tuple(sorted(found))

    def _project(self, path: str) -> str:
        folder = path.rpartition("/")[0]
        while folder and folder not in self._projects:
            folder = folder.rpartition("/")[0]
        return folder


def shared_imports(facts: Sequence[FileFacts], languages: Mapping[str, Language]) -> Shared:
    """All shared imports of the tree."""
    shared = Shared(frozenset(item.path.rpartition("/")[0] for item in facts if item.path.endswith(_PROJECTS)))
    for item in facts:
        language = languages.get(item.language)
        below = language is not None and item.path.rpartition("/")[2].lower() in language.shares
        for fact in item.of(Reference):
            if fact.kind == "import":
                if fact.target.startswith(_GLOBAL):
                    shared.add(item.path, fact.target)
                elif below:
                    shared.add_below(item.path, item.language, fact.target)
    return shared
