"""Draws findings to be judged: twenty per family (concern), the same for the same inputs and seed.

    python -m assessor assess APP -o json=JSONS/APP.json         for every application, then
    python tests/benchmarks/precision/sample.py JSONS COMMITS [SEED] > sample.jsonl

JSONS is a folder of `NAME.json` or `NAME-PART.json`; COMMITS a file of lines `NAME VERSION` (a commit, or the version of a
distribution's package). Within a family rules take turns, so that the one with the most hits does not fill the sample, and
applications take turns within a rule; findings below the confidence at which the report calls them certain are left out, and so is
what `judgements.jsonl` holds already: a draw after mending is of findings that nobody has looked at.
"""

import json
import random
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
SEED = 20261123
EACH = 20
CERTAIN = 0.85


def population(folder: Path, versions: dict[str, str]) -> list[dict[str, object]]:
    """Every finding of the applications in `versions`, sorted."""
    found = []
    for path in sorted(folder.glob("*.json")):
        name = max((name for name in versions if path.stem == name or path.stem.startswith(f"{name}-")), key=len, default="")
        for finding in json.loads(path.read_bytes())["findings"] if name else ():
            if finding.get("confidence", 1.0) >= CERTAIN:
                place = finding["evidence"]
                found.append(
                    {
                        "application": name,
                        "commit": versions[name],
                        "path": place["path"],
                        "line": place["line"],
                        "concern": finding["concern"],
                        "rule": finding["rule"],
                        "message": finding["message"],
                    }
                )
    return sorted(found, key=lambda one: tuple(map(str, one.values())))


def draw(found: list[dict[str, object]], each: int = EACH, seed: int = SEED) -> list[dict[str, object]]:
    """`each` of every family: its rules in turn, in a shuffled order of each rule's findings."""
    drawn = []
    for concern in sorted({str(one["concern"]) for one in found}):
        chance = random.Random(f"{seed} {concern}")
        rules: dict[str, list[dict[str, object]]] = {}
        for one in found:
            if one["concern"] == concern:
                rules.setdefault(str(one["rule"]), []).append(one)
        for rule, members in rules.items():
            chance.shuffle(members)
            rules[rule] = _in_turn(members)
        turns = [one for turn in range(each) for rule in sorted(rules) for one in rules[rule][turn : turn + 1]]
        drawn += turns[:each]
    return drawn


def _in_turn(members: list[dict[str, object]]) -> list[dict[str, object]]:
    """One of each application, then the next of each, applications in the order in which the shuffled list first names them."""
    counts: dict[str, int] = {}
    turns = []
    for one in members:
        name = str(one["application"])
        counts[name] = counts.get(name, 0) + 1
        turns.append(counts[name])
    return [
        one
        for _, _, one in sorted(
            ((turn, position, one) for position, (turn, one) in enumerate(zip(turns, members, strict=True))),
            key=lambda each: each[:2],
        )
    ]


def judged() -> set[tuple[str, str, str]]:
    """Application, rule and place (`path:line`) of everything that was judged before."""
    lines = (HERE / "judgements.jsonl").read_text(encoding="utf-8").splitlines()
    return {_key(json.loads(line)) for line in lines}


def _key(one: dict[str, object]) -> tuple[str, str, str]:
    return str(one["application"]), str(one["rule"]), f"{one['path']}:{one['line']}"


def main(folder: str, versions: str, seed: str = str(SEED)) -> None:
    known = dict(line.split() for line in Path(versions).read_text(encoding="utf-8").splitlines() if line.strip())
    before = judged()
    for one in draw([one for one in population(Path(folder), known) if _key(one) not in before], seed=int(seed)):
        print(json.dumps(one, ensure_ascii=False))


if __name__ == "__main__":
    main(*sys.argv[1:])
