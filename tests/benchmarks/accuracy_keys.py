"""Foreign keys of one application from each place that states them: migrations, mappings of classes, scripts.

    python tests/benchmarks/accuracy_keys.py FOLDER ... [--examples N]

Each kind of place (a rule, or a descriptor's format) is read alone, as pairs of tables, and held against every other: two places that
agree were read by different rules. Where one is the schema itself (a dump, Liquibase), it is the truth for the others.
"""

import sys
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.accuracy import Pair, compare, examples_wanted, read, show


def sources(folder: Path) -> dict[str, set[Pair]]:
    """Rule -> pairs of tables, when only that rule's keys are known."""
    from assessor import pipeline
    from assessor.domain.facts import Fact, ForeignKey, Trait
    from assessor.graph.build import build

    def key(fact: Fact) -> str:
        stated = isinstance(fact, ForeignKey) or (isinstance(fact, Trait) and fact.name in ("entity.key", "entity.link"))
        return fact.evidence.rule if stated else ""  # type: ignore[union-attr]

    known = pipeline.knowledge()
    _, facts, _ = read(folder)
    found: dict[str, set[Pair]] = {}
    for rule in sorted({key(fact) for file in facts if file.role == "source" for fact in file.facts} - {""}):
        alone = [msgspec.structs.replace(file, facts=tuple(f for f in file.facts if key(f) in ("", rule))) for file in facts]
        architecture = build(alone, known.languages)
        found[rule] = {(table.name.lower(), target.lower()) for table in architecture.tables for target in table.references}
    return found


def main() -> None:
    """Prints the figures of every two places."""
    examples = examples_wanted()
    for argument in sys.argv[1:]:
        found = sources(Path(argument))
        print(f"\n{Path(argument).name}: " + ", ".join(f"{rule} {len(pairs)} pairs" for rule, pairs in found.items()))
        for first in found:
            for second in found:
                if first < second:
                    show(f"  {first} against {second}", compare(found[first], found[second]), examples)


if __name__ == "__main__":
    main()
