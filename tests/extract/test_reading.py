"""Facts of one document: masked, with places, defaults and variables."""

import pytest

from assessor.domain.facts import Connection, Evidence, Setting, Trait
from assessor.extract.command_kind import command_kind
from assessor.extract.descriptor import Document
from assessor.extract.reading import Reading, clean, defaults_filled
from assessor.extract.siblings import joined


def reading(text: str) -> Reading:
    return Reading(Document("conf/app.env", text, text.encode()), "env", "prod")


def test_setting_with_a_variable_and_a_connection() -> None:
    text = "x\nURL=jdbc:mysql://${DB_HOST:db01}/shop"
    place = Evidence("conf/app.env", 2, "env", "URL=jdbc:mysql://${DB_HOST:db01}/shop")
    assert list(reading(text).setting("URL", "jdbc:mysql://${DB_HOST:db01}/shop", 2)) == [
        Trait("config.environment", place, (("default", "db01"), ("key", "URL"), ("name", "DB_HOST"))),
        Setting("URL", "jdbc:mysql://db01/shop", "env", place, "prod"),
        Connection("jdbc:mysql://db01/shop", "mysql", "db01", 0, "shop", place, "prod"),
    ]


def test_secret_in_a_line_that_does_not_look_it() -> None:
    facts = list(reading("pick(hunter2)").setting("db.password", "hunter2", 1))
    assert facts == [Setting("db.password", "***", "env", Evidence("conf/app.env", 1, "env", "pick(***)"), "prod", True)]


@pytest.mark.parametrize(
    ("key", "value", "connections"),
    [
        ("service.url", "https://api.partner.com/v1", 1),
        ("map.value", "https://schema.partner.com/Map", 0),
        ("docs.url", "http://intern:8080/docs", 1),
        ("help.link", "https://www.partner.com/help", 0),
        ("servers", "a:9092,b:9092", 2),
        ("time", "12:30", 0),
        ("timer", "aa:3000", 0),
    ],
)
def test_what_counts_as_a_connection(key: str, value: str, connections: int) -> None:
    facts = reading("").setting(key, value, 1)
    assert sum(isinstance(fact, Connection) for fact in facts) == connections


def test_ports() -> None:
    ports = [reading("").port(text, "web", 1) for text in ("80", "${PORT:-8080}", "0", "70000", "x", "²")]
    assert [[each.number for each in found] for found in ports] == [[80], [8080], [], [], [], []]


def test_places_outside_the_document_are_the_whole_file() -> None:
    assert reading("a").evidence(7) == Evidence("conf/app.env", 0, "env", "")


def test_defaults_inside_defaults() -> None:
    assert defaults_filled("${A:${B:c}}/${D}") == "c/${D}"


def test_clean() -> None:
    assert clean("a\ud800b\x00c") == "a\\ud800b c"


@pytest.mark.parametrize(
    ("command", "kind"),
    [
        ("celery -A app worker", "worker"),
        ("celery -A app beat", "scheduler"),
        ("php artisan queue:work", "worker"),
        ("python manage.py migrate", "one-shot"),
        ("gunicorn app:app", "web"),
        ("java -jar app.jar", "service"),
        ("redis-server --appendonly yes", "service"),
        ("mysqld --character-set-server=utf8", "service"),
        ('nginx -g "daemon off;"', "web"),
    ],
)
def test_command_kind(command: str, kind: str) -> None:
    assert command_kind(command) == kind


def test_settings_beside_each_other_make_one_connection() -> None:
    settings = [Setting(key, value, "env", Evidence("a", line)) for line, (key, value) in enumerate(PAIRS, 1)]
    made = [fact for fact in joined(settings) if isinstance(fact, Connection)]
    assert [(each.scheme, each.host, each.port, each.database, each.evidence.line) for each in made] == [
        ("mysql", "db01", 3306, "shop", 2),
        ("smtp", "smtp01", 0, "", 5),
        ("redis", "cache01", 6379, "", 6),
    ]


PAIRS = (
    ("DB_CONNECTION", "mysql"),
    ("DB_HOST", "db01"),
    ("DB_PORT", "3306"),
    ("DB_DATABASE", "shop"),
    ("mailHost", "smtp01"),
    ("spring.redis.host", "cache01"),
    ("spring.redis.port", "6379"),
    ("server.host", "0.0.0.0"),
    ("sqlite.host", "x"),
    ("sqlite.driver", "sqlite"),
)
