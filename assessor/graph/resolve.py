"""Which unit a name means, for one file: `Resolver.resolve("Order", file)` -> `com.acme.Order`, or why it led nowhere.

Names are looked up as the languages do: own and enclosing types, explicit imports and aliases, own namespace (and, where
namespaces nest, the enclosing ones), wildcard imports, the global namespace.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from assessor.domain.facts import FileFacts, Reference
from assessor.domain.language import Language
from assessor.graph.modules import Modules
from assessor.graph.paths import Paths, split_package
from assessor.graph.units import Units

EXTERNAL = "external:"
_DEPTH_OF_EXTERNAL = 3
"""Segments of an imported name that tell one foreign package from another (`org.springframework.web`)."""


class Scope(Struct):
    """What a file's imports bring into view. Names use `.` between all parts."""

    namespace: str
    aliases: dict[str, str]
    wildcards: tuple[str, ...]
    targets: dict[str, str]
    """Local name -> unit id, for languages that import files or modules rather than types."""
    externals: dict[str, str]
    """Local name -> external unit id."""


class Resolver:
    """Names to units, over the whole tree."""

    def __init__(self, units: Units, languages: Mapping[str, Language], modules: Modules, paths: Paths) -> None:
        self._units = units
        self._languages = languages
        self._modules = modules
        self._paths = paths

    def scope(self, item: FileFacts) -> Scope:
        """The scope of one file."""
        language = self._languages[item.language]
        scope = Scope(_dotted(item.namespace, language), {}, (), {}, {})
        wildcards = []
        for fact in item.facts:
            if not isinstance(fact, Reference) or fact.kind != "import":
                continue
            target, _, alias = fact.target.partition(" as ")
            if language.classes and "#" not in target and not target.startswith("."):
                target = _dotted(target.removeprefix("static ").removeprefix("function ").removeprefix("const "), language)
                if target.endswith(".*"):
                    wildcards.append(target[:-2])
                else:
                    scope.aliases[alias or target.rpartition(".")[2]] = target
            else:
                self._module_import(scope, item, target, alias)
        scope.wildcards = tuple(sorted(set(wildcards)))
        return scope

    def _module_import(self, scope: Scope, item: FileFacts, target: str, alias: str) -> None:
        unit, external = self.imported(target, item)
        name = alias or _local_name(target)
        if unit:
            scope.targets[name] = unit
        elif external:
            scope.externals[name] = external

    def imported(self, target: str, item: FileFacts) -> tuple[str, str]:
        """(unit id, external id) of an import as written; one of them is empty."""
        target = target.partition(" as ")[0]
        if item.language == "python":
            path = self._modules.find(target.removesuffix(".*"), item.path)
            if path:
                return self._modules.names[path], ""
            return "", "" if target.startswith(".") else EXTERNAL + target.split(".")[0]
        path = self._paths.find(target.partition("#")[0], item.path)
        if path:
            return self._units.owner(path, "") or "", ""
        return "", "" if target.startswith((".", "/", "{")) else EXTERNAL + split_package(target.partition("#")[0])[0]

    def resolve(self, name: str, item: FileFacts, scope: Scope) -> tuple[str, str]:
        """(unit id, reason): the id of a first-party or external unit, or an empty id and the reason."""
        language = self._languages[item.language]
        dotted = _dotted(name, language)
        head, _, rest = dotted.partition(".")
        if head in scope.targets:
            return scope.targets[head], ""
        if head in scope.externals:
            return scope.externals[head], ""
        if not language.classes:
            return "", "local-or-builtin"
        if head in scope.aliases:
            full = scope.aliases[head] + ("." + rest if rest else "")
            return self._known(full) or self._external(full), ""
        if name.startswith("\\"):
            return self._known(dotted.lstrip(".")), "unknown-type"
        for candidate in _candidates(dotted, scope, item):
            found = self._known(candidate)
            if found:
                return found, ""
        return "", "unknown-type"

    def _known(self, name: str) -> str:
        """The unit of a qualified type, or of the type that a member's name begins with."""
        while name:
            found = self._units.by_name.get(name)
            if found:
                return found
            name = name.rpartition(".")[0]
        return ""

    def _external(self, name: str) -> str:
        parts = name.split(".")
        package = [part for part in parts[:-1] if not part[:1].isupper()] or parts[:1]
        return EXTERNAL + ".".join(package[:_DEPTH_OF_EXTERNAL])


def _candidates(name: str, scope: Scope, item: FileFacts) -> Sequence[str]:
    """Qualified names that a name may stand for, the nearest first."""
    found = []
    enclosing = scope.namespace
    while enclosing:
        found.append(f"{enclosing}.{name}")
        enclosing = enclosing.rpartition(".")[0]
    found += [f"{wildcard}.{name}" for wildcard in scope.wildcards]
    found.append(name)
    return found


def _dotted(name: str, language: Language) -> str:
    separator = language.structure.separator
    return name.replace(separator, ".").lstrip(".") if separator != "." else name


def _local_name(target: str) -> str:
    """The name an import binds without an alias: `a.b.c` -> `c`, `./m#name` -> `name`, `lodash` -> `lodash`."""
    if "#" in target:
        return target.rpartition("#")[2]
    return target.rpartition("/")[2].rpartition(".")[2] or target
