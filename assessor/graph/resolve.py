"""Which type a name means, for one file: `Order` in `com/acme/Store.java` -> the type `com.acme.order.Order`.

Names are looked up as the languages do: enclosing types with what they inherit, explicit imports and aliases, the own namespace
(and, where namespaces nest, the enclosing ones), wildcard imports, the name as it stands.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from assessor.domain.facts import Declaration, FileFacts, Reference
from assessor.domain.language import Language
from assessor.graph.imports import EXTERNAL, Imports
from assessor.graph.types import Type, Types
from assessor.graph.written import names_in

_DEPTH_OF_EXTERNAL = 3
"""Segments of an imported name that tell one foreign package from another (`org.springframework.web`)."""
_DEPTH_OF_BASES = 12
_MAJOR = re.compile(r"(?<=\w)[/.]v\d{1,3}\Z")
_NAME = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*")


@dataclass(slots=True)
class Scope:
    """What a file's imports bring into view. Names use `.` between all parts."""

    path: str
    namespace: str
    language: Language
    aliases: dict[str, str] = field(default_factory=dict)
    wildcards: list[str] = field(default_factory=list)
    members: dict[str, str] = field(default_factory=dict)
    """Name of a member or function that is imported by itself -> its qualified name."""
    open_types: list[str] = field(default_factory=list)
    """Types all of whose members are imported."""
    targets: dict[str, str] = field(default_factory=dict)
    """Local name -> unit id, for languages that import files or modules rather than types."""
    arguments: dict[str, list[str]] = field(default_factory=dict)
    """Other name of a type with type arguments -> those arguments, as written."""
    originals: dict[str, str] = field(default_factory=dict)
    """Local name -> what it is called where it is declared, for those that are imported under another name."""
    externals: dict[str, str] = field(default_factory=dict)
    """Local name -> external unit id."""
    opened: frozenset[str] = frozenset()
    """Types and modules that the file declares, where names in others mean nothing (Ruby)."""
    builtin: frozenset[str] = frozenset()
    around: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """For a declaration: see `Resolver._around`."""
    known: dict[tuple[str, tuple[str, ...]], tuple[list[Type], str]] = field(default_factory=dict)
    """What was looked up before, from such a place."""


