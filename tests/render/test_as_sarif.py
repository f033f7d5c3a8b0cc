"""SARIF 2.1.0: valid, stable, suppressed where accepted, and silent about nothing that was not read.

The OASIS schema is not part of this repository: `ASSESSOR_SARIF_SCHEMA` names a copy of sarif-schema-2.1.0.json, and without it the
rules of the schema that concern us are tested by hand below.
"""

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from assessor.domain.acceptance import Remark, Review
from assessor.domain.assessment import Assessment
from assessor.domain.criteria import FindingRule
from assessor.domain.facts import Evidence
from assessor.domain.findings import Accepted, Effort, Finding, Mark
from assessor.domain.language import Translation
from assessor.domain.sources import Unread
from assessor.intake.baseline import baseline
from assessor.render.as_sarif import render, uri
from assessor.render.format import RenderOptions
from tests.render.example import EXAMPLES, NOTHING_KNOWN, hostile, rich

QUEUE = FindingRule(
    id="queue",
    when={"fact": "trait"},
    message="The queue {name} is fixed in {path}",
    note="It differs in every environment.",
    fix="Set it by a variable.",
    mark="handled",
    concern="messaging",
    source="https://12factor.net/config",
    zh_CN=Translation("队列 {name} 固定在 {path} 中", "每个环境都不同。", "用变量设置。"),
)
KNOWN = replace(NOTHING_KNOWN, findings=(QUEUE,))


def finding(path: str = "src/a b.cs", line: int = 7, mark: Mark = "handled", **more: Any) -> Finding:
    evidence = Evidence(path, line, "queue", 'send("orders", "***")')
    message = "The queue orders is fixed in a.cs"
    return Finding(
        "queue", mark, "messaging", message, QUEUE.note, evidence, f"print:{path}", Effort(0.5, 1), fix=QUEUE.fix, **more
    )


def assessment(*findings: Finding, **more: Any) -> Assessment:
    return replace(rich(), findings=findings, **more)


def run(given: Assessment, language: str = "en", redact: bool = False) -> dict[str, Any]:
    document = json.loads(render(given, KNOWN, RenderOptions(language, redact))["findings.sarif"])
    assert (document["version"], len(document["runs"])) == ("2.1.0", 1)
    return dict(document["runs"][0])


def test_a_result_in_full() -> None:
    found = run(assessment(finding()))
    assert found["results"] == [
        {
            "ruleId": "queue",
            "ruleIndex": 0,
            "level": "warning",
            "message": {"text": "The queue orders is fixed in a.cs"},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": "src/a%20b.cs", "uriBaseId": "%SRCROOT%"},
                        "region": {"startLine": 7, "snippet": {"text": 'send("orders", "***")'}},
                    }
                }
            ],
            "partialFingerprints": {"assessorFingerprint/v1": "print:src/a b.cs"},
            "properties": {"mark": "handled", "confidence": 1.0},
        }
    ]


def test_a_rule_in_full() -> None:
    rules = run(assessment(finding()))["tool"]["driver"]["rules"]
    assert rules == [
        {
            "id": "queue",
            "shortDescription": {"text": "The queue … is fixed in …"},
            "fullDescription": {"text": "It differs in every environment."},
            "help": {
                "text": "It differs in every environment.\nSet it by a variable.\nhttps://12factor.net/config",
                "markdown": "**The queue … is fixed in …**\n\nIt differs in every environment.\n\nSet it by a variable.\n\n<https://12factor.net/config>",
            },
            "defaultConfiguration": {"level": "warning"},
            "properties": {"tags": ["handled", "messaging"], "effortDays": [0.5, 1.0]},
        }
    ]


def test_in_chinese_the_words_that_were_found_stay() -> None:
    found = run(assessment(finding()), "zh-CN")
    assert found["results"][0]["message"]["text"] == "队列 orders 固定在 a.cs 中"
    assert found["tool"]["driver"]["language"] == "zh-CN"
    assert found["tool"]["driver"]["rules"][0]["fullDescription"]["text"] == "每个环境都不同。"


def test_levels_by_mark() -> None:
    marks: tuple[Mark, ...] = ("blocker", "handled", "fine", "booster")
    found = run(assessment(*(finding(mark=mark) for mark in marks)))
    assert [each["level"] for each in found["results"]] == ["error", "warning", "note", "note"]


def test_accepted_findings_are_suppressed_and_then_every_result_says_so() -> None:
    inline = finding(accepted=Accepted("inline", "scratch", "src/a.cs:6", "Lin", "2027-03-01"))
    configured = finding(accepted=Accepted("configured", "known", "assessor.toml:3"))
    found = run(assessment(inline, configured, finding()))
    assert [each["suppressions"] for each in found["results"]] == [
        [
            {
                "kind": "inSource",
                "status": "accepted",
                "justification": "scratch",
                "properties": {"by": "Lin", "until": "2027-03-01", "place": "src/a.cs:6"},
            }
        ],
        [{"kind": "external", "status": "accepted", "justification": "known", "properties": {"place": "assessor.toml:3"}}],
        [],
    ]
    assert "suppressions" not in run(assessment(finding()))["results"][0]


