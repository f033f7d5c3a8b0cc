"""What the names of files tell without reading much of them: installers, licences, migrations, upgrade scripts, owners.

A file `db/migrate/20200101_create_orders.rb` is the trait `migration.tool` (Rails), `setup.iss` is `installer.iss`,
`sql/upgrade_2.1_to_2.2.sql` is `upgrade.script` with the versions.
"""

import re
from collections.abc import Iterator

from assessor.domain.facts import Fact
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.reading import Reading

_INSTALLERS = (
    ("installer.iss", re.compile(r"(?i)\.iss$")),
    ("installer.nsi", re.compile(r"(?i)\.nsi$")),
    ("installer.wxs", re.compile(r"(?i)\.(?:wxs|wixproj|vdproj)$")),
    ("installer.installshield", re.compile(r"(?i)\.(?:ism|isproj)$")),
    ("installer.install4j", re.compile(r"(?i)\.install4j$|(?:^|/)izpack[\w.\-]{0,30}\.xml$|\.xml\.izpack$")),
    ("installer.rpm", re.compile(r"(?i)(?:^|/)[\w.\-]{1,60}\.spec$")),
    ("installer.deb", re.compile(r"(?:^|/)debian/control$")),
    ("installer.snap", re.compile(r"(?:^|/)snapcraft\.yaml$")),
    (
        "installer.install.sh",
        re.compile(r"(?i)(?:^|/)(?:install|installer|setup)(?:[_\-][\w\-]{1,20})?\.(?:sh|bat|cmd|ps1|run|vbs)$"),
    ),
    (
        "installer.web",
        re.compile(
            r"(?i)(?:^|/)(?:install|setup|installer)/(?:index|install|installer|setup|wizard)\.(?:php"
            r"|aspx|jsp|cgi)$|(?:^|/)(?:install|installer)\.php$"
        ),
    ),
    (
        "installer.eula",
        re.compile(
            r"(?i)(?:^|/)[\w.\-]{0,30}\beula\b[\w.\-]{0,20}\.(?:txt|rtf|md|html?|pdf)$|(?:^"
            r"|/)end[-_ ]user[-_ ]licen[cs]e[\w.\- ]{0,30}$"
        ),
    ),
    (
        "license.file",
        re.compile(
            r"(?i)(?:^|/)(?:[\w\-]{0,20}\.lic|license\.(?:key|xml|dat)"
            r"|[\w.\-]{1,30}licen[cs]e[-_]?(?:key|check|manager|validator|server)[\w.\-]{0,20}\.(?:key"
            r"|dat|lic|xml|txt|properties))$"
        ),
    ),
    (
        "document.install",
        re.compile(
            r"(?:^|/)(?:INSTALL|UPGRADE|INSTALLATION)$"
            r"|(?i:(?:^|/)(?:offline[-_ ])?(?:install|installation|installing|upgrade|upgrading)(?:[ _\-][\w\-]{1,30})?)"
            r"\.(?:md|txt|rst|adoc|html?|pdf|docx?)$"
        ),
    ),
)
_MIGRATIONS = (
    ("flyway", re.compile(r"(?:^|/)V\d{1,20}(?:[._]\d{1,20}){0,6}__[\w.\-]{1,120}\.(?:sql|java)$")),
    ("rails", re.compile(r"(?:^|/)db/migrate/\d{10,17}_\w{1,120}\.rb$")),
    ("laravel", re.compile(r"(?:^|/)(?:database/)?[Mm]igrations/\d{4}_\d{2}_\d{2}_\d{6}_\w{1,120}\.php$")),
    ("doctrine", re.compile(r"(?:^|/)[mM]igrations/(?:\w{1,40}/)?Version\d{8,16}\w{0,80}\.php$")),
    ("django", re.compile(r"(?:^|/)migrations/\d{4}_\w{1,120}\.py$")),
    ("alembic", re.compile(r"(?:^|/)(?:alembic|migrations)/versions/\w{1,120}\.py$")),
    ("entity-framework", re.compile(r"(?:^|/)Migrations/(?:\w{1,40}/)?\d{14}_\w{1,120}\.cs$")),
    ("knex", re.compile(r"(?:^|/)migrations/\d{13,17}[_\-][\w\-]{1,120}\.[jt]s$")),
    ("prisma", re.compile(r"(?:^|/)prisma/migrations/\d{14}_\w{1,120}/migration\.sql$")),
    ("golang-migrate", re.compile(r"(?:^|/)\d{1,14}_\w{1,120}\.up\.sql$")),
    ("phinx", re.compile(r"(?:^|/)migrations/\d{14}_\w{1,120}\.php$")),
)  # fmt: skip
_VERSION = r"\d{1,3}(?:[._]\d{1,4}){0,3}[a-z]?"
_UPGRADE = re.compile(
    rf"(?i)(?:^|/)[\w.\-]{{0,60}}?(?:upgrade|update|patch|migrate|alter"
    rf"|delta)[\w\-]{{0,30}}?[_\-./]?v?(?P<first>{_VERSION})?(?:[_\-]?(?:to|-|_"
    rf"|2)[_\-]?v?(?P<second>{_VERSION}))?[\w.\-]{{0,40}}\.(?:sql|mysqldiff|ddl|php|xml|sh|bat)$"
)
_PAIR = re.compile(rf"(?i)(?:^|/)v?(?P<first>{_VERSION})(?:[_\-]to[_\-]|-|_to_)v?(?P<second>{_VERSION})\.sql$")
_OWNERS = re.compile(r"(?:^|/)(?:\.github/|\.gitlab/|docs/)?CODEOWNERS$")
_KEYSTORES = re.compile(r"(?i)\.(?:jks|keystore|p12|pfx|pem|key|crt|cer)$")


