"""What the accuracy benchmarks share: our graph of a folder, and precision and recall of one set of pairs against another."""

import sys
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

Pair = tuple[str, str]


class Comparison(Struct, frozen=True):
    """Ours against theirs. `missed` and `invented` are sorted."""

    agreed: int
    missed: tuple[Pair, ...]
    invented: tuple[Pair, ...]

    @property
    def precision(self) -> float:
        """Share of our pairs that the reference has; 1 without any."""
        return _share(self.agreed, len(self.invented))

    @property
    def recall(self) -> float:
        """Share of the reference's pairs that we have; 1 without any."""
        return _share(self.agreed, len(self.missed))


def compare(ours: Iterable[Pair], theirs: Iterable[Pair]) -> Comparison:
    """Both sets of (source, target)."""
    own, reference = set(ours), set(theirs)
    return Comparison(len(own & reference), tuple(sorted(reference - own)), tuple(sorted(own - reference)))


def _share(agreed: int, others: int) -> float:
    return agreed / (agreed + others) if agreed + others else 1.0


def read(folder: Path, jobs: int = 2, assumptions=()):  # type: ignore[no-untyped-def]
    """(files, facts, architecture) of a folder, as a run of the program would have them."""
    from assessor import pipeline
    from assessor.discover.walk import WalkOptions, discover
    from assessor.extract.read import extract
    from assessor.graph.build import build

    known = pipeline.knowledge()
    with pipeline._scratch() as scratch:
        found = discover((folder,), known.roles, known.languages, WalkOptions(gitignore=False), scratch)
        facts = extract(found.tree.files, found.locations, known, jobs=jobs)
    return found.tree.files, facts, build(facts, known.languages, assumptions)


def show(label: str, comparison: Comparison, pairs: int = 0) -> None:
    """One line of figures, and `pairs` examples of either error."""
    total = comparison.agreed + len(comparison.missed)
    print(f"{label}: {total} pairs, precision {comparison.precision:.4f}, recall {comparison.recall:.4f}")
    for name, examples in (("missed", comparison.missed), ("invented", comparison.invented)):
        step = max(1, len(examples) // pairs) if pairs else 1
        for source, target in examples[::step][:pairs]:
            print(f"  {name}: {source} -> {target}")


def examples_wanted() -> int:
    """`--examples N` takes itself off the command line."""
    if "--examples" not in sys.argv:
        return 0
    at = sys.argv.index("--examples")
    wanted = int(sys.argv[at + 1])
    del sys.argv[at : at + 2]
    return wanted