def test_a_baseline_shows_as_state() -> None:
    found = run(assessment(finding(state="new"), finding(state="known"), finding()))
    assert [each.get("baselineState") for each in found["results"]] == ["new", "unchanged", None]


def test_what_was_not_read_and_what_does_not_hold_are_notifications() -> None:
    given = assessment(review=Review((Remark("expired", "assessor.toml:3", "queue", "accepted until 2026-01-01: moved"),)))
    coverage = replace(given.coverage, unread=(Unread("a.cbl", "no-grammar", "COBOL", 9), Unread("b ü.war", "archive-broken")))
    driver = run(replace(given, coverage=coverage))
    invocation = driver["invocations"][0]
    assert invocation["toolExecutionNotifications"] == [
        {
            "descriptor": {"id": "no-grammar"},
            "level": "note",
            "message": {"text": "COBOL"},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": "a.cbl", "uriBaseId": "%SRCROOT%"}}}],
        },
        {
            "descriptor": {"id": "archive-broken"},
            "level": "warning",
            "message": {"text": "archive-broken"},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": "b%20%C3%BC.war", "uriBaseId": "%SRCROOT%"}}}],
        },
    ]
    assert invocation["toolConfigurationNotifications"] == [
        {
            "descriptor": {"id": "decision-expired"},
            "level": "warning",
            "message": {"text": "queue: accepted until 2026-01-01: moved (assessor.toml:3)"},
        }
    ]
    ids = [each["id"] for each in driver["tool"]["driver"]["notifications"]]
    assert ids == ["archive-broken", "decision-expired", "no-grammar"]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("src/A.java", "src/A.java"),
        ("a b/#1?.php", "a%20b/%231%3F.php"),
        ("c:evil", "c%3Aevil"),
        ("文/件.java", "%E6%96%87/%E4%BB%B6.java"),
        ("a\\b.cs", "a%5Cb.cs"),
        ("50%.txt", "50%25.txt"),
    ],
)
def test_paths_become_relative_uris(path: str, expected: str) -> None:
    assert uri(path) == expected


def test_redacted_results_hold_no_excerpt() -> None:
    assert "snippet" not in json.dumps(run(assessment(finding()), redact=True))


def test_an_earlier_file_of_ours_is_a_baseline(tmp_path: Path) -> None:
    path = tmp_path / "last.sarif"
    path.write_bytes(render(assessment(finding()), KNOWN, RenderOptions())["findings.sarif"])
    found = baseline(path)
    assert [(each.fingerprint, each.rule, each.path) for each in found.findings] == [("print:src/a b.cs", "queue", "src/a b.cs")]
    assert (found.application, found.date) == (rich().application, rich().date)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_shape_that_the_standard_asks_for(name: str) -> None:
    found = run(EXAMPLES[name]())
    rules = [each["id"] for each in found["tool"]["driver"]["rules"]]
    notifications = {each["id"] for each in found["tool"]["driver"]["notifications"]}
    assert len(set(rules)) == len(rules)
    for result in found["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in {"error", "warning", "note"} and result["message"]["text"]
        assert len(result["locations"]) == 1
        place = result["locations"][0]["physicalLocation"]
        assert re.fullmatch(r"(?:[A-Za-z0-9/._~-]|%[0-9A-F]{2})+", place["artifactLocation"]["uri"])
        assert place["artifactLocation"]["uriBaseId"] in found["originalUriBaseIds"]
        assert place.get("region", {}).get("startLine", 1) >= 1
    invocation = found["invocations"][0]
    for said in (*invocation["toolExecutionNotifications"], *invocation["toolConfigurationNotifications"]):
        assert said["descriptor"]["id"] in notifications and said["message"]["text"]


@pytest.mark.parametrize("name", EXAMPLES)
def test_valid_against_the_schema(name: str) -> None:
    place = os.environ.get("ASSESSOR_SARIF_SCHEMA", "")
    if not place:
        pytest.skip("ASSESSOR_SARIF_SCHEMA names no copy of the OASIS schema")
    from jsonschema.validators import validator_for

    schema = json.loads(Path(place).read_text("utf-8"))
    document = json.loads(render(EXAMPLES[name](), KNOWN, RenderOptions())["findings.sarif"])
    assert [error.message for error in validator_for(schema)(schema).iter_errors(document)] == []


def test_no_markup_of_a_hostile_application_in_markdown() -> None:
    """Help texts come from rules, never from the application."""
    for rule in run(hostile())["tool"]["driver"]["rules"]:
        assert "<" not in rule["help"]["markdown"] or rule["id"] not in {each.id for each in KNOWN.findings}
