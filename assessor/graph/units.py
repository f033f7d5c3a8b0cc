"""Which units the source consists of, and which unit a declaration belongs to.

Classes where a language has them (nested ones belong to the outermost), else modules (Python), packages (Go) or files; what
stands outside all classes of a file is a unit of kind file of its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from assessor.domain.architecture import Unit
from assessor.domain.facts import Declaration, FileFacts, Reference
from assessor.domain.language import Language
from assessor.graph.types import Method, Type, Types

CLASSES = frozenset({"class", "interface", "enum", "record", "trait", "struct"})


class Units:
    """Units by id, and for every file which of its declarations belongs to which unit."""

    def __init__(self) -> None:
        self.by_id: dict[str, Unit] = {}
        self.of_path: dict[str, list[str]] = defaultdict(list)
        self.types = Types()
        self._functions: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._claimed: dict[str, dict[str, str]] = defaultdict(dict)
        """Path -> declaration -> unit."""
        self._owners: dict[str, dict[str, str]] = defaultdict(dict)
        """What was asked since the last claim for the path."""

    def owner(self, path: str, declaration: str) -> str:
        """The unit that a declaration of a file belongs to; the file's own unit for names that are no class's."""
        known = self._owners[path]
        found = known.get(declaration)
        if found is None:
            found = known[declaration] = self._claimant(path, declaration)
        return found

    def _claimant(self, path: str, declaration: str) -> str:
        claimed = self._claimed[path]
        while declaration:
            found = claimed.get(declaration)
            if found:
                return found
            declaration = declaration.rpartition(".")[0]
        return claimed.get("", "")

    def at(self, path: str, line: int) -> str:
        """The unit of a file whose lines hold `line`: the last one that begins before it, else the first."""
        inside = sorted((self.by_id[name].line, name) for name in self.of_path.get(path, ()))
        before = [name for start, name in inside if start <= line]
        return before[-1] if before else inside[0][1] if inside else ""

    def functions(self, name: str, language: Language) -> set[str]:
        """The units that declare a free function of this name, simple or qualified, in the language or one of its family."""
        return self._functions.get((language.kin, name), set())

    def offer(self, name: str, language: Language, unit: str) -> None:
        """Says that a unit declares a free function of this qualified name."""
        for each in {name, name.rpartition(".")[2]}:
            self._functions[language.kin, each].add(unit)

    def claim(self, path: str, declaration: str, unit: str) -> None:
        """Says that a declaration of a file belongs to a unit."""
        self._claimed[path][declaration] = unit
        self._owners.pop(path, None)

    def add(self, unit: Unit) -> None:
        """Adds the unit or, for a part of a known one, its lines."""
        known, path = self.by_id.get(unit.id), unit.path
        if known is not None:
            lines = known.lines + unit.lines
            first = min((known.path, known.line), (unit.path, unit.line))
            unit = Unit(unit.id, known.kind, *first, lines, known.language, known.package, known.abstract and unit.abstract)
        self.by_id[unit.id] = unit
        if unit.id not in self.of_path[path]:
            self.of_path[path].append(unit.id)


def units_of(facts: Iterable[FileFacts], languages: Mapping[str, Language], module_names: Mapping[str, str]) -> Units:
    """All first-party units. `module_names` gives the id of the module or package for paths of languages that have them."""
    units = Units()
    read = [item for item in facts if item.role == "source" and languages[item.language].code]
    places = _places([item for item in read if languages[item.language].classes], languages)
    for item in read:
        language = languages[item.language]
        if language.classes:
            _classes(units, item, language, places)
        else:
            name = module_names.get(item.path, item.path)
            kind = "file" if name == item.path else "package" if language.structure.resolution.by == "packages" else "module"
            units.add(Unit(name, kind, item.path, 1, item.lines, item.language, _package(name, item.path, kind)))
            units.claim(item.path, "", name)
            _functions(units, item, name, language)
    for parts in units.types.outside.values():
        parts.sort(key=lambda part: part.path)
    return units


def _package(name: str, path: str, kind: str) -> str:
    if kind == "module":
        return name.rpartition(".")[0] or name
    return name if kind == "package" else path.rpartition("/")[0] or "."


def _outermost(item: FileFacts) -> dict[str, Declaration]:
    """The types of a file that lie in no other, by name."""
    found: dict[str, Declaration] = {}
    for fact in sorted(item.of(Declaration), key=lambda fact: (len(fact.name), fact.line)):
        if _is_unit(fact, item) and fact.name not in found and not _holder(fact.name, found):
            found[fact.name] = fact
    return found


def _holder(name: str, outermost: Mapping[str, Declaration]) -> str:
    """The outermost type around a name, or an empty string. Modules that hold classes are only names in front of them."""
    while name:
        name = name.rpartition(".")[0]
        if name in outermost and outermost[name].kind != "module":
            return name
    return ""


def _is_unit(fact: Declaration, item: FileFacts) -> bool:
    if fact.kind != "module":
        return fact.kind in CLASSES
    return any(other.kind == "method" and other.name.rpartition(".")[0] == fact.name for other in item.of(Declaration))


def _places(facts: Sequence[FileFacts], languages: Mapping[str, Language]) -> dict[tuple[str, str], str]:
    """(path, name) of types whose name stands for several types -> the folder that tells them apart."""
    paths: dict[str, set[str]] = defaultdict(set)
    for item in facts:
        if not languages[item.language].structure.resolution.partial:
            for name in _outermost(item):
                paths[name].add(item.path)
    places = {}
    for name, same in paths.items():
        if len(same) > 1:
            split = [path.split("/") for path in same]
            common = next((i for i, parts in enumerate(zip(*split, strict=False)) if len(set(parts)) > 1), 0)
            for parts in split:
                places["/".join(parts), name] = "/".join(parts[: common + 1])
    return places


def _classes(units: Units, item: FileFacts, language: Language, places: Mapping[tuple[str, str], str]) -> None:
    outermost = _outermost(item)
    folder = item.path.rpartition("/")[0]
    package = item.namespace or folder or "."
    for fact in sorted(outermost.values(), key=lambda fact: (fact.line, fact.name)):
        place = places.get((item.path, fact.name), "")
        name = fact.name.replace(".", language.structure.separator)
        unit_id = f"{place}:{name}" if place else name
        units.add(Unit(unit_id, fact.kind, item.path, fact.line, fact.lines, item.language, package, fact.abstract))
        units.claim(item.path, fact.name, unit_id)
    _types(units, item, language)
    if not outermost or _outside_classes(item):
        inside = sum(fact.lines for fact in outermost.values())
        lines = max(item.lines - inside, 1)
        units.add(Unit(item.path, "file", item.path, 1, lines, item.language, folder or "."))
        units.claim(item.path, "", item.path)
        _functions(units, item, item.path, language)
    elif outermost:
        first = min(outermost.values(), key=lambda fact: (fact.line, fact.name))
        units.claim(item.path, "", units.owner(item.path, first.name))


def _types(units: Units, item: FileFacts, language: Language) -> None:
    separator = language.structure.separator
    found: dict[str, Type] = {}
    for fact in item.of(Declaration):
        if fact.kind in CLASSES or fact.kind == "module":
            unit = units.owner(item.path, fact.name)
            if unit and unit != item.path and fact.name not in found:
                found[fact.name] = Type(fact.name.replace(separator, "."), unit, item.path, separator, language.kin)
                units.types.add(found[fact.name], caseless=language.structure.resolution.caseless)
    outside = Type(item.namespace.replace(separator, "."), item.path, item.path, separator, language.kin)
    for fact in item.of(Declaration):
        if fact.kind == "alias":
            known = units.types.aliases.get(fact.name)
            if known is None or item.path < known[1]:
                units.types.aliases[fact.name] = fact.type, item.path
        elif fact.kind in CLASSES and fact.parameters and fact.name in found:
            name = fact.name.rpartition(".")[2]
            found[fact.name].methods.setdefault(name, []).append(Method("", fact.parameters))
        elif fact.kind in ("field", "method") and (holder := found.get(fact.name.rpartition(".")[0])):
            holder.learn(fact)
        elif language.structure.resolution.outside and fact.kind in ("field", "function"):
            outside.learn(fact)
            parts = units.types.outside[fact.name]
            if not any(part is outside for part in parts):
                parts.append(outside)
    for base in item.of(Reference):
        if base.kind in ("extends", "implements") and (holder := found.get(base.source)):
            holder.learn(base)
    namespace = item.namespace.replace(separator, ".")
    while namespace and namespace not in units.types.namespaces:
        units.types.namespaces.add(namespace)
        namespace = namespace.rpartition(".")[0]


def _outside_classes(item: FileFacts) -> bool:
    """True when something but imports stands outside all classes: scripts, function files, templates."""
    return any(not fact.source and fact.kind not in ("import", "annotation") for fact in item.of(Reference)) or any(
        fact.kind == "function" for fact in item.of(Declaration)
    )


def _functions(units: Units, item: FileFacts, unit: str, language: Language) -> None:
    for fact in item.of(Declaration):
        if fact.kind == "function":
            name = fact.name.replace(language.structure.separator, ".")
            units.offer(name, language, unit)
