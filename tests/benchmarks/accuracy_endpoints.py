"""Endpoints of real applications against judgements made by reading (`endpoints/judgements.jsonl`).

    python tests/benchmarks/accuracy_endpoints.py TREES [--examples N]

TREES holds a folder for each application that the judgements name, checked out at the commit that they name. A judgement was either
drawn from the endpoints that we state (then it has the path that the endpoint answers at, worked out by reading), or from the lines that
a plain search for routes finds (then something answers there, which we find when we have an endpoint within three lines).
"""

import json
import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.accuracy import examples_wanted, read

JUDGEMENTS = Path(__file__).parent / "endpoints" / "judgements.jsonl"
_NEAR = 3


def main() -> None:
    from assessor import pipeline
    from assessor.domain.facts import Endpoint
    from assessor.graph.mounted import mounted

    wanted = examples_wanted()
    languages = pipeline.knowledge().languages
    rows: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for line in JUDGEMENTS.read_text().splitlines():
        row = json.loads(line)
        rows[row["framework"], row["application"]].append(row)
    for (framework, application), judged in sorted(rows.items()):
        folder = Path(sys.argv[1]) / application
        if not folder.is_dir():
            print(f"  no folder for {application}")
            continue
        _, facts, _ = read(folder)
        paths: dict[tuple[str, int], set[str]] = defaultdict(set)
        for item in mounted(facts, languages):
            for fact in item.of(Endpoint):
                paths[item.path, fact.evidence.line].add(fact.path)
        stated = [row for row in judged if row["drawn"] == "stated"]
        searched = [row for row in judged if row["drawn"] == "searched"]
        whole = [row for row in stated if row["path"] in paths.get((row["file"], int(row["line"])), ())]
        found = [
            row for row in searched if any((row["file"], int(row["line"]) + near) in paths for near in range(-_NEAR, _NEAR + 1))
        ]
        print(
            f"{framework} {application}: whole path {len(whole)} of {len(stated)} endpoints stated, "
            f"found {len(found)} of {len(searched)} searched"
        )
        missed = [row for row in stated if row not in whole] + [row for row in searched if row not in found]
        for row in missed[:wanted]:
            print(f"  {row['file']}:{row['line']} {row['path']} {sorted(paths.get((row['file'], int(row['line'])), ()))}")


if __name__ == "__main__":
    main()
