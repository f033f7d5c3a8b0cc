"""Every number about the history reaches a figure: a made-up application with 230 commits, and each number moved alone."""

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from assessor import pipeline
from assessor.domain.assessment import Assessment
from assessor.request import Request

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
PARTS = ("claims", "ledger", "mail")
UNITS = 12


def source(part: str, number: int, change: int) -> str:
    calls = "".join(f"from {part}.unit{other} import run as run{other}\n" for other in range(number))
    return f"{calls}\n\nclass Row{number}:\n    pass\n\n\ndef run():\n    return {change}{''.join(f' + run{n}()' for n in range(number))}\n"


def commits() -> list[list[str]]:
    """Files of each commit: pairs over a border 40 times, pairs that change apart as well, and ten commits of 25 files."""
    everything = [f"{part}/unit{number}.py" for part in PARTS for number in range(UNITS)]
    tied = [["claims/unit3.py", "ledger/unit3.py"] for _ in range(40)]
    loose = [["claims/unit5.py", "mail/unit5.py"] if n % 3 == 0 else ["claims/unit5.py"] for n in range(60)]
    rare = [["mail/unit11.py", "mail/unit9.py"] for _ in range(3)]
    alone = [[everything[n % len(everything)]] for n in range(117)]
    wide = [everything[:25] for _ in range(10)]
    return [everything, *tied, *loose, *rare, *alone, *wide]


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("history") / "office"
    folder.mkdir()
    lines = []
    for number, paths in enumerate(commits()):
        when = 1_700_000_000 + number * 86_400
        lines += ["commit refs/heads/main", f"committer x <{number % 4}@office.example> {when} +0000", "data 0"]
        for path in paths:
            part, _, name = path.partition("/")
            text = source(part, int(name.removeprefix("unit").removesuffix(".py")), number)
            lines += [f"M 644 inline {path}", f"data {len(text)}", text]
        if not number:
            lines += [
                "M 644 inline app.py",
                "data 80",
                "from flask import Flask\nimport claims.unit3\n\napp = Flask(__name__)\napp.run()\n".ljust(80),
            ]
            lines += ["M 644 inline requirements.txt", "data 9", "flask==3\n"]
    plain = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    for command, given in (
        (["init", "-q", "-b", "main"], ""),
        (["fast-import", "--quiet"], "\n".join(lines)),
        (["reset", "-q", "--hard"], ""),
    ):
        subprocess.run(["git", *command], cwd=folder, env=plain, check=True, capture_output=True, input=given.encode())
    return folder


def assess(repository: Path, beside: Path, numbers: str = "") -> Assessment:
    (beside / "numbers.toml").write_text(numbers, "utf-8")
    request = Request(
        paths=(repository,), assumptions=beside / "numbers.toml", bundle=beside / "out/bundle", today=date(2026, 1, 2)
    )
    (found,) = pipeline.assess(request)
    return found


def pairs(found: Assessment) -> set[tuple[str, str]]:
    return {(each.first, each.second) for each in found.history.together} if found.history else set()


def test_each_number_of_the_history_reaches_a_figure(repository: Path, tmp_path: Path) -> None:
    plain = assess(repository, tmp_path)
    assert plain.history is not None
    assert (plain.history.commits, plain.history.bulk, plain.cut.applies, plain.cut.merged) == (230, 1, True, False)
    tied, loose, rare = (f"{a}.unit{n}" for a, n in (("claims", 3), ("claims", 5), ("mail", 11)))
    assert {(first, second) for first, second in pairs(plain) if first in (tied, loose, rare)} >= {(tied, "ledger.unit3")}

    narrow = assess(repository, tmp_path, '"history.bulk" = 20\n')
    assert narrow.history is not None
    assert (narrow.history.commits, narrow.history.bulk) == (220, 11)
    assert assess(repository, tmp_path, '"history.least" = 300\n').history is None
    assert (loose, "mail.unit5") in pairs(plain)
    assert (loose, "mail.unit5") not in pairs(assess(repository, tmp_path, '"history.degree" = 0.7\n'))
    assert (rare, "mail.unit9") not in pairs(plain)
    assert (rare, "mail.unit9") in pairs(assess(repository, tmp_path, '"history.together" = 3\n'))
    heavy = assess(repository, tmp_path, '"cut.layer.change" = 30\n')
    assert heavy.cut.modularity != plain.cut.modularity
    merged = assess(repository, tmp_path, '"cut.most-nodes" = 20\n')
    assert (plain.cut.nodes, merged.cut.nodes, merged.cut.reason) == (37, 0, "cut.no-ties"), "four packages are too few to cut"
