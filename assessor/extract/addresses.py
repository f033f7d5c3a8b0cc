"""Addresses of other systems in a text: URLs, JDBC strings, connection strings, `host:port`.

`jdbc:oracle:thin:@db:1521/CLAIMS` is scheme `oracle`, host `db`, port 1521, database `CLAIMS`. Links that only name a document
or a namespace (`http://www.w3.org/...`) are no addresses.
"""

import re

from msgspec import Struct

_LONGEST = 2000


class Address(Struct, frozen=True, order=True):
    """`scheme` in lower case without `jdbc:`; `port` 0 when not stated; `url` as written."""

    url: str
    scheme: str
    host: str
    port: int
    database: str


_HOST = (
    r"(?:\$\{[^{}]{1,100}\}|\{\{[^{}]{1,100}\}\}|%\w{1,60}%|\[[0-9a-fA-F:]{2,45}\]|[A-Za-z0-9_][A-Za-z0-9_.\-]{0,252}|\*|(?=[:/]))"
)
_PORT = r"(?::(?P<port>\d{1,5}|\$\{[^{}]{1,100}\}|\{\{[^{}]{1,100}\}\}))?"
_URL = re.compile(
    r"(?P<jdbc>jdbc:)?(?P<scheme>[A-Za-z][A-Za-z0-9+.\-]{0,30})(?<!jdbc)://(?:(?P<user>[^\s/@\"'<>]{0,400})@)?(?P<host>"
    + _HOST
    + ")"
    + _PORT
    + r"(?P<rest>[^\s\"'<>]{0,1500})"
)
_JDBC = re.compile(r"jdbc:(?P<scheme>[A-Za-z][\w\-]{1,30}):(?P<rest>[^\s\"'<>]{0,1500})")
_ORACLE = re.compile(
    r"@(?://)?(?P<host>[A-Za-z0-9_][\w.\-]{0,252}|\$\{[^{}]{1,100}\})(?::(?P<port>\d{1,5}"
    r"|\$\{[^{}]{1,100}\}))?(?:[:/](?P<database>[\w.$\-{}]{1,128}))?"
)
_TNS_HOST = re.compile(r"(?i)\(\s{0,5}host\s{0,5}=\s{0,5}([^\s()]{1,253})\s{0,5}\)")
_TNS_PORT = re.compile(r"(?i)\(\s{0,5}port\s{0,5}=\s{0,5}(\d{1,5})\s{0,5}\)")
_TNS_NAME = re.compile(r"(?i)\(\s{0,5}(?:service_name|sid)\s{0,5}=\s{0,5}([^\s()]{1,128})\s{0,5}\)")
_PART = re.compile(r"(?i)(?:^|[;?&])\s{0,5}(?P<key>[a-z][a-z _]{1,40}?)\s{0,5}=\s{0,5}(?P<value>[^;&]{0,300})")
_DATABASE_KEYS = ("database", "databasename", "initial catalog", "dbname", "attachdbfilename", "service name", "sid")
_SERVER_KEYS = ("data source", "server", "host", "address", "addr", "network address", "hostname")
_HOST_PORT = re.compile(
    r"(?:^|(?<=[\s,;=|]))(?P<host>[A-Za-z][A-Za-z0-9_\-]{0,62}(?:\.[A-Za-z0-9_\-]{1,63}){0,8}"
    r"|\d{1,3}(?:\.\d{1,3}){3}):(?P<port>\d{2,5})(?=$|[\s,;|/])"
)
_NO_SYSTEMS = """
    file classpath data javascript mailto about urn chrome git ssh svn scm cpe purl vscode xpath resource vfs bundle
    php phar zip jar memory unix
"""
_FILE_SCHEMES = frozenset(_NO_SYSTEMS.split())
_DOCUMENT_HOSTS = re.compile(
    r"(?i)(?:^|\.)(?:w3\.org|xmlns\.jcp\.org|java\.sun\.com|jakarta\.ee|springframework\.org"
    r"|hibernate\.org|apache\.org|schemas\.\w{1,40}\.(?:com|org|net)|xmlns\.oracle\.com|jboss\.com"
    r"|jboss\.org"
    r"|github\.com|githubusercontent\.com|gitlab\.com|bitbucket\.org|gitee\.com|opensource\.org"
    r"|gnu\.org|creativecommons\.org|readthedocs\.(?:io|org)|wikipedia\.org|stackoverflow\.com"
    r"|npmjs\.(?:com|org)"
    r"|maven\.org|sonatype\.org|packagist\.org|pypi\.org|rubygems\.org|nuget\.org|golang\.org|go\.dev"
    r"|json-schema\.org|schemastore\.org|purl\.org|xmlsoap\.org|omg\.org|oasis-open\.org"
    r"|dublincore\.org"
    r"|example\.(?:com|org|net)|tempuri\.org|aka\.ms|docs\.\w{1,40}\.\w{2,10}|travis-ci\.\w{2,5}"
    r"|shields\.io|codecov\.io|mozilla\.org|php\.net|laravel\.com|symfony\.com|djangoproject\.com"
    r"|docker\.com|yaml\.org)$"
)
_SQL_PATH = re.compile(r"/+(?P<database>[\w.$\-]{1,128}|\$\{[^{}]{1,100}\})")


