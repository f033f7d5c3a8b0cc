"""Findings in doubtful places, and those that say something doubtful, are hints."""

import pytest
from msgspec.structs import replace

from assessor.domain.doubt import Doubt
from assessor.domain.facts import Evidence
from assessor.domain.findings import CERTAIN, Effort, Finding
from assessor.findings.doubts import doubted, doubtful_excerpt, doubtful_message, doubtful_place
from assessor.knowledge.load import load
from assessor.resources import folder

DOUBTS = load([folder("rules")]).knowledge.doubts
STARTS = Finding(
    rule="python-process-exec",
    mark="handled",
    concern="os-processes",
    message="Starts the program git",
    note="",
    evidence=Evidence("scripts/release.py", 3, "python-process-exec", 'subprocess.run(["git", "tag"])'),
    fingerprint="",
    effort=Effort(0.25, 1),
)


@pytest.mark.parametrize("doubt", DOUBTS, ids=lambda doubt: doubt.id)
def test_a_doubt_has_a_source_and_examples_that_hold(doubt: Doubt) -> None:
    applies = doubtful_excerpt(doubt) if doubt.excerpt else doubtful_message(doubt) if doubt.message else doubtful_place(doubt)
    assert doubt.source and doubt.note and doubt.concerns and doubt.confidence < CERTAIN
    assert len(doubt.examples.doubtful) >= 2 and all(map(applies, doubt.examples.doubtful))
    assert len(doubt.examples.certain) >= 2 and not any(map(applies, doubt.examples.certain))


def confidence(path: str, concern: str = "os-processes", stated: float = 1.0, **said: str) -> float:
    finding = replace(STARTS, concern=concern, evidence=replace(STARTS.evidence, path=path), confidence=stated, **said)
    return next(doubted([finding], DOUBTS)).confidence


def test_what_a_script_of_the_developers_does_is_a_hint() -> None:
    assert confidence("scripts/release.py") == 0.4
    assert confidence("scripts/release.py", stated=0.2) == 0.2
    assert confidence("scripts/crontab", concern="in-process-scheduler") == 1.0
    assert confidence("clinic/release.py") == 1.0


def test_a_variable_of_the_system_is_no_setting_of_the_program() -> None:
    def read(name: str, rule: str = "php-config-environment") -> float:
        return confidence("lib/mail.php", "boosters", rule=rule, message=f"Reads the variable {name}")

    assert [read(name) for name in ("TEMP", "'HOME'", "REMOTE_ADDR")] == [0.4, 0.4, 0.4]
    assert [read(name) for name in ("SMTP_HOST", "TEMP_FOLDER")] == [1.0, 1.0]
    assert read("TEMP", rule="booster-compose") == 1.0


def test_a_signal_that_a_tool_handles_says_nothing_about_the_server() -> None:
    assert confidence("cli/repair.php", "boosters", rule="php-shutdown-graceful") == 0.4
    assert confidence("cli/repair.php", "boosters", rule="php-config-environment") == 1.0


def test_what_is_written_into_a_temporary_file_is_a_hint() -> None:
    def of(excerpt: str) -> float:
        evidence = Evidence("src/Export.java", 3, "java-file-write", excerpt)
        return next(doubted([replace(STARTS, rule="java-file-write", concern="local-files", evidence=evidence)], DOUBTS)).confidence

    assert of("new FileOutputStream(tempFile)") == 0.4
    assert of("new FileOutputStream(invoice)") == 1.0


def test_what_lies_beside_the_windows_of_a_desktop_is_a_hint() -> None:
    def finding(path: str, concern: str) -> Finding:
        return replace(STARTS, concern=concern, evidence=Evidence(path, 3, "", ""))

    windows = [finding(f"client/apps/{name}.java", "desktop-ui") for name in ("Login", "Menu")]
    alone = finding("server/jobs/Progress.java", "desktop-ui")
    threads = [finding(path, "threads") for path in ("client/apps/Task.java", "client/apps/search/Info.java", "client/Start.java")]
    server = finding("server/jobs/Runner.java", "threads")
    found = {one.evidence.path: one.confidence for one in doubted([*windows, alone, *threads, server], DOUBTS)}
    assert found == {
        "client/apps/Login.java": 1.0,
        "client/apps/Menu.java": 1.0,
        "client/apps/Task.java": 0.4,
        "client/apps/search/Info.java": 0.4,
        "client/Start.java": 1.0,
        "server/jobs/Progress.java": 1.0,
        "server/jobs/Runner.java": 1.0,
    }
