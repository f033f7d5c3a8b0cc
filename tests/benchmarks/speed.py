"""How long reading takes, against `ast-grep scan` with the same rules on the same files; what a second run costs; how much memory.

    python tests/benchmarks/speed.py --ast-grep PATH [--semgrep PATH] [--emerge PATH] [--madge PATH] FOLDER...

Every row draws the first-party source of one language out of FOLDER... until it has the lines it needs, links it into a tree of
its own, and measures whole processes: wall time, processor time of all processes, and, for memory, the sum of what they hold.
Ours and the reference run in turn, `--rounds` times; the smallest figure of each counts, for a machine that does other things too
only ever adds.
"""

import argparse
import gc
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))
ROWS = ("reading", "again", "others", "growth")
OTHERS = {"semgrep": 15, "emerge": 10, "madge": 5}
"""Other tools, and how many times their processor time ours is to be."""
PARTS = ("extract", "graph", "assess")


class Run(Struct, frozen=True):
    """Seconds on the clock and of processors."""

    wall: float
    processor: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--ast-grep", default=shutil.which("ast-grep"))
    for name in OTHERS:
        parser.add_argument(f"--{name}", default=shutil.which(name))
    parser.add_argument("--others", type=int, default=60_000, help="lines for the other tools, which are slow")
    parser.add_argument("--rows", nargs="*", choices=ROWS, default=ROWS)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--java", type=int, default=600_000, help="lines")
    parser.add_argument("--python", type=int, default=400_000, help="lines")
    parser.add_argument("--growth", type=int, nargs=2, default=(100_000, 1_200_000), help="lines")
    parser.add_argument("--part", choices=PARTS, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.part:
        do(arguments.part, arguments.folders[0])
        return
    os.environ["PYTHONPATH"] = str(ROOT)
    print(f"machine: {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the beginning; Python {sys.version.split()[0]}")
    with tempfile.TemporaryDirectory(prefix="assessor-speed-") as name:
        scratch = Path(name)
        os.environ["ASSESSOR_CACHE"] = str(scratch / "cache")
        for language, lines in (("java", arguments.java), ("python", arguments.python)):
            if not {"reading", "again"} & set(arguments.rows):
                break
            tree = drawn(arguments.folders, (language,), lines, scratch / language)
            if "reading" in arguments.rows:
                against(tree, arguments.ast_grep, arguments.rounds)
            if "again" in arguments.rows:
                rest(tree, scratch)
                again(tree, scratch)
        if "others" in arguments.rows:
            others(arguments, scratch)
        if "growth" in arguments.rows:
            growth(arguments.folders, arguments.growth, scratch)


def do(part: str, tree: Path) -> None:
    """One measured process: everything up to and with `part`, with two workers and no cache."""
    gc.set_threshold(100_000, 50, 100)  # as the command does
    from assessor import pipeline
    from assessor.discover.walk import WalkOptions, discover
    from assessor.extract.read import extract
    from assessor.graph.build import build
    from assessor.graph.measure import measure

    known = pipeline.knowledge()
    with tempfile.TemporaryDirectory() as scratch:
        found = discover((tree,), known.roles, known.languages, WalkOptions(), Path(scratch))
        facts = extract(found.tree.files, found.locations, known, jobs=2)
        if part == "graph":
            measure(build(facts, known.languages, known.assumptions))


def drawn(folders: Sequence[Path], languages: Sequence[str], lines: int, target: Path) -> Path:
    """A tree of copies of first-party source, at least `lines` lines of it where there are so many."""
    from assessor import pipeline

    known = pipeline.knowledge()
    count = files = 0
    names = []
    for folder in folders:
        if count >= lines:
            break
        before = count
        for file in pipeline.look(folder, known).files:
            if file.role == "source" and file.language in languages and file.encoding and count < lines:
                place = target / folder.name / file.path
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(folder / file.path, place)
                count, files = count + file.lines, files + 1
        if count > before:
            names.append(f"{folder.name} {count - before:,}")
    print(f"\n{'+'.join(languages)}: {files:,} files, {count:,} lines ({', '.join(names)})")
    return target


def timed(command: Sequence[str]) -> Run:
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(time.perf_counter() - started, used)


def least(runs: Sequence[Run]) -> Run:
    return Run(min(run.wall for run in runs), min(run.processor for run in runs))


def against(tree: Path, ast_grep: str, rounds: int) -> None:
    """Extraction and graph against the reference, in turn."""
    ignore = [f"--no-ignore={kind}" for kind in ("hidden", "dot", "exclude", "global", "parent", "vcs")]
    reference = [ast_grep, "scan", "-c", "rules/sgconfig.yml", "--threads=2", *ignore, "--json=stream", str(tree)]
    ours = {part: [sys.executable, str(Path(__file__)), "--part", part, str(tree)] for part in ("extract", "graph")}
    runs: dict[str, list[Run]] = {"reference": [], "extract": [], "graph": []}
    for _ in range(rounds):
        runs["reference"].append(timed(reference))
        for part, command in ours.items():
            runs[part].append(timed(command))
    base = least(runs["reference"])
    row("ast-grep scan, the same rules, 2 threads", base)
    row("extraction and all code rules", least(runs["extract"]), base, 1.5)
    row("up to and with the graph", least(runs["graph"]), base, 2.5)


def row(name: str, run: Run, base: Run | None = None, goal: float = 0.0) -> None:
    text = f"  {name:44} {run.wall:7.2f} s wall {run.processor:7.2f} s processor"
    if base is not None:
        text += f"   {run.wall / base.wall:5.2f}x wall {run.processor / base.processor:5.2f}x processor"
        text += f" (goal {goal:g}x)" if goal else ""
    print(text, flush=True)


def command(tree: Path, out: Path, *options: str) -> list[str]:
    return [sys.executable, "-m", "assessor", "assess", str(tree), "-o", str(out), "-j2", "-q", "--force", "--isolated", *options]


def rest(tree: Path, scratch: Path) -> None:
    """What a whole run adds to the graph, and its memory."""
    base = least([timed([sys.executable, str(Path(__file__)), "--part", "graph", str(tree)])])
    whole = timed(command(tree, scratch / "out", "--no-cache"))
    print(
        f"  {'everything else (cut, findings, plan, report)':44} {whole.wall - base.wall:7.2f} s wall (goal 10 s without the cut)"
    )


def again(tree: Path, scratch: Path) -> None:
    """Cold, nothing changed, other answers (no goal is set), one file changed: whole runs, then what of them is extraction."""
    out = scratch / "out"
    shutil.rmtree(scratch / "cache", ignore_errors=True)
    cold = timed(command(tree, out))
    row("assess, cold", cold)
    row("assess, nothing changed", timed(command(tree, out)), cold, 0.10)
    answers = scratch / "answers.toml"
    answers.write_text('[answers]\noperator = "own-central"\n', encoding="utf-8")
    row("assess, other answers", timed(command(tree, out, f"--answers={answers}")), cold)
    touched(tree)
    row("assess, one file changed", timed(command(tree, out)), cold, 0.12)
    shutil.rmtree(scratch / "cache", ignore_errors=True)
    first = extraction(tree)
    row("extraction alone, cold", first)
    row("extraction alone, nothing changed", extraction(tree), first, 0.10)
    touched(tree)
    row("extraction alone, one file changed", extraction(tree), first, 0.12)


def others(arguments: argparse.Namespace, scratch: Path) -> None:
    """Tools that people use for a part of the same: processor time, in turn with ours."""
    java = drawn(arguments.folders, ("java",), arguments.others, scratch / "others-java")
    script = drawn(arguments.folders, ("javascript", "typescript"), arguments.others, scratch / "others-script")
    scan = ["scan", "--metrics=off", "--disable-version-check", "--no-git-ignore", "--jobs=2", "--json", "--quiet"]
    commands = {
        "semgrep": (java, "extract", [*scan, f"--config={semgrep_rules(scratch)}", str(java)]),
        "emerge": (java, "graph", ["-c", str(emerge_configuration(java, scratch))]),
        "madge": (script, "graph", ["--json", "--extensions=js,jsx,ts,tsx", str(script)]),
    }
    for name, (tree, part, rest) in commands.items():
        program = getattr(arguments, name)
        if not program:
            print(f"  {name} is not here: not measured")
            continue
        ours, theirs = [], []
        for _ in range(arguments.rounds):
            theirs.append(timed([program, *rest]))
            ours.append(timed([sys.executable, str(Path(__file__)), "--part", part, str(tree)]))
        row(f"{name}", least(theirs))
        row(f"ours ({part})", least(ours))
        factor = least(theirs).processor / least(ours).processor
        print(f"  {name}: {factor:.1f} times our processor time (goal {OTHERS[name]})", flush=True)


def in_semgrep(rule: dict[str, Any], constraints: dict[str, Any]) -> dict[str, Any] | None:
    """Patterns, alternatives and expressions on variables; None for what is said by kinds of nodes, which semgrep does not have."""
    if set(rule) == {"any"}:
        parts = [part for each in rule["any"] if (part := in_semgrep(each, constraints))]
        return {"pattern-either": parts} if parts else None
    pattern = rule.get("pattern")
    pattern = pattern.get("context") if isinstance(pattern, dict) else pattern
    if not pattern or not set(rule) <= {"pattern"}:
        return None
    tests = [
        {"metavariable-regex": {"metavariable": f"${name}", "regex": constraint["regex"]}}
        for name, constraint in constraints.items()
        if set(constraint) == {"regex"} and re.search(rf"(?<!\$)\${name}\b", pattern)
    ]
    return {"patterns": [{"pattern": re.sub(r"\$\$\$[A-Z_]*", "...", pattern)}, *tests]}


def semgrep_rules(scratch: Path) -> Path:
    """Our rules for Java that are made of patterns alone, in semgrep's words; it is spared all others, and the structure of the code."""
    from assessor import pipeline

    every = [rule for rule in pipeline.knowledge().code if rule.language == "java"]
    said = ((rule, in_semgrep(rule.rule, rule.constraints or {})) for rule in every)
    rules = [
        {"id": rule.id, "languages": ["java"], "severity": "INFO", "message": rule.id, "patterns": [pattern]}
        for rule, pattern in said
        if pattern
    ]
    print(f"  semgrep: {len(rules)} of our {len(every)} rules for Java")
    place = scratch / "semgrep.json"
    place.write_text(json.dumps({"rules": rules}))
    return place


def emerge_configuration(tree: Path, scratch: Path) -> Path:
    """The graph of Java's files and nothing else: no metrics, no clusters, no page."""
    out = scratch / "emerge"
    out.mkdir()
    analysis = {
        "analysis_name": "speed",
        "source_directory": str(tree),
        "only_permit_languages": ["java"],
        "only_permit_file_extensions": [".java"],
        "file_scan": ["dependency_graph"],
        "export": [{"directory": str(out)}, "json"],
    }
    place = scratch / "emerge.yaml"
    place.write_text(json.dumps({"project_name": "speed", "loglevel": "error", "analyses": [analysis]}))
    return place


def touched(tree: Path) -> None:
    """Adds a comment to the file in the middle."""
    files = sorted(path for path in tree.rglob("*") if path.is_file())
    path = files[len(files) // 2]
    path.write_bytes(path.read_bytes() + (b"\n# x\n" if path.suffix == ".py" else b"\n// x\n"))


def extraction(tree: Path) -> Run:
    """Extraction with the cache, in this process; the workers' time is counted when they end."""
    from assessor import pipeline
    from assessor.discover.walk import WalkOptions, discover
    from assessor.extract.cache import Cache
    from assessor.extract.read import extract

    known = pipeline.knowledge()
    with tempfile.TemporaryDirectory() as scratch:
        found = discover((tree,), known.roles, known.languages, WalkOptions(), Path(scratch))
        began, started = used(), time.perf_counter()
        cache = Cache()
        extract(found.tree.files, found.locations, known, jobs=2, cache=cache)
        cache.close()
        return Run(time.perf_counter() - started, used() - began)


def used() -> float:
    return sum(
        usage.ru_utime + usage.ru_stime
        for usage in (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    )


def growth(folders: Sequence[Path], sizes: Sequence[int], scratch: Path) -> None:
    """Time per line of a large tree of all languages and of an even sample of its files, and the memory of the large one.

    What a tree of one file takes is the start, which no line costs: it is told, and the ratio without it.
    """
    small, large = sizes
    whole = drawn(folders, ("java", "python", "php", "csharp", "typescript", "ruby", "go"), large, scratch / "drawn")
    files = sorted(path for path in whole.rglob("*") if path.is_file())
    trees = {"one file": files[:1], "an even sample": files[:: max(large // small, 1)], "all": files}
    runs = {}
    for name, chosen in trees.items():
        tree = scratch / name.replace(" ", "-")
        for path in chosen:
            place = tree / path.relative_to(whole)
            place.parent.mkdir(parents=True, exist_ok=True)
            os.link(path, place)
        lines = sum(path.read_bytes().count(b"\n") for path in chosen)
        run = least([timed([sys.executable, str(Path(__file__)), "--part", "graph", str(tree)]) for _ in range(3)])
        runs[name] = lines, run.processor
        row(f"up to and with the graph, {name}: {lines:,} lines", run)
    start = runs["one file"][1]
    per_line, beyond = ([(seconds - less) / lines for lines, seconds in list(runs.values())[1:]] for less in (0.0, start))
    print(f"  processor time per line, large to small: {per_line[1] / per_line[0]:.2f} (goal 0.75 to 1.25)")
    print(f"  without the start of {start:.2f} s: {beyond[1] / beyond[0]:.2f}")
    peak, wall = memory(command(scratch / "all", scratch / "out", "--no-cache"))
    print(f"  assess: {wall:.1f} s, peak memory of all processes {peak / 2**20:,.0f} MiB (goal 1,024 MiB for 1,000,000 lines)")


def memory(command: Sequence[str]) -> tuple[int, float]:
    """(bytes, seconds): the largest sum of proportional set sizes of a process and its children, sampled ten times a second."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT)
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(held(each) for each in family(process.pid)))
        time.sleep(0.1)
    return peak, time.perf_counter() - started


def family(process: int) -> Iterator[int]:
    yield process
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
    except OSError:
        return
    for child in children:
        yield from family(int(child))


def held(process: int) -> int:
    try:
        for line in Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0


if __name__ == "__main__":
    main()
