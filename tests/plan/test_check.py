"""The questions asked of every bundle."""

import copy

import pytest
import yaml

from assessor.plan.check import check
from assessor.plan.check_service import SERVICE_KEYS

GOOD = {
    "compose.yaml": """name: shop
services:
  web:
    image: shop/web:1
    build:
      context: ..
      dockerfile: bundle/web.Dockerfile
    restart: unless-stopped
    environment:
      DB_PASSWORD: "${DB_PASSWORD:?set it in .env}"
    ports:
      - "${WEB_PORT:-8080}:80"
    volumes:
      - "uploads:/srv/uploads"
      - "./site.conf:/etc/site.conf:ro"
    depends_on:
      db:
        condition: service_healthy
  db:
    image: mysql:8.4
    restart: unless-stopped
    healthcheck:
      test: ["CMD", "true"]
volumes:
  uploads: {}
""",
    ".env.example": "DB_PASSWORD=\nWEB_PORT=8080\n",
    "web.Dockerfile": "FROM php:8.2-apache\n",
    "site.conf": "",
}


def _problems(path: str, old: str, new: str) -> list[str]:
    assert old in GOOD[path]
    files = {**GOOD, path: GOOD[path].replace(old, new)}
    return [f"{one.path}:{one.line} {one.what}" for one in check(files)]


def test_a_good_bundle() -> None:
    assert check(GOOD) == ()


@pytest.mark.parametrize(
    ("path", "old", "new", "said"),
    [
        (
            "compose.yaml",
            "name: shop",
            "name: My Shop",
            "compose.yaml:1 'My Shop' is no project name: lower case letters, digits, - and _",
        ),
        ("compose.yaml", "name: shop", "version: '3'", "compose.yaml:1 'version' is obsolete: remove the line"),
        ("compose.yaml", "mysql:8.4", "mysql", "compose.yaml:20 db: the image mysql is not pinned to a version"),
        ("compose.yaml", ":-8080}:80", ":-8080}:99999", "compose.yaml:11 web: '${WEB_PORT:-8080}:99999' is no port"),
        ("compose.yaml", "uploads:/srv", "pictures:/srv", "compose.yaml:24 the volume 'pictures' is used and not declared"),
        ("compose.yaml", "./site.conf:", "./other.conf:", "compose.yaml:13 web: ./other.conf is not in the bundle"),
        ("compose.yaml", "      db:\n", "      cache:\n", "compose.yaml:16 web: it waits for 'cache', which does not exist"),
        (
            "compose.yaml",
            '    healthcheck:\n      test: ["CMD", "true"]\n',
            "",
            "compose.yaml:16 web: it waits for the health of 'db', which has no health check here",
        ),
        (
            "compose.yaml",
            '"${DB_PASSWORD:?set it in .env}"',
            "s3cret",
            "compose.yaml:9 web: DB_PASSWORD holds a secret in plain text",
        ),
        (
            "compose.yaml",
            "DB_PASSWORD: ",
            "DB_URL: mysql://u:pw@db/x\n      DB_PASSWORD: ",
            "compose.yaml:9 web: DB_URL holds a password inside an address",
        ),
        (
            "compose.yaml",
            "DB_PASSWORD:?",
            "DB_PASWORD:?",
            "compose.yaml:10 the variable DB_PASWORD is not explained in .env.example",
        ),
        (
            "compose.yaml",
            "    restart: unless-stopped\n    environment",
            "    environment",
            "compose.yaml:3 web: no restart policy",
        ),
        ("compose.yaml", "    image: mysql:8.4", "    imge: mysql:8.4", "compose.yaml:20 db: unknown key 'imge'"),
        ("compose.yaml", "services:", "services: [", "compose.yaml:4 not valid YAML: expected ',' or ']', but got ':'"),
        (".env.example", "DB_PASSWORD=", "DB_PASSWORD=hunter2", ".env.example:1 DB_PASSWORD is a secret: leave it empty"),
        ("web.Dockerfile", "php:8.2-apache", "php", "web.Dockerfile:1 the base image php is not pinned to a version"),
        (
            "web.Dockerfile",
            "FROM",
            "# syntax=docker/dockerfile:1\nFROM",
            "web.Dockerfile:1 a syntax line fetches another image at build time; old engines cannot",
        ),
        (
            "web.Dockerfile",
            "apache\n",
            "apache\nENV API_TOKEN=abc\n",
            "web.Dockerfile:2 API_TOKEN is a secret written into the image",
        ),
        ("web.Dockerfile", "apache\n", "apache\nRUN <<EOF\n", "web.Dockerfile:2 a heredoc is not understood by old engines"),
        ("web.Dockerfile", "apache\n", "apache\nWORKDRI /srv\n", "web.Dockerfile:2 'WORKDRI' is no instruction"),
        (
            "web.Dockerfile",
            "apache\n",
            "apache\nCOPY --from=made /a /b\n",
            "web.Dockerfile:2 COPY takes from 'made', which is no stage",
        ),
        ("web.Dockerfile", "FROM php:8.2-apache", "RUN true", "web.Dockerfile:1 RUN stands before the first FROM"),
        (".env.example", "WEB_PORT=", "WEB PORT ", ".env.example:2 this line is no NAME=VALUE"),
        (
            "compose.yaml",
            "    image: mysql:8.4",
            "    image: mysql:8.4\n    image: mysql:8.0",
            "compose.yaml:21 not valid YAML: the key 'image' stands twice",
        ),
        (
            "compose.yaml",
            '      test: ["CMD", "true"]',
            "      interval: often",
            "compose.yaml:22 db: 'often' is no duration (interval)",
        ),
        ("compose.yaml", '      test: ["CMD", "true"]', "      retries: 3", "compose.yaml:22 db: the health check has no 'test'"),
        (
            "compose.yaml",
            '["CMD", "true"]',
            '["CMD", "true"]\n      retries: many',
            "compose.yaml:22 db: 'many' is no number (retries)",
        ),
        (
            "compose.yaml",
            "    image: mysql:8.4",
            "    image: mysql:8.4\n    mem_limit: lots",
            "compose.yaml:21 db: 'lots' is no size",
        ),
        (
            "compose.yaml",
            "    image: mysql:8.4",
            "    image: mysql:8.4\n    ports: 3306",
            "compose.yaml:21 db: 'ports' must be a list",
        ),
        (
            "compose.yaml",
            "    image: mysql:8.4",
            "    image: mysql:8.4\n    command: {a: b}",
            "compose.yaml:21 db: 'command' must be a text or a list",
        ),
        (
            "compose.yaml",
            "    image: mysql:8.4",
            "    image: mysql:8.4\n    environment: {A: [b]}",
            "compose.yaml:21 db: the variable A holds no single value",
        ),
        (
            "compose.yaml",
            "mysql:8.4\n    restart: unless-stopped",
            "mysql:8.4\n    restart: sometimes",
            "compose.yaml:21 db: 'sometimes' is no restart policy",
        ),
        (
            "compose.yaml",
            "    image: mysql:8.4",
            "    image: mysql:8.4\n    depends_on: [web]",
            "compose.yaml:21 db waits for web waits for db: none of them starts",
        ),
        (
            "compose.yaml",
            '      - "${WEB_PORT:-8080}:80"',
            '      - "8080:80"\n      - "8080:81"',
            "compose.yaml:11 web: the port 8080 of the machine is published twice",
        ),
    ],
)
def test_one_thing_wrong(path: str, old: str, new: str, said: str) -> None:
    assert said in _problems(path, old, new)


