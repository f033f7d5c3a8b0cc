"""What the report says would lift a binding constraint, done to a copy of a sample: the verdict is then the one that was printed."""

import re
import shutil
from datetime import date
from pathlib import Path

from assessor import pipeline
from assessor.domain.assessment import Assessment
from assessor.domain.cut import Candidate
from assessor.request import Request

SAMPLE = Path(__file__).parents[2] / "samples/telemetry-monolith"
PART = "alerts"
ANSWERS = f"""[answers]
operator = "own-central"
installations = "one"
part-load = {{ value = "over-ten", part = "{PART}" }}
part-release = {{ value = "own", part = "{PART}" }}
teams = "three-or-more"
commit-to-production = "hours"
on-call = "alerts"
provisioning = "minutes"
peak-users = "more"
"""
ASSUMPTIONS = '"cut.least" = 0.8\n'
"""Somebody asks for cleaner borders than we do: the part falls short of them by a foreign key."""


def assess(tree: Path, beside: Path) -> Assessment:
    (beside / "answers.toml").write_text(ANSWERS, "utf-8")
    (beside / "numbers.toml").write_text(ASSUMPTIONS, "utf-8")
    request = Request(
        paths=(tree,),
        answers=beside / "answers.toml",
        assumptions=beside / "numbers.toml",
        bundle=beside / "out/bundle",
        today=date(2026, 1, 2),
    )
    (found,) = pipeline.assess(request)
    return found


def candidate(found: Assessment) -> Candidate:
    return next(each for each in found.cut.candidates if each.name == PART)


def test_without_the_foreign_keys_over_its_border_the_part_may_leave(tmp_path: Path) -> None:
    tree = tmp_path / "telemetry"
    shutil.copytree(SAMPLE, tree, ignore=shutil.ignore_patterns("answers.toml"))
    before = assess(tree, tmp_path)
    (flip,) = [each for each in before.recommendation.flips if each.kind == "constraint" and each.subject == PART]
    assert (before.recommendation.verdict, candidate(before).part.binding) == ("modular-monolith", "keys")
    assert flip.change.endswith("Replace the foreign keys that cross its border by identifiers without a constraint.")
    assert flip.verdict == "selective-extraction"

    cut = next(charge for charge in candidate(before).bill if charge.item == "keys")
    assert cut.count == len(cut.evidence) > 0
    for place in cut.evidence:
        file = tree / place.path
        lines = file.read_text("utf-8").split("\n")
        lines[place.line - 1] = re.sub(r" REFERENCES \w+ \(id\)", "", lines[place.line - 1])
        file.write_text("\n".join(lines), "utf-8")

    after = assess(tree, tmp_path)
    assert after.recommendation.verdict == flip.verdict
    assert [each.item for each in candidate(after).bill if each.item == "keys"] == []
    assert candidate(after).part.cut >= 0.8
