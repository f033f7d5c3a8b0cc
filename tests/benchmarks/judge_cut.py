"""How long the cut takes, and how much memory: made-up applications of given sizes.

    python tests/benchmarks/judge_cut.py [CLASSES...]          # 5000 and 20000 unless told otherwise

Packages of twenty classes in groups of ten, one table for every eight classes, calls that mostly stay in the package or its group, some
to a few classes that everybody uses, and a transaction for every tenth class; drawn from a fixed seed. One process for each size,
so that memory is its own. Above `cut.most-nodes` units their packages stand for them, as in a run of the program.
"""

import resource
import subprocess
import sys
import time
from random import Random

from assessor.domain.architecture import Architecture, Dependency, Flow, Table, TableAccess, Unit
from assessor.domain.facts import Evidence
from assessor.graph.candidates import simulate
from assessor.graph.measure import measure
from assessor.knowledge.load import load
from assessor.resources import folder

PACKAGE, GROUP, EVERYBODYS = 20, 10, 15


def made_up(classes: int) -> Architecture:
    """An application of so many classes."""
    draw = Random(5)
    packages = max(1, classes // PACKAGE)
    name = [f"app.g{n % packages // GROUP}.p{n % packages}.C{n}" for n in range(classes)]
    units = tuple(sorted(Unit(one, "class", f"{one}.java", 1, 60, "java", one.rpartition(".")[0]) for one in name))
    inside: dict[int, list[int]] = {}
    for number in range(classes):
        inside.setdefault(number % packages, []).append(number)
    edges: dict[tuple[str, str], int] = {}
    for number in range(classes):
        home = number % packages
        group = home // GROUP * GROUP
        for _ in range(6):
            where = draw.random()
            if where < 0.6:
                other = draw.choice(inside[home])
            elif where < 0.85:
                other = draw.choice(inside[min(packages - 1, group + draw.randrange(GROUP))])
            else:
                other = draw.randrange(EVERYBODYS) if where < 0.93 else draw.randrange(classes)
            if other != number:
                edges[name[number], name[other]] = edges.get((name[number], name[other]), 0) + draw.randint(1, 4)
    dependencies = tuple(
        sorted(Dependency(s, t, (("call", count),), count, f"{s}.java", 9, calls=(9,)) for (s, t), count in edges.items())
    )
    tables = tuple(Table(f"t{n}", (), (f"t{max(0, n - draw.randrange(1, 9))}",)) for n in range(classes // 8))
    accesses, flows = [], []
    for number in range(0, classes, 3):
        table = tables[(number % packages * (len(tables) // packages) + draw.randrange(3)) % len(tables)].name
        way = draw.choice(("R", "W", "RW"))
        accesses.append(TableAccess(table, name[number], way, (Evidence(f"{name[number]}.java", 12),)))
        if number % 10 == 0 and "W" in way:
            flows.append(Flow(name[number], "declared", Evidence(f"{name[number]}.java", 12), ((table, name[number]),)))
    return Architecture(units, dependencies, tuple(sorted(tables)), tuple(sorted(accesses)), flows=tuple(sorted(flows)))


def main(classes: int) -> None:
    """Prints one line."""
    known = load([folder("rules")]).knowledge
    values = {one.id: one.value for one in known.assumptions if one.kind != "list"}
    lists = {one.id: one.words for one in known.assumptions if one.kind == "list"}
    application = made_up(classes)
    measures = measure(application)
    wall, processor = time.perf_counter(), time.process_time()
    cut = simulate(application, measures, {}, {}, values, lists["cut.accessors"], lists["cut.layer-words"])
    spent, clock = time.process_time() - processor, time.perf_counter() - wall
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"| {classes:,} | {len(application.dependencies):,} | {cut.nodes:,}{' (merged)' if cut.merged else ''} | {len(cut.candidates)} | "
        f"{spent:.0f} s | {clock:.0f} s | {memory:.0f} MiB |",
        flush=True,
    )


if __name__ == "__main__":
    if len(sys.argv) == 2:
        main(int(sys.argv[1]))
    else:
        print(
            "| classes | dependencies | nodes | parts | processor | clock | memory of the process |\n|---:|---:|---:|---:|---:|---:|---:|"
        )
        sys.stdout.flush()
        for size in sys.argv[1:] or ("5000", "20000"):
            subprocess.run([sys.executable, "-m", "tests.benchmarks.judge_cut", size], check=True)
