"""Bundles that really come up: generated, built, started, asked over HTTP for a row only the database can give, made anew on
the same volumes, asked again. Nothing is edited in between; values come from `.env` alone. The README's commands that save, bring in
and restore what a database holds are run as they stand there.

Needs `docker compose` with a running engine, and the images (from a registry, or stand-ins of the same name and tag); skips
without, unless ASSESSOR_REQUIRE_ENGINE is set (as it is in CI).
"""

import json
import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from assessor.intake.bundle_check import read_bundle
from assessor.plan.check import check
from tests.e2e.fetch import fetch
from tests.e2e.stand_ins import stand_in

pytestmark = pytest.mark.engine
HERE = Path(__file__).resolve().parent


class Application(NamedTuple):
    """`source` brings it into a folder and says where it is; `front` is the container that is published, `wanted` a row of the
    database on `page`, `running` the containers that stay up; `install` is what a person does once in the browser (a page and what
    is sent to it; `$NAME` is a value of `.env`, and `as_json` says in which form); `emptied` is the command that takes everything
    out of the database, run in its container."""

    source: Callable[[Path], Path]
    front: str
    wanted: str
    running: set[str]
    page: str = "/"
    install: tuple[str, dict[str, str]] = ("", {})
    as_json: bool = False
    emptied: tuple[str, str] = ("", "")


def _sample(name: str) -> Callable[[Path], Path]:
    return lambda place: HERE.parents[1] / "samples" / name


def _own(name: str) -> Callable[[Path], Path]:
    return lambda place: Path(shutil.copytree(HERE / "applications" / name, place / name))


def _archive(name: str) -> Callable[[Path], Path]:
    """A finished WAR: the folder of that name, and the driver of Debian's package in `WEB-INF/lib`."""

    def packed(place: Path) -> Path:
        folder = _own(name)(place)
        _fetched("libpostgresql-jdbc-java", place / "driver")
        (folder / "WEB-INF/lib").mkdir()
        shutil.copy(place / "driver/usr/share/java/postgresql.jar", folder / "WEB-INF/lib/postgresql.jar")
        archive = Path(shutil.make_archive(str(place / name), "zip", folder)).rename(place / f"{name}.war")
        shutil.rmtree(folder)
        return archive

    return packed


def _fetched(package: str, folder: Path) -> None:
    folder.mkdir()
    subprocess.run(["apt-get", "download", "-qq", package], cwd=folder, check=True)
    subprocess.run(["dpkg-deb", "-x", str(next(folder.glob("*.deb"))), str(folder)], check=True)


def _npm(package: str) -> Callable[[Path], Path]:
    """A real application from npm, as published."""

    def brought(place: Path) -> Path:
        fetch("npm", {"with": "npm", "package": package, "folder": "package"}, place)
        return place / "npm/package"

    return brought


def _debian(package: str, inside: str) -> Callable[[Path], Path]:
    """A real application from Debian; what `fetch.py` brought is used when it is there."""

    def brought(place: Path) -> Path:
        kept = Path(os.environ.get("ASSESSOR_REAL_APPLICATIONS", "")) / package / inside
        if not os.environ.get("ASSESSOR_REAL_APPLICATIONS") or not kept.is_dir():
            _fetched(package, place / package)
            kept = place / package / inside
        return kept

    return brought


