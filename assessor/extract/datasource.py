"""A datasource or a queue as the different Java servers' descriptors state it, once their element names are told apart."""

from collections.abc import Iterator

import msgspec

from assessor.domain.facts import Connection, Fact, Transaction
from assessor.extract.reading import Reading

_PORTS = {"oracle": 1521, "mysql": 3306, "postgresql": 5432, "sqlserver": 1433, "db2": 50000}


class Datasource(msgspec.Struct, frozen=True):
    """`url` may be empty when `host`, `port` and `database` are stated instead; `pool` is the largest number of connections."""

    name: str
    line: int
    url: str = ""
    driver: str = ""
    user: str = ""
    password: str = ""
    pool: str = ""
    distributed: bool = False
    host: str = ""
    port: str = ""
    database: str = ""


def datasource_facts(reading: Reading, source: Datasource) -> Iterator[Fact]:
    """The trait, the connection, the settings and, for XA, the distributed transaction."""
    yield reading.trait(
        "jndi.datasource", source.line, name=source.name, driver=source.driver, xa="true" if source.distributed else ""
    )
    prefix = f"datasource.{source.name}"
    if source.url:
        yield from reading.setting(f"{prefix}.url", source.url, source.line)
    elif source.host:
        scheme = next((each for each in _PORTS if each in source.driver.lower()), "")
        number = int(source.port) if source.port.isascii() and source.port.isdecimal() and int(source.port) < 65536 else 0
        shown = f"{source.host}:{number}" if number else source.host
        yield Connection(shown, scheme, source.host, number, source.database, reading.evidence(source.line), reading.profile)
    for key, value in (("driver", source.driver), ("user", source.user), ("password", source.password)):
        if value:
            yield from reading.setting(f"{prefix}.{key}", value, source.line)
    if source.pool.isdecimal():
        yield reading.trait("pool.size", source.line, n=source.pool, key=prefix)
    if source.distributed:
        yield Transaction("distributed", source.name, reading.evidence(source.line))
