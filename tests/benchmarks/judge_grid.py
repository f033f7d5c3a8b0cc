"""Grids of answers over real applications: which verdicts are reached, and is the verdict monotone in every answer?

    python tests/benchmarks/judge_grid.py APPLICATION...

Varied are single answers, all pairs, and whole sheets drawn from a fixed seed, each with every other answer to every question; the
answers about a part name the part that can be cut best. Counted are steps towards distribution that move the verdict towards the
bundle (there must be none); contradicting answers give no verdict and count as such.
"""

import sys
from collections import Counter
from itertools import combinations, pairwise
from pathlib import Path
from random import Random

from msgspec.structs import replace

from assessor.domain.answers import Answer, Answers
from assessor.domain.case import Case
from assessor.judge.assumed import assumed
from assessor.judge.decision_list import decide
from assessor.judge.standing import standing
from tests.judge.sample_cases import KNOWLEDGE, case_of

VALUES = assumed(KNOWLEDGE)
RANKS = ("bundle", "modular-monolith", "selective-extraction", "microservices")
SHEETS = 60
Sheet = dict[str, str]


def main(paths: list[Path]) -> None:
    """Prints one line for each application, and one for the ways to the rarest verdicts."""
    print(
        "| application | units | kLOC | parts with CUT | none answered | all for the bundle | all for distribution | sheets | verdicts | against the direction |"
    )
    print("|---|---:|---:|---|---|---|---|---:|---|---:|")  # fmt: skip
    for path in paths:
        case = case_of(path)
        tally: Counter[str] = Counter()
        wrong = sum(backwards(case, sheet, tally) for sheet in sheets())
        able = sum(part.cut >= VALUES["cut.least"] for part in case.parts)
        tally.update([verdict(replace(case, landscape=replace(case.landscape, deployables=())), {})])
        shown = ", ".join(f"{name} {count:,}" for name, count in sorted(tally.items()))
        print(
            f"| {path.name} | {case.figure('units'):.0f} | {case.coverage.lines / 1000:.0f} | {able} of {len(case.parts)} | "
            f"{verdict(case, {})} | {verdict(case, ends(False))} | {verdict(case, ends(True))} | "
            f"{sum(tally.values()) - 1:,} | {shown} | {wrong} |",
            flush=True,
        )


def verdict(case: Case, sheet: Sheet) -> str:
    """With answers about a part given for the part that can be cut best."""
    part = max(case.parts, key=lambda one: (one.cut, one.name)).name if case.parts else ""
    per_part = {question.id for question in KNOWLEDGE.interview if question.per_part}
    given = tuple(sorted(Answer(q, value, part if q in per_part else "") for q, value in sheet.items()))
    return decide(standing(case, Answers(given), KNOWLEDGE), VALUES).verdict


def ends(last: bool) -> Sheet:
    """Everything answered towards one side."""
    return {q.id: q.choices[-1 if last else 0].id for q in KNOWLEDGE.interview}


def sheets() -> list[Sheet]:
    """Backgrounds on which every question is varied."""
    draw = Random(11)
    found: list[Sheet] = [{}, ends(False), ends(True), ends(True) | {"teams": "two"}]
    for first, second in combinations(KNOWLEDGE.interview, 2):
        found += [{first.id: one.id, second.id: two.id} for one in (first.choices[0], first.choices[-1]) for two in (second.choices[0], second.choices[-1])]  # fmt: skip
    for _ in range(SHEETS):
        share = draw.choice((0.3, 0.6, 1.0))
        found.append({q.id: draw.choice(q.choices).id for q in KNOWLEDGE.interview if draw.random() < share})
    return found


def backwards(case: Case, sheet: Sheet, tally: Counter[str]) -> int:
    """Steps of a single answer towards distribution after which the verdict is nearer to the bundle."""
    wrong = 0
    for question in KNOWLEDGE.interview:
        found = [verdict(case, sheet | {question.id: choice.id}) for choice in question.choices]
        tally.update(found)
        ranks = [RANKS.index(one) for one in found if one in RANKS]
        wrong += sum(two < one for one, two in pairwise(ranks))
    return wrong


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
