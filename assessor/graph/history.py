"""What version control says about the units: how often they changed, together with whom, by how many people.

In: commits and the graph. Out: a `History`, or None when there are too few commits to speak of (`history.least`).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from assessor.domain.architecture import Architecture, Unit
from assessor.domain.history import CoChange, Commit, History, PackageHistory, UnitHistory
from assessor.graph.measure import FIRST_PARTY

_DAY = 86_400
_YEAR = 365 * _DAY
_DIGITS = 6


def history(commits: Sequence[Commit], complete: bool, architecture: Architecture, values: Mapping[str, float]) -> History | None:
    """`commits` newest first; `values` are the numbers of rules/assumptions by id."""
    units = {unit.id: unit for unit in architecture.units if unit.kind in FIRST_PARTY}
    files = _by_file(units.values())
    touching = [commit for commit in commits if any(path in files for path in commit.paths)]
    usable = [commit for commit in touching if commit.size <= values["history.bulk"]]
    if len(usable) < values["history.least"]:
        return None
    newest = usable[0].seconds
    active_since = newest - _YEAR
    touched: dict[str, list[Commit]] = defaultdict(list)
    together: Counter[tuple[str, str]] = Counter()
    packages: dict[str, list[Commit]] = defaultdict(list)
    alone: Counter[str] = Counter()
    crossing = 0
    for commit in usable:
        inside = [path for path in commit.paths if path in files]
        for path in inside:
            touched[path].append(commit)
        together.update(combinations(inside, 2))
        of_packages = sorted({files[path][0].package for path in inside})
        for package in of_packages:
            packages[package].append(commit)
        if len(of_packages) == 1:
            alone[of_packages[0]] += 1
        crossing += len(of_packages) > 1
    return History(
        commits=len(usable),
        bulk=len(touching) - len(usable),
        authors=_people(usable, 0),
        active_authors=_people(usable, active_since),
        days=(newest - min(commit.seconds for commit in usable)) // _DAY,
        crossing=round(crossing / len(usable), _DIGITS),
        complete=complete,
        units=tuple(
            sorted(
                UnitHistory(unit.id, len(by), _people(by, 0), _people(by, active_since), max(0, newest - by[0].seconds) // _DAY)
                for path, by in touched.items()
                for unit in files[path]
            )
        ),
        packages=tuple(
            PackageHistory(name, len(by), alone[name], _people(by, 0), _people(by, active_since))
            for name, by in sorted(packages.items())
        ),
        together=_together(together, touched, files, architecture, values),
    )


def changes(found: History | None) -> dict[tuple[str, str], float]:
    """Pairs of units that change together, with the number of commits: what the cut simulation is told."""
    return {(pair.first, pair.second): float(pair.commits) for pair in found.together} if found else {}


def _by_file(units: Iterable[Unit]) -> dict[str, list[Unit]]:
    """The units of every file; the first is the one that stands for the file, the largest."""
    files: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        if unit.path:
            files[unit.path].append(unit)
    return {path: sorted(inside, key=lambda unit: (-unit.lines, unit.id)) for path, inside in files.items()}


def _people(commits: Sequence[Commit], since: int) -> int:
    return len({commit.author for commit in commits if commit.seconds >= since})


def _together(
    together: Mapping[tuple[str, str], int],
    touched: Mapping[str, Sequence[Commit]],
    files: Mapping[str, Sequence[Unit]],
    architecture: Architecture,
    values: Mapping[str, float],
) -> tuple[CoChange, ...]:
    """Pairs that changed together often enough and rarely without each other, the closest first."""
    path_of = {unit.id: path for path, inside in files.items() for unit in inside}
    tied = {(path_of.get(d.source), path_of.get(d.target)) for d in architecture.dependencies}
    found = []
    for (left, right), count in together.items():
        degree = 2 * count / (len(touched[left]) + len(touched[right]))
        if count >= values["history.together"] and degree >= values["history.degree"]:
            known = (left, right) in tied or (right, left) in tied
            first, second = sorted((files[left][0].id, files[right][0].id))
            found.append(CoChange(first, second, count, round(degree, _DIGITS), known))
    return tuple(sorted(found, key=lambda pair: (-pair.commits, -pair.degree, pair.first, pair.second)))
