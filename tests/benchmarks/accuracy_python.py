"""Module pairs of Python packages against grimp's import graph.

    python tests/benchmarks/accuracy_python.py FOLDER PACKAGE [FOLDER PACKAGE ...] [--examples N]

The package lies in the folder, which is read as a whole.

Compared are pairs of modules that both sides know: grimp leaves out folders without `__init__.py`, we leave out tests and generated
code. An import of a name from a package is a dependency on the package's own module, on both sides.
"""

import sys
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import grimp

from tests.benchmarks.accuracy import compare, examples_wanted, read, show


def main() -> None:
    """Prints the figures of every package."""
    examples = examples_wanted()
    print(f"grimp {version('grimp')}")
    for place, package in zip(sys.argv[1::2], sys.argv[2::2], strict=True):
        folder = Path(place).resolve()
        sys.path.insert(0, str(folder))
        graph = grimp.build_graph(package, cache_dir=None)
        files, _, architecture = read(folder)
        names = {unit.id for unit in architecture.units if unit.kind == "module" and unit.path.startswith(f"{package}/")}
        both = names & graph.modules
        ours = {(d.source, d.target) for d in architecture.dependencies}
        theirs = {(source, target) for source in graph.modules for target in graph.find_modules_directly_imported_by(source)}
        ours, theirs = ({pair for pair in pairs if pair[0] in both and pair[1] in both} for pairs in (ours, theirs))
        lines = sum(file.lines for file in files if file.language == "python" and file.path.startswith(f"{package}/"))
        print(f"\n{package}: {len(both)} modules on both sides, {lines} lines; {len(graph.modules - both)} only grimp's")
        show("  imports", compare(ours, theirs), examples)


if __name__ == "__main__":
    main()
