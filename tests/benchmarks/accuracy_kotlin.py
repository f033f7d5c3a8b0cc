"""Class pairs of Kotlin libraries against the compiler's: `jdeps -verbose:class -filter:none` on the jar made of the same source.

    python tests/benchmarks/accuracy_kotlin.py SOURCE JAR[,JAR ...] [SOURCE JAR ...] [--examples N]

As `accuracy_java.py` has it, and: what stands outside classes (compiled to `SomeFileKt`) is a file here and is left out; so are pairs
that are annotations only, which jdeps does not name unless they are kept at run time. Inline functions are copied to where they are
called, with the types inside them.
"""

import subprocess
import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.accuracy import Pair, compare, examples_wanted, read, show
from tests.benchmarks.accuracy_java import jdeps, words_of


def main() -> None:
    """Prints the figures of every library."""
    examples = examples_wanted()
    print(subprocess.run(["jdeps", "--version"], capture_output=True, text=True, check=True).stdout.strip(), "(jdeps)")
    for source, jar in zip(sys.argv[1::2], sys.argv[2::2], strict=True):
        folder = Path(source)
        files, _, architecture = read(folder)
        units = {unit.id: unit for unit in architecture.units if unit.kind not in ("external", "file")}
        references: dict[Pair, set[str]] = defaultdict(set)
        for each in jar.split(","):
            for pair, names in jdeps(Path(each)).items():
                references[pair] |= names
        both = {pair[0] for pair in references} & units.keys()
        speaking = {name for name in both if units[name].language == "kotlin"}
        inside = [d for d in architecture.dependencies if d.source in speaking and d.target in both]
        marks = {(d.source, d.target) for d in inside if {kind for kind, _ in d.kinds} == {"annotation"}}
        theirs = {pair for pair in references if pair[0] in speaking and pair[1] in both}
        ours = {(d.source, d.target) for d in inside} - (marks - theirs)
        seen = {path: words_of(folder, path) for path in {units[name].path for name in speaking}}
        visible = {pair for pair in theirs if references[pair] & seen[units[pair[0]].path]}
        lines = sum(file.lines for file in files if file.language == "kotlin")
        print(f"\n{Path(jar.partition(',')[0]).name}: {len(speaking)} classes, {lines} lines")
        show("  all", compare(ours, theirs), examples)
        show("  visible (recall only)", compare(ours & visible, visible), examples)


if __name__ == "__main__":
    main()