class Resolver:
    """Names to types, over the whole tree."""

    def __init__(self, types: Types, languages: Mapping[str, Language], imports: Imports) -> None:
        self._types = types
        self._languages = languages
        self._imports = imports
        self._scopes: dict[str, Scope] = {}
        self._builtin: dict[str, frozenset[str]] = {}
        self._bases: dict[tuple[str, str], list[Type]] = {}

    def read(self, item: FileFacts, shared: tuple[str, ...] = ()) -> Scope:
        """Makes the scope of a file; `shared` are imports that hold for it and stand elsewhere (C#'s global usings)."""
        language = self._languages[item.language]
        scope = Scope(item.path, _dotted(item.namespace, language), language)
        scope.builtin = self._builtin.setdefault(item.language, frozenset(language.structure.builtin))
        if language.structure.resolution.lexical:
            scope.opened = frozenset(_dotted(fact.name, language) for fact in item.of(Declaration))
        targets = [fact.target for fact in item.of(Reference) if fact.kind == "import"]
        for target in (*targets, *shared):
            written, _, alias = target.partition(" as ")
            if language.structure.resolution.by == "names":
                self._import_name(scope, written, alias)
            else:
                unit, external = self._imports.find(written, item)
                name = alias or local_name(written)
                if unit:
                    if name == "*":
                        scope.wildcards.append(unit)
                    scope.targets[name] = unit
                    if alias:
                        scope.originals[name] = local_name(written)
                elif external:
                    scope.externals[name] = external
        self._scopes[item.path] = scope
        return scope

    def reads(self, item: FileFacts) -> bool:
        """True for a file whose names mean something: one of a language that is understood."""
        return item.path in self._scopes

    def scope(self, item: FileFacts) -> Scope:
        """The scope of a file that was read."""
        return self._scopes[item.path]

    def resolve(self, name: str, item: FileFacts, scope: Scope) -> tuple[str, str]:
        """(unit id, reason): the first-party or external unit that a name means, or an empty id and why."""
        head = name.partition(".")[0]
        if head in scope.targets:
            return scope.targets[head], ""
        if scope.language.structure.resolution.by == "names":
            found, _ = self.find(name, scope)
            if found:
                return found[0].unit, ""
        external = self.external(name, scope)
        return external, "" if external else "unknown-type"

    def _import_name(self, scope: Scope, written: str, alias: str) -> None:
        written, _, arguments = written.partition("<")
        if arguments and alias:
            scope.arguments[alias] = names_in(arguments)
        word, _, rest = written.partition(" ")
        name = _dotted(rest or word, scope.language)
        last = name.rpartition(".")[2]
        if last == "*":
            (scope.open_types if rest else scope.wildcards).append(name[:-2])
            if rest:
                scope.wildcards.append(name[:-2])
            elif scope.language.structure.resolution.outside and name[:-2] in self._types:
                scope.open_types.append(name[:-2])
        elif not rest:
            scope.aliases[alias or last] = name
        elif word == "global" and not alias and name not in self._types:
            scope.wildcards.append(name)
        elif word in ("static", "global") and name in self._types:
            scope.open_types.append(name)
            scope.wildcards.append(name)
        else:
            scope.members[alias or last] = name
            scope.aliases.setdefault(alias or last, name)

    def find(self, name: str, scope: Scope, source: str = "") -> tuple[list[Type], str]:
        """(parts of the type, what follows it in the name); an empty list for none. `source` is the declaration that speaks."""
        around = scope.around.get(source)
        if around is None:
            around = scope.around[source] = self._around(source, scope)
        key = (name, around)
        found = scope.known.get(key)
        if found is None:
            found = scope.known[key] = self._look_up(name, scope, around)
        return found

    def _around(self, source: str, scope: Scope) -> tuple[str, ...]:
        """The types around a declaration and what they inherit from, as far as they have types of their own, the nearest first."""
        enclosing: Iterator[str] = _outwards(_dotted(source, scope.language), scope.namespace)
        if scope.language.structure.resolution.lexical:
            enclosing = (one for one in enclosing if one in scope.opened)
        names = (name for one in enclosing for name in (one, *(base.name for base in self.bases(one, scope))))
        return tuple(dict.fromkeys(name for name in names if name in self._types.holders))

    def _look_up(self, name: str, scope: Scope, around: tuple[str, ...]) -> tuple[list[Type], str]:
        dotted = _dotted(name, scope.language)
        head, _, rest = dotted.partition(".")
        if name.startswith("\\"):
            return self._longest(dotted, scope)
        for holder in around:
            if f"{holder}.{head}" in self._types:
                return self._longest(f"{holder}.{dotted}", scope)
        if head in scope.aliases:
            dotted = scope.aliases[head] + ("." + rest if rest else "")
            found = self._longest(dotted, scope)
            if found[0] or not scope.language.structure.resolution.nested:
                return found
            head, _, rest = dotted.partition(".")
        way = scope.language.structure.resolution
        for holder in self._holders(scope):
            first = f"{holder}.{head}"
            known = first in self._types or first in self._types.aliases
            if known or way.caseless or (rest and way.nested and first in self._types.namespaces):
                found = self._longest(f"{holder}.{dotted}", scope, len(holder))
                if found[0]:
                    return found
        if way.strict and scope.namespace:
            return [], ""
        return self._longest(dotted, scope)

    def _holders(self, scope: Scope) -> Iterator[str]:
        """Namespaces in which a simple name is looked for, the nearest first."""
        enclosing = scope.namespace
        if enclosing:
            yield enclosing
        while scope.language.structure.resolution.nested and "." in enclosing:
            enclosing = enclosing.rpartition(".")[0]
            yield enclosing
        yield from scope.wildcards

    def _longest(self, name: str, scope: Scope, shortest: int = 0) -> tuple[list[Type], str]:
        """The type that the name begins with, the longest one; longer than `shortest` characters."""
        rest = ""
        way = scope.language.structure.resolution
        while len(name) > shortest:
            found = self._types.find(name, scope.path, caseless=way.caseless, kin=scope.language.kin)
            if not found and name in self._types.aliases:
                found = self._other(name)
            if found:
                return found, rest
            name, _, last = name.rpartition(".")
            rest = f"{last}.{rest}" if rest else last
        return [], ""

    def _other(self, name: str) -> list[Type]:
        """The type that a name is another one of; an empty list while that is asked for already."""
        written, path = self._types.aliases[name]
        found = _NAME.match(written)
        key = (name, (":alias",))
        scope = self._scopes.get(path)
        if scope is None or found is None or key in scope.known:
            return scope.known[key][0] if scope is not None and key in scope.known else []
        scope.known[key] = [], ""
        type_, rest = self.find(found.group(), scope)
        scope.known[key] = ([] if rest else type_), ""
        return scope.known[key][0]

    def outside(self, name: str, scope: Scope) -> list[Type]:
        """What files declare outside of types under this simple name, of the nearest namespace that has it."""
        if not self._types.outside:
            return []
        meant = scope.aliases.get(name) or scope.members.get(name)
        own = f"{scope.namespace}.{name}" if scope.namespace else name
        for full in (meant,) if meant else (own, *(f"{each}.{name}" for each in scope.wildcards)):
            if full in self._types.outside:
                return self._types.outside[full]
        return []

    def bases(self, name: str, scope: Scope) -> list[Type]:
        """All parts of all types that a type inherits from, the nearest first."""
        key = (name, scope.path)
        known = self._bases.get(key)
        if known is not None:
            return known
        self._bases[key] = []  # a class that inherits from itself ends here
        found: list[Type] = []
        level = self._types.find(name, scope.path, kin=scope.language.kin)
        for _ in range(_DEPTH_OF_BASES):
            above: list[Type] = []
            for part in level:
                for base in part.bases:
                    above += [each for each in self.find(base, self._scopes[part.path], _holder(part.name))[0] if each not in found]
            found += above
            level = above
            if not level:
                break
        self._bases[key] = found
        return found

    def in_view(self, part: Type, scope: Scope, name: str) -> bool:
        """True where the namespace of the type is the file's own, one around it, or imported, or its member `name` is."""
        namespace = self._scopes[part.path].namespace
        if scope.aliases.get(name) == f"{namespace}.{name}":
            return True
        inside = scope.namespace == namespace or scope.namespace.startswith(namespace + ".")
        return not namespace or inside or namespace in scope.wildcards or part.name in scope.open_types

    def named(self, name: str, scope: Scope) -> list[Type]:
        """The type of exactly this qualified name."""
        return self._types.find(name, scope.path, kin=scope.language.kin)

    def scope_of(self, part: Type) -> Scope:
        """The scope of the file that declares a type."""
        return self._scopes[part.path]

    def external(self, name: str, scope: Scope) -> str:
        """The foreign package that an imported name comes from, or an empty string."""
        head, _, rest = _dotted(name, scope.language).partition(".")
        if head in scope.externals:
            return scope.externals[head]
        full = scope.aliases.get(head, "")
        return package_of(full + ("." + rest if rest else "")) if full else ""


def package_of(name: str) -> str:
    """The id of the foreign package of a qualified type: `org.slf4j.Logger` -> `external:org.slf4j`."""
    parts = name.split(".")
    package = [part for part in parts[:-1] if not part[:1].isupper()] or parts[:1]
    return EXTERNAL + ".".join(package[:_DEPTH_OF_EXTERNAL])


def _outwards(source: str, namespace: str) -> Iterator[str]:
    while source and source != namespace:
        yield source
        source = source.rpartition(".")[0]


def _holder(name: str) -> str:
    return name.rpartition(".")[0]


def _dotted(name: str, language: Language) -> str:
    separator = language.structure.separator
    return name.replace(separator, ".").lstrip(".") if separator != "." else name


def local_name(target: str) -> str:
    """The name an import binds without an alias: `a.b.c` -> `c`, `./m#name` -> `name`, `lodash` -> `lodash`."""
    if "#" in target:
        return target.rpartition("#")[2]
    if "/" in target and not target.startswith("."):
        target = _MAJOR.sub("", target)  # of a Go module: `github.com/urfave/cli/v3` is `cli`, `gopkg.in/yaml.v3` is `yaml`
    return target.rpartition("/")[2].rpartition(".")[2] or target
