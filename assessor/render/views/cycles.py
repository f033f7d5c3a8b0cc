"""The worst cycles one at a time, layered, with the dependencies whose cut would open them."""

from msgspec import Struct

from assessor.domain.architecture import Cycle, Dependency
from assessor.domain.facts import Evidence
from assessor.render.charts.cuts import back_dependencies, circles
from assessor.render.charts.layers import Layers, layers
from assessor.render.charts.matrix import Matrix, matrix
from assessor.render.charts.merge import OTHERS, merged, shared_prefix
from assessor.render.citations import Citation
from assessor.render.report import Report, View

DRAWN, NODES, UNITS, ROWS = 3, 150, 60, 60
LISTED, FURTHER, EDGES, CYCLES, MEMBERS, PLACES = 25, 8, 150, 8, 12, 2
"""Dependencies to cut that are listed for the first and for each further cycle, and so on."""


class Loop(Struct, frozen=True):
    """A cycle: its size, its dependencies, and the first of its members."""

    size: int
    dependencies: int
    members: tuple[str, ...]
    more: int
    packages: int


class Edge(Struct, frozen=True):
    """A dependency inside a drawn cycle; `back` when its cut helps to open the cycle. Only those are cited."""

    source: str
    target: str
    sites: int
    back: bool
    citations: tuple[Citation, ...]


class Drawn(Struct, frozen=True):
    """One cycle of `size` members drawn as `nodes` boxes: its units, its `packages`, or groups of them when boxes are fewer.

    `chart` is None when there are too many boxes: then `grid` shows the largest of them as a matrix. `back` and `edges` are the
    heaviest of `cuts` and `pairs`; `back_sites` of all `sites` lie in the cuts.
    """

    size: int
    packages: int
    nodes: int
    prefix: str
    chart: Layers | None
    grid: Matrix | None
    back: tuple[Edge, ...]
    cuts: int
    edges: tuple[Edge, ...]
    pairs: int
    back_sites: int
    sites: int


class Cycles(Struct, frozen=True):
    """`loops` are the largest of `count` cycles of units. `drawn` holds a cycle of packages when units have none worth drawing."""

    count: int
    units: int
    loops: tuple[Loop, ...]
    drawn: tuple[Drawn, ...]
    between_packages: bool


def build(report: Report) -> Cycles:
    """The values of the section."""
    measures, architecture = report.assessment.measures, report.assessment.architecture
    package = {unit.id: unit.package or unit.id for unit in architecture.units}
    found = sorted(measures.cycles, key=lambda cycle: (-len(cycle.units), cycle.units))
    large = [cycle for cycle in found if len(cycle.units) > 2][:DRAWN]
    inside = {unit: number for number, cycle in enumerate(large) for unit in cycle.units}
    own: list[list[Dependency]] = [[] for _ in large]
    for dependency in architecture.dependencies:
        number = inside.get(dependency.source)
        if number is not None and number == inside.get(dependency.target) and dependency.source != dependency.target:
            own[number].append(dependency)
    drawn = [
        _of_units(report, cycle, edges, package, FURTHER if number else LISTED)
        for number, (cycle, edges) in enumerate(zip(large, own, strict=True))
    ]
    circle = () if large else circle_of_packages(measures.package_dependencies)
    if circle:
        members = frozenset(circle)
        edges = [d for d in measures.package_dependencies if d.source in members and d.target in members]
        drawn = [_drawn(report, len(circle), len(circle), edges, _grouped(dict.fromkeys(circle, 1)), LISTED)]
    return Cycles(
        count=len(found),
        units=measures.units,
        loops=tuple(_loop(cycle, package) for cycle in found[:CYCLES]),
        drawn=tuple(one for one in drawn if one.pairs),
        between_packages=bool(circle),
    )


def circle_of_packages(dependencies: tuple[Dependency, ...]) -> tuple[str, ...]:
    """The largest group of packages that all reach each other; none of fewer than three."""
    weights = {(d.source, d.target): d.weight for d in dependencies}
    largest = next(iter(circles({name for pair in weights for name in pair}, weights)), ())
    return largest if len(largest) > 2 else ()


