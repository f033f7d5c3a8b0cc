"""What keeps entities: repositories, DAOs and mappers, known by the end of their name or by the one entity that they name.

In: all source, its entities. Out: the table that each keeps, and what the statements of a mapper (MyBatis) touch.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from assessor.domain.facts import Access, Declaration, FileFacts, Reference, TableUse
from assessor.graph.entities import Entities, Key, simple
from assessor.graph.resolve import Resolver
from assessor.graph.units import Units
from assessor.graph.written import names_in


class Keepers:
    """`of` is the table of every unit whose name ends like a repository's; `statements` are the tables of a mapper's methods."""

    def __init__(
        self, source: Sequence[FileFacts], entities: Entities, units: Units, resolver: Resolver, suffixes: tuple[str, ...]
    ) -> None:
        self._entities, self._units, self._resolver, self._suffixes = entities, units, resolver, suffixes
        self.statements: dict[tuple[str, str], set[tuple[str, Access]]] = defaultdict(set)
        self._signatures: dict[tuple[str, str], str] = {}
        self._known: set[str] = set()
        for item in source:
            for fact in item.of(TableUse):
                self._state(item, fact)
        self.of = self._keeping(source) if entities.tables else {}

    def _state(self, item: FileFacts, fact: TableUse) -> None:
        if fact.access == "define":
            self._known.add(fact.table.lower())
        elif fact.owner:
            unit = self.owner(item.path, fact.owner)
            holder = self._units.by_id.get(unit)
            if holder is not None and holder.kind == "interface" and unit.endswith(self._suffixes):
                self.statements[unit, simple(fact.owner)].add((self.table(fact.table), fact.access))

    def owner(self, path: str, declaration: str) -> str:
        """The unit of a declaration; a mapper's statement in XML belongs to the mapper."""
        if path.endswith(".xml") and declaration:
            found = self._entities.unit_named(declaration.rpartition(".")[0])
            if found:
                return found
        return self._units.owner(path, declaration)

    def table(self, written: str) -> str:
        """The table of a name in a query: queries over objects name entities (`from Order o`)."""
        if written.lower() in self._known:
            return written
        tables = self._entities.by_name.get(simple(written), ())
        return next(iter(tables)) if len(tables) == 1 else written

    def _keeping(self, facts: Iterable[FileFacts]) -> Mapping[str, str]:
        """Unit -> table, for units whose name ends like a repository's."""
        found: dict[str, str] = {}
        for item in facts:
            candidates = [unit for unit in self._units.of_path.get(item.path, ()) if _plain(unit).endswith(self._suffixes)]
            for unit in candidates:
                name = next(_plain(unit).removesuffix(end) for end in self._suffixes if _plain(unit).endswith(end))
                tables = self._entities.by_name.get(name) or self._entities.by_name.get(_without_letter(name), set())
                kept = next(iter(tables)) if len(tables) == 1 else ""
                named = self._named(item, unit) if not kept or item.of(Declaration) else {}
                if not kept or (named and kept not in named.values()):
                    kept = _kept(named, _without_letter(name)) or kept
                if kept:
                    found[unit] = kept
        return found

    def _named(self, item: FileFacts, unit: str) -> dict[Key, str]:
        """The entities that a repository's text names as types, with their tables: only those on the line where it is declared,
        if there are any."""
        line = next((fact.line for fact in item.of(Declaration) if fact.name == unit), 0)
        first: dict[Key, str] = {}
        every: dict[Key, str] = {}
        for fact in item.of(Reference):
            if fact.kind in ("type", "extends", "implements") and self._units.owner(item.path, fact.source) == unit:
                key = self._entities.key(fact.target, item, fact.source)
                if key is not None and key in self._entities.tables:
                    (first if fact.line in (line, line + 1) else every)[key] = self._entities.tables[key]
        return first or every

    def signed(self, keeper: str, method: str) -> str:
        """The table of the one entity that a repository's method takes and gives back; an empty string for none or several."""
        asked = keeper, method
        if asked not in self._signatures:
            tables: set[str] = set()
            for holder in self._units.types.find(dotted(keeper), ""):
                scope = self._resolver.scope_of(holder)
                for one in holder.methods.get(method, ()):
                    for written in (one.result, *one.parameters):
                        for name in names_in(written):
                            found, rest = self._resolver.find(name, scope, holder.name)
                            key = (found[0].unit, simple(found[0].name)) if found and not rest else None
                            tables |= {self._entities.tables[key]} if key in self._entities.tables else set()
            self._signatures[asked] = next(iter(tables)) if len(tables) == 1 else ""
        return self._signatures[asked]

    def generated(self, item: FileFacts, unit: str) -> bool:
        """True for an interface whose bases are foreign and keep things: a framework implements it."""
        scope = self._resolver.scope(item)
        own = {fact.target for fact in item.of(Reference) if fact.kind in ("extends", "implements") and fact.source == unit}
        for base in [*own, *self._above(unit)]:
            if simple(base).endswith(("Repository", "Mapper")):
                found = self._resolver.resolve(base, item, scope)[0]
                if not found or found.startswith("external:"):
                    return True
        return False

    def _above(self, unit: str) -> Iterator[str]:
        """What interfaces of the source that one extends extend in turn."""
        for holder in self._units.types.find(dotted(unit), ""):
            for base in self._resolver.bases(holder.name, self._resolver.scope_of(holder)):
                yield from base.bases


def _kept(named: Mapping[Key, str], name: str) -> str:
    """The table of what is kept, by what a repository names: the one entity, or the one whose name ends like the repository's
    (`AppUser` of `UserRepository`); else an empty string."""
    if len(set(named.values())) == 1:
        return next(iter(named.values()))
    ending = {table for key, table in named.items() if key[1].endswith(name)}
    return next(iter(ending)) if len(ending) == 1 else ""


def _plain(unit: str) -> str:
    """The simple name of what keeps something, without the word for an interface."""
    return simple(unit).removesuffix("Interface")


def _without_letter(name: str) -> str:
    """`Order` of `IOrder`, the way of .NET to name an interface."""
    return name[1:] if name[:1] == "I" and name[1:2].isupper() else name


def dotted(name: str) -> str:
    """A unit's name as types are called."""
    return name.rpartition(":")[2].replace("\\", ".").replace("::", ".")
