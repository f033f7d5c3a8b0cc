"""Class pairs of Java libraries against the compiler's: `jdeps -verbose:class -filter:none` on the jar made of the same source.

    python tests/benchmarks/accuracy_java.py SOURCE JAR [SOURCE JAR ...] [--examples N]

Nested, local and anonymous classes are folded into their outermost class on both sides, as our units are. Compared are pairs of
classes that lie in the source and in the jar. A pair is visible when a simple name of the type that is meant (or of the nested
type that jdeps names) stands as a word in the source of the class, outside of comments and strings.
"""

import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.accuracy import Pair, compare, examples_wanted, read, show

_COMMENT_OR_TEXT = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)


def jdeps(jar: Path) -> dict[Pair, set[str]]:
    """(outermost class, outermost class) -> simple names under which the target is used."""
    command = ["jdeps", "-verbose:class", "-filter:none", "--multi-release", "base", "--ignore-missing-deps", str(jar)]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    pairs: dict[Pair, set[str]] = defaultdict(set)
    for line in output.splitlines():
        source, arrow, target = (*line.split(), "", "", "")[:3]
        if line[:1] == " " and arrow == "->" and source.split("$")[0] != target.split("$")[0]:
            pairs[source.split("$")[0], target.split("$")[0]].add(re.split(r"[.$]", target)[-1])
    return pairs


def words_of(folder: Path, path: str) -> frozenset[str]:
    """All words of a source file outside of comments and texts."""
    text = (folder / path).read_text(encoding="utf-8", errors="replace")
    return frozenset(re.findall(r"[A-Za-z_$][\w$]*", _COMMENT_OR_TEXT.sub(" ", text)))


def main() -> None:
    """Prints the figures of every library."""
    examples = examples_wanted()
    print(subprocess.run(["jdeps", "--version"], capture_output=True, text=True, check=True).stdout.strip(), "(jdeps)")
    for source, jar in zip(sys.argv[1::2], sys.argv[2::2], strict=True):
        folder = Path(source)
        files, _, architecture = read(folder)
        units = {unit.id: unit for unit in architecture.units if unit.kind != "external"}
        references = jdeps(Path(jar))
        compiled = {pair[0] for pair in references}
        both = compiled & units.keys()
        ours = {(d.source, d.target) for d in architecture.dependencies if d.source in both and d.target in both}
        theirs = {pair for pair in references if pair[0] in both and pair[1] in both}
        seen = {path: words_of(folder, path) for path in {units[name].path for name in both}}
        visible = {pair for pair in theirs if references[pair] & seen[units[pair[0]].path]}
        lines = sum(file.lines for file in files if file.language == "java")
        print(f"\n{Path(jar).name}: {len(units)} units, {lines} lines; {len(compiled - units.keys())} classes only in the jar")
        show("  all", compare(ours, theirs), examples)
        show("  visible (recall only)", compare(ours & visible, visible), examples)


if __name__ == "__main__":
    main()
