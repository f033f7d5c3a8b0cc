"""Puts addresses together that are configured in several keys: `DB_HOST`, `DB_PORT`, `DB_DATABASE`, `DB_CONNECTION`.

In: the settings of one document. Out: one connection per host key, with the port, database and driver that stand beside it.
"""

import re
from collections.abc import Iterable, Iterator

from assessor.domain.facts import Connection, Fact, Setting

_SPLIT = re.compile(r"(?P<stem>.*?)(?:[._:\-\[\]]|(?<=[a-z0-9])(?=[A-Z])|^)(?P<last>[A-Z]?[a-z]+|[A-Z]+)\]?$")
_HOST = ("host", "hostname", "server", "servername", "host_name")
_PORT = ("port",)
_DATABASE = ("database", "dbname", "db", "databasename", "name")
_DRIVER = ("connection", "driver", "adapter", "dialect", "type", "engine", "scheme", "protocol", "client")
_HOST_VALUE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.\-]{0,252}|\$\{[^{}]{1,100}\}|\d{1,3}(?:\.\d{1,3}){3}|%\w{1,60}%")
_NO_HOST = frozenset(["true", "false", "null", "none", "auto", "0.0.0.0", "yes", "no"])
_NOT_A_SERVER = frozenset(["smtp_server", "app", "allowed", "server", "virtual", "trusted", "forwarded", "redirect", "proxy"])
_FAMILIES = (
    ("redis", "redis"),
    ("mongo", "mongodb"),
    ("rabbit", "amqp"),
    ("amqp", "amqp"),
    ("postgres", "postgres"),
    ("pgsql", "postgres"),
    ("mysql", "mysql"),
    ("mail", "smtp"),
    ("smtp", "smtp"),
    ("ldap", "ldap"),
    ("memcache", "memcached"),
    ("elastic", "elasticsearch"),
    ("sqlsrv", "sqlserver"),
    ("sqlserver", "sqlserver"),
    ("mssql", "sqlserver"),
    ("oracle", "oracle"),
    ("kafka", "kafka"),
    ("zookeeper", "zookeeper"),
    ("solr", "solr"),
    ("ftp", "ftp"),
)


def joined(facts: Iterable[Fact]) -> Iterator[Fact]:
    """All the facts, followed by the connections that settings beside each other make."""
    kept = list(facts)
    yield from kept
    groups: dict[tuple[str, str], dict[str, Setting]] = {}
    for fact in kept:
        if isinstance(fact, Setting) and (split := _SPLIT.match(fact.key[-120:])):
            groups.setdefault((fact.profile, split["stem"].lower()), {}).setdefault(split["last"].lower(), fact)
    for (profile, stem), group in sorted(groups.items()):
        host = next((group[name] for name in _HOST if name in group), None)
        if (
            host is None
            or not _HOST_VALUE.fullmatch(host.value)
            or host.value.lower() in _NO_HOST
            or _last_word(stem) in _NOT_A_SERVER
        ):
            continue
        port = next((group[name].value for name in _PORT if name in group), "")
        database = next((group[name].value for name in _DATABASE if name in group), "")
        database = "" if database.lower() in _NO_HOST else database
        driver = next((group[name].value for name in _DRIVER if name in group), "")
        if "sqlite" in driver.lower():
            continue
        number = int(port) if port.isdecimal() and port.isascii() and len(port) <= 5 else 0
        if number or database or driver or _family(stem):
            shown = f"{host.value}:{number}" if number else host.value
            yield Connection(shown, _family(driver) or _family(stem), host.value, number, database, host.evidence, profile)


def _family(text: str) -> str:
    return next((scheme for word, scheme in _FAMILIES if word in text.lower()), "")


def _last_word(stem: str) -> str:
    return re.split(r"[._:\-\[\]]", stem)[-1]
