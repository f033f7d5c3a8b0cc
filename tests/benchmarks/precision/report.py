"""Precision of findings, from `judgements.jsonl`: overall and per family, draw by draw, against the goals.

    python tests/benchmarks/precision/report.py

A judgement: application, commit, path, line, concern, rule, verdict (true or false), why. `drawn` numbers the draw (none: the first).
Every draw is of findings that nobody had looked at before. After each the classes of error it showed were mended, so that only the
figure of a later draw speaks for the mended rules; "last" is, for each family, the latest draw that held any of it. `again` is the
verdict of the second, blind reading of a random part; `corrected` marks verdicts of the first reading that it turned round, and
their like. With `shown` false a finding was drawn from what the default report left out then; such count only for what a rule is worth.
"""

import json
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
OVERALL, FAMILY, ADDRESSES = 0.93, 0.85, 0.90


def judgements() -> list[dict[str, object]]:
    return [json.loads(line) for line in (HERE / "judgements.jsonl").read_text(encoding="utf-8").splitlines()]


def goal(concern: str) -> float:
    return ADDRESSES if concern == "hard-coded-address" else FAMILY


def families(judged: list[dict[str, object]]) -> dict[str, tuple[int, int]]:
    """(true, all) per family."""
    counted: dict[str, list[bool]] = defaultdict(list)
    for one in judged:
        counted[str(one["concern"])].append(bool(one["verdict"]))
    return {concern: (sum(verdicts), len(verdicts)) for concern, verdicts in sorted(counted.items())}


def main() -> None:
    everything = judgements()
    draws: dict[int, list[dict[str, object]]] = defaultdict(list)
    for one in everything:
        if one.get("shown", True):
            draws[int(str(one.get("drawn") or 1))].append(one)
    numbers = sorted(draws)
    counts = {number: families(draws[number]) for number in numbers}
    print(f"{'family':26}" + "".join(f"{f'draw {number}':>13}" for number in numbers) + f"{'goal':>7}")
    for concern in sorted({name for each in counts.values() for name in each}):
        shares = [counts[number].get(concern, (0, 0)) for number in numbers]
        true, all_ = next(pair for pair in reversed(shares) if pair[1])
        missed = "  below" if true / all_ < goal(concern) else ""
        print(f"{concern:26}" + "".join(f"{_share(*pair):>13}" for pair in shares) + f"{goal(concern):7.2f}{missed}")
    totals = [_share(sum(a for a, _ in each.values()), sum(b for _, b in each.values())) for each in counts.values()]
    print(f"{'overall':26}" + "".join(f"{total:>13}" for total in totals) + f"{OVERALL:7.2f}")
    print(f"{len({one['application'] for one in everything})} applications, {len(everything)} judgements")
    twice = [one for one in everything if "again" in one]
    if twice:
        same = sum(one["again"] == (bool(one["verdict"]) != bool(one.get("corrected"))) for one in twice)
        print(f"read twice: {same} of {len(twice)} alike")


def _share(true: int, all_: int) -> str:
    return f"{true}/{all_} {true / all_:.2f}" if all_ else "-"


if __name__ == "__main__":
    main()
