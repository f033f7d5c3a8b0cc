"""What leads from one table to others: relations, queries that entities define, variables that are called after an entity.

In: all source, its entities. Relations (`has_many :lines`, `$this->hasMany(Line::class)`) are known by their name alone, where all
of that name lead to one table.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import inflection

from assessor.domain.facts import FileFacts, Trait
from assessor.graph.entities import Entities, simple


class Relations:
    """Tables by the names that lead to them. `adjectives` stand before the name of a variable (`current_user`)."""

    def __init__(self, source: Sequence[FileFacts], entities: Entities, adjectives: Iterable[str]) -> None:
        self._entities, self._adjectives = entities, frozenset(adjectives)
        self._tables = {*entities.tables.values(), *entities.scripted}
        self._fields = entities.fields()
        self._named: dict[str, set[str]] = defaultdict(set)
        self._of_table: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._variables: dict[str, set[str]] = defaultdict(set)
        self.scopes: set[str] = set()
        """Names of queries that entities define (`scope :paid`)."""
        for name, tables in entities.by_name.items():
            variable = str(inflection.underscore(name))
            for spelling in {variable, variable.replace("_", "")}:
                self._variables[spelling] |= tables
        for item in source:
            self._relate(item)

    def relation(self, name: str, table: str = "") -> str:
        """The table that this relation of a table leads to, or every relation of this name; an empty string for none."""
        found = self._of_table.get((table, name)) or set()
        if not found and (table, name) not in self._fields:
            found = self._named.get(name) or set()
        return next(iter(found)) if len(found) == 1 else ""

    def leads(self, table: str, name: str) -> bool:
        """True where a class of this table has a relation of this name."""
        return (table, name) in self._of_table

    def variable(self, name: str) -> str:
        """The table of what a variable is called after (`order_line` is an `OrderLine`, `current_user` a `User`), or an empty
        string."""
        written = str(inflection.underscore(name))
        before, _, rest = written.partition("_")
        found = self._variables.get(written) or (self._variables.get(rest) if before in self._adjectives else None) or set()
        return next(iter(found)) if len(found) == 1 else ""

    def _relate(self, item: FileFacts) -> None:
        for fact in item.of(Trait):
            if fact.name == "entity.scope":
                self.scopes.add(dict(fact.fields).get("name", ""))
            elif fact.name == "entity.relation":
                fields = dict(fact.fields)
                name, target = fields.get("name", ""), simple(fields.get("target", ""))
                tables = self._entities.by_name.get(target) if target else {self._inside(fields.get("of", ""), name)} - {""}
                if name and tables and len(tables) == 1:
                    self._named[name] |= tables
                    for holder in self._entities.by_name.get(simple(fields.get("of", "")), ()):
                        self._of_table[holder, name] |= tables

    def _inside(self, holder: str, relation: str) -> str:
        """Rails: `has_many :rows` of `Import` means `Import::Row` where there is one, else the table called like the relation."""
        name = str(inflection.camelize(inflection.singularize(relation)))
        keys = (key for key in self._entities.named(name) if key[0].endswith(f"{holder}::{name}"))
        found = [self._entities.tables[key] for key in keys if key in self._entities.tables]
        if holder and len(found) == 1:
            return found[0]
        named = self._entities.by_name.get(name, set())
        table = next(iter(named)) if len(named) == 1 else str(inflection.pluralize(relation))
        return table if table in self._tables else ""
