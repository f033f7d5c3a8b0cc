"""Twins: the cut of a monolith against the services its own authors made of it.

    python tests/benchmarks/judge_twins.py TREES [NAME...]

TREES holds the folders that `twins.toml` names, checked out at its commits. Package paths are taken away before the cut. A class
counts when its full name, or else a simple name that the monolith has once, lies in exactly one service of the twin. Adjusted Rand
index (Hubert and Arabie 1985; 1 is equal, 0 is chance) and variation of information (nats, 0 is equal) against three baselines:
packages of the monolith, one part, and random parts of the same sizes. Undecided classes are one part, what would stay.
"""

import random
import sys
import tomllib
from collections import Counter, defaultdict
from fnmatch import fnmatchcase
from math import comb
from pathlib import Path
from statistics import fmean

from msgspec.structs import replace

from assessor.domain.architecture import Architecture
from assessor.graph.candidates import simulate
from assessor.graph.consensus import variation_of_information
from assessor.graph.measure import measure
from assessor.graph.together import simple
from assessor.knowledge.load import load
from assessor.resources import folder
from tests.benchmarks.accuracy import read

Labels = dict[str, int]


def main(trees: Path, wanted: list[str]) -> None:
    """Prints one line for each twin."""
    twins = tomllib.loads((Path(__file__).parent / "twins.toml").read_text())
    print("| twin | units | compared | services | parts | cut: ARI, VI | decided only | packages | one part | random, same sizes |")
    print("|---|---:|---:|---:|---:|---|---|---|---|---|")
    for name, twin in twins.items():
        if not wanted or name in wanted:
            *_, whole = read(trees / twin["monolith"])
            *_, services = read(trees / twin["twin"])
            print(row(name, whole, authors(whole, services, twin["services"])), flush=True)


def row(name: str, whole: Architecture, known: dict[str, str]) -> str:
    """One line of the table; `known` maps classes to services."""
    rules = load([folder("rules")]).knowledge
    # Without packages there is nothing to merge into: all units take part.
    values = {one.id: one.value for one in rules.assumptions if one.kind != "list"} | {"cut.most-nodes": 1e9}
    lists = {one.id: one.words for one in rules.assumptions if one.kind == "list"}
    bare = replace(whole, units=tuple(replace(unit, package="") for unit in whole.units))
    cut = simulate(bare, measure(bare), {}, {}, values, lists["cut.accessors"], lists["cut.layer-words"])
    part_of = {unit: number for number, candidate in enumerate(cut.candidates, 1) for unit in candidate.units}
    names = sorted(known)
    ours = {unit: part_of.get(unit, 0) for unit in names}
    decided = [unit for unit in names if ours[unit]]
    theirs = numbered(known)
    packages = numbered({unit.id: unit.package for unit in whole.units if unit.id in known})
    drawn = [shuffled(ours, names, seed) for seed in range(20)]
    chance = fmean(rand_index(one, theirs, names) for one in drawn)
    distance = fmean(variation_of_information(one, theirs, names) for one in drawn)
    cells = [
        f"{measure(whole).units} | {len(names)} | {len(set(known.values()))} | {len(cut.candidates)}",
        scores(ours, theirs, names),
        f"{rand_index(ours, theirs, decided):+.2f} ({len(decided)})" if len(decided) > 1 else "–",
        scores(packages, theirs, names),
        f"0, {variation_of_information(dict.fromkeys(names, 0), theirs, names):.2f}",
        f"{chance:+.2f}, {distance:.2f}",
    ]
    return f"| {name} | {' | '.join(cells)} |"


def scores(labels: Labels, wanted: Labels, names: list[str]) -> str:
    """ARI and VI."""
    return f"{rand_index(labels, wanted, names):+.2f}, {variation_of_information(labels, wanted, names):.2f}"


def authors(whole: Architecture, twin: Architecture, globs: list[str]) -> dict[str, str]:
    """Unit of the monolith -> service of the twin."""
    full: dict[str, set[str]] = defaultdict(set)
    short: dict[str, set[str]] = defaultdict(set)
    for unit in twin.units:
        if unit.path:
            home = service(unit.path, globs)
            full[unit.id].add(home)
            short[simple(unit.id)].add(home)
    times = Counter(simple(unit.id) for unit in whole.units if unit.path)
    found = {}
    for unit in whole.units:
        once = times[simple(unit.id)] == 1
        homes = full.get(unit.id) or (short.get(simple(unit.id), set()) if once else set())
        if unit.path and len(homes) == 1 and "" not in homes:
            found[unit.id] = next(iter(homes))
    return found


def service(path: str, globs: list[str]) -> str:
    """The folder of the first glob that holds the path; empty for none."""
    pieces = path.split("/")
    for glob in globs:
        home = "/".join(pieces[: glob.count("/") + 1])
        if len(home) < len(path) and fnmatchcase(home, glob):
            return home
    return ""


def numbered(labels: dict[str, str]) -> Labels:
    """Labels as numbers."""
    order = {label: number for number, label in enumerate(sorted(set(labels.values())))}
    return {name: order[label] for name, label in labels.items()}


def shuffled(labels: Labels, names: list[str], seed: int) -> Labels:
    """The same labels on other names."""
    places = [labels[name] for name in names]
    random.Random(seed).shuffle(places)
    return dict(zip(names, places, strict=True))


def rand_index(one: Labels, two: Labels, names: list[str]) -> float:
    """Adjusted for chance."""
    both = Counter((one[name], two[name]) for name in names)
    left, right = Counter(one[name] for name in names), Counter(two[name] for name in names)
    together = sum(comb(count, 2) for count in both.values())
    first, second = sum(comb(n, 2) for n in left.values()), sum(comb(n, 2) for n in right.values())
    expected = first * second / comb(len(names), 2)
    most = (first + second) / 2
    return (together - expected) / (most - expected) if most != expected else 0.0


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
