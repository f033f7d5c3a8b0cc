"""The bundle as files: what is written is read back, and nothing a source holds can break out of its place."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from assessor.domain.deployment import (
    Build,
    BundleFile,
    Container,
    DependsOn,
    Deployment,
    Healthcheck,
    Mount,
    PublishedPort,
    SourcePlace,
    Store,
    Variable,
)
from assessor.domain.facts import Evidence
from assessor.plan.check import check
from assessor.render.as_containers import bundle_files, dockerfile
from assessor.render.containers_text import comment, dotenv, environment, yaml_scalar
from assessor.resources import folder

EVIL = "a\"b'c\n  d: ${HOME} # x \\ \u2028 *y"
PLACE = (Evidence("config.php", 12),)


def _shop() -> Deployment:
    secret = Variable("DB_PASS", "", True, "password of the shop", PLACE, True)
    variables = (
        Variable("DB_PASS", "${DB_PASS:?set it in .env}", True, "", PLACE),
        Variable("DB_USER", "${DB_USER:-shop}", False, ""),
    )
    web = Container(
        name="web",
        role="web",
        image="shop/web:${APP_VERSION:-1}",
        build="web",
        ports=(PublishedPort(8080, 80, PLACE),),
        environment=variables,
        mounts=(Mount("uploads", "/srv/uploads", evidence=PLACE),),
        depends_on=(DependsOn("mysql", "service_healthy"),),
        healthcheck=Healthcheck(("CMD", "true")),
        memory_mib=256,
        evidence=PLACE,
        todos=("look it up",),
    )
    worker = Container(
        name="worker", role="worker", image=web.image, build="web", environment=variables, mounts=web.mounts, memory_mib=128
    )
    mysql = Container(
        name="mysql",
        role="database",
        image="mysql:8.4",
        expose=(3306,),
        environment=(Variable("MYSQL_PASSWORD", "${DB_PASS:?set it in .env}", True, ""),),
        mounts=(Mount("mysql-data", "/var/lib/mysql"), Mount("./init/mysql", "/docker-entrypoint-initdb.d", True)),
        healthcheck=Healthcheck(("CMD-SHELL", 'mysqladmin ping -p"$$MYSQL_PASSWORD"')),
        memory_mib=512,
    )
    cache = Container(name="memcached", role="cache", image="memcached:1.6", commented="named in libraries only")
    build = Build(
        "web",
        "web.Dockerfile",
        "${APP_SOURCE:-../..}",
        "php-apache",
        "php:8.2-apache",
        (
            ("folder", ""),
            ("home", "/srv/shop"),
            ("web", "htdocs"),
            ("port", "80"),
            ("extension", "gd"),
            ("extension", "pdo_mysql"),
            ("writable", "/srv/uploads"),
        ),
        back="${BUNDLE_DIR:-x/bundle}",
        evidence=(Evidence("composer.json", 8),),
        proven="built and started",
    )
    return Deployment(
        name="shop",
        containers=(web, worker, mysql, cache),
        builds=(build,),
        volumes=("mysql-data", "uploads"),
        variables=(secret, Variable("DB_USER", "shop", False, "account")),
        outside=(),
        files=(BundleFile("init/mysql/01-schema.sql", "CREATE TABLE t (i INT);\n"),),
        todos=("load a dump",),
        sources=(SourcePlace("", "../..", "x/bundle"),),
        stores=(Store("mysql", "mysql", "MySQL", "MYSQL_USER", "MYSQL_PASSWORD", "MYSQL_DATABASE", ("mysql-data",)),),
    )


def _texts(deployment: Deployment) -> dict[str, str]:
    return {path: content.decode() for path, content in bundle_files(deployment).items()}


def test_files_of_a_bundle() -> None:
    texts = _texts(_shop())
    assert list(texts) == [
        ".dockerignore",
        ".env.example",
        "README.md",
        "compose.yaml",
        "init/mysql/01-schema.sql",
        "web.Dockerfile",
        "web.Dockerfile.dockerignore",
    ]
    assert check(texts) == ()
    assert _texts(_shop()) == texts


def test_compose_read_back() -> None:
    compose = yaml.safe_load(_texts(_shop())["compose.yaml"])
    assert list(compose["services"]) == ["web", "worker", "mysql"]
    web = compose["services"]["web"]
    assert web["build"] == {"context": "${APP_SOURCE:-../..}", "dockerfile": "${BUNDLE_DIR:-x/bundle}/web.Dockerfile"}
    assert (
        web["environment"]
        == compose["services"]["worker"]["environment"]
        == {"DB_PASS": "${DB_PASS:?set it in .env}", "DB_USER": "${DB_USER:-shop}"}
    )
    assert web["ports"] == ["${WEB_PORT:-8080}:80"]
    assert web["depends_on"] == {"mysql": {"condition": "service_healthy"}}
    assert compose["services"]["mysql"]["volumes"] == ["mysql-data:/var/lib/mysql", "./init/mysql:/docker-entrypoint-initdb.d:ro"]
    assert compose["volumes"] == {"mysql-data": {}, "uploads": {}}


def test_lines_carry_their_evidence_and_unknowns_a_todo() -> None:
    lines = _texts(_shop())["compose.yaml"].splitlines()
    assert '      - "uploads:/srv/uploads"  # config.php:12' in lines
    assert '      "DB_PASS": "${DB_PASS:?set it in .env}"  # config.php:12' in lines
    assert "    # TODO: look it up" in lines
    assert "# TODO: load a dump" in lines
    assert "  # Optional, left out: named in libraries only" in lines
    assert '  #   image: "memcached:1.6"' in lines


def test_variables_are_explained_and_secrets_empty() -> None:
    lines = _texts(_shop())[".env.example"].splitlines()
    assert "APP_SOURCE=../.." in lines
    assert "WEB_PORT=8080" in lines
    assert "DB_USER=shop" in lines
    assert lines[lines.index("DB_PASS=") - 1] == "# password of the shop (config.php:12)"


def test_readme_brings_the_existing_data_in() -> None:
    readme = _texts(_shop())["README.md"]
    assert "mysqldump --single-transaction" in readme
    assert """docker compose exec -T mysql sh -c 'mysql -u root -p"$MYSQL_ROOT_PASSWORD" "$MYSQL_DATABASE"' < dump.sql""" in readme
    assert "docker compose cp OLD-FOLDER/. web:/srv/uploads/" in readme
    for heading in ("Start and stop", "Bring the existing data in", "Back up and restore", "Upgrade", "What is missing"):
        assert f"\n## {heading}\n" in readme


def test_dockerfile_of_php() -> None:
    assert _texts(_shop())["web.Dockerfile"].splitlines()[:8] == [
        "# Image web, written by assessor. Build it with `docker compose build`.",
        "# composer.json:8",
        "FROM php:8.2-apache",
        "",
        "RUN apt-get update \\",
        " && apt-get install -y --no-install-recommends libfreetype6-dev libjpeg62-turbo-dev libpng-dev \\",
        " && rm -rf /var/lib/apt/lists/* \\",
        " && docker-php-ext-configure gd --with-freetype --with-jpeg \\",
    ]


def test_what_cannot_be_made_says_why() -> None:
    nothing = Deployment("lib", (), (), (), (), (), impossible="nothing was found that can be started")
    assert list(_texts(nothing)) == ["README.md"]
    assert "There is no bundle: nothing was found that can be started." in _texts(nothing)["README.md"]


def test_a_hostile_value_stays_a_value() -> None:
    variable = Variable("EVIL", EVIL.replace("$", "$$"), False, EVIL, (Evidence(EVIL, 3),))
    web = Container(
        "web",
        EVIL,
        "shop/web:1",
        environment=(variable,),
        notes=(EVIL,),
        todos=(EVIL,),
        evidence=(Evidence(EVIL, 1),),
        restart="no",
    )
    deployment = Deployment("shop", (web,), (), (), (Variable("EVIL", EVIL, False, EVIL),), (), todos=(EVIL,), notes=(EVIL,))
    texts = _texts(deployment)
    compose = yaml.safe_load(texts["compose.yaml"])
    assert set(compose) == {"name", "services"}
    assert compose["services"]["web"] == {"image": "shop/web:1", "restart": "no", "environment": {"EVIL": EVIL.replace("$", "$$")}}
    assert [line for line in texts[".env.example"].splitlines() if line and not line.startswith("#")] == [
        "APP_VERSION=1",
        f"EVIL={dotenv(EVIL)}",
    ]


@pytest.mark.parametrize("text", [EVIL, "", "no", "0x10", "1e3", "~", "- a", "\x07\x85\ufeff", "日本語", "\ud800"])
def test_scalars_survive_yaml(text: str) -> None:
    assert yaml.safe_load(f"a: {yaml_scalar(text)}")["a"].encode("utf-16", "surrogatepass") == text.encode(
        "utf-16", "surrogatepass"
    )
    assert "\n" not in comment(text)


TEMPLATES = sorted(
    path.name.removesuffix(".dockerfile.j2") for path in (folder("templates") / "containers").glob("*.dockerfile.j2")
)


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize(
    "manifests",
    [(), ("pom.xml", "package.json", "package-lock.json", "requirements.txt", "Gemfile"), ("build.gradle", "gradlew", "yarn.lock")],
)
def test_every_template_gives_a_dockerfile(template: str, manifests: tuple[str, ...], tmp_path: Path) -> None:
    inputs = [
        ("folder", "shop"),
        ("home", "/srv/shop"),
        ("web", ""),
        ("port", "8080"),
        ("user", "app"),
        ("build_image", "maven:3.9-eclipse-temurin-17"),
        ("package", "cron"),
        ("writable", "/srv/data"),
        ("environment", "A_B=c d"),
        ("library", "psycopg2"),
        ("library", "pg"),
        *(("manifest", name) for name in manifests),
    ]
    text = dockerfile(
        environment(), Build("web", "web.Dockerfile", "..", template, "debian:12-slim", tuple(inputs), evidence=PLACE)
    )
    instructions = [line.split()[0] for line in text.replace("\\\n", "").splitlines() if line and not line.startswith(("#", " "))]
    assert instructions[0] == "FROM"
    assert set(instructions) <= {"FROM", "RUN", "COPY", "WORKDIR", "ENV", "USER", "EXPOSE", "CMD", "ENTRYPOINT"}, text
    assert not [
        one
        for one in check({"compose.yaml": "services: {a: {image: 'b:1'}}", ".env.example": "", "web.Dockerfile": text})
        if "Docker" in one.path
    ]
    _lint(text, tmp_path)


def _lint(text: str, place: Path) -> None:
    hadolint = shutil.which("hadolint")
    if hadolint and "windowsservercore" not in text:
        (place / "Dockerfile").write_text(text)
        done: Any = subprocess.run(
            [hadolint, "--failure-threshold", "error", str(place / "Dockerfile")], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout
