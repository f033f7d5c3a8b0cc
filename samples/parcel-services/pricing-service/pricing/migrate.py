"""Applies migrations/*.sql in the order of their names, each once."""
import pathlib
import sys

import psycopg

from pricing import config as configuration

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "migrations"


def migrate(url: str) -> list[str]:
    applied = []
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS schema_migrations (name text PRIMARY KEY)")
        connection.execute("LOCK TABLE schema_migrations IN EXCLUSIVE MODE")
        known = {row[0] for row in connection.execute("SELECT name FROM schema_migrations")}
        for path in sorted(FOLDER.glob("*.sql")):
            if path.name in known:
                continue
            connection.execute(path.read_text(encoding="utf-8"))
            connection.execute("INSERT INTO schema_migrations (name) VALUES (%s)", (path.name,))
            applied.append(path.name)
    return applied


if __name__ == "__main__":
    for name in migrate(configuration.load().database_url):
        sys.stdout.write(f"applied {name}\n")
