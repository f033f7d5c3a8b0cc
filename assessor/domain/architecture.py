"""The application as a graph: units, what they depend on, and the tables they touch."""

from msgspec import Struct

from assessor.domain.facts import Evidence

SCRIPTS = (".sql", ".ddl")


def run_by_hand(path: str) -> bool:
    """Whether somebody or a migration runs this once, so that what it writes makes it no owner of a table."""
    return path.endswith(SCRIPTS) or "/migrat" in f"/{path}".lower()


class Unit(Struct, frozen=True, order=True):
    """A node. `kind`: class, interface, enum, module, file (languages without classes), external, table.

    `id` is stable: `com.acme.Order`, `app.models`, `src/a.ts`, `table:ORDERS`, `external:org.apache.commons`.
    """

    id: str
    kind: str
    path: str
    line: int
    lines: int
    language: str
    package: str
    abstract: bool = False


class Dependency(Struct, frozen=True, order=True):
    """An edge between two units: `kinds` maps kind to number of sites; `weight` is their sum; the first site is at path:line.

    `calls` are the first lines in `path` that call the target, capped; of a method with several calls the first in a loop counts.
    `loops` are those of them in a loop, `in_loop` is their number, not capped.
    """

    source: str
    target: str
    kinds: tuple[tuple[str, int], ...]
    weight: int
    path: str
    line: int
    in_loop: int = 0
    calls: tuple[int, ...] = ()
    loops: tuple[int, ...] = ()


class TableAccess(Struct, frozen=True, order=True):
    """Who touches a table: `access` is R, W or RW; places of writing come first."""

    table: str
    unit: str
    access: str
    evidence: tuple[Evidence, ...]


class Table(Struct, frozen=True, order=True):
    """A table with the foreign keys that leave it (`references`: table names, `keys`: the place of each)."""

    name: str
    defined: tuple[Evidence, ...]
    references: tuple[str, ...]
    keys: tuple[Evidence, ...] = ()


class Join(Struct, frozen=True, order=True):
    """A statement that reads several tables at once; the first of those that read the same ones in a file."""

    tables: tuple[str, ...]
    evidence: Evidence


class Flow(Struct, frozen=True, order=True):
    """One transaction, followed along the calls from the unit that begins it: `writes` are (lower-case table, writing unit),
    `reads` (lower-case table, reading unit). `calls` are calls of other units on its way, (unit, unit, number of methods that call
    and are called); what is carried as data is left out. Of a unit whose every method is a
    transaction, those of the method with the most."""

    unit: str
    kind: str
    evidence: Evidence
    writes: tuple[tuple[str, str], ...]
    reads: tuple[tuple[str, str], ...] = ()
    calls: tuple[tuple[str, str, int], ...] = ()


class Architecture(Struct, frozen=True):
    """Units, dependencies, tables, transactions and joins, each sorted. `unresolved` counts names that led nowhere, by reason.

    `carried` are the units that others hand around as data: entities, values, enumerations."""

    units: tuple[Unit, ...]
    dependencies: tuple[Dependency, ...]
    tables: tuple[Table, ...]
    accesses: tuple[TableAccess, ...]
    unresolved: tuple[tuple[str, int], ...] = ()
    flows: tuple[Flow, ...] = ()
    joins: tuple[Join, ...] = ()
    carried: tuple[str, ...] = ()


class Cycle(Struct, frozen=True, order=True):
    """A strongly connected component of two or more units, largest first."""

    units: tuple[str, ...]
    dependencies: int


class PackageMeasures(Struct, frozen=True, order=True):
    """Martin's package metrics: afferent and efferent coupling, instability, abstractness, distance from the main sequence."""

    package: str
    units: int
    lines: int
    afferent: int
    efferent: int
    instability: float
    abstractness: float
    distance: float


class UnitMeasures(Struct, frozen=True, order=True):
    """Afferent and efferent coupling of one unit (first-party units only)."""

    unit: str
    afferent: int
    efferent: int


class Measures(Struct, frozen=True):
    """`propagation_cost` is the share of unit pairs connected by a path, 0..1 (MacCormack 2006: sum(V)/N^2, diagonal counted)."""

    units: int
    dependencies: int
    lines: int
    propagation_cost: float
    cycles: tuple[Cycle, ...]
    packages: tuple[PackageMeasures, ...]
    coupling: tuple[UnitMeasures, ...]
    package_dependencies: tuple[Dependency, ...] = ()
