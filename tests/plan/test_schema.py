"""SQL files for the first start of a database."""

from assessor.domain.facts import Evidence, TableUse
from assessor.plan.schema import init_scripts
from tests.builders import file


def _sql(path: str, defines: bool = True) -> object:
    return file(path, *([TableUse("orders", "define", "", Evidence(path, 1))] if defines else []))


def _chosen(service: str, *facts: object, text: str = "CREATE TABLE orders (id INT);") -> list[str]:
    return [f"{one.path} <- {one.evidence[0].path}" for one in init_scripts(facts, service, lambda path: text)]  # type: ignore[arg-type]


def test_schema_before_data_and_no_upgrades() -> None:
    facts = (
        _sql("sql/seed.sql", False),
        _sql("sql/schema.sql"),
        _sql("sql/upgrade_1.1_to_1.2.sql"),
        _sql("sql/migrations/0001.sql"),
    )
    assert _chosen("mysql", *facts) == ["init/mysql/01-schema.sql <- sql/schema.sql", "init/mysql/02-seed.sql <- sql/seed.sql"]


def test_only_the_dialect_of_the_database() -> None:
    facts = (_sql("db/oracle/schema.sql"), _sql("db/postgresql/schema.sql"), _sql("db/h2/schema.sql"))
    assert _chosen("postgres", *facts) == ["init/postgres/01-schema.sql <- db/postgresql/schema.sql"]


def test_no_script_that_makes_accounts_and_none_without_tables() -> None:
    assert _chosen("mysql", _sql("sql/schema.sql"), text="CREATE USER shop IDENTIFIED BY 'secret';") == []
    assert _chosen("mysql", _sql("sql/report.sql", False)) == []


def test_the_database_itself_is_made_by_the_image() -> None:
    text = "CREATE DATABASE shop;\nUSE shop;\nCREATE TABLE orders (id INT);\n"
    (script,) = init_scripts((_sql("sql/schema.sql"),), "mysql", lambda path: text)  # type: ignore[arg-type]
    assert script.content == "-- bundle: CREATE DATABASE shop;\n-- bundle: USE shop;\nCREATE TABLE orders (id INT);\n"
