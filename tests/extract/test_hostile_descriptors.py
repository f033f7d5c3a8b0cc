"""No text that a stranger wrote may hang, crash or blow up a parser; each gives facts or says that it cannot read."""

import time

import pytest

from assessor.extract.descriptor import Descriptor, Document, Unreadable, descriptors

NAMES = """
pom.xml build.gradle settings.gradle gradle/libs.versions.toml composer.json package.json requirements.txt
pyproject.toml Pipfile setup.py setup.cfg manage.py wsgi.py a.csproj a.sln packages.config global.json
web.config WEB-INF/web.xml application.properties config/application.yml .env schema.sql Dockerfile
appsettings.json META-INF/ejb-jar.xml conf/server.xml standalone.xml weblogic.xml glassfish-resources.xml
persistence.xml applicationContext.xml OrderMapper.xml Procfile app.service supervisord.conf php.ini
config/database.php settings.py k8s.yaml .gitlab-ci.yml main.tf deploy.sh CODEOWNERS Gemfile db/schema.rb
go.mod a.jmx logback.xml db/changelog.xml schema.prisma task.xml ehcache.xml docker-compose.yml crontab
httpd.conf .htaccess nginx/nginx.conf haproxy.cfg
"""
PATHS = tuple(NAMES.split())
ENTITIES = "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10}">' for n in range(1, 20))
BILLION = f'<!DOCTYPE a [<!ENTITY b0 "bbbbbbbbbb">{ENTITIES}]><a><dependency><artifactId>&b19;</artifactId></dependency>&b19;</a>'
ALIASES = (
    "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}]\n" for n in range(1, 30)) + "services: {x: *a29}\n"
)
TEXTS = {
    "empty": "",
    "binary": "\x00\x01\x02\ufffd" * 5000,
    "brackets": "[" * 20_000,
    "braces": '{"a":' * 10_000,
    "dashes": "- " * 10_000,
    "indent": "\n".join(" " * n + "a:" for n in range(700)),
    "parentheses": "CREATE TABLE t (" + "(" * 20_000,
    "tags": "<a>" * 10_000,
    "attributes": "<a " + " ".join(f'x{n}="{n}"' for n in range(5_000)) + "/>",
    "long line": "password=" + "a" * 200_000,
    "long words": "a.b-c_" * 10_000,
    "spaces": " " * 200_000 + "x",
    "quotes": "'" * 40_000,
    "url": "jdbc:mysql://" * 5_000,
    "equal signs": "=" * 50_000,
    "colons": "a: " * 20_000,
    "dollars": "${a:" * 10_000,
    "backslashes": "\\\n" * 20_000,
    "comments": "/*" * 40_000,
    "surrogates": 'k = "\\ud800"\n{"name": "\\ud800"}',
    "billion laughs": BILLION,
    "aliases": ALIASES,
    "create": "CREATE TABLE a (\n" * 2_000,
    "create or replace": "create or replace " * 10_000,
}  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_hostile_text(path: str) -> None:
    readers = [each for each in descriptors() if each.matches(path)]
    assert readers, f"nothing reads {path}"
    for name, text in TEXTS.items():
        started = time.perf_counter()
        for reader in readers:
            _read(reader, Document(path, text, text.encode("utf-8", "surrogatepass")))
        assert time.perf_counter() - started < 4, f"{path}: {name}"


def _read(reader: Descriptor, document: Document) -> None:
    try:
        for fact in reader.read(document):
            str(fact).encode("utf-8")
    except Unreadable:
        pass
