"""Settings in INI form: `config.ini`, `php.ini`, php-fpm pools, `alembic.ini`, `my.cnf`, `zoo.cfg`, `odoo.conf`."""

import re
from collections.abc import Iterator

from assessor.domain.facts import Fact, Port
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.reading import Reading
from assessor.extract.sections import Entry, sections
from assessor.extract.siblings import joined

_NAME = re.compile(
    r"(?i)(?:^|/)(?:[\w.\-]{1,60}\.ini|(?:php-fpm|fpm)[\w./\-]{0,60}\.conf"
    r"|php-fpm\.d/[\w.\-]{1,40}\.conf|my\.cnf|zoo\.cfg|[\w\-]{1,40}\.cnf"
    r"|(?:config|settings|application|app|server|local|production|default|database|db|redis|memcached"
    r"|postgresql|rabbitmq|mongod?|elasticsearch|odoo|trac|conf/[\w\-]{1,40}|config/[\w\-]{1,40}"
    r"|etc/[\w\-]{1,40})\.(?:conf|cfg))"
    r"(?:\.(?:sample|example|dist|in|default|template|j2))?$"
)
_NO_SETTINGS = re.compile(
    r"(?i)(?:^|/)(?:tox|pytest|mypy|desktop|phpstan|setup|\.?coveragerc|flake8|\.pylintrc|pylint"
    r"|[\w.\-]{0,40}(?:uwsgi|supervisor|nginx|haproxy|httpd|apache)[\w.\-]{0,40}|gunicorn\.conf"
    r"|lang[\w\-]{0,20})\.(?:ini|cfg|conf)$|(?:^|/)(?:locales?|lang|languages?|i18n|translations?"
    r"|apache2?|httpd|nginx|sites-\w{1,12}|supervisord?|l10n|themes?|plugins/[\w\-]{1,60}/lang)/"
)
_LISTEN = re.compile(r"(?i)(?:^|\.)(?:port|http_port|xmlrpc_port|clientport|listen|bind)$")
_OTHER_PORT = re.compile(r"(?i)mail|smtp|db|database|redis|mysql|postgres|mongo|ldap|proxy|amqp|rabbit|remote|search|solr|memcache")
_SERVERS = {
    "my": "mysql",
    "zoo": "zookeeper",
    "redis": "redis",
    "postgresql": "postgresql",
    "rabbitmq": "rabbitmq",
    "mongod": "mongodb",
    "memcached": "memcached",
}
_SERVER_FILES = (
    "my.cnf",
    "zoo.cfg",
    "redis.conf",
    "postgresql.conf",
    "rabbitmq.conf",
    "mongod.conf",
    "mongo.conf",
    "memcached.conf",
)
_MOST_ENTRIES = 600
_BINARY = ("extension", "zend_extension")


def _read(document: Document) -> Iterator[Fact]:
    reading = Reading(document, "ini")
    groups = sections(document.text)
    server = _SERVERS.get(
        document.path.rpartition("/")[2].lower().partition(".")[0] if document.path.lower().endswith(_SERVER_FILES) else ""
    )
    if server:
        yield reading.trait("service.config", 1, name=server)
    if sum(len(entries) for _, entries in groups) > _MOST_ENTRIES and not document.path.lower().endswith("php.ini"):
        return
    facts: list[Fact] = []
    for title, entries in groups:
        for entry in entries:
            key = f"{title}.{entry.key}" if title and title.upper() != "PHP" else entry.key
            facts += reading.setting(key, entry.value, entry.line)
            facts += (fact for fact in _signs(reading, entry, key) if not (server and isinstance(fact, Port)))
    yield from joined(facts)


def _signs(reading: Reading, entry: Entry, key: str) -> Iterator[Fact]:
    name = entry.key.lower()
    if name in _BINARY:
        yield reading.trait(
            "php.extension", entry.line, name=entry.value.removesuffix(".so").removeprefix("php_").removesuffix(".dll"), scope="ini"
        )
    elif name in ("pm.max_children", "max_connections") and entry.value.isdecimal():
        yield reading.trait("pool.size", entry.line, n=entry.value, key=key)
    elif name == "session.save_handler":
        yield reading.trait("session.in-memory" if entry.value == "files" else "session.external", entry.line, handler=entry.value)
    elif name == "script_location":
        yield reading.trait("migration.tool", entry.line, name="alembic")
    elif _LISTEN.search(key) and not _OTHER_PORT.search(key):
        yield from reading.port(entry.value.rpartition(":")[2], key, entry.line)
    elif (
        name in ("error_log", "slowlog", "logfile", "log_file")
        and entry.value.startswith(("/", "C:", ".."))
        and not entry.value.startswith("/dev/")
    ):
        yield reading.trait("logging.file", entry.line, path=entry.value)


def _matches(path: str) -> bool:
    return bool(_NAME.search(path)) and not _NO_SETTINGS.search(path)


DESCRIPTOR = Descriptor("ini", _matches, _read)
