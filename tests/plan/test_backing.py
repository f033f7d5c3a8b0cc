"""What a backing service is told about itself."""

import pytest

from assessor.domain.facts import Connection, Evidence
from assessor.domain.knowledge import Knowledge
from assessor.domain.runtime import BackingService
from assessor.plan.backing import place
from assessor.plan.environment import assigned
from assessor.plan.readings import Reading
from tests.builders import connection

HERE = Evidence("app.properties", 7)


def _database(knowledge: Knowledge, connections: list[Connection], *read: Reading) -> tuple[str, str, tuple[Evidence, ...]]:
    kinds = {kind.id: kind for kind in knowledge.services}
    service = BackingService("mysql", "MySQL", "database", "bundle", 0.9, ("setting",), "found", (HERE,))
    (one,) = place([service], kinds, assigned(read, [kinds["mysql"]]), connections)
    variable = one.variable("database")
    assert variable is not None
    return variable.name, variable.value, variable.evidence


def test_an_address_that_no_variable_replaces_names_the_database(knowledge: Knowledge) -> None:
    found = connection("jdbc:mysql://localhost:3306/clinic", "app.properties", 7)
    assert _database(knowledge, [found]) == ("DATABASE_NAME", "clinic", (HERE,))


@pytest.mark.parametrize(
    "other",
    [
        connection("jdbc:mysql://localhost:3306/clinic", "app.properties", 8),  # speaks for nothing that the service was found by
        connection("jdbc:mysql://localhost:3306/${name}", "app.properties", 7),
        connection("jdbc:mysql://localhost:3306", "app.properties", 7),
    ],
)
def test_other_addresses_do_not(knowledge: Knowledge, other: Connection) -> None:
    assert _database(knowledge, [other]) == ("DATABASE_NAME", "app", ())


def test_what_a_variable_says_comes_first(knowledge: Knowledge) -> None:
    found = connection("jdbc:mysql://localhost:3306/clinic", "app.properties", 7)
    said = Reading("DB_NAME", "ward", False, "environment", (Evidence("config.py", 2),))
    assert _database(knowledge, [found], said) == ("DB_NAME", "ward", (Evidence("config.py", 2),))
