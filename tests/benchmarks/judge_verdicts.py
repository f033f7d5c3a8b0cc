"""Verdicts, seams and firmness over finished assessments, one line each:

    assessor assess APPLICATION -o json=out/APPLICATION/assessment.json     # for every application
    python tests/benchmarks/judge_verdicts.py out/*/assessment.json

Asked: do monoliths stay at `modular-monolith` or below and services come out as such; does the seam grow with size alone; what
share of verdicts flips when all weights and thresholds move by 30 %.
"""

import sys
from pathlib import Path
from statistics import fmean

from msgspec.json import decode

from assessor.domain.assessment import Assessment


def main(paths: list[Path]) -> None:
    """Prints the tables."""
    found = sorted(
        (decode(path.read_bytes(), type=Assessment) for path in paths), key=lambda one: (one.measures.units, one.application)
    )
    print("| application | units | verdict | rule | kept in the sweep | deciding evidence |\n|---|---:|---|---:|---:|---|")
    for one in found:
        judged = one.recommendation
        kept = judged.sensitivity.kept / judged.sensitivity.runs if judged.sensitivity else 1.0
        first = judged.reasons[0]
        place = f" ({first.evidence[0].path}:{first.evidence[0].line})" if first.evidence else ""
        verdict = f"{judged.computed} {judged.advice}".strip()
        print(f"| {one.application} | {one.measures.units} | {verdict} | {judged.rule} | {kept:.0%} | {first.text}{place} |")
    simulated = [one for one in found if one.cut.applies]
    print("\n| application | units | parts | seam: least | mean | best | best CUT | binding | stability | z |\n|---|" + "---:|" * 9)
    for one in simulated:
        parts = [dict(candidate.part.terms) for candidate in one.cut.candidates]
        seams = sorted(terms["seam"] for terms in parts) or [0.0]
        best = one.cut.candidates[0].part if one.cut.candidates else None
        shown = f"{best.cut:.2f} | {best.binding}" if best else "– | –"
        print(
            f"| {one.application} | {one.measures.units} | {len(parts)} | {seams[0]:.2f} | {fmean(seams):.2f} | {seams[-1]:.2f} | "
            f"{shown} | {one.cut.stability:.2f} | {one.cut.z:.1f} |"
        )
    pairs = [
        (one.measures.units, fmean(dict(c.part.terms)["seam"] for c in one.cut.candidates))
        for one in simulated
        if one.cut.candidates
    ]
    print(f"\nrank correlation of size and mean seam: {spearman(pairs):+.2f} over {len(pairs)} applications")
    shares = [
        1 - one.recommendation.sensitivity.kept / one.recommendation.sensitivity.runs
        for one in found
        if one.recommendation.sensitivity
    ]
    print(f"verdicts that flip in more than half of the runs: {sum(share > 0.5 for share in shares)} of {len(shares)}")
    print(f"share of all runs that give another verdict: {fmean(shares):.1%}")


def spearman(pairs: list[tuple[int, float]]) -> float:
    """Rank correlation, -1..1; equal values keep their order."""
    if len(pairs) < 3:
        return 0.0
    by_size = sorted(range(len(pairs)), key=lambda n: pairs[n][0])
    by_seam = sorted(range(len(pairs)), key=lambda n: pairs[n][1])
    ranks = {n: rank for rank, n in enumerate(by_seam)}
    distance = sum((rank - ranks[n]) ** 2 for rank, n in enumerate(by_size))
    return 1 - 6 * distance / (len(pairs) * (len(pairs) ** 2 - 1))


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
