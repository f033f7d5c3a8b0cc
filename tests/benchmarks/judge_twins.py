"""Twins: the cut of a monolith against the services its own authors made of it.

    python tests/benchmarks/judge_twins.py MONOLITH/assessment.json SERVICES/assessment.json

Package paths are taken away first. A class counts when exactly one service of the twin has one of its name; shared libraries of
the twin do not count. Adjusted Rand index (Hubert and Arabie 1985; 1 is equal, 0 is chance) and variation of information (nats, 0 is
equal) against three baselines: random parts of the same sizes, one part, and the packages of the monolith.
"""

import random
import sys
from collections import Counter, defaultdict
from math import comb
from pathlib import Path
from statistics import fmean

from msgspec.json import decode
from msgspec.structs import replace

from assessor.domain.assessment import Assessment
from assessor.graph.candidates import simulate
from assessor.graph.clusters import variation_of_information
from assessor.knowledge.load import load
from assessor.resources import folder

SHARED = ("common", "mbg", "shared", "test", "util", "api", "domain", "contracts", "swagger", "json", "library")
LABELS = dict[str, int]


def main(monolith: Path, services: Path) -> None:
    """Prints one line for each partition."""
    whole = decode(monolith.read_bytes(), type=Assessment)
    truth = authors(decode(services.read_bytes(), type=Assessment))
    simple = Counter(name.rpartition(".")[2] for name in (unit.id for unit in whole.architecture.units if unit.path))
    known = {
        unit.id: truth[unit.id.rpartition(".")[2]]
        for unit in whole.architecture.units
        if unit.path and unit.id.rpartition(".")[2] in truth and simple[unit.id.rpartition(".")[2]] == 1
    }
    names = sorted(known)
    print(
        f"{whole.application}: {len(names)} classes in {len(set(known.values()))} services of the twin: {dict(Counter(known.values()))}"
    )
    rules = load([folder("rules")]).knowledge
    values = {one.id: one.value for one in rules.assumptions if one.kind != "list"}
    lists = {one.id: one.words for one in rules.assumptions if one.kind == "list"}
    bare = replace(whole.architecture, units=tuple(replace(unit, package="") for unit in whole.architecture.units))
    cut = simulate(bare, whole.measures, {}, {}, values, lists["cut.accessors"])
    part_of = {name: number for number, candidate in enumerate(cut.candidates, 1) for name in candidate.units}
    ours = {name: part_of.get(name, 0) for name in names}
    decided = [name for name in names if ours[name]]
    wanted = numbered(known)
    packages = numbered({unit.id: unit.package for unit in whole.architecture.units if unit.id in known})
    print(f"  parts {len(cut.candidates)}, decided {len(decided)} of {len(names)}")
    show("cut", ours, wanted, names)
    show("cut, decided classes only", ours, wanted, decided)
    show("packages", packages, wanted, names)
    show("one part", dict.fromkeys(names, 0), wanted, names)
    drawn = [shuffled(ours, names, seed) for seed in range(20)]
    print(f"  {'random, same sizes':28} ARI {fmean(rand_index(one, wanted, names) for one in drawn):+.3f}  "
          f"VI {fmean(variation_of_information(one, wanted, names) for one in drawn):.3f}")  # fmt: skip


def show(name: str, labels: LABELS, wanted: LABELS, names: list[str]) -> None:
    """One line."""
    if names:
        print(f"  {name:28} ARI {rand_index(labels, wanted, names):+.3f}  VI {variation_of_information(labels, wanted, names):.3f}")


def authors(twin: Assessment) -> dict[str, str]:
    """Simple class name -> service, for names that one service alone has; a service is the first folder that is no library."""
    homes: dict[str, set[str]] = defaultdict(set)
    for unit in twin.architecture.units:
        home = unit.path.partition("/")[0]
        if unit.path and not any(word in home.lower() for word in SHARED):
            homes[unit.id.rpartition(".")[2]].add(home)
    return {name: next(iter(found)) for name, found in homes.items() if len(found) == 1}


def numbered(labels: dict[str, str]) -> LABELS:
    """Labels as numbers."""
    order = {label: number for number, label in enumerate(sorted(set(labels.values())))}
    return {name: order[label] for name, label in labels.items()}


def shuffled(labels: LABELS, names: list[str], seed: int) -> LABELS:
    """The same labels on other names."""
    places = [labels[name] for name in names]
    random.Random(seed).shuffle(places)
    return dict(zip(names, places, strict=True))


def rand_index(one: LABELS, two: LABELS, names: list[str]) -> float:
    """Adjusted for chance."""
    both = Counter((one[name], two[name]) for name in names)
    left, right = Counter(one[name] for name in names), Counter(two[name] for name in names)
    together = sum(comb(count, 2) for count in both.values())
    first, second = sum(comb(n, 2) for n in left.values()), sum(comb(n, 2) for n in right.values())
    expected = first * second / comb(len(names), 2)
    most = (first + second) / 2
    return (together - expected) / (most - expected) if most != expected else 0.0


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
