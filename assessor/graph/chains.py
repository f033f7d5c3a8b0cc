"""What a chain of calls does with tables: along relations to the last one, and there what the methods' names say.

In: the table that a chain begins at, and the parts that follow (`where()`, `lines`, `delete_all`). Out: tables, read or written.
"""

import re
from collections.abc import Sequence
from functools import cache

from assessor.domain.criteria import Assumption
from assessor.domain.facts import Access
from assessor.domain.language import QuerySyntax
from assessor.graph.table_relations import Relations

_LOADS = ("find", "first", "get", "last", "all", "pluck", "values", "aggregate")

Uses = tuple[tuple[str, Access], ...]
"""(table, `read` or `write`) pairs."""


class Chains:
    """Follows chains along known relations; which beginnings of names read and which write, `assumptions` say."""

    def __init__(self, relations: Relations, assumptions: Sequence[Assumption]) -> None:
        lists = {one.id: one.words for one in assumptions if one.kind == "list"}
        self._writing = tuple(lists.get("persistence.writing", ()))
        self._reading = tuple(lists.get("persistence.reading", ()))
        self._relations = relations
        self._ways: dict[str, Access | None] = {}

    def followed(
        self, table: str, parts: list[str], syntax: QuerySyntax, *, strict: bool, held: bool = False, one: int = 0
    ) -> Uses:
        """Along relations to the last table, and what is done there; the last `one` parts are called on one of what was loaded."""
        known = bool(table)
        lost = scoped = False
        last = next((at for at, part in enumerate(parts, 1) if bare(part) in syntax.loading), 0)
        if last and not one:
            parts = parts[:last]
        methods: list[str] = []
        loaded: set[tuple[str, Access]] = set()
        if one and one >= len(parts) and table:
            loaded.add((table, "read"))
            held = False
        keeping = compiled(syntax.keeping) if syntax.managers else None
        for place, part in enumerate(parts[:-1], 1):
            # `db.session.add` keeps, whatever relation is called `session` elsewhere.
            keeps = keeping is not None and not known and keeping.search(part) is not None
            # `Order.paid.order(:at)` sorts, unless an order has an order of its own.
            sorts = known and asks(bare(part), syntax) and not self._relations.leads(table, bare(part))
            related = "" if keeps or sorts else self._relations.relation(bare(part), table)
            if not known and part is parts[0] and not part.endswith("()"):
                # A variable; in Rails perhaps a relation of the object itself.
                related = self._relations.variable(part) or (related if syntax.heirs else "")
            if part in syntax.managers and known:
                held = True
            elif related:
                if known and any(asks(name, syntax) and name.startswith(_LOADS) for name in methods):
                    loaded.add((table, "read"))  # the object that the relation begins at
                known = known or (bool(table) and self._relations.leads(table, bare(part)))
                table, methods = related, []
            else:
                named = table and not known and part.endswith("()")
                lost = lost or bool(named and not asks(bare(part), syntax) and bare(part) not in self._relations.scopes)
                methods.append(bare(part))
            if one and len(parts) - place == one and table:
                loaded.add((table, "read"))
                methods, held = [], False
        methods.append(bare(parts[-1]))
        if strict:
            scoped = known and any(name in self._relations.scopes for name in methods)
            wanted = (*syntax.saving, *(syntax.handing if known else ()))
            ends = tuple(word[1:] for word in wanted if word[0] == "*")
            methods = [name for name in methods if held or asks(name, syntax) or name in wanted or (ends and name.endswith(ends))]
            if not known:
                methods = methods if any(name not in syntax.containers for name in methods) else []
        if len(methods) > 1:
            methods = [name for name in methods if name not in syntax.starting or self.way(name) != "read"]
        ways = {way for name in methods if (way := self.way(name)) and not (lost and way == "read")}
        if strict and scoped and not ways:
            ways = {"read"}
        if not table or not ways:
            return tuple(sorted(loaded)) if known else ()
        if "write" in ways and not any(name.startswith(_LOADS) and self.way(name) == "read" for name in methods):
            ways = {"write"}
        return tuple(sorted({*loaded, *((table, way) for way in ways)}))

    def way(self, method: str) -> Access | None:
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


@cache
def compiled(expression: str) -> re.Pattern[str]:
    """An expression of the rules, compiled once."""
    return re.compile(expression)


def asks(method: str, syntax: QuerySyntax) -> bool:
    """True for one of the words that ask the database."""
    return method in syntax.words or any(word[-1] == "*" and method.startswith(word[:-1]) for word in syntax.words)


def bare(part: str) -> str:
    """The name of a part without the marks of a call."""
    return part.removesuffix("()").rstrip("?!")


def _ends_word(method: str, position: int) -> bool:
    """`getOrder` begins with the word `get`, `getter` does not, `saved` does not begin with `save`."""
    rest = method[position:]
    return not rest or not rest[0].islower()
