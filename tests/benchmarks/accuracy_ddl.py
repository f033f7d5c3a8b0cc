"""Tables and foreign keys of SQL scripts against the databases that run them.

    python tests/benchmarks/accuracy_ddl.py mysql=FILE postgresql=FILE sqlite=FILE ... [--examples N]

Each script runs in a fresh database; statements that the database refuses are passed over. The clients are `mysql` and `psql`, or
what the variables MYSQL and PSQL say, with their options. Foreign keys count as pairs of tables; names without case.
"""

import os
import shlex
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.accuracy import Pair, compare, examples_wanted, read, show

Schema = tuple[set[str], set[Pair]]
_KEYS_OF_MYSQL = """select table_name from information_schema.tables where table_schema = 'assessed' and table_type = 'BASE TABLE';
select table_name, referenced_table_name from information_schema.referential_constraints
where constraint_schema = 'assessed'"""
_KEYS_OF_POSTGRESQL = """select relname from pg_class join pg_namespace n on n.oid = relnamespace
where relkind in ('r', 'p') and nspname not in ('pg_catalog', 'information_schema');
select a.relname || chr(9) || b.relname from pg_constraint c join pg_class a on a.oid = conrelid join pg_class b on b.oid = confrelid
where contype = 'f'"""


def mysql(script: Path) -> Schema:
    """Through the command line client of MySQL or MariaDB."""
    client = shlex.split(os.environ.get("MYSQL", "mysql"))
    _run([*client, "-e", "drop database if exists assessed; create database assessed"])
    with script.open("rb") as text:
        subprocess.run([*client, "--force", "assessed"], stdin=text, capture_output=True, check=False)
    return _schema(_run([*client, "-N", "-B", "-e", _KEYS_OF_MYSQL]))


def postgresql(script: Path) -> Schema:
    """Through psql."""
    client = [*shlex.split(os.environ.get("PSQL", "psql")), "-q"]
    _run([*client, "-c", "drop database if exists assessed", "-c", "create database assessed"])
    with script.open("rb") as text:
        subprocess.run([*client, "-d", "assessed"], stdin=text, capture_output=True, check=False)
    return _schema(_run([*client, "-d", "assessed", "-At", "-c", _KEYS_OF_POSTGRESQL]))


def sqlite(script: Path) -> Schema:
    """Statement by statement, in memory."""
    database = sqlite3.connect(":memory:")
    for statement in script.read_text("utf-8", "replace").split(";"):
        try:
            database.execute(statement)
        except sqlite3.Error as error:
            if "create table" in statement.lower():
                print(f"  sqlite refuses a table: {error}")
    tables = {row[0].lower() for row in database.execute("select name from sqlite_master where type = 'table'")}
    keys = {(name, row[2].lower()) for name in tables for row in database.execute(f"pragma foreign_key_list('{name}')")}
    return tables, keys


def _run(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _schema(output: str) -> Schema:
    rows = [line.lower().split("\t") for line in output.splitlines()]
    return {row[0] for row in rows if len(row) == 1}, {(row[0], row[1]) for row in rows if len(row) == 2}


def main() -> None:
    """Prints the figures of every script."""
    examples = examples_wanted()
    for argument in sys.argv[1:]:
        database, _, path = argument.partition("=")
        tables, keys = {"mysql": mysql, "postgresql": postgresql, "sqlite": sqlite}[database](Path(path))
        with tempfile.TemporaryDirectory() as scratch:
            Path(scratch, "schema.sql").write_bytes(Path(path).read_bytes())
            _, _, architecture = read(Path(scratch))
        print(f"\n{Path(path).name} ({database}): {len(tables)} tables, {len(keys)} pairs with foreign keys")
        ours = {(table.name.lower(), "") for table in architecture.tables}
        show("  tables", compare(ours, {(table, "") for table in tables}), examples)
        pairs = {(table.name.lower(), target.lower()) for table in architecture.tables for target in table.references}
        show("  foreign keys", compare(pairs, keys), examples)


if __name__ == "__main__":
    main()
