"""Types that the source declares, with their members and bases, and which of several is meant from a given file.

Names are qualified, with `.` between all parts: `com.acme.Order.Line`. A type declared in several files (C#'s partial classes,
Ruby's reopened ones) has several parts of one unit; the same name in two modules of a build names two types, and the nearest
one is meant.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from assessor.domain.facts import Declaration, Reference
from assessor.graph.accessors import is_accessor


class Method(NamedTuple):
    """What a method takes and gives back, as written."""

    result: str
    parameters: tuple[str, ...]


@dataclass(slots=True)
class Type:
    """One declaration of a type in one file, or what a file declares outside of types, under the name of its namespace.

    `fields` maps names to declared types, `bases` are names as written; `kin` is the family of its language."""

    name: str
    unit: str
    path: str
    separator: str = "."
    kin: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    methods: dict[str, list[Method]] = field(default_factory=dict)
    bases: list[str] = field(default_factory=list)

    @property
    def is_nested_data(self) -> bool:
        """Whether it stands inside of its unit and does no more than hold its fields."""
        simple = self.name.rpartition(".")[2]
        methods = ((name, method) for name, several in self.methods.items() for method in several)
        nested = self.name.startswith(f"{self.unit}.") and bool(self.fields)
        return nested and all(is_accessor(name, method.parameters, simple) for name, method in methods)

    def learn(self, fact: Declaration | Reference) -> None:
        """Takes in a member or a base."""
        if isinstance(fact, Reference):
            self.bases.append(fact.target)
        elif fact.kind == "field":
            self.fields[fact.name.rpartition(".")[2]] = fact.type
        elif fact.kind in ("method", "function"):
            name = fact.name.rpartition(".")[2]
            self.methods.setdefault(name, []).append(Method(fact.type, fact.parameters))


class Types:
    """All types by qualified name."""

    def __init__(self) -> None:
        self._by_name: dict[str, list[Type]] = defaultdict(list)
        self._caseless: dict[str, str] = {}
        self.namespaces: set[str] = set()
        self.holders: set[str] = set()
        """Names that types stand under: of namespaces and of types with types of their own."""
        self.outside: dict[str, list[Type]] = defaultdict(list)
        """Qualified name of a function or value outside of types -> what the files that declare it have there."""
        self.aliases: dict[str, tuple[str, str]] = {}
        """Another name of a type -> the type as written, and the file that says so."""

    def add(self, found: Type, *, caseless: bool) -> None:
        """Makes a type known."""
        self._by_name[found.name].append(found)
        self.holders.add(found.name.rpartition(".")[0])
        if caseless:
            self._caseless.setdefault(found.name.lower(), found.name)

    def __contains__(self, name: str) -> bool:
        return name in self._by_name

    def __iter__(self) -> Iterator[Type]:
        for parts in self._by_name.values():
            yield from parts

    def find(self, name: str, path: str, *, caseless: bool = False, kin: str = "") -> list[Type]:
        """All parts of the type of this name that is nearest to the file `path`; an empty list for none. With `kin`, only types of
        this family of languages."""
        parts = self._by_name.get(name)
        if parts is None and caseless:
            parts = self._by_name.get(self._caseless.get(name.lower(), ""))
        if not parts:
            return []
        if kin and any(part.kin != kin for part in parts):
            parts = [part for part in parts if part.kin == kin]
            if not parts:
                return []
        if len(parts) == 1:
            return parts
        unit = min(parts, key=lambda part: (-_shared(part.path, path), part.path)).unit
        return [part for part in parts if part.unit == unit]


def _shared(left: str, right: str) -> int:
    count = 0
    for mine, other in zip(left.split("/"), right.split("/"), strict=False):
        if mine != other:
            break
        count += 1
    return count
