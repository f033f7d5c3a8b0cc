"""Follows a call or a field through declared types: `Order.customer().name` -> the types Order, Customer, String's none.

What a compiler writes into the class file beside the names in the source: the types of results, parameters and fields that pass
through, own or inherited, declared in other files. Ends where a type is not the source's own.
"""

import re
from collections.abc import Iterator
from functools import cache

from assessor.graph.resolve import Resolver, Scope
from assessor.graph.types import Method, Type

_NAME = re.compile(r"\\?[^\W\d][\w$]*(?:(?:\.|\\|::)[^\W\d][\w$]*)*")
_OWN = frozenset({"this", "self", "static"})
_INHERITED = frozenset({"super", "parent"})


class Followed:
    """What a chain leads to: the units it passes through, the type of its receiver, and whether the last name was found."""

    __slots__ = ("found", "receiver", "through")

    def __init__(self) -> None:
        self.through: set[str] = set()
        self.receiver: list[Type] = []
        self.found = False


class Follower:
    """Members of types, over the whole tree."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver

    def follow(self, target: str, scope: Scope, source: str) -> Followed:
        """The chain `target` of a call, as extraction writes it, from the declaration `source`."""
        result = Followed()
        *middle, last = _parts(target, scope)
        holders, middle = self._start(middle, scope, source, result)
        for part in middle:
            holders = self._step(holders, part, result)
            if not holders:
                return result
        result.receiver = holders
        for holder in self._with_bases(holders):
            methods = holder.methods.get(last)
            if methods:
                result.found = True
                self._signature(holder, methods, result)
                break
        return result

    def inherited(self, name: str, scope: Scope, source: str) -> Followed:
        """A call without receiver: of the enclosing types, inwards out, or of a type whose members are imported."""
        result = Followed()
        holders: list[list[Type]] = []
        if name in scope.members:
            holders.append(self._resolver.find(scope.members[name].rpartition(".")[0], scope)[0])
        for enclosing in self._enclosing(source, scope):
            holders.append(enclosing)
        holders += [self._resolver.find(name_, scope)[0] for name_ in scope.open_types]
        for group in holders:
            for holder in self._with_bases(group):
                methods = holder.methods.get(name)
                if methods:
                    result.found = True
                    result.receiver = group
                    self._signature(holder, methods, result)
                    return result
        return result

    def created(self, holders: list[Type]) -> Followed:
        """The parameters of a constructor."""
        result = Followed()
        for holder in holders:
            methods = holder.methods.get(holder.name.rpartition(".")[2]) or holder.methods.get("__construct")
            if methods:
                result.found = True
                self._signature(holder, methods, result)
        return result

    def _start(self, middle: list[str], scope: Scope, source: str, result: Followed) -> tuple[list[Type], list[str]]:
        """(types, parts that follow): the head is this, super, a type's name, or an own or inherited member."""
        head = middle[0]
        if head in _OWN or head in _INHERITED:
            enclosing = next(iter(self._enclosing(source, scope)), [])
            if head in _INHERITED and enclosing:
                enclosing = self._resolver.bases(enclosing[0].name, scope)
            return enclosing, middle[1:]
        plain = next((i for i, part in enumerate(middle) if part.endswith("()")), len(middle))
        if plain:
            found, rest = self._resolver.find(".".join(middle[:plain]), scope, source)
            if found:
                return found, [*(rest.split(".") if rest else ()), *middle[plain:]]
        for enclosing in self._enclosing(source, scope):
            stepped = self._step(enclosing, head, result)
            if stepped:
                return stepped, middle[1:]
        return [], []

    def _enclosing(self, source: str, scope: Scope) -> Iterator[list[Type]]:
        name = source.replace(scope.language.structure.separator, ".")
        while name and name != scope.namespace:
            found = self._resolver.named(name, scope)
            if found:
                yield found
            name = name.rpartition(".")[0]

    def _with_bases(self, holders: list[Type]) -> Iterator[Type]:
        yield from holders
        if holders:
            yield from self._resolver.bases(holders[0].name, self._resolver.scope_of(holders[0]))

    def _step(self, holders: list[Type], part: str, result: Followed) -> list[Type]:
        """The types of a member."""
        name = part.removesuffix("()")
        for holder in self._with_bases(holders):
            if part.endswith(")"):
                methods = holder.methods.get(name)
                if methods:
                    results = {main_type(method.result) for method in methods}
                    return self._typed(holder, results.pop(), result) if len(results) == 1 else []
            elif name in holder.fields:
                return self._typed(holder, main_type(holder.fields[name]), result)
        return []

    def _signature(self, holder: Type, methods: list[Method], result: Followed) -> None:
        """Which overload is meant depends on the types of the arguments: sure are only the types that all of them name."""
        common = set.intersection(*({main_type(written) for written in (one.result, *one.parameters)} for one in methods))
        for name in sorted(common):
            self._typed(holder, name, result)

    def _typed(self, holder: Type, name: str, result: Followed) -> list[Type]:
        if not name:
            return []
        found, rest = self._resolver.find(name, self._resolver.scope_of(holder), holder.name)
        if found and not rest:
            result.through.add(found[0].unit)
            return found
        return []


def _parts(target: str, scope: Scope) -> list[str]:
    separator = scope.language.structure.separator
    return (target.replace(separator, ".") if separator != "." else target).lstrip(".").split(".")


@cache
def main_type(written: str) -> str:
    """The type's own name without what it is made of: `List<Order>` -> `List`, `?Order` -> `Order`, `Order[]` -> `Order`."""
    found = _NAME.search(written.removeprefix("final "))
    return found.group() if found else ""
