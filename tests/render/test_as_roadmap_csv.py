"""The roadmap as a table: steps, and in them one row for each kind of fix."""

import csv
import io

import pytest
from msgspec.structs import replace

from assessor.domain.assessment import Assessment
from assessor.domain.facts import Evidence
from assessor.domain.findings import Accepted, Effort, Finding, Mark
from assessor.render.as_roadmap_csv import COLUMNS, SUMMARIES, render
from assessor.render.format import RenderOptions
from tests.render.example import EXAMPLES, NOTHING_KNOWN, rich


def rows(given: Assessment) -> list[dict[str, str]]:
    text = render(given, NOTHING_KNOWN, RenderOptions())["roadmap.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def finding(rule: str, mark: Mark, line: int, high: float = 2, accepted: Accepted | None = None) -> Finding:
    return Finding(
        rule,
        mark,
        "c",
        f"says {rule}",
        "note",
        Evidence("a.cs", line),
        f"{rule}{line}",
        Effort(1.0, float(high)),
        fix="=fix",
        accepted=accepted,
    )


def test_work_is_one_row_for_each_kind_of_fix() -> None:
    accepted = Accepted("configured", "known", "assessor.toml:1")
    found = rows(
        replace(
            rich(),
            findings=(
                finding("com", "blocker", 1),
                finding("com", "blocker", 9),
                finding("dear", "blocker", 2, 8),
                finding("files", "handled", 3),
                finding("lived-with", "blocker", 4, 9, accepted),
                finding("health", "booster", 5),
                replace(finding("socket", "handled", 6, 3), confidence=0.7),
                replace(finding("files", "handled", 7, 5), confidence=0.7),
                replace(finding("thread", "handled", 8, 5), confidence=0.4),
            ),
        )
    )
    work = [
        (row["item"].split(".")[-1], row["step"], row["rule"], row["places"], row["first_place"]) for row in found if row["rule"]
    ]
    assert work == [
        ("1", "uncertain", "socket", "1", "a.cs:6"),
        ("1", "blockers", "dear", "1", "a.cs:2"),
        ("2", "blockers", "com", "2", "a.cs:1"),
        ("1", "handled", "files", "1", "a.cs:3"),
    ]
    socket = next(row for row in found if row["rule"] == "socket")
    assert (socket["effort_low_days"], socket["effort_high_days"]) == ("0.0", "3.0")
    step = next(row for row in found if row["step"] == "blockers")
    assert (step["effort_low_days"], step["effort_high_days"]) == ("2.0", "10.0")
    assert {row["fix"] for row in found} == {"", "'=fix"}


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_step_has_words(name: str) -> None:
    found = rows(EXAMPLES[name]())
    assert found and list(found[0]) == list(COLUMNS)
    assert {row["step"] for row in found} <= set(SUMMARIES)
