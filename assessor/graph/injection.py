"""Who is handed what by a container: the user -> the type it asks for, and the one class of the source that stands for that type.

`@Autowired OrderService orders;` in a controller gives controller -> OrderService and, where OrderServiceImpl is the only class
that implements it, controller -> OrderServiceImpl. A registration that names the class (.NET's `AddScoped<IOrders, Orders>()`)
goes before the search; where several classes could be meant, none is.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assessor.domain.facts import FileFacts, Injection, Registration, Trait
from assessor.graph.resolve import Resolver, Scope
from assessor.graph.units import Units
from assessor.graph.written import held_type, main_type


class Handed(NamedTuple):
    """Unit `target` is handed to unit `source`, which asks for it at `path`:`line`."""

    source: str
    target: str
    path: str
    line: int


class Scanned(NamedTuple):
    """Classes that a container takes without a registration: of these folders, less what is left out; `interfaces` where it takes
    the classes of whole assemblies for the interfaces that they have."""

    folders: tuple[tuple[str, tuple[str, ...]], ...] = ()
    interfaces: bool = False

    def holds(self, path: str) -> bool:
        """True for a file of one of the folders."""
        return any(_below(path, folder) and not any(_below(path, each) for each in left) for folder, left in self.folders)


def scanned(source: Sequence[FileFacts]) -> Scanned:
    """What the traits `container.scanned` say."""
    folders, interfaces = set(), False
    for item in source:
        for fact in item.of(Trait):
            if fact.name == "container.scanned":
                fields = dict(fact.fields)
                interfaces = interfaces or fields.get("by") == "interfaces"
                if fields.get("folder"):
                    folders.add((fields["folder"], tuple(filter(None, fields.get("exclude", "").split("|")))))
    return Scanned(tuple(sorted(folders)), interfaces)


def injected(code: Sequence[FileFacts], units: Units, resolver: Resolver, taken: Scanned | None = None) -> Iterator[Handed]:
    """All injections of the source that lead to a unit or a foreign package."""
    taken = taken or Scanned()
    asked = [(item, fact) for item in code for fact in item.of(Injection)]
    if not asked:
        return
    registered = _registered(code, resolver)
    heirs = _heirs(units, resolver)
    for item, fact in asked:
        source = units.owner(item.path, fact.owner)
        target = _unit(fact.type, fact.owner, resolver.scope(item), resolver, item)
        if not source or not target:
            continue
        if fact.kind == "registered" and target not in registered and not (taken.interfaces and _abstract(target, heirs, units)):
            continue
        if fact.kind == "wired" and not (taken.folders and taken.holds(item.path) and _taken(target, taken, units)):
            continue
        yield Handed(source, target, item.path, fact.evidence.line)
        for implementation in _standing_for(target, registered, heirs, units):
            yield Handed(source, implementation, item.path, fact.evidence.line)


def _abstract(target: str, heirs: dict[str, set[str]], units: Units) -> bool:
    unit = units.by_id.get(target)
    return unit is not None and unit.kind == "interface" and bool(heirs.get(target))


def _taken(target: str, taken: Scanned, units: Units) -> bool:
    unit = units.by_id.get(target)
    return unit is None or taken.holds(unit.path)


def _below(path: str, folder: str) -> bool:
    return folder in ("", ".", path) or path.startswith(folder + "/")


def _unit(written: str, owner: str, scope: Scope, resolver: Resolver, item: FileFacts) -> str:
    """The unit of a type as written: of `List<Check>` that of Check, of `Repository<Order>` that of Repository."""
    name = main_type(written)
    if name in scope.builtin:
        name = held_type(written)
    if not name or name in scope.builtin:
        return ""
    found, _ = resolver.find(name, scope, owner) if scope.language.structure.resolution.by == "names" else ([], "")
    return found[0].unit if found else resolver.resolve(name, item, scope)[0]


def _registered(code: Sequence[FileFacts], resolver: Resolver) -> dict[str, set[str]]:
    """Unit of a type that is registered -> units that are registered for it."""
    found: dict[str, set[str]] = defaultdict(set)
    for item in code:
        for fact in item.of(Registration):
            scope = resolver.scope(item)
            target = _unit(fact.type, fact.owner, scope, resolver, item)
            if target:
                found[target] |= {_unit(fact.implementation, fact.owner, scope, resolver, item)} - {""}
    return found


def _heirs(units: Units, resolver: Resolver) -> dict[str, set[str]]:
    """Unit of an interface or abstract class -> units of the classes that can be made and inherit from it."""
    found: dict[str, set[str]] = defaultdict(set)
    for part in units.types:
        unit = units.by_id[part.unit]
        if part.bases and unit.kind != "interface" and not unit.abstract:
            for base in resolver.bases(part.name, resolver.scope_of(part)):
                found[base.unit].add(part.unit)
    return found


def _standing_for(target: str, registered: dict[str, set[str]], heirs: dict[str, set[str]], units: Units) -> set[str]:
    """The one unit that is handed over where `target` is asked for, if it is another one."""
    unit = units.by_id.get(target)
    if unit is None or not (unit.abstract or unit.kind == "interface"):
        return set()
    found = registered.get(target) or heirs.get(target, set())
    return found - {target} if len(found) == 1 else set()
