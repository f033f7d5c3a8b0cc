"""What becomes dearer when a border is drawn: the bill of a part, or of a whole partition, with the places.

In: the architecture, the transactions and a partition of units and tables. Out: `Charge`s. Counts are call sites, not frequencies.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from assessor.domain.architecture import Architecture, Dependency, Flow
from assessor.domain.cut import Charge
from assessor.domain.facts import Evidence, FileFacts, Trait
from assessor.graph.together import table_node
from assessor.graph.units import Units

_SHOWN = 12
_JOINED = 4
_STATICS = ("static.mutable",)
_SESSIONS = ("session.write", "session.in-memory")

State = Mapping[str, Sequence[tuple[str, Evidence]]]
"""Unit -> (trait name, place) of the shared state it holds."""
Efforts = Mapping[str, tuple[float, float]]
"""Item of a bill -> person-days for one, at least and at most."""
Sides = Mapping[str, str]
"""Unit id or `table:NAME` -> side; what belongs to no side stays with the rest (``), the kernel has no entry."""


def bill(architecture: Architecture, flows: Sequence[Flow], state: State, sides: Sides) -> tuple[Charge, ...]:
    """Everything that crosses between two sides, zero counts left out, sorted by item."""
    charges = [
        *_calls(architecture, sides),
        _transactions(flows, sides),
        _longest_path(flows, sides),
        _tables(architecture, sides),
        _keys(architecture, sides),
        _joins(architecture, sides),
        *_state(architecture, state, sides),
        _shared_code(architecture, sides),
    ]
    return tuple(sorted(charge for charge in charges if charge.count))


def days(charges: Iterable[Charge], efforts: Efforts) -> tuple[float, float]:
    """Person-days of a bill, at least and at most; a rough size, for nobody knows the code by counting it."""
    priced = [(charge.count, *efforts[charge.item]) for charge in charges if charge.item in efforts]
    return round(sum((n * low for n, low, _ in priced), 0.0), 1), round(sum((n * high for n, _, high in priced), 0.0), 1)


def _charge(item: str, count: int, names: Iterable[str], evidence: Iterable[Evidence]) -> Charge:
    return Charge(item, count, tuple(sorted(set(names)))[:_SHOWN], tuple(sorted(set(evidence)))[:_SHOWN])


def _calls(architecture: Architecture, sides: Sides) -> tuple[Charge, Charge]:
    """Calls of what lives on one side: who only makes an object of a foreign class, or names it, needs its code and not its
    process, and what is carried over as data is called where it arrives."""
    carried = frozenset(architecture.carried)
    sites = loops = 0
    places: list[Evidence] = []
    looped: list[Evidence] = []
    names: set[str] = set()
    for edge in architecture.dependencies:
        source, target = sides.get(edge.source), sides.get(edge.target)
        if source is None or target is None or source == target or edge.target in carried:
            continue
        calls = called(edge)
        if calls:
            sites += calls
            loops += edge.in_loop
            places += [Evidence(edge.path, line) for line in edge.calls or (edge.line,)]
            names.add(f"{edge.source} -> {edge.target}")
            if edge.in_loop:
                looped += [Evidence(edge.path, line) for line in edge.loops or (edge.line,)]
    return _charge("calls", sites, names, places), _charge("looped-calls", loops, (), looped)


def called(edge: Dependency) -> int:
    """Sites of an edge that call. Languages whose modules import functions show calls by their imports."""
    by_import = all(kind == "import" for kind, _ in edge.kinds)
    return sum(count for kind, count in edge.kinds if kind == "call") or (edge.weight if by_import else 0)


def _transactions(flows: Sequence[Flow], sides: Sides) -> Charge:
    cut = [flow for flow in flows if len(touched(flow, sides)) > 1]
    return _charge("transactions", len(cut), (flow.unit for flow in cut), (flow.evidence for flow in cut))


def _longest_path(flows: Sequence[Flow], sides: Sides) -> Charge:
    """The most calls over a border that one transaction makes on its way, in what one run of every method on it would make; the
    transactions that make as many."""
    crossing = [(sum(count for source, target, count in flow.calls if _apart(source, target, sides)), flow) for flow in flows]
    most = max((count for count, _ in crossing), default=0)
    longest = [flow for count, flow in crossing if count == most]
    return _charge("path-calls", most, (flow.unit for flow in longest), (flow.evidence for flow in longest))


def touched(flow: Flow, sides: Sides) -> set[str]:
    """The sides whose tables a transaction writes; a table that is nobody's is its writer's."""
    found = set()
    for table, unit in flow.writes:
        side = sides.get(table_node(table), sides.get(unit))
        if side is not None:
            found.add(side)
    return found


def _tables(architecture: Architecture, sides: Sides) -> Charge:
    writers: dict[str, set[str]] = defaultdict(set)
    places: dict[str, list[Evidence]] = defaultdict(list)
    for access in architecture.accesses:
        side = sides.get(access.unit)
        if "W" in access.access and side is not None:
            writers[access.table].add(side)
            places[access.table] += access.evidence[:1]
    shared = sorted(table for table, by in writers.items() if len(by) > 1)
    return _charge("tables", len(shared), shared, (place for table in shared for place in places[table]))


def _keys(architecture: Architecture, sides: Sides) -> Charge:
    cut = []
    by_lower = {table.name.lower(): table for table in architecture.tables}
    for table in architecture.tables:
        for number, name in enumerate(table.references):
            other = by_lower.get(name.lower())
            if other and _apart(table_node(table.name), table_node(other.name), sides):
                cut.append((f"{table.name} -> {other.name}", table.keys[number : number + 1] or table.defined[:1]))
    return _charge("keys", len(cut), (name for name, _ in cut), (place for _, places in cut for place in places))


def _joins(architecture: Architecture, sides: Sides) -> Charge:
    """Statements that read tables of several sides."""
    cut = []
    for join in architecture.joins:
        found = {sides[table_node(table)] for table in join.tables if table_node(table) in sides}
        if len(found) > 1:
            cut.append((" + ".join(join.tables[:_JOINED]), join.evidence))
    return _charge("joins", len(cut), (name for name, _ in cut), (place for _, place in cut))


def _apart(one: str, two: str, sides: Sides) -> bool:
    left, right = sides.get(one), sides.get(two)
    return left is not None and right is not None and left != right


def _state(architecture: Architecture, state: State, sides: Sides) -> Iterable[Charge]:
    """Mutable statics and sessions in units that both sides use (a unit uses itself)."""
    users: dict[str, set[str]] = defaultdict(set)
    for unit in state:
        if unit in sides:
            users[unit].add(sides[unit])
    for edge in architecture.dependencies:
        if edge.target in state and edge.source in sides:
            users[edge.target].add(sides[edge.source])
    for item, names in (("statics", _STATICS), ("sessions", _SESSIONS)):
        found = [(unit, place) for unit, by in sorted(users.items()) if len(by) > 1 for name, place in state[unit] if name in names]
        yield _charge(item, len(found), (unit for unit, _ in found), (place for _, place in found))


def _shared_code(architecture: Architecture, sides: Sides) -> Charge:
    """Lines of units on no side (the shared kernel) that several sides use: each side needs a copy, or a library."""
    known = {unit.id: unit for unit in architecture.units if unit.path and unit.id not in sides}
    users: dict[str, set[str]] = defaultdict(set)
    for edge in architecture.dependencies:
        if edge.target in known and edge.source in sides:
            users[edge.target].add(sides[edge.source])
    shared = [known[name] for name, by in sorted(users.items()) if len(by) > 1]
    lines = sum(unit.lines for unit in shared)
    return _charge("kernel-lines", lines, (unit.id for unit in shared), (Evidence(unit.path, unit.line) for unit in shared))


def state_of(facts: Iterable[FileFacts], units: Units) -> dict[str, tuple[tuple[str, Evidence], ...]]:
    """Unit -> (trait name, place) of the shared state it holds."""
    found: dict[str, list[tuple[str, Evidence]]] = defaultdict(list)
    for item in facts:
        for fact in item.of(Trait):
            if fact.name in (*_STATICS, *_SESSIONS):
                unit = units.at(item.path, fact.evidence.line)
                if unit:
                    found[unit].append((fact.name, fact.evidence))
    return {unit: tuple(sorted(places)) for unit, places in sorted(found.items())}
