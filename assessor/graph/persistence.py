"""Tables behind objects: `orders.save(order)` on `OrderRepository` writes the table of `Order`, `Order.objects.all()` reads it.

In: which classes stand for tables (`graph/entities.py`), calls and queries. Out: table and access. What counts, of a unit's own
text:

* a query that begins at an entity (`Order.where(...).delete`), at a relation (`customer.orders.find(1)`), or at the object itself;
* an entity, or its class, that is handed to what keeps it (`session.save(order)`, `em.find(Order.class, 1)`);
* a call on what keeps an entity (`graph/keepers.py`): a repository, DAO or mapper, known by the end of its name
  (`OrderRepository` keeps `Order`) or by the one entity it names. Where it is an interface with statements of its own (MyBatis),
  they say what a call touches; else how the method's name begins. A repository without bodies (Spring Data) asks what its
  methods' names say. SQL in the bodies of a repository is its own, and not its callers'.

Whatever begins like neither reading nor writing says nothing.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

import inflection

from assessor.domain.criteria import Assumption
from assessor.domain.facts import Declaration, Evidence, FileFacts, Reference, TableUse
from assessor.domain.language import QuerySyntax
from assessor.graph.chains import Chains, Uses, asks, bare, compiled
from assessor.graph.entities import Entities, Key, simple
from assessor.graph.keepers import Keepers, dotted
from assessor.graph.resolve import Resolver, Scope
from assessor.graph.table_relations import Relations
from assessor.graph.types import Type
from assessor.graph.units import Units
from assessor.graph.written import main_type

_OWN = frozenset(("this", "self", "super", "cls", "static", "parent"))
_CALLED = re.compile(r"\(\)")
_DEEPEST = 4
_HELD = ":held"
"""Stands for the keeper of what a member holds all entities of one class in: whatever is called on it goes to the table."""


class Persistence:
    """Entities and what keeps them."""

    def __init__(
        self, facts: Iterable[FileFacts], entities: Entities, units: Units, resolver: Resolver, assumptions: Sequence[Assumption]
    ) -> None:
        lists = {one.id: one.words for one in assumptions if one.kind == "list"}
        self._suffixes = tuple(sorted(lists.get("cut.accessors", ()), key=len, reverse=True))
        self._resolver, self._units, self._entities = resolver, units, entities
        source = list(facts)
        self._relations = Relations(source, entities, lists.get("persistence.adjectives", ()))
        self._chains = Chains(self._relations, assumptions)
        self._keepers = Keepers(source, entities, units, resolver, self._suffixes)
        self._answers: dict[tuple[str, str, str, str], Uses] = {}
        self._knowing: dict[str, bool] = {}

    def owner(self, path: str, declaration: str) -> str:
        """See `Keepers.owner`."""
        return self._keepers.owner(path, declaration)

    def table(self, written: str) -> str:
        """See `Keepers.table`."""
        return self._keepers.table(written)

    def table_of(self, unit: str) -> str:
        """The table of an entity, or an empty string."""
        return self._entities.tables.get((unit, simple(unit)), "")

    def kept_by(self, unit: str) -> str:
        """The table of what a repository keeps, or an empty string."""
        return self._keepers.of.get(unit, "")

    def spelled(self, table: str) -> str:
        """The name that the schema has for a table which a class gives its own."""
        return self._entities.renamed.get(table.lower(), table)

    def uses(self, item: FileFacts, scope: Scope) -> Iterator[tuple[str, TableUse]]:
        """(path, use) of all calls of a file that reach a table."""
        references = item.of(Reference)
        begun = {(fact.source, fact.target.partition("()")[0]) for fact in references if fact.kind == "query"}
        begun |= {
            (fact.source, fact.target[: at.start()])
            for fact in references
            if fact.kind == "call" and "()" in fact.target
            for at in _CALLED.finditer(fact.target)
        }
        for fact in references:
            if fact.kind == "call" and (fact.source, fact.target) in begun:
                continue  # the beginning of a chain that tells more
            for table, way in self.access(fact, item, scope):
                yield item.path, TableUse(table, way, fact.source, Evidence(item.path, fact.line))
        for method in item.of(Declaration):
            if method.kind == "method":
                yield from self._declared(item, method)

    def _declared(self, item: FileFacts, fact: Declaration) -> Iterator[tuple[str, TableUse]]:
        """A method of a repository that has no body is a query of its own (`findByEmail`)."""
        unit = self._units.owner(item.path, fact.name)
        table = self._keepers.of.get(unit, "")
        holder = self._units.by_id.get(unit)
        if (
            table
            and holder
            and holder.kind == "interface"
            and self._keepers.generated(item, unit)
            and not self._keepers.statements.get((unit, simple(fact.name)))
        ):
            way = self._chains.way(simple(fact.name))
            if way:
                yield item.path, TableUse(table, way, fact.name, Evidence(item.path, fact.line))

    def access(self, fact: Reference, item: FileFacts, scope: Scope) -> Uses:
        """What a call or a query touches."""
        if not (self._entities.tables or self._keepers.statements):
            return ()
        if fact.kind == "access":
            return self._iterated(fact, item, scope)
        if fact.kind not in ("call", "query"):
            return ()
        asked = (item.path, fact.kind, fact.source, fact.target)
        if asked not in self._answers:
            self._answers[asked] = self._accessed(fact, item, scope)
        return self._answers[asked]

    def _accessed(self, fact: Reference, item: FileFacts, scope: Scope) -> Uses:
        written = fact.target.replace("\\", ".").replace("::", ".")
        whole, written = written.startswith("."), written.lstrip(".").replace("super().", "super.", 1)
        parts = written.replace("[]", "").split(".")
        one = written.rpartition("[]")[2].count(".") if "[]" in written else 0
        syntax = scope.language.structure.queries
        table, keeper, rest = self._start(parts, fact, item, scope, whole=whole)
        if whole and not table and rest == parts:
            return ()
        if not table and parts[0].isidentifier() and str(inflection.camelize(parts[0])) in scope.externals:
            return ()  # called after another class, of a library
        if keeper == _HELD:
            return self._chains.followed(table, rest, syntax, strict=True, held=True, one=one) if rest else ()
        if keeper and rest:
            stated = self._keepers.statements.get((keeper, bare(rest[0])))
            if stated:
                return tuple(sorted(stated))
            way = self._chains.way(bare(rest[0]))
            table = self._keepers.signed(keeper, bare(rest[0])) or table
            return ((table, way),) if table and way else ()
        if not rest or (fact.kind == "call" and not syntax.words):
            return ()
        if not table and scope.language.structure.resolution.by == "paths" and not self._knows(item, scope):
            return ()  # in a browser's code, `order.save()` means something else
        return self._chains.followed(table, rest, syntax, strict=fact.kind == "call" or bool(syntax.words), one=one)

    def _knows(self, item: FileFacts, scope: Scope) -> bool:
        """True for a file that imports an entity."""
        known = self._knowing.get(item.path)
        if known is None:
            keys = (self._entities.key(name, item) for name in scope.targets)
            known = self._knowing[item.path] = any(key in self._entities.tables for key in keys)
        return known

    def _iterated(self, fact: Reference, item: FileFacts, scope: Scope) -> Uses:
        """A set of entities that is reached without a call is read: `from order in context.Orders`."""
        if not scope.language.structure.queries.sets:
            return ()
        parts = fact.target.split(".")
        table, _, rest = self._start([*parts, "Select"], fact, item, scope)
        return ((table, "read"),) if table and rest == ["Select"] and len(parts) > 1 else ()

    def _start(
        self, parts: list[str], fact: Reference, item: FileFacts, scope: Scope, *, whole: bool = False
    ) -> tuple[str, str, list[str]]:
        """(table, unit that keeps it, parts that follow) of what a chain begins with; `whole`: with the whole name of a class."""
        keys = self._entities.tables
        if parts[0] in _OWN or len(parts) == 1:
            rest = parts[1:] if parts[0] in _OWN else parts
            unit = self._units.owner(item.path, fact.source)
            own = self._entities.enclosing(unit, fact.source)
            table = self._entities.own(own) if scope.language.structure.queries.words else keys.get(own, "") if own else ""
            if not all(part.endswith("()") or self._relations.relation(part) for part in rest[:-1]):
                table = ""  # a field that is no relation
            words = scope.language.structure.queries.words
            queries = unit in self._keepers.of and bool(rest) and (self._queries(rest[0], scope) or (len(rest) == 1 and not words))
            if queries and self._inherits(unit, bare(rest[0])):
                return self._keepers.of[unit], unit if len(rest) == 1 else "", rest
            around = self._enclosing(unit, fact.source, scope) if self._by_names(scope) else []
            kept = self._member(around, rest, scope) if self._holds(scope) else None
            return kept or self._inherited_keeper(around, rest) or (table, "", rest)
        syntax = scope.language.structure.queries
        holder = self._entities.enclosing(self._units.owner(item.path, fact.source), fact.source) if syntax.heirs else None
        own_table = self._entities.own(holder) if holder else ""
        queries = parts[0].endswith("()") and asks(bare(parts[0]), syntax)
        if own_table and (queries or self._relations.leads(own_table, bare(parts[0]))):
            return own_table, "", parts  # a query of the class itself: `where(...).first` in a model of Rails
        plain = next((i for i, part in enumerate(parts) if part.endswith("()")), len(parts) - 1)
        for end in range(plain, 0, -1):
            name = ".".join(parts[:end])
            unit = self._entities.unit_named(name) if whole else ""
            key = ((unit, simple(name)) if unit else None) if whole else self._entities.key(name, item, fact.source + ".")
            if key:
                held = self._member(self._types(key), parts[end:], scope) if self._holds(scope) and parts[end:] else None
                if held and held[1] == _HELD:
                    return held
                if key[0] in self._keepers.of or (key[0].endswith(self._suffixes) and key not in keys):
                    return self._keepers.of.get(key[0], ""), key[0], parts[end:]
                if key in keys or key in self._entities.standing:
                    return self._entities.own(key), "", parts[end:]
                kept = self._member(self._types(key), parts[end:], scope) if self._holds(scope) else None
                return kept or self._typed(self._types(key), parts[end:], scope)
        if self._holds(scope):
            unit = self._units.owner(item.path, fact.source)
            kept = self._member(self._enclosing(unit, fact.source, scope), parts, scope)
            if kept:
                return kept
        elif self._by_names(scope) and len(parts) > 1 and parts[0].isidentifier():
            around = self._enclosing(self._units.owner(item.path, fact.source), fact.source, scope)
            return self._inherited_keeper(around, parts) or ("", "", parts)
        return "", "", parts

    def _queries(self, part: str, scope: Scope) -> bool:
        """True for a method whose result asks the database: one of the words, or one that is called like what keeps entities."""
        queries = scope.language.structure.queries
        return asks(bare(part), queries) or (part.endswith("()") and compiled(queries.keeping).search(bare(part)) is not None)

    def _by_names(self, scope: Scope) -> bool:
        return scope.language.structure.resolution.by == "names"

    def _holds(self, scope: Scope) -> bool:
        return bool(scope.language.structure.queries.holding) and self._by_names(scope)

    def _inherited_keeper(self, around: list[Type], parts: list[str]) -> tuple[str, str, list[str]] | None:
        """As `_start`, of a repository in a field that a class has from one above it."""
        if not around or len(parts) < 2:
            return None
        for holder in self._resolver.bases(around[0].name, self._resolver.scope_of(around[0])):
            if parts[0] in holder.fields:
                written = main_type(holder.fields[parts[0]])
                found, rest = self._resolver.find(written, self._resolver.scope_of(holder), holder.name)
                unit = found[0].unit if found and not rest else ""
                return (self._keepers.of[unit], unit, parts[1:]) if unit in self._keepers.of else None
        return None

    def _types(self, key: Key) -> list[Type]:
        return [each for each in self._units.types.find(dotted(key[0]), "") if simple(each.name) == key[1]]

    def _enclosing(self, unit: str, source: str, scope: Scope) -> list[Type]:
        """The innermost type around a declaration."""
        while source:
            found = self._resolver.named(dotted(source), scope)
            if found:
                return found
            source = source.rpartition(".")[0]
        return []

    def _member(self, holders: list[Type], parts: list[str], scope: Scope) -> tuple[str, str, list[str]] | None:
        """As `_start`, of members: one that holds entities (`DbSet<Order> Orders`) or keeps them (`IOrderRepository Orders`)."""
        expression = compiled(scope.language.structure.queries.holding)
        if parts and bare(parts[0]) in scope.language.structure.queries.making:
            parts = parts[1:]
        for place, part in enumerate(parts[:_DEEPEST]):
            if not holders:
                return None
            around = [*holders, *self._resolver.bases(holders[0].name, self._resolver.scope_of(holders[0]))]
            holder = next((each for each in around if part in each.fields or bare(part) in each.methods), None)
            if holder is None:
                table = self._inherited(around, part, scope.language.structure.queries)
                return (table, _HELD, parts[place + 1 :]) if table else None
            result = holder.methods[bare(part)][0].result if part not in holder.fields else ""
            written, where = holder.fields.get(part, result), self._resolver.scope_of(holder)
            held = expression.search(written)
            holders, _ = self._resolver.find(held[1] if held else main_type(written), where, holder.name)
            if not holders:
                return None
            key = holders[0].unit, simple(holders[0].name)
            if held:
                table = self._entities.tables.get(key, "")
                return (table, _HELD, parts[place + 1 :]) if table else None
            if key[0] in self._keepers.of and place + 1 < len(parts):
                return self._keepers.of[key[0]], key[0], parts[place + 1 :]
        return None

    def _typed(self, holders: list[Type], parts: list[str], scope: Scope) -> tuple[str, str, list[str]]:
        """As `_start`, of an entity that is reached through fields with declared types (`$state->order->delete()`)."""
        for place, part in enumerate(parts[:-1][:_DEEPEST] if scope.language.structure.queries.words else ()):
            holder = next((each for each in holders if part in each.fields), None)
            if holder is None:
                break
            holders, rest = self._resolver.find(main_type(holder.fields[part]), self._resolver.scope_of(holder), holder.name)
            key = (holders[0].unit, simple(holders[0].name)) if holders and not rest else None
            if key in self._entities.tables:
                return self._entities.tables[key], "", parts[place + 1 :]
        return "", "", parts

    def _inherited(self, around: list[Type], member: str, syntax: QuerySyntax) -> str:
        """The table of a member that a class has from a library's (`Users` of `IdentityDbContext`)."""
        bases = {base.rpartition(".")[2] for each in around for base in each.bases} if syntax.inherited else set()
        table = next((syntax.inherited[base].get(member, "") for base in sorted(bases & syntax.inherited.keys())), "")
        return self._entities.standard.get(table, table)

    def _inherits(self, unit: str, method: str) -> bool:
        """True for a method that the unit has not declared itself."""
        found = self._units.types.find(unit.replace("\\", ".").replace("::", "."), "")
        return bool(found) and all(method not in part.methods for part in found)
