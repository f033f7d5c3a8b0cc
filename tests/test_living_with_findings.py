"""From the command line to the files: accepted findings, baselines, exit codes, SARIF and CycloneDX of one small application."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

POM = """<project><modelVersion>4.0.0</modelVersion><groupId>a</groupId><artifactId>app</artifactId><version>1</version><packaging>war</packaging>
<dependencies><dependency><groupId>org.postgresql</groupId><artifactId>postgresql</artifactId><version>[42,43)</version></dependency></dependencies>
</project>
"""
JAVA = """package a;
import java.io.FileWriter;
class Scan {
    void run() throws Exception {
        new FileWriter("/var/scan/out.txt");%s
        System.loadLibrary("stamp32");
    }
}
"""


@pytest.fixture
def application(tmp_path: Path) -> Path:
    folder = tmp_path / "app"
    (folder / "src").mkdir(parents=True)
    (folder / "pom.xml").write_text(POM)
    (folder / "src" / "Scan.java").write_text(JAVA % "")
    (folder / "app.properties").write_text("scan.path=\\\\\\\\scan01\\\\in\n")
    return folder


def assess(application: Path, *options: str) -> tuple[int, str]:
    command = [sys.executable, "-m", "assessor", "assess", str(application), "-j1", "--no-cache", "-q", *options]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1795392000"}
    result = subprocess.run(command, cwd=application.parent, capture_output=True, text=True, timeout=120, env=environment)
    return result.returncode, result.stderr


def data(application: Path, *options: str) -> dict[str, Any]:
    code, said = assess(application, "-o", "json=out.json", "--force", *options)
    assert code == 0, said
    return dict(json.loads((application.parent / "out.json").read_text("utf-8")))


def rules(document: dict[str, Any]) -> list[str]:
    return [finding["rule"] for finding in document["findings"]]


def test_a_comment_and_the_configuration_accept_and_the_run_does_not_fail(application: Path) -> None:
    every = data(application)
    blockers = sorted({finding["rule"] for finding in every["findings"] if finding["mark"] == "blocker"})
    assert "java-file-write" in rules(every) and blockers
    assert assess(application, "-o", "sarif=a.sarif", "--fail-on", "high")[0] == 1
    (application / "src" / "Scan.java").write_text(JAVA % " // assessor:ignore[java-file-*, java-path-*] scratch only by=Lin")
    entries = "".join(f'[[accept]]\nrule = "{rule}"\nreason = "known"\nuntil = 2099-01-01\n' for rule in blockers)
    (application.parent / "assessor.toml").write_text(entries + '[[accept]]\nrule = "no-such"\nreason = "x"\n')
    code, said = assess(application, "-o", "sarif=a.sarif", "--fail-on", "high", "--force")
    assert (code, said) == (0, "")
    run = json.loads((application.parent / "a.sarif").read_text("utf-8"))["runs"][0]
    suppressed = {result["ruleId"]: each["kind"] for result in run["results"] for each in result["suppressions"]}
    assert suppressed == {"java-file-write": "inSource", "java-path-absolute": "inSource", **dict.fromkeys(blockers, "external")}
    assert [each["descriptor"]["id"] for each in run["invocations"][0]["toolConfigurationNotifications"]] == [
        "decision-unknown-rule"
    ]


def test_moved_lines_are_known_and_new_findings_fail(application: Path) -> None:
    assert assess(application, "-o", "json=last.json", "-o", "sarif=last.sarif")[0] == 0
    source = application / "src" / "Scan.java"
    source.write_text("// moved\n\n\n" + JAVA % "")
    for baseline in ("last.json", "last.sarif"):
        assert assess(application, "-o", "json=now.json", "--force", "--baseline", baseline, "--fail-on", "new")[0] == 0
    source.write_text(JAVA % '\n        new FileWriter("/var/scan/second.txt");')
    code, said = assess(application, "-o", "json=now.json", "--force", "--baseline", "last.json", "--fail-on", "new")
    assert (code, said) == (1, "2 finding(s) that --fail-on new asks about\n")
    found = json.loads((application.parent / "now.json").read_text("utf-8"))
    assert [finding["evidence"]["line"] for finding in found["findings"] if finding["state"] == "new"] == [6, 6]


def test_new_needs_a_baseline(application: Path) -> None:
    code, said = assess(application, "-o", "json=now.json", "--fail-on", "new")
    assert code == 2 and "needs something to compare with" in said


def test_chosen_rules(application: Path) -> None:
    assert set(rules(data(application, "--select", "java-file-*"))) == {"java-file-write"}
    ignored = data(application, "--ignore", "java-*")
    assert not [rule for rule in rules(ignored) if rule.startswith("java-")]
    assert ignored["review"]["ignore"] == ["java-*"] and ignored["review"]["left_out"] > 0
    code, said = assess(application, "-o", "json=now.json", "--ignore", "java-file-wrte")
    assert code == 2 and "did you mean 'java-file-write'?" in said


def test_an_inventory_wins_over_a_range(application: Path) -> None:
    stated = [
        {"purl": "pkg:maven/org.postgresql/postgresql@42.7.3"},
        {"purl": "pkg:maven/org.checkerframework/checker-qual@3.42.0"},
    ]
    (application.parent / "sbom.json").write_text(json.dumps({"bomFormat": "CycloneDX", "components": stated}))
    code, _ = assess(application, "--sbom", "sbom.json", "-o", "cyclonedx=bom.json")
    found = json.loads((application.parent / "bom.json").read_text("utf-8"))
    assert code == 0
    assert [each["purl"] for each in found["components"]] == [each["purl"] for each in reversed(stated)]
