"""The bundles of real applications against the compose files their own projects publish.

    python tests/benchmarks/compose.py TREES SCORER [--only NAME ...] [--out DIR]

TREES holds one folder per application: its source without Dockerfiles, compose files and other answers. SCORER holds `score.py`
and `expected/NAME.json`. Writes a bundle of every application with the command that users run, scores them, and fails (1) when a
goal is missed. Prints why and leaves with 0 when the folders are not there: they are too large to be part of the project.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import monotonic

ROOT = Path(__file__).parent.parent.parent
GOALS = {"micro_f1": 0.88, "micro_p": 0.90, "port": 0.90, "proc": 0.90, "vol_recall": 0.80}
LONGEST = 600
"""Seconds for one application."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("trees", nargs="?", type=Path, help="a folder with the source of each application")
    parser.add_argument("scorer", nargs="?", type=Path, help="a folder with score.py and expected/")
    parser.add_argument("--only", nargs="*", default=(), metavar="NAME")
    parser.add_argument("--out", type=Path, help="keep the bundles there")
    arguments = parser.parse_args()
    if not (arguments.trees and arguments.trees.is_dir() and arguments.scorer and (arguments.scorer / "score.py").is_file()):
        print("skipped: give the folder of the applications' sources and the folder of the scorer")
        return 0
    with tempfile.TemporaryDirectory(prefix="assessor-compose-") as scratch:
        out = (arguments.out or Path(scratch)).resolve()
        for line in bundles(arguments.trees, out, named(arguments.scorer, arguments.only)):
            print(line, flush=True)
        return scored(arguments.scorer, out, arguments.only)


def named(scorer: Path, only: Sequence[str]) -> list[str]:
    """The applications that have an expectation, in the order of their names."""
    return sorted(file.stem for file in (scorer / "expected").glob("*.json") if not only or file.stem in only)


def bundles(trees: Path, out: Path, names: Sequence[str]) -> Iterator[str]:
    """Writes one bundle per application; yields a line for each with the seconds it took and what went wrong."""
    environment = dict(os.environ) | {"PYTHONPATH": str(ROOT)}
    for name in names:
        start = monotonic()
        command = [sys.executable, "-m", "assessor", "bundle", str(trees / name), "-o", str(out / name), "--force"]
        try:
            done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=LONGEST, check=False)
            wrong = "" if done.returncode == 0 else f"  exit code {done.returncode}: {done.stderr.strip()[:200]}"
        except subprocess.TimeoutExpired:
            wrong = f"  not done after {LONGEST} seconds"
        yield f"{name:22s} {monotonic() - start:5.0f} s{wrong}"


def scored(scorer: Path, out: Path, only: Sequence[str]) -> int:
    """Prints the scorer's table; 1 when a goal is missed."""
    figures = out / "scores.json"
    narrowed = ["--only", ",".join(only)] if only else []
    subprocess.run([sys.executable, str(scorer / "score.py"), str(out), "-v", "--json", str(figures), *narrowed], check=True)
    total = json.loads(figures.read_text(encoding="utf-8"))["total"]
    missed = [f"{name} is {total[name]:.2f}, the goal {goal:.2f}" for name, goal in GOALS.items() if round(total[name], 4) < goal]
    print("\n".join(missed) or "every goal is reached")
    return 1 if missed and not only else 0


if __name__ == "__main__":
    sys.exit(main())
