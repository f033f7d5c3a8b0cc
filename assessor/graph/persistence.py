"""Tables behind objects: `orders.save(order)` on `OrderRepository` writes the table of `Order`, `Order.objects.all()` reads it.

In: which classes stand for tables (`graph/entities.py`), calls and queries. Out: table and access. What counts, of a unit's own
text:

* a query that begins at an entity (`Order.where(...).delete`), at a relation (`customer.orders.find(1)`), or at the object itself;
* an entity, or its class, that is handed to what keeps it (`session.save(order)`, `em.find(Order.class, 1)`);
* a call on what keeps an entity: a repository, DAO or mapper, known by the end of its name (`OrderRepository` keeps `Order`) or by
  the one entity it names. Where it is an interface with statements of its own (MyBatis), they say what a call touches; else how
  the method's name begins. A repository without bodies (Spring Data) asks what its methods' names say. SQL in the bodies of a
  repository is its own, and not its callers'.

Whatever begins like neither reading nor writing says nothing.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

import inflection

from assessor.domain.criteria import Assumption
from assessor.domain.facts import Access, Declaration, Evidence, FileFacts, Reference, TableUse
from assessor.domain.language import QuerySyntax
from assessor.graph.entities import Entities, Key, simple
from assessor.graph.resolve import Resolver, Scope
from assessor.graph.types import Type
from assessor.graph.units import Units
from assessor.graph.written import main_type, names_in

_OWN = frozenset(("this", "self", "super", "cls", "static", "parent"))
_CALLED = re.compile(r"\(\)")
_DEEPEST = 4
_HELD = ":held"
"""Stands for the keeper of what a member holds all entities of one class in: whatever is called on it goes to the table."""
_LOADS = ("find", "first", "get", "last", "all", "pluck", "values", "aggregate")

Uses = tuple[tuple[str, Access], ...]
"""(table, `read` or `write`) pairs."""


class Persistence:
    """Entities and what keeps them."""

    def __init__(
        self, facts: Iterable[FileFacts], entities: Entities, units: Units, resolver: Resolver, assumptions: Sequence[Assumption]
    ) -> None:
        lists = {one.id: one.words for one in assumptions if one.kind == "list"}
        self._writing = tuple(lists.get("persistence.writing", ()))
        self._reading = tuple(lists.get("persistence.reading", ()))
        self._suffixes = tuple(sorted(lists.get("cut.accessors", ()), key=len, reverse=True))
        self._resolver, self._units, self._entities = resolver, units, entities
        self._ways: dict[str, Access | None] = {}
        self._answers: dict[tuple[str, str, str, str], Uses] = {}
        self._statements: dict[tuple[str, str], set[tuple[str, Access]]] = defaultdict(set)
        self._signatures: dict[tuple[str, str], str] = {}
        self._known: set[str] = set()
        self._knowing: dict[str, bool] = {}
        source = list(facts)
        for item in source:
            for fact in item.of(TableUse):
                self._state(item, fact)
        self._keepers = self._keeping(source) if entities.tables else {}

    def _state(self, item: FileFacts, fact: TableUse) -> None:
        if fact.access == "define":
            self._known.add(fact.table.lower())
        elif fact.owner:
            unit = self.owner(item.path, fact.owner)
            holder = self._units.by_id.get(unit)
            if holder is not None and holder.kind == "interface" and unit.endswith(self._suffixes):
                self._statements[unit, simple(fact.owner)].add((self.table(fact.table), fact.access))

    def owner(self, path: str, declaration: str) -> str:
        """The unit of a declaration; a mapper's statement in XML belongs to the mapper."""
        if path.endswith(".xml") and declaration:
            found = self._entities.unit_named(declaration.rpartition(".")[0])
            if found:
                return found
        return self._units.owner(path, declaration)

    def table_of(self, unit: str) -> str:
        """The table of an entity, or an empty string."""
        return self._entities.tables.get((unit, simple(unit)), "")

    def kept_by(self, unit: str) -> str:
        """The table of what a repository keeps, or an empty string."""
        return self._keepers.get(unit, "")

    def table(self, written: str) -> str:
        """The table of a name in a query: queries over objects name entities (`from Order o`)."""
        if written.lower() in self._known:
            return written
        tables = self._entities.by_name.get(simple(written), ())
        return next(iter(tables)) if len(tables) == 1 else written

    def spelled(self, table: str) -> str:
        """The name that the schema has for a table which a class gives its own."""
        return self._entities.renamed.get(table.lower(), table)

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

    def _signed(self, keeper: str, method: str) -> str:
        """The table of the one entity that a repository's method takes and gives back; an empty string for none or several."""
        asked = keeper, method
        if asked not in self._signatures:
            tables: set[str] = set()
            for holder in self._units.types.find(_dotted(keeper), ""):
                scope = self._resolver.scope_of(holder)
                for one in holder.methods.get(method, ()):
                    for written in (one.result, *one.parameters):
                        for name in names_in(written):
                            found, rest = self._resolver.find(name, scope, holder.name)
                            key = (found[0].unit, simple(found[0].name)) if found and not rest else None
                            tables |= {self._entities.tables[key]} if key in self._entities.tables else set()
            self._signatures[asked] = next(iter(tables)) if len(tables) == 1 else ""
        return self._signatures[asked]

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
        table = self._keepers.get(unit, "")
        holder = self._units.by_id.get(unit)
        if (
            table
            and holder
            and holder.kind == "interface"
            and self._generated(item, unit)
            and not self._statements.get((unit, simple(fact.name)))
        ):
            way = self._way(simple(fact.name))
            if way:
                yield item.path, TableUse(table, way, fact.name, Evidence(item.path, fact.line))

    def _generated(self, item: FileFacts, unit: str) -> bool:
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
        for holder in self._units.types.find(_dotted(unit), ""):
            for base in self._resolver.bases(holder.name, self._resolver.scope_of(holder)):
                yield from base.bases

    def access(self, fact: Reference, item: FileFacts, scope: Scope) -> Uses:
        """What a call or a query touches."""
        if not (self._entities.tables or self._statements):
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
            return self._followed(table, rest, syntax, strict=True, held=True, one=one) if rest else ()
        if keeper and rest:
            stated = self._statements.get((keeper, _bare(rest[0])))
            if stated:
                return tuple(sorted(stated))
            way = self._way(_bare(rest[0]))
            table = self._signed(keeper, _bare(rest[0])) or table
            return ((table, way),) if table and way else ()
        if not rest or (fact.kind == "call" and not syntax.words):
            return ()
        if not table and scope.language.structure.resolution.by == "paths" and not self._knows(item, scope):
            return ()  # in a browser's code, `order.save()` means something else
        return self._followed(table, rest, syntax, strict=fact.kind == "call" or bool(syntax.words), one=one)

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
            if not all(part.endswith("()") or self._entities.relation(part) for part in rest[:-1]):
                table = ""  # a field that is no relation
            words = scope.language.structure.queries.words
            asks = unit in self._keepers and bool(rest) and (self._queries(rest[0], scope) or (len(rest) == 1 and not words))
            if asks and self._inherits(unit, _bare(rest[0])):
                return self._keepers[unit], unit if len(rest) == 1 else "", rest
            around = self._enclosing(unit, fact.source, scope) if self._by_names(scope) else []
            kept = self._member(around, rest, scope) if self._holds(scope) else None
            return kept or self._inherited_keeper(around, rest) or (table, "", rest)
        syntax = scope.language.structure.queries
        holder = self._entities.enclosing(self._units.owner(item.path, fact.source), fact.source) if syntax.heirs else None
        own_table = self._entities.own(holder) if holder else ""
        asks = parts[0].endswith("()") and _asks(_bare(parts[0]), syntax)
        if own_table and (asks or self._entities.leads(own_table, _bare(parts[0]))):
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
                if key[0] in self._keepers or (key[0].endswith(self._suffixes) and key not in keys):
                    return self._keepers.get(key[0], ""), key[0], parts[end:]
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
        return _asks(_bare(part), queries) or (part.endswith("()") and _compiled(queries.keeping).search(_bare(part)) is not None)

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
                return (self._keepers[unit], unit, parts[1:]) if unit in self._keepers else None
        return None

    def _types(self, key: Key) -> list[Type]:
        return [each for each in self._units.types.find(_dotted(key[0]), "") if simple(each.name) == key[1]]

    def _enclosing(self, unit: str, source: str, scope: Scope) -> list[Type]:
        """The innermost type around a declaration."""
        while source:
            found = self._resolver.named(_dotted(source), scope)
            if found:
                return found
            source = source.rpartition(".")[0]
        return []

    def _member(self, holders: list[Type], parts: list[str], scope: Scope) -> tuple[str, str, list[str]] | None:
        """As `_start`, of members: one that holds entities (`DbSet<Order> Orders`) or keeps them (`IOrderRepository Orders`)."""
        expression = _compiled(scope.language.structure.queries.holding)
        if parts and _bare(parts[0]) in scope.language.structure.queries.making:
            parts = parts[1:]
        for place, part in enumerate(parts[:_DEEPEST]):
            if not holders:
                return None
            around = [*holders, *self._resolver.bases(holders[0].name, self._resolver.scope_of(holders[0]))]
            holder = next((each for each in around if part in each.fields or _bare(part) in each.methods), None)
            if holder is None:
                table = self._inherited(around, part, scope.language.structure.queries)
                return (table, _HELD, parts[place + 1 :]) if table else None
            result = holder.methods[_bare(part)][0].result if part not in holder.fields else ""
            written, where = holder.fields.get(part, result), self._resolver.scope_of(holder)
            held = expression.search(written)
            holders, _ = self._resolver.find(held[1] if held else main_type(written), where, holder.name)
            if not holders:
                return None
            key = holders[0].unit, simple(holders[0].name)
            if held:
                table = self._entities.tables.get(key, "")
                return (table, _HELD, parts[place + 1 :]) if table else None
            if key[0] in self._keepers and place + 1 < len(parts):
                return self._keepers[key[0]], key[0], parts[place + 1 :]
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

    def _followed(
        self, table: str, parts: list[str], syntax: QuerySyntax, *, strict: bool, held: bool = False, one: int = 0
    ) -> Uses:
        """Along relations to the last table, and what is done there; the last `one` parts are called on one of what was loaded."""
        known = bool(table)
        lost = scoped = False
        last = next((at for at, part in enumerate(parts, 1) if _bare(part) in syntax.loading), 0)
        if last and not one:
            parts = parts[:last]
        methods: list[str] = []
        loaded: set[tuple[str, Access]] = set()
        if one and one >= len(parts) and table:
            loaded.add((table, "read"))
            held = False
        keeping = _compiled(syntax.keeping) if syntax.managers else None
        for place, part in enumerate(parts[:-1], 1):
            # `db.session.add` keeps, whatever relation is called `session` elsewhere.
            keeps = keeping is not None and not known and keeping.search(part) is not None
            # `Order.paid.order(:at)` sorts, unless an order has an order of its own.
            sorts = known and _asks(_bare(part), syntax) and not self._entities.leads(table, _bare(part))
            related = "" if keeps or sorts else self._entities.relation(_bare(part), table)
            if not known and part is parts[0] and not part.endswith("()"):
                # A variable; in Rails perhaps a relation of the object itself.
                related = self._entities.variable(part) or (related if syntax.heirs else "")
            if part in syntax.managers and known:
                held = True
            elif related:
                if known and any(_asks(name, syntax) and name.startswith(_LOADS) for name in methods):
                    loaded.add((table, "read"))  # the object that the relation begins at
                known = known or (bool(table) and self._entities.leads(table, _bare(part)))
                table, methods = related, []
            else:
                named = table and not known and part.endswith("()")
                lost = lost or bool(named and not _asks(_bare(part), syntax) and _bare(part) not in self._entities.scopes)
                methods.append(_bare(part))
            if one and len(parts) - place == one and table:
                loaded.add((table, "read"))
                methods, held = [], False
        methods.append(_bare(parts[-1]))
        if strict:
            scoped = known and any(name in self._entities.scopes for name in methods)
            wanted = (*syntax.saving, *(syntax.handing if known else ()))
            ends = tuple(word[1:] for word in wanted if word[0] == "*")
            methods = [name for name in methods if held or _asks(name, syntax) or name in wanted or (ends and name.endswith(ends))]
            if not known:
                methods = methods if any(name not in syntax.containers for name in methods) else []
        if len(methods) > 1:
            methods = [name for name in methods if name not in syntax.starting or self._way(name) != "read"]
        ways = {way for name in methods if (way := self._way(name)) and not (lost and way == "read")}
        if strict and scoped and not ways:
            ways = {"read"}
        if not table or not ways:
            return tuple(sorted(loaded)) if known else ()
        if "write" in ways and not any(name.startswith(_LOADS) and self._way(name) == "read" for name in methods):
            ways = {"write"}
        return tuple(sorted({*loaded, *((table, way) for way in ways)}))

    def _way(self, method: str) -> Access | None:
        """Longer beginnings first: `get_or_create` writes although `get` reads."""
        if method in self._ways:
            return self._ways[method]
        best = 0
        way: Access | None = None
        words: tuple[tuple[tuple[str, ...], Access], ...] = ((self._writing, "write"), (self._reading, "read"))
        for beginnings, name in words:
            for beginning in beginnings:
                ends = beginning[:1] == "*" and method.endswith(beginning[1:]) and not best
                if ends or (method.startswith(beginning) and len(beginning) > best and _ends_word(method, len(beginning))):
                    best, way = len(beginning), name
        self._ways[method] = way
        return way


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


def _dotted(name: str) -> str:
    return name.rpartition(":")[2].replace("\\", ".").replace("::", ".")


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression)


def _asks(method: str, syntax: QuerySyntax) -> bool:
    """True for one of the words that ask the database."""
    return method in syntax.words or any(word[-1] == "*" and method.startswith(word[:-1]) for word in syntax.words)


def _bare(part: str) -> str:
    return part.removesuffix("()").rstrip("?!")


def _ends_word(method: str, position: int) -> bool:
    """`getOrder` begins with the word `get`, `getter` does not, `saved` does not begin with `save`."""
    rest = method[position:]
    return not rest or not rest[0].islower()
