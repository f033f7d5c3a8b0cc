"""Which SQL files make the database: the schema first, then the data of a new installation; upgrades of old ones are left out.

`sql/schema.sql`, `sql/seed.sql` -> both, in this order; `sql/upgrade_1.1_to_1.2.sql` -> not; `db/oracle/schema.sql` -> only for
Oracle.
"""

import re
from collections.abc import Callable, Sequence

from assessor.domain.deployment import BundleFile
from assessor.domain.facts import Evidence, FileFacts, TableUse

_LATER = re.compile(
    r"upgrade|update|migrat|patch|delta|alter|_to_\d|\bv?\d+[._]\d+|rollback|downgrade|drop|remove|uninstall|delete|clean|test|demo_big",
    re.I,
)
_DATA = re.compile(r"seed|data|insert|initial|sample|demo|populate|fill|content|master", re.I)
_SCHEMA = re.compile(r"schema|create|structure|ddl|tables?|install|init|model|setup|database|db", re.I)
_DIALECTS = {
    "postgres": r"postgres(ql)?|pgsql|pg",
    "mysql": r"mysql|mariadb",
    "mariadb": r"mysql|mariadb",
    "mssql": r"mssql|sqlserver|sql-server",
    "oracle": r"oracle|ora",
    "other": r"h2|hsqldb|hsql|derby|sqlite3?|db2|firebird|informix|sybase",
}
_LARGEST = 4_000_000


def init_scripts(facts: Sequence[FileFacts], service: str, read_text: Callable[[str], str]) -> tuple[BundleFile, ...]:
    """The files to run on an empty database of `service` (an id of the catalogue), numbered in their order, text included.

    Only when at least one of them defines tables, and when no migration tool does that already. A text that is too big, cannot
    be read or creates accounts is left out.
    """
    defining = {file.path for file in facts if any(isinstance(fact, TableUse) and fact.access == "define" for fact in file.facts)}
    candidates = [
        file.path
        for file in facts
        if file.role in ("source", "data") and file.path.lower().endswith(".sql") and _wanted(file.path, service)
    ]
    schema = [path for path in candidates if path in defining and not _DATA.search(_stem(path))]
    if not schema:
        schema = [path for path in candidates if path in defining]
    if not schema:
        return ()
    folders = {path.rpartition("/")[0] for path in schema}
    data = [path for path in candidates if path not in schema and path.rpartition("/")[0] in folders and _DATA.search(_stem(path))]
    chosen = sorted(schema, key=lambda path: (not _SCHEMA.search(_stem(path)), path)) + sorted(data)
    files = []
    for number, path in enumerate(chosen, start=1):
        text = read_text(path)
        if not text or len(text) > _LARGEST or re.search(r"\b(identified\s+by|create\s+user|create\s+login)\b", text, re.I):
            continue
        name = re.sub(r"[^A-Za-z0-9._-]+", "_", path.rpartition("/")[2])
        files.append(BundleFile(f"init/{service}/{number:02d}-{name}", _without_database(text), (Evidence(path, 0),)))
    return tuple(files)


def _stem(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[0]


def _wanted(path: str, service: str) -> bool:
    if _LATER.search(_stem(path)) or re.search(r"(^|/)(tests?|migrations?|upgrades?|updates?|patches)/", path, re.I):
        return False
    spoken = re.split(r"[^A-Za-z0-9]+", path)
    named = {dialect for dialect, pattern in _DIALECTS.items() if any(re.fullmatch(pattern, word, re.I) for word in spoken)}
    return not named or service in named


def _without_database(text: str) -> str:
    """The entrypoint has made the database already, under the bundle's name: `CREATE DATABASE` and `USE` become comments."""
    return re.sub(r"^(\s*(?:create\s+database|drop\s+database|use\s)[^\n]*)$", r"-- bundle: \1", text, flags=re.I | re.M)
