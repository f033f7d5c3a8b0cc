"""File pairs of JavaScript and TypeScript projects against dependency-cruiser.

    python tests/benchmarks/accuracy_javascript.py FOLDER [TSCONFIG] -- FOLDER ... [--examples N]

The tool is `depcruise`, or what the variable DEPCRUISE says. It runs with `--no-config --ts-pre-compilation-deps`, and with the
project's own TSCONFIG where it is named: without it, it does not know what the project's prefixes stand for. Compared are pairs of
files that both sides know.
"""

import json
import os
import subprocess
import sys
from itertools import groupby
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.accuracy import Pair, compare, examples_wanted, read, show

_LANGUAGES = frozenset({"javascript", "typescript", "tsx", "vue", "svelte"})


def cruise(tool: str, folder: Path, configuration: str, files: list[str]) -> tuple[set[str], set[Pair]]:
    """(files that were read, pairs of files)."""
    command = [tool, "--no-config", "--ts-pre-compilation-deps", "--output-type", "json"]
    command += ["--ts-config", configuration] if configuration else []
    command += ["--do-not-follow", "node_modules", *sorted({path.split("/")[0] for path in files})]
    output = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    modules = json.loads(output.stdout)["modules"]
    pairs = {
        (module["source"], each["resolved"]) for module in modules for each in module["dependencies"] if not each["couldNotResolve"]
    }
    return {module["source"] for module in modules if module.get("valid") is not None}, pairs


def main() -> None:
    """Prints the figures of every project."""
    examples = examples_wanted()
    tool = os.environ.get("DEPCRUISE", "depcruise")
    print("dependency-cruiser", subprocess.run([tool, "--version"], capture_output=True, text=True, check=True).stdout.strip())
    for separates, group in groupby(sys.argv[1:], lambda word: word == "--"):
        if separates:
            continue
        folder_name, *configuration = group
        folder = Path(folder_name).resolve()
        files, _, architecture = read(folder)
        lines = {file.path: file.lines for file in files if file.language in _LANGUAGES and file.role == "source"}
        known, theirs = cruise(tool, folder, configuration[0] if configuration else "", sorted(lines))
        both = {unit.path for unit in architecture.units if unit.language in _LANGUAGES} & known
        ours = {(d.source, d.target) for d in architecture.dependencies}
        ours, theirs = ({p for p in pairs if p[0] in both and p[1] in both and p[0] != p[1]} for pairs in (ours, theirs))
        missing = len(lines.keys() - known)
        sizes = f"{len(both)} files on both sides, {sum(lines.values())} lines"
        print(f"\n{folder.name}: {sizes}; {missing} only ours, {len(known - lines.keys())} only theirs")
        show("  imports", compare(ours, theirs), examples)


if __name__ == "__main__":
    main()