def addresses(text: str) -> tuple[Address, ...]:
    """The URLs, JDBC strings and connection strings in a text, in order, each once; links to documents and namespaces not."""
    text = text[:_LONGEST]
    found: list[Address] = []
    taken: list[tuple[int, int]] = []
    for match in _URL.finditer(text):
        taken.append(match.span())
        address = _from_url(match)
        if address:
            found.append(address)
    for match in _JDBC.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            found.append(_from_jdbc(match))
    if not found and (";" in text or text.lower().startswith("data source")):
        found.extend(_from_connection_string(text))
    return tuple(dict.fromkeys(found))


def host_ports(text: str) -> tuple[Address, ...]:
    """`host:port` pairs in a value that is a list of them (`broker1:9092,broker2:9092`); empty for anything else, such as times."""
    if len(text) > _LONGEST or "//" in text:
        return ()
    found = [Address(match[0].strip(), "", match["host"], int(match["port"]), "") for match in _HOST_PORT.finditer(text)]
    return tuple(dict.fromkeys(address for address in found if 0 < address.port < 65536))


def _port(text: str | None) -> int:
    digits = text if text and text.isdigit() else (re.search(r":-?(\d{1,5})\}", text or "") or ["", "0"])[1]
    return int(digits) if int(digits) < 65536 else 0


def _from_url(match: re.Match[str]) -> Address | None:
    scheme, host = match["scheme"].lower(), match["host"].strip("[]")
    url = match[0].rstrip(".,;)'")
    rest = match["rest"]
    if scheme in _FILE_SCHEMES or (scheme in ("http", "https") and (_DOCUMENT_HOSTS.search(host) or not host)):
        return None
    if match["jdbc"] or scheme not in ("http", "https", "ws", "wss"):
        parts = _parts(rest)
        path = _SQL_PATH.search(re.split(r"[?;#]", rest, maxsplit=1)[0])
        several = re.match(r"(?:,[\w.\-]{1,253}(?::\d{1,5})?){1,20}", rest)
        database = _named(parts, _DATABASE_KEYS) or (path["database"] if path else "")
        port = _port(match["port"]) or (_port(re.search(r":(\d{1,5})", several[0])[1]) if several and ":" in several[0] else 0)  # type: ignore[index]
        return Address(url, scheme, host or _named(parts, _SERVER_KEYS), port, database)
    return Address(url, scheme, host, _port(match["port"]), "")


def _from_jdbc(match: re.Match[str]) -> Address:
    scheme, rest = match["scheme"].lower(), match["rest"]
    url = match[0].rstrip(",)'")
    if scheme == "oracle":
        host = _TNS_HOST.search(rest)
        if host:
            port, name = _TNS_PORT.search(rest), _TNS_NAME.search(rest)
            return Address(url, scheme, host[1], _port(port[1] if port else ""), name[1] if name else "")
        plain = _ORACLE.search(rest)
        if plain:
            return Address(url, scheme, plain["host"], _port(plain["port"]), plain["database"] or "")
    if scheme in ("h2", "hsqldb", "derby", "sqlite"):
        return Address(url, scheme, "", 0, re.split(r"[;?]", rest, maxsplit=1)[0])
    return Address(url, scheme, "", 0, _named(_parts(rest), _DATABASE_KEYS))


def _parts(text: str) -> dict[str, str]:
    return {match["key"].strip().lower(): match["value"].strip() for match in _PART.finditer(text)}


def _named(parts: dict[str, str], keys: tuple[str, ...]) -> str:
    return next((parts[key] for key in keys if parts.get(key)), "")


def _from_connection_string(text: str) -> list[Address]:
    """ADO.NET and ODBC: `Data Source=db\\SQL1,1433;Initial Catalog=Orders;...`; `scheme` is `ado`, as no provider is stated."""
    parts = _parts(text)
    server = _named(parts, _SERVER_KEYS)
    if not server:
        return []
    if server.lower().endswith((".db", ".db3", ".sqlite", ".sqlite3")) and re.fullmatch(r"[\w./\\ -]{1,200}", server):
        return [Address(text, "sqlite", "", 0, server)]
    if not (
        _named(parts, _DATABASE_KEYS)
        or {"user id", "uid", "user", "integrated security", "trusted_connection", "port"} & parts.keys()
    ):
        return []
    if server.lower().endswith((".db", ".sqlite", ".sqlite3", ".sdf", ".mdb")):
        return [Address(text, "sqlite" if not server.lower().endswith(("sdf", "mdb")) else "ado", "", 0, server)]
    server = re.sub(r"(?i)^(?:tcp|np|lpc):", "", server)
    host, _, port = re.sub(r"\\[^,:]{0,64}", "", server).replace(":", ",").partition(",")
    scheme = (
        "postgres"
        if "npgsql" in text.lower()
        or parts.get("port") == "5432"
        or ("host" in parts and {"username", "user id", "user", "userid"} & parts.keys())
        else "mysql"
        if "uid" in parts
        and ({"sslmode", "charset", "allowuservariables", "convert zero datetime"} & parts.keys() or parts.get("port") == "3306")
        else "ado"
    )
    return [Address(text, scheme, host.strip(), _port(port.strip() or parts.get("port", "")), _named(parts, _DATABASE_KEYS))]
