"""The questions asked of every bundle."""

import pytest

from assessor.plan.check import check

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
