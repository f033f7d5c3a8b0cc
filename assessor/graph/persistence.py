"""Tables behind objects: `orders.save(order)` on `OrderRepository` writes the table of `Order`, `Order.objects.all()` reads it.

In: which declarations define tables, and calls whose receiver resolves to an entity or to what keeps one. Out: table and access.
A repository is known by its name (`OrderRepository` keeps `Order`) or by the one entity it names; what its methods do, by how their
names begin. A name that begins like neither says nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from assessor.domain.criteria import Assumption
from assessor.domain.facts import Evidence, FileFacts, Reference, TableUse
from assessor.graph.resolve import Resolver, Scope
from assessor.graph.units import Units


class Persistence:
    """Entities and what keeps them."""

    def __init__(self, facts: Iterable[FileFacts], units: Units, resolver: Resolver, assumptions: Sequence[Assumption]) -> None:
        lists = {one.id: one.words for one in assumptions if one.kind == "list"}
        self._writing = tuple(lists.get("persistence.writing", ()))
        self._reading = tuple(lists.get("persistence.reading", ()))
        self._suffixes = tuple(lists.get("cut.accessors", ()))
        self._resolver = resolver
        self._units = units
        self._ways: dict[str, str] = {}
        self._entities: dict[tuple[str, str], str] = {}
        self._of_unit: dict[str, set[str]] = defaultdict(set)
        source = list(facts)
        for item in source:
            for fact in item.facts:
                if isinstance(fact, TableUse) and fact.access == "define" and fact.owner:
                    unit = units.owner(item.path, fact.owner)
                    if unit:
                        self._entities[unit, _simple(fact.owner)] = fact.table
                        self._of_unit[unit].add(fact.table)
        self._keepers = self._keeping(source) if self._entities else {}

    def _keeping(self, facts: Iterable[FileFacts]) -> Mapping[str, tuple[str, ...]]:
        """Unit -> tables, for units whose name ends like a repository's."""
        by_name: dict[str, set[str]] = defaultdict(set)
        for (_, name), table in self._entities.items():
            by_name[name].add(table)
        found: dict[str, tuple[str, ...]] = {}
        for item in facts:
            candidates = [unit for unit in self._units.of_path.get(item.path, ()) if _simple(unit).endswith(self._suffixes)]
            if not candidates:
                continue
            scope = self._resolver.scope(item)
            for unit in candidates:
                plain = next(_simple(unit).removesuffix(end) for end in self._suffixes if _simple(unit).endswith(end))
                tables = by_name.get(plain, set())
                if len(tables) != 1:
                    tables = self._named(item, unit, scope)
                if len(tables) == 1:
                    found[unit] = tuple(tables)
        return found

    def _named(self, item: FileFacts, unit: str, scope: Scope) -> set[str]:
        """Tables of the entities that a repository's text names as types."""
        tables: set[str] = set()
        for fact in item.facts:
            if not isinstance(fact, Reference) or fact.kind not in ("type", "extends", "implements"):
                continue
            if self._units.owner(item.path, fact.source) == unit:
                target, _ = self._resolver.resolve(fact.target, item, scope)
                tables |= self._of_unit.get(target, set()) if target else set()
        return tables

    def uses(self, item: FileFacts, scope: Scope) -> Iterator[tuple[str, TableUse]]:
        """(path, use) of all calls of a file that reach a table."""
        for fact in item.facts:
            if isinstance(fact, Reference):
                table, way = self.access(fact, item, scope)
                if table:
                    yield item.path, TableUse(table, way, fact.source, Evidence(item.path, fact.line))  # type: ignore[arg-type]

    def access(self, fact: Reference, item: FileFacts, scope: Scope) -> tuple[str, str]:
        """(table, `read` or `write`) of a call; empty when it is none to a table."""
        if not self._entities or fact.kind != "call":
            return "", ""
        receiver, _, method = fact.target.rpartition(".")
        way = self._way(method) if receiver else ""
        if not way:
            return "", ""
        if receiver in ("this", "self", "super", "cls", "static", "parent"):
            unit = self._units.owner(item.path, fact.source)
        else:
            unit, _ = self._resolver.resolve(receiver, item, scope)
        if not unit:
            return "", ""
        kept = self._keepers.get(unit)
        if kept:
            return (kept[0], way) if receiver not in ("this", "self") else ("", "")
        for name in reversed(receiver.replace("\\", ".").split(".")):
            table = self._entities.get((unit, name))
            if table:
                return table, way
        return "", ""

    def _way(self, method: str) -> str:
        """Longer beginnings first: `get_or_create` writes although `get` reads."""
        known = self._ways.get(method)
        if known is not None:
            return known
        best, way = 0, ""
        for beginnings, name in ((self._writing, "write"), (self._reading, "read")):
            for beginning in beginnings:
                if method.startswith(beginning) and len(beginning) > best and _ends_word(method, len(beginning)):
                    best, way = len(beginning), name
        self._ways[method] = way
        return way


def _simple(name: str) -> str:
    return name.replace("\\", ".").rpartition(".")[2]


def _ends_word(method: str, position: int) -> bool:
    """`getOrder` begins with the word `get`, `getter` does not, `saved` does not begin with `save`."""
    rest = method[position:]
    return not rest or not rest[0].islower()
