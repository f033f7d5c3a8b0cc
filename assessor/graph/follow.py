"""Follows a call or a field through declared types: `Order.customer().name` -> the types Order, Customer, String's none.

What a compiler writes into the class file beside the names in the source: the types of results, parameters and fields that pass
through, own or inherited, declared in other files. Ends where a type is not the source's own.
"""

import re
from collections.abc import Iterator

from assessor.graph.resolve import Resolver, Scope
from assessor.graph.types import Method, Type, Types
from assessor.graph.written import CHAIN, held_type, main_type, named

_OPEN_TYPE = re.compile(r"(?:object|T|T[A-Z]\w*)\Z")
"""Types that take every other: `object`, type parameters."""
_DEEPEST_CHAIN = 6
_OWN = frozenset({"this", "self", "static"})
_INHERITED = frozenset({"super", "parent"})


class Followed:
    """What a chain leads to: the units it passes through, the type of its receiver, and whether the last name was found."""

    __slots__ = ("found", "receiver", "scope", "through")

    def __init__(self, scope: Scope | None = None) -> None:
        self.through: set[str] = set()
        self.receiver: list[Type] = []
        self.found = False
        self.scope = scope


class Follower:
    """Members of types, over the whole tree."""

    def __init__(self, resolver: Resolver, types: Types) -> None:
        self._resolver = resolver
        self._added = _added(types)
        self._chains: dict[tuple[str, str, str, int], list[Type]] = {}
        self._asked: set[tuple[str, str, str]] = set()
        self._depth = 0

    def follow(self, target: str, scope: Scope, source: str) -> Followed:
        """The chain `target` of a call, as extraction writes it, from the declaration `source`."""
        result = Followed(scope)
        *middle, last = _parts(target, scope)
        holders, middle = self._start(middle, scope, source, result)
        for part in middle:
            holders = self._step(holders, part, result)
            if not holders:
                return result
        result.receiver = holders
        if last in _INHERITED:
            made = self.created(holders[:1])
            result.found = made.found
            result.through |= made.through
            return result
        for holder in self._with_bases(holders):
            methods = holder.methods.get(last)
            if methods:
                result.found = True
                self._declaring(holder, holders, result)
                self._signature(holder, methods, result)
                break
        return result

    def reach(self, target: str, scope: Scope, source: str) -> Followed:
        """The chain `target` of members that are reached without a call; `*` are all members that can be called."""
        result = Followed(scope)
        holders, rest = self._start(_parts(target, scope), scope, source, result)
        for part in rest:
            result.through.update(holder.unit for holder in holders[:1])
            if part == "*":
                for holder in self._with_bases(holders):
                    for methods in holder.methods.values():
                        self._signature(holder, methods, result)
                    for written in holder.fields.values():
                        self._of(holder, written, result, False)
                break
            holders = self._step(holders, part, result)
            if not holders:
                break
        return result

    def added(self, name: str, scope: Scope, receiver: list[Type], named: str) -> Followed:
        """A method that another type adds to the receiver's: only if one type that is in view has such a one for it. The receiver
        is ours, or a foreign type called `named`, or `?`."""
        result = Followed(scope)
        found = self._fitting(name, scope, receiver, named)
        if found:
            result.found = True
            result.receiver = [found[0][0]]
            self._signature(found[0][0], [method for _, method in found], result)
        return result

    def _fitting(self, name: str, scope: Scope, receiver: list[Type], named: str) -> list[tuple[Type, Method]]:
        found = [
            (holder, method)
            for holder, method in self._added.get(name, ())
            if self._resolver.in_view(holder, scope, name) and self._takes(holder, method, receiver, named)
        ]
        return found if len({holder.unit for holder, _ in found}) == 1 else []

    def _takes(self, holder: Type, method: Method, receiver: list[Type], named: str) -> bool:
        name = main_type(method.parameters[0])
        found, _ = self._resolver.find(name, self._resolver.scope_of(holder), holder.name)
        if found and receiver:
            return any(found[0].unit == each.unit for each in self._with_bases(receiver))
        return bool(receiver) or named == "?" or _simple(named) == _simple(name) or _OPEN_TYPE.match(name) is not None

    def inherited(self, name: str, scope: Scope, source: str) -> Followed:
        """A call without receiver: of the enclosing types, inwards out, of a type whose members are imported, or of no type."""
        result = Followed(scope)
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
        outside = [holder for holder in self._resolver.outside(name, scope) if name in holder.methods]
        if outside and len({holder.unit for holder in outside}) == 1:
            result.found = True
            result.receiver = outside
            self._signature(outside[0], [method for holder in outside for method in holder.methods[name]], result)
        return result

    def value(self, name: str, scope: Scope, source: str) -> Followed:
        """A value that is named by itself: outside of types, or of a type whose members are imported."""
        result = Followed(scope)
        if "." not in name:
            for holder in self._resolver.outside(name, scope):
                if name in holder.fields:
                    result.found = True
                    result.receiver = [holder]
                    self._of(holder, holder.fields[name], result, False)
                    return result
            for opened in scope.open_types:
                for holder in self._with_bases(self._resolver.find(opened, scope)[0]):
                    if name in holder.fields:
                        result.found = True
                        result.receiver = [holder]
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
        plain = next((i for i, part in enumerate(middle) if part.endswith(("()", "[]"))), len(middle))
        if not plain and head.endswith("[]") and head[:-2].isidentifier():
            found, rest = self._resolver.find(head[:-2], scope, source)
            if found and not rest:
                return self._step(found, "this()", result), middle[1:]
        if plain:
            found, rest = self._resolver.find(".".join(middle[:plain]), scope, source)
            if found:
                return found, [*(rest.split(".") if rest else ()), *middle[plain:]]
        for enclosing in self._enclosing(source, scope):
            stepped = self._step(enclosing, head, result)
            if stepped:
                return stepped, middle[1:]
        outside = self._resolver.outside(head.partition("(")[0].partition("[")[0], scope)
        return (self._step(outside[:1], head, result), middle[1:]) if outside else ([], [])

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
        bare = part.removesuffix("[]")
        name = bare.removesuffix("()")
        for holder in self._with_bases(holders):
            if bare.endswith(")"):
                methods = holder.methods.get(name)
                if methods:
                    self._declaring(holder, holders, result)
                    results = {main_type(method.result): method.result for method in methods}
                    return self._of(holder, results.popitem()[1], result, part != bare) if len(results) == 1 else []
            elif name in holder.fields:
                self._declaring(holder, holders, result)
                return self._of(holder, holder.fields[name], result, part != bare)
        return self._otherwise(holders, bare, result, part != bare) if holders else []

    def _otherwise(self, holders: list[Type], part: str, result: Followed, element: bool) -> list[Type]:
        """The types of what stands for a member: what is added to the type from outside, or the method that gives a property
        (`getName()` of Java for `name` of Kotlin, and the other way round)."""
        if result.scope is not None and part.endswith(")") and self._added:
            found = self._fitting(part[:-2], result.scope, holders, "")
            if found and len({method.result for _, method in found}) == 1:
                return self._of(found[0][0], found[0][1].result, result, element)
        if not holders or not self._resolver.scope_of(holders[0]).language.structure.resolution.getters:
            return []
        getter = part[3:4].lower() + part[4:-2] if part.startswith("get") and part.endswith("()") else ""
        for holder in self._with_bases(holders):
            if getter and getter in holder.fields:
                return self._of(holder, holder.fields[getter], result, element)
            if not part.endswith(")") and (methods := holder.methods.get(f"get{part[:1].upper()}{part[1:]}")):
                return self._of(holder, methods[0].result, result, element)
        return []

    def _declaring(self, holder: Type, holders: list[Type], result: Followed) -> None:
        """Where compiled code names the type that declares a member, not the one through which it was reached."""
        if holder.unit != holders[0].unit and self._resolver.scope_of(holder).language.structure.resolution.declaring:
            result.through.add(holder.unit)

    def _of(self, holder: Type, written: str, result: Followed, element: bool) -> list[Type]:
        """The type that is declared as `written`, or that of its elements."""
        if "." in written or "(" in written:
            chained = self._chained(holder, written)
            if chained:
                result.through.add(chained[0].unit)
                return self._step(chained, "this()", result) if element else chained
        transparent = self._resolver.scope_of(holder).language.structure.transparent
        found = self._typed(holder, main_type(written, transparent), result)
        if not element or written.endswith("[]"):
            return found
        return self._step(found, "this()", result) if found else self._typed(holder, held_type(written), result)

    def _signature(self, holder: Type, methods: list[Method], result: Followed) -> None:
        """Which overload is meant depends on the types of the arguments: sure are only the types that all of them name."""
        common = set.intersection(*({named(written) for written in (one.result, *one.parameters)} for one in methods))
        for name in sorted(common):
            if "(" in name:
                self._of(holder, name, result, False)
            else:
                self._typed(holder, name, result)

    def _chained(self, holder: Type, written: str) -> list[Type]:
        """The type of a value that has none declared, from the members it was reached through."""
        if not self._resolver.scope_of(holder).language.structure.resolution.outside or not CHAIN.match(written):
            return []
        value = (holder.path, holder.name, written)
        # How deep we are is part of the key: what is found must not depend on who asked first.
        known = self._chains.get((*value, self._depth))
        if known is not None or self._depth >= _DEEPEST_CHAIN or value in self._asked:
            return known or []
        self._asked.add(value)  # a value that is set to itself ends here
        self._depth += 1
        scope = self._resolver.scope_of(holder)
        through = Followed(scope)
        holders, rest = self._start(written.split("."), scope, holder.name, through)
        for part in rest:
            holders = self._step(holders, part, through)
        self._depth -= 1
        self._asked.discard(value)
        self._chains[*value, self._depth] = holders
        return holders

    def _typed(self, holder: Type, name: str, result: Followed) -> list[Type]:
        if not name:
            return []
        found, rest = self._resolver.find(name, self._resolver.scope_of(holder), holder.name)
        if found and not rest:
            result.through.add(found[0].unit)
            return found
        return []


def _simple(name: str) -> str:
    return name.rpartition(".")[2].lower()


def _parts(target: str, scope: Scope) -> list[str]:
    separator = scope.language.structure.separator
    return (target.replace(separator, ".") if separator != "." else target).lstrip(".").split(".")


def _added(types: Types) -> dict[str, list[tuple[Type, Method]]]:
    """Methods that are added to other types, by name."""
    found: dict[str, list[tuple[Type, Method]]] = {}
    outside = {id(each): each for parts in types.outside.values() for each in parts}
    for each in (*types, *outside.values()):
        for name, methods in each.methods.items():
            for method in methods:
                if method.parameters and method.parameters[0].startswith("this "):
                    found.setdefault(name, []).append((each, method))
    return found