def _grouped(sizes: dict[str, int]) -> dict[str, str]:
    """Package -> the box it stands in: itself, or a higher level where that leaves few and telling boxes."""
    groups = merged(sizes, UNITS)
    telling = OTHERS not in groups.values() and len(set(groups.values())) > 2
    return groups if telling else {name: name for name in sizes}


def _of_units(report: Report, cycle: Cycle, edges: list[Dependency], package: dict[str, str], listed: int) -> Drawn:
    """Units while they are few, or their packages too few to say anything; else packages, else groups of packages."""
    names = {unit: unit for unit in cycle.units}
    packages = {unit: package.get(unit, unit) for unit in cycle.units}
    sizes: dict[str, int] = {}
    for name in packages.values():
        sizes[name] = sizes.get(name, 0) + 1
    if len(names) <= UNITS or len(sizes) < 3:
        return _drawn(report, len(names), 0, edges, names, listed)
    groups = _grouped(sizes)
    return _drawn(report, len(names), len(sizes), edges, {unit: groups[name] for unit, name in packages.items()}, listed)


def _drawn(report: Report, size: int, packages: int, edges: list[Dependency], group: dict[str, str], listed: int) -> Drawn:
    """`group`: name of an end -> the box it stands in."""
    weights: dict[tuple[str, str], int] = {}
    places: dict[tuple[str, str], list[Evidence]] = {}
    for edge in edges:
        pair = (group[edge.source], group[edge.target])
        if pair[0] != pair[1]:
            weights[pair] = weights.get(pair, 0) + edge.weight
            places.setdefault(pair, []).append(Evidence(edge.path, edge.line, "", ""))
    names = sorted(set(group.values()))
    few = len(names) <= NODES
    back = back_dependencies(names, weights) if few else frozenset()
    prefix = shared_prefix(names)
    labels = {name: name.removeprefix(prefix) or name for name in names}

    def shown(pair: tuple[str, str]) -> Edge:
        says = report.text("%(name)s depends on %(other)s", name=pair[0], other=pair[1])
        cited = report.citations.cite("cycles", says, places[pair], PLACES) if pair in back else ()
        return Edge(*pair, weights[pair], pair in back, cited)

    heaviest = sorted(weights, key=lambda pair: (-weights[pair], pair))
    cuts = [pair for pair in heaviest if pair in back]
    return Drawn(
        size=size,
        packages=packages,
        nodes=len(names),
        prefix=prefix,
        chart=layers(labels, weights, back) if few else None,
        grid=None if few else _grid(names, weights, prefix),
        back=tuple(map(shown, cuts[:listed])),
        cuts=len(cuts),
        edges=tuple(Edge(*pair, weights[pair], pair in back, ()) for pair in heaviest[:EDGES]),
        pairs=len(weights),
        back_sites=sum(weights[pair] for pair in back),
        sites=sum(weights.values()),
    )


def _grid(names: list[str], weights: dict[tuple[str, str], int], prefix: str) -> Matrix:
    """The matrix of too many boxes: those with the most dependencies, the rest as one row."""
    load = dict.fromkeys(names, 0)
    for pair, count in weights.items():
        for name in pair:
            load[name] += count
    kept = set(sorted(names, key=lambda name: (-load[name], name))[: ROWS - 1])
    together: dict[tuple[str, str], int] = {}
    for (source, target), count in weights.items():
        pair = (source if source in kept else OTHERS, target if target in kept else OTHERS)
        if pair[0] != pair[1]:
            together[pair] = together.get(pair, 0) + count
    return matrix(sorted({*kept, OTHERS}), together, prefix)


def _loop(cycle: Cycle, package: dict[str, str]) -> Loop:
    packages = len({package.get(unit, unit) for unit in cycle.units})
    return Loop(len(cycle.units), cycle.dependencies, cycle.units[:MEMBERS], max(0, len(cycle.units) - MEMBERS), packages)


VIEW = View("cycles", build)