APPLICATIONS = {
    "php-storefront": Application(
        _sample("php-storefront"),
        "haproxy",
        r"Dinner plate Alster",
        {"haproxy", "web", "scheduler", "mysql", "zookeeper"},
        emptied=(
            "mysql",
            'mysql -u root -p"$MYSQL_ROOT_PASSWORD" -e "DROP DATABASE $MYSQL_DATABASE; CREATE DATABASE $MYSQL_DATABASE"',
        ),
    ),
    "django-clinic": Application(
        _sample("django-clinic"),
        "nginx",
        r"<h1>Lindenhof Medical Centre</h1>",
        {"nginx", "web", "worker", "scheduler", "postgres", "redis"},
    ),
    "noticeboard": Application(_archive("noticeboard"), "web", r"Out of order until the spare winch arrives", {"web", "postgres"}),
    "ledger": Application(
        _own("ledger"),
        "web",
        r"Rowing Club Havelbogen, since 1987",
        {"web", "postgres"},
        emptied=("postgres", 'psql -q -U "$POSTGRES_USER" -d "$POSTGRES_DB" -c "DROP SCHEMA public CASCADE; CREATE SCHEMA public"'),
    ),
    "unleash": Application(
        _npm("unleash-server@5.12.8"),
        "web",
        r"Default project",
        {"web", "postgres"},
        "/api/admin/projects",  # who is logged in is a row of the database too: the cookie holds in new containers
        ("/auth/simple/login", {"username": "admin", "password": "$UNLEASH_DEFAULT_ADMIN_PASSWORD"}),
        as_json=True,
    ),
    "wordpress": Application(
        _debian("wordpress", "usr/share/wordpress"),
        "web",
        r"Hello world!",
        {"web", "mysql"},
        "/?feed=rss2",  # Debian packs the themes apart
        (
            "/wp-admin/install.php?step=2",
            {
                "weblog_title": "Allotment gardens",
                "user_name": "keeper",
                "admin_password": "a-long-one-for-a-test",
                "admin_password2": "a-long-one-for-a-test",
                "pw_weak": "on",
                "admin_email": "keeper@example.org",
                "blog_public": "0",
            },
        ),
    ),
}
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

    def __init__(self, name: str, place: Path) -> None:
        self.folder, self.project = place / "assessment/bundle", f"assessor-{name}-{secrets.token_hex(3)}"
        source, output = APPLICATIONS[name].source(place), place / "assessment"
        subprocess.run([sys.executable, "-m", "assessor", "assess", str(source), "-o", str(output), "-q"], check=True)
        self.port = _free_port()
        self.browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        front = APPLICATIONS[name].front.upper()
        (self.folder / ".env").write_text(
            _filled((self.folder / ".env.example").read_text(encoding="utf-8"), f"{front}_PORT", self.port)
        )
        if os.environ.get("ASSESSOR_STAND_INS"):
            print("\n".join(stand_in(self.folder)))

    def compose(self, *arguments: str) -> str:
        command = ["docker", "compose", "-p", self.project, *arguments]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
        return done.stdout + done.stderr

    def up(self) -> None:
        self.compose("up", "--detach", "--wait", "--wait-timeout", str(START))

    def values(self) -> dict[str, str]:
        """What `.env` holds."""
        lines = (self.folder / ".env").read_text("utf-8").splitlines()
        return {line.partition("=")[0]: line.partition("=")[2] for line in lines if line and not line.startswith("#")}

    def shell(self, command: str) -> None:
        """A line of the README, as a person runs it in the bundle's folder."""
        surroundings = {**os.environ, "COMPOSE_PROJECT_NAME": self.project}
        done = subprocess.run(command, shell=True, cwd=self.folder, env=surroundings, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{command}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"

    def sent(self, path: str, fields: dict[str, str], as_json: bool) -> None:
        """What a person sends once; a value `$NAME` is that of `.env`."""
        known = self.values()
        filled = {name: known[value[1:]] if value.startswith("$") else value for name, value in fields.items()}
        data = json.dumps(filled).encode() if as_json else urllib.parse.urlencode(filled).encode()
        kind = {"Content-Type": "application/json"} if as_json else {}
        self.browser.open(urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", data, kind), timeout=120).read()

    def page(self, path: str, wanted: str) -> str:
        """The page as soon as it holds `wanted`, else the last answer."""
        body, until = "", time.monotonic() + ANSWER
        while time.monotonic() < until and not re.search(wanted, body):
            try:
                with self.browser.open(f"http://127.0.0.1:{self.port}{path}", timeout=10) as answer:
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
    application = APPLICATIONS[sample]
    wanted, (form, fields) = application.wanted, application.install
    assert check({path: text for path, text in read_bundle(made.folder).items() if path != ".env"}) == ()
    made.compose("config", "--quiet")
    made.compose("build")
    made.up()
    if form:
        made.sent(form, fields, application.as_json)
    assert re.search(wanted, made.page(application.page, wanted))
    assert set(made.compose("ps", "--services", "--status", "running").split()) == application.running
    logs = made.compose("logs", "--no-color")
    assert not BROKEN.search(logs), "\n".join(line for line in logs.splitlines() if BROKEN.search(line))
    made.compose("down", "--timeout", "10")
    made.up()
    assert re.search(wanted, made.page(application.page, wanted))


def test_the_readmes_commands_save_bring_in_and_restore(bundle: tuple[str, Bundle]) -> None:
    sample, made = bundle
    application = APPLICATIONS[sample]
    container, empty = application.emptied
    if not container:
        pytest.skip("done with another application of the same database")
    lines = [line.strip() for line in (made.folder / "README.md").read_text("utf-8").splitlines() if line.startswith("    ")]
    (save,) = (line for line in lines if f"> {container}." in line)
    (restore,) = (line for line in lines if f"< {container}." in line)
    (bring_in,) = (line for line in lines if "< dump." in line)
    saved, dump = save.rpartition("> ")[2], re.sub(r".*< (dump\.\w+).*", r"\1", bring_in)
    made.shell(save)
    (made.folder / dump).write_bytes((made.folder / saved).read_bytes())  # the dump of the old server, which asks for its password
    for command in (bring_in, restore):
        made.compose("exec", "-T", container, "sh", "-c", empty)
        assert not re.search(application.wanted, made.page(application.page, "[^\\s]"))
        made.shell(command)
        assert re.search(application.wanted, made.page(application.page, application.wanted))
