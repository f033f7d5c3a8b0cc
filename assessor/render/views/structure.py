"""Dependencies between packages as a matrix, one more for each module whose packages share a row, and measures to compare."""

from msgspec import Struct

from assessor.domain.architecture import Dependency, PackageMeasures
from assessor.render.charts.matrix import Matrix, matrix
from assessor.render.charts.merge import OTHERS, merged, shared_prefix
from assessor.render.report import Report, View
from assessor.render.views.cycles import circle_of_packages

ROWS, LISTED, MEASURED = 60, 250, 25
MODULES, INSIDE, INNER_LISTED = 12, 40, 60
"""Modules that get a matrix of their own, rows of each, and dependencies listed beside it."""


class Edge(Struct, frozen=True):
    """A dependency between two rows of the matrix."""

    source: str
    target: str
    sites: int


class Inner(Struct, frozen=True):
    """A row of the large matrix opened: the dependencies between the packages that share it."""

    name: str
    packages: int
    rows: int
    lines: int
    prefix: str
    matrix: Matrix
    edges: tuple[Edge, ...]
    more_edges: int


class Structure(Struct, frozen=True):
    """`matrix` is None without dependencies between packages. `alone` counts rows left out because they have none, `merged` the
    packages that share a row with another; `inner` opens the largest of such rows. `circle` counts the packages
    of the largest circle of three or more."""

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
    inner: tuple[Inner, ...]
    more_inner: int
    circle: int
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
    drawn = matrix(names, weights, prefix) if len(names) > 1 else None
    inner = _inner(measures.package_dependencies, groups, sizes)
    largest = max((len(cycle.units) for cycle in measures.cycles), default=0)
    return Structure(
        units=measures.units,
        dependencies=measures.dependencies,
        propagation_cost=measures.propagation_cost,
        packages=len(sizes),
        matrix=drawn,
        prefix=prefix,
        rows=len(names),
        alone=alone,
        merged=len(sizes) - len(names) - alone,
        others=OTHERS in names,
        edges=tuple(Edge(pair[0], pair[1], count) for pair, count in heaviest[:LISTED]),
        more_edges=max(0, len(heaviest) - LISTED),
        inner=tuple(inner[:MODULES]),
        more_inner=max(0, len(inner) - MODULES),
        circle=len(circle_of_packages(measures.package_dependencies)),
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


def _inner(dependencies: tuple[Dependency, ...], groups: dict[str, str], sizes: dict[str, int]) -> list[Inner]:
    """One matrix for each group of several packages that depend on each other, the largest first."""
    members: dict[str, dict[str, int]] = {}
    for package, group in groups.items():
        members.setdefault(group, {})[package] = sizes[package]
    found = []
    for group, inside in members.items():
        if group == OTHERS or len(inside) < 2:
            continue
        rows = merged(inside, INSIDE)
        weights = _weights(dependencies, rows)
        names = sorted({name for pair in weights for name in pair})
        if len(names) < 2:
            continue
        prefix = shared_prefix([name for name in names if name != OTHERS])
        heaviest = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
        found.append(
            Inner(
                name=group,
                packages=len(inside),
                rows=len(names),
                lines=sum(inside.values()),
                prefix=prefix,
                matrix=matrix(names, weights, prefix),
                edges=tuple(Edge(pair[0], pair[1], count) for pair, count in heaviest[:INNER_LISTED]),
                more_edges=max(0, len(heaviest) - INNER_LISTED),
            )
        )
    return sorted(found, key=lambda one: (-one.lines, one.name))


VIEW = View("structure", build)