def _read(document: Document) -> Iterator[Fact]:
    reading = Reading(document, "layout")
    path = document.path
    for name, pattern in _INSTALLERS:
        if pattern.search(path):
            yield reading.trait(name, 1, file=path.rpartition("/")[2])
    for name, pattern in _MIGRATIONS:
        if pattern.search(path):
            yield reading.trait("migration.tool", 1, name=name)
            break
    if found := _PAIR.search(path) or _upgrade(path):
        yield reading.trait("upgrade.script", 1, **{"from": _plain(found["first"]), "to": _plain(found["second"])})
    if _OWNERS.search(path):
        yield from _owners(reading)
    if _KEYSTORES.search(path) and "PRIVATE KEY" in document.text[:5000]:
        yield reading.trait("secret.private-key", 1, file=path.rpartition("/")[2])


def _upgrade(path: str) -> re.Match[str] | None:
    found = _UPGRADE.search(path) if re.search(r"(?i)upgrade|update|patch|delta|alter|migrate", path.rpartition("/")[2]) else None
    return (
        found
        if found and (found["first"] or found["second"]) and path.lower().endswith((".sql", ".mysqldiff", ".ddl", ".php"))
        else None
    )


def _plain(version: str | None) -> str:
    return (version or "").replace("_", ".")


def _owners(reading: Reading) -> Iterator[Fact]:
    teams: set[str] = set()
    for number, line in enumerate(reading.lines, 1):
        words = line[:1000].partition("#")[0].split()
        owners = [word for word in words[1:] if word.startswith("@") or "@" in word]
        if owners:
            teams.update(owners)
            yield reading.trait("owners.codeowners", number, path=words[0], teams=" ".join(sorted(owners)))


_HINTS = """
    install setup upgrad update patch delta alter migrat eula licen .lic .iss .nsi .wxs .spec .ism snapcraft debian/ codeowners
    izpack vdproj wixproj isproj end-user end_user __ .up.sql versions/ .jks .keystore .p12 .pfx .pem .key .crt .cer
"""
_SOME_HINT = tuple(_HINTS.split())


def _matches(path: str) -> bool:
    lower = path.lower()
    if not lower.endswith(".sql") and not any(hint in lower for hint in _SOME_HINT):
        return False
    patterns = [pattern for _, pattern in (*_INSTALLERS, *_MIGRATIONS)]
    return any(pattern.search(path) for pattern in (*patterns, _PAIR, _OWNERS, _KEYSTORES)) or _upgrade(path) is not None


DESCRIPTOR = Descriptor("layout", _matches, _read)
