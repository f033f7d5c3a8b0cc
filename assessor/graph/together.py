"""What is one thing under several names and stays in one node of the cut: an entity with its table, its repository, DAO or mapper,
and an interface with its only implementation.

`Order`, `OrderRepository`, `JdbcOrderRepository` and `table:orders` are one node.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import networkx as nx
from inflection import singularize

from assessor.domain.architecture import Architecture, Unit

TABLE = "table:"
INHERITING = frozenset({"extends", "implements"})


def joined(
    node_of: Mapping[str, str], architecture: Architecture, units: Mapping[str, Unit], accessors: Sequence[str]
) -> dict[str, str]:
    """`node_of` (units and tables) with what belongs together in one node, the first of its names. Without `accessors`, where
    packages stand for units, only tables join what declares them."""
    joined_ = nx.utils.UnionFind(sorted(set(node_of.values())))
    moved = dict(node_of)
    for table, name in _declared(architecture, units):
        moved[table] = node_of[name]
    if accessors:
        for one, other in [*_keepers(units, accessors), *_only_implementations(architecture, units)]:
            joined_.union(node_of[one], node_of[other])
    first = {node: min(group) for group in joined_.to_sets() for node in group}
    return {name: first[node] for name, node in moved.items()}


def table_node(name: str) -> str:
    """The node of a table: names of tables know no case."""
    return TABLE + name.lower()


def simple(name: str) -> str:
    """`Order` of `com.acme.Order` and `App\\Models\\Order`."""
    return name.replace("\\", ".").rpartition(".")[2]


def _declared(architecture: Architecture, units: Mapping[str, Unit]) -> list[tuple[str, str]]:
    """(table node, the unit whose file alone defines it)."""
    by_path: dict[str, list[str]] = defaultdict(list)
    for name, unit in units.items():
        by_path[unit.path].append(name)
    found = []
    for table in architecture.tables:
        declaring = sorted({name for place in table.defined for name in by_path.get(place.path, ())})
        if len(declaring) == 1:
            found.append((table_node(table.name), declaring[0]))
    return found


def _keepers(units: Mapping[str, Unit], accessors: Sequence[str]) -> list[tuple[str, str]]:
    """(repository, its entity) by name: `OrderRepository`, `IOrdersRepository` and `Order`."""
    known: dict[tuple[str, str], str] = {}
    for name, unit in sorted(units.items()):
        known.setdefault((unit.language, simple(name)), name)
    found = []
    for (language, plain), name in known.items():
        stated = plain[1:] if _interface(plain) else plain
        for suffix in accessors:
            stem = stated.removesuffix(suffix)
            entity = known.get((language, stem)) or known.get((language, singularize(stem)))
            if stem not in (stated, "") and entity is not None and entity != name:
                found.append((name, entity))
                break
    return found


def _only_implementations(architecture: Architecture, units: Mapping[str, Unit]) -> list[tuple[str, str]]:
    """(interface, its one implementation): two names for one thing."""
    found: dict[str, set[str]] = defaultdict(set)
    for edge in architecture.dependencies:
        inside = edge.source in units and edge.target in units and units[edge.target].kind == "interface"
        if inside and any(kind in INHERITING for kind, _ in edge.kinds):
            found[edge.target].add(edge.source)
    return sorted((name, next(iter(by))) for name, by in found.items() if len(by) == 1)


def _interface(plain: str) -> bool:
    """`IOrderService`, as C# and some Java code call interfaces."""
    return len(plain) > 2 and plain[0] == "I" and plain[1].isupper() and plain[2].islower()
