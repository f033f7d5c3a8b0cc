"""Section 4: dependencies between packages as a matrix, cycles, and the measures others can compare."""

from msgspec import Struct

from assessor.domain.architecture import Cycle, Dependency, PackageMeasures
from assessor.render.charts.matrix import Matrix, matrix
from assessor.render.charts.merge import OTHERS, merged, shared_prefix
from assessor.render.report import Report, View

ROWS, LISTED, MEASURED, CYCLES, MEMBERS = 60, 250, 25, 6, 12


class Loop(Struct, frozen=True):
    """A cycle: its size, its dependencies, and the first of its members."""

    size: int
    dependencies: int
    members: tuple[str, ...]
    more: int
    packages: int


class Edge(Struct, frozen=True):
    """A dependency between two rows of the matrix."""

    source: str
    target: str
    sites: int


class Structure(Struct, frozen=True):
    """`matrix` is None without dependencies between packages. `alone` counts rows left out because they have none, `merged` the
    packages that share a row with another."""

    units: int
    dependencies: int
    propagation_cost: float
    packages: int
    matrix: Matrix | None
    prefix: str
    rows: int
    alone: int
    merged: int
    others: bool
    edges: tuple[Edge, ...]
    more_edges: int
    loops: tuple[Loop, ...]
    cycles: int
    largest: int
    largest_share: float
    measures: tuple[PackageMeasures, ...]
    more_measures: int
    unresolved: tuple[tuple[str, int], ...]


def build(report: Report) -> Structure:
    """The values of the section."""
    measures, units = report.assessment.measures, report.assessment.architecture.units
    first_party = [unit for unit in units if unit.kind not in ("external", "table")]
    sizes: dict[str, int] = {}
    for unit in first_party:
        sizes[unit.package] = sizes.get(unit.package, 0) + unit.lines
    groups = merged(sizes, ROWS)
    weights = _weights(measures.package_dependencies, groups)
    names = sorted({name for pair in weights for name in pair})
    alone = len(set(groups.values())) - len(names)
    prefix = shared_prefix([name for name in names if name != OTHERS])
    heaviest = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    package = {unit.id: unit.package for unit in first_party}
    largest = max((len(cycle.units) for cycle in measures.cycles), default=0)
    return Structure(
        units=measures.units,
        dependencies=measures.dependencies,
        propagation_cost=measures.propagation_cost,
        packages=len(sizes),
        matrix=matrix(names, weights, prefix) if len(names) > 1 else None,
        prefix=prefix,
        rows=len(names),
        alone=alone,
        merged=len(sizes) - len(names) - alone,
        others=OTHERS in names,
        edges=tuple(Edge(pair[0], pair[1], count) for pair, count in heaviest[:LISTED]),
        more_edges=max(0, len(heaviest) - LISTED),
        loops=tuple(_loop(cycle, package) for cycle in _by_size(measures.cycles)[:CYCLES]),
        cycles=len(measures.cycles),
        largest=largest,
        largest_share=largest / measures.units if measures.units else 0.0,
        measures=tuple(sorted(measures.packages, key=lambda p: (-p.lines, p.package))[:MEASURED]),
        more_measures=max(0, len(measures.packages) - MEASURED),
        unresolved=report.assessment.architecture.unresolved,
    )


def _weights(dependencies: tuple[Dependency, ...], groups: dict[str, str]) -> dict[tuple[str, str], int]:
    weights: dict[tuple[str, str], int] = {}
    for dependency in dependencies:
        source, target = groups.get(dependency.source), groups.get(dependency.target)
        if source is not None and target is not None and source != target:
            weights[source, target] = weights.get((source, target), 0) + dependency.weight
    return weights


def _by_size(cycles: tuple[Cycle, ...]) -> list[Cycle]:
    return sorted(cycles, key=lambda cycle: (-len(cycle.units), cycle.units))


def _loop(cycle: Cycle, package: dict[str, str]) -> Loop:
    packages = len({package.get(unit, unit) for unit in cycle.units})
    return Loop(len(cycle.units), cycle.dependencies, cycle.units[:MEMBERS], max(0, len(cycle.units) - MEMBERS), packages)


VIEW = View("structure", build)
