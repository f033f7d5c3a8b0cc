"""Precision of findings, from `judgements.jsonl`: overall and per family, against the goals.

    python tests/benchmarks/precision/report.py

A judgement: application, commit, path, line, concern, rule, verdict (true or false), why. Those with `drawn` come from the second draw,
after the mending; `since` says why one of the first draw is not part of the second. "today" is the second draw.
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
    today = [one for one in everything if not one.get("since")]
    first, now = families([one for one in everything if not one.get("drawn")]), families(today)
    print(f"{'family':28}{'first':>14}{'today':>14}{'goal':>7}")
    for concern in sorted({*first, *now}):
        true, all_ = now.get(concern, (0, 0))
        missed = "  below" if all_ and true / all_ < goal(concern) else ""
        print(f"{concern:28}{_share(*first.get(concern, (0, 0))):>14}{_share(true, all_):>14}{goal(concern):7.2f}{missed}")
    total = [_share(sum(a for a, _ in counts.values()), sum(b for _, b in counts.values())) for counts in (first, now)]
    print(f"{'overall':28}{total[0]:>14}{total[1]:>14}{OVERALL:7.2f}")
    print(f"{len({one['application'] for one in everything})} applications")


def _share(true: int, all_: int) -> str:
    return f"{true}/{all_} {true / all_:.2f}" if all_ else "-"


if __name__ == "__main__":
    main()
