"""The command line as a user meets it: exit codes, messages with a place and a hint, never a traceback for the user's mistake."""

import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parent.parent / "samples"
GOOD_RULE = """id: {id}
language: {language}
message: Finds a thing
rule: {{ pattern: "Thing.find($X)" }}
metadata:
  fact: trait
  name: thing.found
"""


def run(*arguments: str | Path, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "assessor", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "NO_COLOR": "1", "SOURCE_DATE_EPOCH": "1760000000", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )


def application(folder: Path, **files: str | bytes) -> Path:
    source = {"index.php": "<?php\nrequire 'db.php';\necho rows();\n", "db.php": "<?php\nfunction rows() { return 1; }\n", **files}
    for name, content in source.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def refused(result: subprocess.CompletedProcess[str], code: int, *said: str) -> None:
    assert result.returncode == code, result.stderr
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    for text in said:
        assert text in result.stderr


def test_assess_writes_report_data_and_bundle_and_says_where(tmp_path: Path) -> None:
    app = application(tmp_path / "shop")
    result = run("assess", app, cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    assert result.stdout == ""
    out = tmp_path / "assessment"
    assert {"report.html", "report.md", "assessment.json", "bundle"} <= {path.name for path in out.iterdir()}
    assert (out / "bundle" / "compose.yaml").is_file()
    for text in ("shop: bundle", "read: 2 files, 5 lines: PHP 5", str(out / "report.html"), str(out / "bundle"), "1.", "2.", "3."):
        assert text in result.stderr, result.stderr
    assert sorted(path.name for path in app.iterdir()) == ["db.php", "index.php"]


def test_assess_here_writes_beside_the_tree(tmp_path: Path) -> None:
    app = application(tmp_path / "shop")
    assert run("assess", ".", cwd=app).returncode == 0
    assert (tmp_path / "shop-assessment" / "report.html").is_file()
    assert sorted(path.name for path in app.iterdir()) == ["db.php", "index.php"]


def test_json_on_stdout_is_only_json_and_holds_the_verdict(tmp_path: Path) -> None:
    result = run("assess", application(tmp_path / "shop"), "-o", "json=-", "-q", cwd=tmp_path)
    assert result.returncode == 0 and result.stderr == ""
    assert json.loads(result.stdout)["recommendation"]["verdict"] == "bundle"
    assert not (tmp_path / "assessment").exists()


def test_a_missing_path(tmp_path: Path) -> None:
    refused(run("assess", tmp_path / "nowhere"), 2, "error: this path does not exist", "  at: ", "  hint: ")


def test_an_empty_folder_and_one_without_source(tmp_path: Path) -> None:
    (tmp_path / "void").mkdir()
    refused(run("assess", tmp_path / "void"), 3, "error: there is no file to read", "  hint: ")
    (tmp_path / "void" / "logo.png").write_bytes(b"\x89PNG\0\0")
    refused(run("assess", tmp_path / "void"), 3, "error: ", "  hint: ")


@pytest.mark.skipif(
    sys.platform == "win32" or os.environ.get("USER") == "root" or os.geteuid() == 0, reason="root reads everything"
)
def test_a_folder_that_cannot_be_read(tmp_path: Path) -> None:
    app = application(tmp_path / "shop")
    app.chmod(0)
    try:
        refused(run("assess", app), 2, "cannot be read", "  hint: ")
    finally:
        app.chmod(0o700)


def test_a_broken_archive(tmp_path: Path) -> None:
    (tmp_path / "shop.war").write_bytes(b"PK\3\4 no zip at all")
    refused(run("assess", tmp_path / "shop.war"), 2, "cannot be opened", "shop.war", "  hint: ")


def test_a_war_is_assessed_from_the_archive(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "shop.war", "w") as archive:
        archive.writestr("WEB-INF/web.xml", "<web-app><servlet><servlet-name>a</servlet-name></servlet></web-app>")
        archive.writestr("index.jsp", "<html><% int x = 1; %></html>\n")
    result = run("assess", tmp_path / "shop.war", cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "assessment" / "report.html").is_file()


def test_one_bad_file_among_good_ones_is_named_and_stops_nothing(tmp_path: Path) -> None:
    nested = "<?php $a = " + "[" * 100_000 + "]" * 100_000 + ";\n"
    app = application(
        tmp_path / "shop", **{"deep.php": nested, "pom.xml": "<project><unclosed>", "b.php": "<?php\necho 1;\n" * 400}
    )
    result = run("assess", app, cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    found = json.loads((tmp_path / "assessment" / "assessment.json").read_text("utf-8"))
    assert {item["path"] for item in found["coverage"]["unread"]} >= {"deep.php", "pom.xml"}
    assert "deep.php" in result.stderr and "index.php" in {unit["path"] for unit in found["architecture"]["units"]}


def test_more_lost_than_allowed_is_exit_code_4(tmp_path: Path) -> None:
    nested = "<?php $a = " + "\n[" * 5_000 + "]" * 5_000 + ";\n"
    result = run("assess", application(tmp_path / "shop", **{"deep.php": nested}), cwd=tmp_path)
    assert result.returncode == 4, result.stderr
    assert (tmp_path / "assessment" / "report.html").is_file()


def test_a_rule_with_an_error_and_one_for_an_unknown_language(tmp_path: Path) -> None:
    app = application(tmp_path / "shop")
    rules = tmp_path / "mine" / "code" / "php"
    rules.mkdir(parents=True)
    (rules / "mine.yml").write_text(GOOD_RULE.format(id="my-rule", language="php") + "  nmae: typo\n", "utf-8")
    refused(
        run("assess", app, "--rules", tmp_path / "mine"), 2, "unknown key 'nmae', did you mean 'name'?", "mine.yml:8", "  hint: "
    )
    (rules / "mine.yml").write_text(GOOD_RULE.format(id="my-rule", language="phq"), "utf-8")
    refused(run("assess", app, "--rules", tmp_path / "mine"), 2, "'phq'", "did you mean 'php'?", "mine.yml:2", "  hint: ")
    (rules / "mine.yml").write_text(GOOD_RULE.format(id="my-rule", language="php"), "utf-8")
    assert run("assess", app, "--rules", tmp_path / "mine", cwd=tmp_path).returncode == 0


def test_an_output_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    refused(run("assess", application(tmp_path / "shop"), "-o", tmp_path / "file" / "out"), 2, "cannot write", "  hint: ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("asses", "."), "did you mean 'assess'?"),
        (("assess", ".", "--wat"), "--wat"),
        (("assess", ".", "-o", "jsn=x"), "did you mean 'json'?"),
        (("assess", ".", "--encoding", "klingon"), "unknown encoding 'klingon'"),
        (("rules", "show", "php-no-such-rule"), "there is no rule"),
        (("schema", "assesment"), "did you mean 'assessment'?"),
    ],
)
def test_misspelt_words_are_answered_with_the_nearest(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    refused(run(*arguments, cwd=application(tmp_path / "shop")), 2, "error: ", said, "  hint: ")


@pytest.mark.skipif(sys.platform == "win32", reason="signals are a matter of POSIX")
def test_interrupted_is_130_without_a_traceback(tmp_path: Path) -> None:
    app = application(tmp_path / "shop", **{f"f{n}.php": "<?php\n" + "function a() { $x = [1, 2]; }\n" * 3000 for n in range(30)})
    process = subprocess.Popen(
        [sys.executable, "-m", "assessor", "assess", str(app), "-j", "1"],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # a suite in the background ignores it
    )
    time.sleep(1.5)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130, said
    assert "Traceback" not in said and "interrupted" in said


def test_help_version_and_no_arguments() -> None:
    shown = run("--help")
    assert shown.returncode == 0
    for command in ("assess", "schema", "doctor", "rules", "explain"):
        assert command in shown.stdout
    assert run("--version").stdout.startswith("assessor ")
    assert run("assess", "--help").returncode == 0


def test_doctor_says_what_would_be_read(tmp_path: Path) -> None:
    result = run("doctor", application(tmp_path / "shop"))
    assert result.returncode == 0 and "source: 2" in result.stdout


def test_rules_can_be_listed_and_explained() -> None:
    listed = run("rules", "list")
    assert listed.returncode == 0 and len(listed.stdout.splitlines()) > 150
    rule = next(line.split()[1] for line in listed.stdout.splitlines() if line.startswith("code "))
    assert run("rules", "show", rule).stdout == run("explain", rule).stdout
    assert rule in run("explain", rule).stdout
