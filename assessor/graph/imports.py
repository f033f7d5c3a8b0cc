"""Which unit an import means, in the way of its language: by dotted module, by path, or by package folder."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from assessor.domain.facts import Artifact, FileFacts, Trait
from assessor.domain.language import Language
from assessor.graph.modules import Modules
from assessor.graph.packages import Packages
from assessor.graph.paths import Alias, Paths, split_package

EXTERNAL = "external:"


class Owner(Protocol):
    """Tells the unit of a file."""

    def owner(self, path: str, declaration: str) -> str:
        """The id, or an empty string."""


class Imports:
    """Imports of all languages whose imports are dependencies on files or folders."""

    def __init__(self, code: Sequence[FileFacts], facts: Iterable[FileFacts], languages: Mapping[str, Language]) -> None:
        facts = tuple(facts)
        self._ways = {id_: language.structure.resolution for id_, language in languages.items()}
        of_way = {way: [item for item in code if self._ways[item.language].by == way] for way in ("modules", "packages")}
        first = next((self._ways[item.language] for item in of_way["modules"]), None)
        everything = [item.path for item in facts if item.language in languages and self._ways[item.language].by == "modules"]
        self.modules = Modules([item.path for item in of_way["modules"]], everything, first)
        self._packages = Packages([item.path for item in of_way["packages"]], _artifacts(facts, "go-module"))
        self.paths = Paths((item.path for item in code), _workspace(facts), _aliases(facts))
        self.names = {**self.modules.names, **self._packages.names}
        """Path -> id of the module or package it is (a part of)."""
        self._owner: Owner | None = None

    def own(self, owner: Owner) -> None:
        """Says who tells the units of files."""
        self._owner = owner

    def find(self, target: str, item: FileFacts) -> tuple[str, str]:
        """(unit id, external id) of an import as written; both are empty when a file of the tree is meant that is not there."""
        way = self._ways[item.language]
        if way.by == "modules":
            path = self.modules.find(target.removesuffix(".*"), item.path)
            if path:
                return self.modules.names.get(path, ""), ""
            return "", "" if target.startswith(".") else EXTERNAL + target.split(".")[0]
        written = target.partition("#")[0]
        if way.by == "packages":
            package = self._packages.find(written, item.path)
            return package, "" if package else EXTERNAL + written
        path = self.paths.find(written, item.path, way)
        if path and self._owner is not None:
            return self._owner.owner(path, ""), ""
        local = written.startswith((".", "/", "{")) or self.paths.is_aliased(written, item.path)
        return "", "" if local else EXTERNAL + split_package(written)[0]


def _artifacts(facts: Iterable[FileFacts], kind: str) -> dict[str, str]:
    return {item.path.rpartition("/")[0]: fact.name for item in facts for fact in item.of(Artifact) if fact.kind == kind}


def _workspace(facts: Iterable[FileFacts]) -> dict[str, str]:
    """Packages of the tree itself, by name: an import of them stays inside."""
    return {
        fact.name: item.path.rpartition("/")[0]
        for item in facts
        for fact in item.of(Artifact)
        if item.path.rpartition("/")[2] == "package.json" and fact.name
    }


def _aliases(facts: Iterable[FileFacts]) -> list[Alias]:
    """The aliases of every folder; a configuration that extends another has the other's, where it has none of its own."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    extended: list[tuple[str, str, str]] = []
    for item in facts:
        for fact in item.of(Trait):
            if fact.name in ("path.alias", "path.extends"):
                fields = dict(fact.fields)
                folder = fields.get("folder", "")
                if fact.name == "path.alias":
                    found.setdefault(item.path, []).append((folder, fields["pattern"], fields["target"]))
                else:
                    extended.append((item.path, folder, fields["target"]))
    for path, folder, target in extended:
        for other in (target, f"{target}.json"):
            if path not in found and other in found:
                found[path] = [(folder, pattern, place) for _, pattern, place in found[other]]
    return [Alias(*alias) for _, aliases in sorted(found.items()) for alias in aliases]