def test_ports_of_the_machine_are_published_once() -> None:
    assert _problems("compose.yaml", "    image: mysql:8.4\n", "    image: mysql:8.4\n    ports: ['8080:3306']\n") == [
        "compose.yaml:21 db: the port 8080 of the machine is published by web too"
    ]


def test_missing_files() -> None:
    assert [one.what for one in check({})] == ["the file is missing"]
    assert [
        f"{one.path} {one.what}"
        for one in check({"compose.yaml": GOOD["compose.yaml"].replace("DB_PASSWORD", "X").replace("WEB_PORT", "Y")})
    ][:1] == [".env.example the file is missing"]


ODD = (None, 1, True, "x", [], [1], ["x", {"a": [1]}], {}, {"x": [1]}, {"x": {"condition": 1}})


@pytest.mark.parametrize("odd", ODD, ids=str)
def test_whatever_people_write_is_answered(odd: object) -> None:
    tree = yaml.safe_load(GOOD["compose.yaml"])
    for path in (
        ("services",),
        ("volumes",),
        ("name",),
        ("services", "web"),
        *(("services", "web", key) for key in sorted(SERVICE_KEYS)),
    ):
        *above, last = path
        changed = copy.deepcopy(tree)
        inner = changed
        for key in above:
            inner = inner[key]
        inner[last] = odd
        check({**GOOD, "compose.yaml": yaml.safe_dump(changed)})
