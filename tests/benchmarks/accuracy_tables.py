"""Which tables a unit reads and writes by itself, against judgements made by reading (tests/benchmarks/tables/README.md).

    python tests/benchmarks/accuracy_tables.py TREES [HALF] [--examples N]

TREES holds a folder for each application that the judgements name, checked out at the commit that they name. HALF is `mending`,
`held-out`, `fresh`, `unseen`, `later` or `last`; without it all are read.
"""

import json
import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.accuracy import Comparison, examples_wanted, read, show

JUDGEMENTS = Path(__file__).parent / "tables" / "judgements.jsonl"
Fact = tuple[str, str]
"""Unit, and table with `R` or `W`."""


def facts(uses: dict[str, str], unit: str) -> set[Fact]:
    """`{"orders": "RW"}` as two facts; names of tables without case and underscores."""
    return {(unit, f"{plain(table)} {way}") for table, ways in uses.items() for way in ways}


def plain(table: str) -> str:
    """The name of a table as it is compared."""
    return table.lower().replace("_", "")


def judged(application: Path, rows: list[dict[str, object]]) -> Comparison:
    """Our uses of the judged units against the judgements; what a judgement leaves open counts for neither side."""
    from assessor import pipeline

    _, _, architecture = read(application, assumptions=pipeline.knowledge().assumptions)
    units = {row["unit"] for row in rows}
    ours: set[Fact] = set()
    for access in architecture.accesses:
        if access.unit in units:
            ours |= facts({access.table: access.access}, access.unit)
    truth: set[Fact] = set()
    for row in rows:
        unit, uses, open_ = row["unit"], row["uses"], row.get("open", {})
        judged_so = facts(uses, unit)  # type: ignore[arg-type]
        truth |= judged_so
        left = facts(open_, unit) - judged_so  # type: ignore[arg-type]
        every = "*" in open_  # type: ignore[operator]
        ours = {one for one in ours if one in truth or (one not in left and not (one[0] == unit and every))}
    missing = units - {unit.id for unit in architecture.units}
    if missing:
        print(f"  not found in {application.name}: {', '.join(sorted(map(str, missing)))}")
    return Comparison(len(ours & truth), tuple(sorted(truth - ours)), tuple(sorted(ours - truth)))


def together(comparisons: list[Comparison]) -> Comparison:
    """Their sum."""
    return Comparison(
        sum(one.agreed for one in comparisons),
        tuple(pair for one in comparisons for pair in one.missed),
        tuple(pair for one in comparisons for pair in one.invented),
    )


def main() -> None:
    wanted = examples_wanted()
    half = sys.argv[2] if len(sys.argv) > 2 else ""
    rows = [json.loads(line) for line in JUDGEMENTS.read_text().splitlines()]
    by_application: dict[tuple[str, str, str], list[dict[str, object]]] = defaultdict(list)
    for row in rows:
        if half in ("", row["half"]):
            by_application[row["half"], row["mapping"], row["application"]].append(row)
    results: dict[tuple[str, str], list[Comparison]] = defaultdict(list)
    for (of, mapping, application), inside in sorted(by_application.items()):
        folder = Path(sys.argv[1]) / application
        if not folder.is_dir():
            print(f"  no folder for {application}")
            continue
        found = judged(folder, inside)
        results[of, mapping].append(found)
        show(f"{of} {mapping} {application}, {len(inside)} units", found, wanted)
    for (of, mapping), found_ in sorted(results.items()):
        show(f"{of} {mapping}", together(found_))
    for of in sorted({of for of, _ in results}):
        show(of, together([one for (name, _), each in results.items() if name == of for one in each]))


if __name__ == "__main__":
    main()
