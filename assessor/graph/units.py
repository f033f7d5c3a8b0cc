"""Which units there are: classes where the language has them, modules and files elsewhere.

A nested type belongs to its outermost type, a partial class is one unit with several files, code outside all classes is a unit
of its file. Ids: `com.acme.Order`, `Acme\\\\Shop\\\\Order`, `app.models`, `src/a.ts`, `pkg/store` (a Go package).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from assessor.domain.architecture import Unit
from assessor.domain.facts import Declaration, FileFacts, Reference
from assessor.domain.language import Language

CLASSES = frozenset({"class", "interface", "enum", "record", "trait", "struct"})


class Units:
    """Units by id, and for every file which of its declarations belongs to which unit."""

    def __init__(self) -> None:
        self.by_id: dict[str, Unit] = {}
        self.of_path: dict[str, list[str]] = defaultdict(list)
        self.by_name: dict[str, str] = {}
        """Qualified name of a type, nested ones too, with `.` between all parts -> unit id."""
        self.functions: dict[str, set[str]] = defaultdict(set)
        """Name of a free function -> ids of the units that declare one."""
        self._owners: dict[tuple[str, str], str] = {}

    def owner(self, path: str, declaration: str) -> str:
        """The unit that a declaration of a file belongs to; the file's own unit for names that are no class's."""
        while declaration:
            found = self._owners.get((path, declaration))
            if found:
                return found
            declaration = declaration.rpartition(".")[0]
        return self._owners.get((path, ""), "")

    def claim(self, path: str, declaration: str, unit: str) -> None:
        """Says that a declaration of a file belongs to a unit."""
        self._owners[path, declaration] = unit

    def add_name(self, name: str, separator: str, unit: str) -> None:
        """Makes a type known under its qualified name; the first file wins where two declare the same."""
        self.by_name.setdefault(name.replace(separator, "."), unit)

    def add(self, unit: Unit, path: str, names: Iterable[str]) -> None:
        """Adds the unit or, for a part of a known one, its lines."""
        known = self.by_id.get(unit.id)
        if known is not None:
            lines = known.lines + unit.lines
            first = min((known.path, known.line), (unit.path, unit.line))
            unit = Unit(unit.id, known.kind, *first, lines, known.language, known.package, known.abstract and unit.abstract)
        self.by_id[unit.id] = unit
        if unit.id not in self.of_path[path]:
            self.of_path[path].append(unit.id)
        for name in names:
            self._owners[path, name] = unit.id


def units_of(facts: Iterable[FileFacts], languages: Mapping[str, Language], module_names: Mapping[str, str]) -> Units:
    """All first-party units. `module_names` gives a module id for the paths of languages whose units are modules."""
    units = Units()
    for item in facts:
        language = languages.get(item.language)
        if item.role != "source" or language is None or not language.grammar or not language.code:
            continue
        if language.classes:
            _classes(units, item, language)
        else:
            name = module_names.get(item.path, item.path)
            kind = "module" if name != item.path else "file"
            package = _package(name, item.path)
            units.add(Unit(name, kind, item.path, 1, item.lines, item.language, package), item.path, [""])
            _functions(units, item, name)
    return units


def _package(name: str, path: str) -> str:
    if name != path:
        return name.rpartition(".")[0] or name
    return path.rpartition("/")[0] or "."


def _classes(units: Units, item: FileFacts, language: Language) -> None:
    types = [fact for fact in item.facts if isinstance(fact, Declaration) and fact.kind in CLASSES]
    outermost = {fact.name: fact for fact in types if not any(other.name != fact.name and _inside(fact, other) for other in types)}
    folder = item.path.rpartition("/")[0]
    for fact in sorted(types, key=lambda fact: (fact.line, fact.name)):
        outer = outermost.get(fact.name) or next(o for o in outermost.values() if _inside(fact, o))
        package = item.namespace or (folder or ".")
        if outer is fact:
            unit_id = fact.name if item.namespace or fact.name not in units.by_id else f"{item.path}:{fact.name}"
            unit = Unit(unit_id, fact.kind, item.path, fact.line, fact.lines, item.language, package, fact.abstract)
            units.add(unit, item.path, [fact.name])
        units.add_name(fact.name, language.structure.separator, units.owner(item.path, outer.name))
        units.claim(item.path, fact.name, units.owner(item.path, outer.name))
    if _outside_classes(item):
        inside = sum(fact.lines for fact in outermost.values())
        lines = max(item.lines - inside, 1)
        units.add(Unit(item.path, "file", item.path, 1, lines, item.language, folder or "."), item.path, [""])
        _functions(units, item, item.path)
    elif outermost:
        first = min(outermost.values(), key=lambda fact: (fact.line, fact.name))
        units.claim(item.path, "", units.owner(item.path, first.name))


def _inside(inner: Declaration, outer: Declaration) -> bool:
    return inner.name.startswith(outer.name + ".")


def _outside_classes(item: FileFacts) -> bool:
    """True when something but imports stands outside all classes: scripts, function files, templates."""
    for fact in item.facts:
        if isinstance(fact, Reference) and not fact.source and fact.kind not in ("import", "annotation"):
            return True
        if isinstance(fact, Declaration) and fact.kind == "function":
            return True
    return not any(isinstance(fact, Declaration) and fact.kind in CLASSES for fact in item.facts)


def _functions(units: Units, item: FileFacts, unit: str) -> None:
    for fact in item.facts:
        if isinstance(fact, Declaration) and fact.kind == "function":
            units.functions[fact.name.replace("\\", ".").rpartition(".")[2]].add(unit)
