"""Bundles that really come up: generated, built, started, asked over HTTP for a row only the database can give, made anew on
the same volumes, asked again. Nothing is edited in between; values come from `.env` alone.

Needs `docker compose` with a running engine, and the images (from a registry, or stand-ins of the same name and tag); skips
without, unless ASSESSOR_REQUIRE_ENGINE is set (as it is in CI).
"""

import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from assessor.intake.bundle_check import read_bundle
from assessor.plan.check import check

pytestmark = pytest.mark.engine
SAMPLES = Path(__file__).resolve().parents[2] / "samples"
APPLICATIONS = {
    "php-storefront": ("haproxy", r"Dinner plate Alster", {"haproxy", "web", "scheduler", "mysql", "zookeeper"}),
    "django-clinic": ("nginx", r"<h1>Lindenhof Medical Centre</h1>", {"nginx", "web", "worker", "scheduler", "postgres", "redis"}),
}
"""The container that is published, a row of the database on the first page, and the containers that stay up."""
BROKEN = re.compile(r"ERROR \d+ \(|psql:.*ERROR|PHP Fatal|SEVERE|Traceback")
START, ANSWER = 300, 60


def _without_engine() -> str:
    """Why there is no engine, or nothing."""
    if not shutil.which("docker"):
        return "docker is not installed"
    for command in (["docker", "compose", "version"], ["docker", "info"]):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            return f"{' '.join(command)}: {(done.stderr or done.stdout).strip()[:200]}"
    return ""


class Bundle:
    """A generated bundle in its own folder and compose project."""

    def __init__(self, sample: str, place: Path) -> None:
        self.folder, self.project = place / "bundle", f"assessor-{sample}-{secrets.token_hex(3)}"
        subprocess.run([sys.executable, "-m", "assessor", "assess", str(SAMPLES / sample), "-o", str(place), "-q"], check=True)
        self.port = _free_port()
        front = APPLICATIONS[sample][0].upper()
        (self.folder / ".env").write_text(
            _filled((self.folder / ".env.example").read_text(encoding="utf-8"), f"{front}_PORT", self.port)
        )

    def compose(self, *arguments: str) -> str:
        command = ["docker", "compose", "-p", self.project, *arguments]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
        return done.stdout + done.stderr

    def up(self) -> None:
        self.compose("up", "--detach", "--wait", "--wait-timeout", str(START))

    def page(self, wanted: str) -> str:
        """The first page as soon as it holds `wanted`, else the last answer."""
        body, until = "", time.monotonic() + ANSWER
        while time.monotonic() < until and not re.search(wanted, body):
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/", timeout=10) as answer:
                    body = answer.read().decode("utf-8", "replace")
            except OSError as error:
                body = f"no answer: {error}"
                time.sleep(0.5)
        return body


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _filled(example: str, published: str, port: int) -> str:
    """`.env` as a person fills it in: a random text for what is empty, free ports for those of this machine."""
    lines: list[str] = []
    for line in example.splitlines():
        name, equals, value = line.partition("=")
        if equals and name.isidentifier() and not value:
            line = f"{name}={secrets.token_hex(12)}"
        elif lines and lines[-1].startswith("# Port of this machine"):
            line = f"{name}={port if name == published else _free_port()}"
        lines.append(line)
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="module", params=sorted(APPLICATIONS))
def bundle(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Bundle]]:
    missing = _without_engine()
    if missing:
        if os.environ.get("ASSESSOR_REQUIRE_ENGINE"):
            pytest.fail(f"no container engine: {missing}")
        pytest.skip(f"needs a container engine: {missing}")
    made = Bundle(request.param, tmp_path_factory.mktemp(request.param))
    yield request.param, made
    subprocess.run(
        ["docker", "compose", "-p", made.project, "down", "--volumes", "--rmi", "local", "--timeout", "3"],
        cwd=made.folder,
        capture_output=True,
        check=False,
    )


def test_it_comes_up_and_keeps_its_data(bundle: tuple[str, Bundle]) -> None:
    sample, made = bundle
    _, wanted, running = APPLICATIONS[sample]
    assert check({path: text for path, text in read_bundle(made.folder).items() if path != ".env"}) == ()
    made.compose("config", "--quiet")
    made.compose("build")
    made.up()
    assert re.search(wanted, made.page(wanted))
    assert set(made.compose("ps", "--services", "--status", "running").split()) == running
    logs = made.compose("logs", "--no-color")
    assert not BROKEN.search(logs), "\n".join(line for line in logs.splitlines() if BROKEN.search(line))
    made.compose("down", "--timeout", "10")
    made.up()
    assert re.search(wanted, made.page(wanted))
