"""Which service, and which part of its address, a variable of the application speaks of.

`DB_HOST` -> the database's host; `REDIS_URL` = `redis://10.0.0.2:6379/0` -> the whole address of Redis; `SHOP_NAME` -> nothing.
The value decides before the name: a scheme or a port says more than a word.
"""

import re
from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.structs import replace

from assessor.domain.catalogue import ServiceKind
from assessor.plan.readings import PREFIXED, Reading

_ROLES = (
    ("password", {"pass", "passwd", "password", "pwd", "pw"}),
    ("virtual-host", {"vhost", "virtualhost"}),
    ("user", {"user", "username", "login", "uid"}),
    ("port", {"port"}),
    ("url", {"url", "uri", "dsn", "jdbc", "connection", "connectionstring", "broker"}),
    ("host", {"host", "hosts", "hostname", "server", "servers", "addr", "address", "addresses", "endpoint", "node", "nodes", "ip"}),
    ("database", {"name", "database", "db", "dbname", "schema", "catalog"}),
)
"""Last words of names, as configuration files of all languages use them; the first row that fits wins."""
_SLOT_WORDS = {
    "database": {"db", "database", "datasource", "jdbc", "sql", "rdbms", "dsn"},
    "document-database": {"mongo", "document"},
    "cache": {"cache"},
    "queue": {"broker", "mq", "queue", "amqp", "jms"},
    "search": {"search", "elastic"},
    "coordination": {"zk", "quorum", "coordination"},
    "proxy": set(),
}
_ALONE = (("dsn",), ("dburl",), ("dbdsn",))
"""Keys of one word that name a database's address, where a prefix stands for the application."""
_STORE_KEYS = {"secretkey": "password", "secretaccesskey": "password", "accesskey": "user", "accesskeyid": "user"}
_DETAILS = {
    "ssl",
    "tls",
    "verify",
    "timeout",
    "prefix",
    "pool",
    "max",
    "min",
    "charset",
    "collation",
    "table",
    "path",
    "socket",
    "read",
    "slave",
    "application",
    "class",
    "oidc",
    "oauth",
    "saml",
}
"""Words of settings that refine a connection and name no part of its address."""
_PRODUCT_WORDS = {
    "db",
    "default",
    "database",
    "type",
    "engine",
    "driver",
    "connection",
    "dialect",
    "client",
    "adapter",
    "kind",
    "backend",
    "app",
}
PRODUCTS = {
    "postgres": ("postgres", "postgresql", "pgsql", "pg"),
    "mysql": ("mysql", "mysqli", "mysql2", "pdo_mysql"),
    "mariadb": ("mysql", "mariadb", "mysqli", "mysql2", "pdo_mysql"),
    "mssql": ("mssql", "sqlserver", "sqlsrv"),
    "sqlite": ("sqlite", "sqlite3"),
}
"""Words by which frameworks choose a database (`DB_CONNECTION=pgsql`), the most usual first."""
_CHOICE = ("driver", "type", "engine", "dialect", "client", "adapter", "backend")
_WITH_SCHEMAS = ("postgres", "mssql", "oracle", "db2")
"""Databases in which a schema is a part of a database, with a default of its own."""
_PAGES = ("http", "https")
"""Schemes that everything speaks: who answers is told by the name, the host or the port."""
_USUAL_PORTS = (80, 443, 3000, 8000, 8080, 8443)
_WORD = re.compile(r"[a-z][a-z_]*")
"""A default that is a word of the framework's own and no address: `QUEUE_CONNECTION=sync`."""
_HOST_PORT = re.compile(r"^[\w.-]+:(\d{2,5})(?:,|/|$)")


class Assigned(Struct, frozen=True, order=True):
    """A reading that names a part (`role`: host, address (host:port), port, user, password, database, url, product, tls) of a
    service's address."""

    reading: Reading
    service: str
    role: str


def assigned(readings: Iterable[Reading], kinds: Sequence[ServiceKind]) -> tuple[Assigned, ...]:
    """The readings that speak of one of `kinds` (those in the bundle), sorted by name."""
    return tuple(found for reading in sorted(readings) if (found := _assign(reading, kinds)))


def _assign(reading: Reading, kinds: Sequence[ServiceKind]) -> Assigned | None:
    value, spoken = reading.default, reading.words
    if _chooses(reading, spoken) and (any(value.lower() in names for names in PRODUCTS.values()) or _unset(reading)):
        return next(
            (Assigned(reading, kind.id, "product") for kind in kinds if kind.slot == "database" and kind.id in PRODUCTS), None
        )
    if set(spoken) <= _PRODUCT_WORDS and not value and (compared := _compared(reading, kinds)):
        return compared
    if spoken[-1:] in (("ssl",), ("tls",)) and len(spoken) > 1 and _encrypts(reading):
        named = _by_name(reading.name, spoken, "tls", kinds)
        return Assigned(reading, named.id, "tls") if named else None
    alone = reading.via == PREFIXED and spoken in _ALONE
    role = _role(spoken) if (alone or len(spoken) > 1) and not set(spoken) & _DETAILS else ""
    if stored := _of_the_store(reading, spoken, kinds):
        return stored
    if reading.via == "dotnet" and spoken[:2] == ("connection", "strings") and not value:
        return next((Assigned(reading, kind.id, "url") for kind in kinds if kind.slot == "database" or kind.id in spoken), None)
    scheme = re.match(r"(?:jdbc:)?([a-z][a-z0-9+.-]*):(?:thin:|//|@)", value.lower())
    if scheme:
        for kind in kinds:
            if scheme.group(1) in _PAGES:
                if _answers(kind, value, spoken):
                    return Assigned(reading, kind.id, "url")
            elif any(scheme.group(1) in sign.schemes for sign in kind.signs.connection) or scheme.group(1) == kind.id:
                return Assigned(reading, kind.id, "url")
        if scheme.group(1) in ("http", "https", "ftp", "smtp", "ldap", "file"):
            return None
    port = _HOST_PORT.match(value)
    if port:
        for kind in kinds:
            if _port(kind) == int(port.group(1)) or any(int(port.group(1)) in sign.ports for sign in kind.signs.connection):
                return Assigned(reading, kind.id, "address")
    if not role or (role == "url" and spoken[-1] == "connection" and _WORD.fullmatch(value)):
        return None
    named = _by_name(reading.name, spoken, role, kinds)
    if named and role == "database" and spoken[-1] == "schema" and named.id in _WITH_SCHEMAS:
        return None
    return Assigned(reading, named.id, role) if named else None


def _chooses(reading: Reading, spoken: tuple[str, ...]) -> bool:
    """Whether the name is one by which a product is chosen; the application's own name may stand before it."""
    own = spoken[1:] if reading.via != PREFIXED and len(spoken) > 2 and spoken[-1] in (*_CHOICE, "connection") else spoken
    return set(own) <= _PRODUCT_WORDS


def _unset(reading: Reading) -> bool:
    """Whether it chooses the product by its last word and says nothing: its default is somewhere in the code, and whatever it is,
    the bundle's own choice has to be named."""
    return reading.via == PREFIXED and not reading.default and len(reading.words) > 1 and reading.words[-1] in _CHOICE


def _of_the_store(reading: Reading, spoken: tuple[str, ...], kinds: Sequence[ServiceKind]) -> Assigned | None:
    """The two keys that an object store takes for an account: `MINIO_ACCESS_KEY` and `MINIO_SECRET_KEY`."""
    role = next((role for ending, role in _STORE_KEYS.items() if "".join(spoken).endswith(ending)), "")
    named = _by_name(reading.name, spoken, role, [kind for kind in kinds if kind.slot == "object-store"]) if role else None
    return Assigned(reading, named.id, role) if named else None


def _encrypts(reading: Reading) -> bool:
    """Whether the way to the service is encrypted unless the variable says no: its default is on, or code takes it as it is written
    (`JSON.parse`) or looks only whether it is there. Services of the bundle speak without."""
    written = any(re.search(r"JSON\.parse|!==? ?(null|undefined)|[bB]ool", place.excerpt) for place in reading.evidence)
    return reading.default.lower() in ("true", "1", "on", "yes", "require") or (written and not reading.default)


def _compared(reading: Reading, kinds: Sequence[ServiceKind]) -> Assigned | None:
    """A variable without a default that code compares with the name of a database of the bundle:
    `if os.getenv("DB") == "postgres"`."""
    said = {
        word.lower()
        for place in reading.evidence
        if re.search(r"==|\bin\b|\bcase\b|===|equals|match", place.excerpt)
        for word in re.findall(r"[\"']([\w-]{2,20})[\"']", place.excerpt)
    }
    for kind in kinds:
        name = next((name for name in PRODUCTS.get(kind.id, ()) if name in said), "")
        if kind.slot == "database" and name:
            return Assigned(replace(reading, default=name), kind.id, "product")
    return None


def _answers(kind: ServiceKind, url: str, spoken: tuple[str, ...]) -> bool:
    """Whether a web address is this service's: by the variable's name, by a host that is called so, or by a port of its own."""
    place = re.match(r"https?://(?:[^/@\s]{0,200}@)?(?P<host>[^/:?#\s]{1,200})(?::(?P<port>\d{1,5}))?", url.lower())
    if place is None:
        return False
    signs = [sign for sign in kind.signs.connection if "http" in sign.schemes or sign.ports]
    named = any(fnmatchcase(place["host"], glob) for sign in signs for glob in sign.hosts)
    port = int(place["port"] or 0)
    return kind.id in spoken or named or (port > 0 and port not in _USUAL_PORTS and any(port in sign.ports for sign in signs))


def rewritten_pairs(value: str, host: str, port: int, user: str, password: str, usual: str = "") -> str:
    """A connection string of `Name=value` pairs with the bundle's address and account in it; the database and the rest stay as
    found. What is fixed in the string that clients of the service usually need (`usual`) and not stated is added: the
    certificate of the bundle's server is its own, which clients refuse unless they are told.

    >>> rewritten_pairs("Server=sql1;Database=Orders;Integrated Security=True", "mssql", 1433, "sa", "p")
    'Server=mssql,1433;Database=Orders;User Id=sa;Password=p'
    >>> rewritten_pairs("Server=sql1;Database=Orders", "mssql", 1433, "sa", "p", "Server={host};TrustServerCertificate=True")
    'Server=mssql,1433;Database=Orders;User Id=sa;Password=p;TrustServerCertificate=True'
    """
    kept, server = [], f"{host},{port}"
    stated = {_plain(pair) for pair in value.split(";")} | {_plain(name) for name in _ACCOUNT}
    needed = [pair for pair in usual.split(";") if "=" in pair and "{" not in pair and _plain(pair) not in stated]
    for pair in value.split(";"):
        name, equals, _ = pair.partition("=")
        key = name.strip().lower()
        if key in ("host", "port"):
            server = host
        if key in ("server", "data source", "addr", "address", "network address"):
            kept.append(f"{name.strip()}={server}")
        elif key == "host":
            kept.append(f"{name.strip()}={host};Port={port}")
        elif equals and key not in _ACCOUNT:
            kept.append(pair.strip())
    return ";".join([*kept, f"User Id={user}", f"Password={password}", *needed])


def _plain(pair: str) -> str:
    """The name of a pair as all its spellings share it: `Trust Server Certificate` -> trustservercertificate."""
    return pair.partition("=")[0].replace(" ", "").lower()


_ACCOUNT = {
    "user id",
    "uid",
    "username",
    "user",
    "password",
    "pwd",
    "integrated security",
    "trusted_connection",
    "port",
    "authentication",
}


def speaks_of(url: str, kind: ServiceKind) -> bool:
    """Whether the scheme of `url` is one of `kind`'s."""
    scheme = url.removeprefix("jdbc:").partition(":")[0].lower()
    return scheme == kind.id or any(scheme in sign.schemes for sign in kind.signs.connection)


def _by_name(name: str, spoken: tuple[str, ...], role: str, kinds: Sequence[ServiceKind]) -> ServiceKind | None:
    subject = set(spoken[:-1]) or set(spoken)
    for kind in kinds:
        if kind.id in subject or any(word.startswith(kind.id) for word in subject):
            return kind
    for kind in kinds:
        globs = (glob for sign in kind.signs.setting for glob in sign.keys if glob.strip("*"))
        if kind.container and any(variable.name == name for variable in kind.container.client):
            return kind
        if any(fnmatchcase(name.lower(), glob) and len(glob.strip("*")) > 5 for glob in globs):
            return kind
    for kind in kinds:
        if subject & _SLOT_WORDS.get(kind.slot, set()) and not subject & {"mail", "smtp", "ldap", "ftp"}:
            return kind
    return None


def _role(spoken: tuple[str, ...]) -> str:
    if not spoken or spoken[-2:] == ("datasource", "name"):
        return ""  # what a datasource is called says nothing about its database
    if spoken[-2:] in (("connection", "string"), ("config", "string")):
        return "url"
    last = spoken[-1]
    return next((role for role, endings in _ROLES if last in endings), "")


def _port(kind: ServiceKind) -> int:
    return kind.container.port if kind.container else 0


def rewritten_url(value: str, host: str, port: int, user: str, password: str, database: str, usual: str = "") -> str:
    """`value` with the bundle's address in it. The scheme, the path of a non-database and the query stay as found. With an
    account, what the query of the service's usual address (`usual`) says is added: where that account is kept.

    >>> rewritten_url("redis://10.20.4.12:6379/0", "redis", 6379, "", "", "")
    'redis://redis:6379/0'
    >>> rewritten_url("jdbc:mysql://10.1.1.1/shop?useSSL=false", "mysql", 3306, "u", "p", "shop")
    'jdbc:mysql://mysql:3306/shop?useSSL=false&allowPublicKeyRetrieval=true'
    >>> rewritten_url("mongodb://localhost/shop", "mongodb", 27017, "u", "p", "shop", "mongodb://{host}/?authSource=admin")
    'mongodb://u:p@mongodb:27017/shop?authSource=admin'
    """
    jdbc = value.startswith("jdbc:")
    parts = urlsplit(value.removeprefix("jdbc:"))
    credentials = f"{user}:{password}@" if password and not jdbc else ""
    path = f"/{database}" if database else parts.path
    kept = parts.query if parts.query and not re.search(r"pass|pwd|user", parts.query, re.IGNORECASE) else ""
    wanted = usual.partition("?")[2].split("&") if credentials else _over_a_plain_line(parts.scheme, kept) if jdbc else []
    missing = [pair for pair in wanted if pair and pair.partition("=")[0].lower() not in kept.lower()]
    query = "?" + "&".join([*filter(None, [kept]), *missing]) if kept or missing else ""
    return f"{'jdbc:' if jdbc else ''}{parts.scheme}://{credentials}{host}:{port}{path}{query}"


def _over_a_plain_line(scheme: str, query: str) -> list[str]:
    """What MySQL's driver wants where encryption is switched off: version 8 hands its password's key out only when it is asked
    (https://dev.mysql.com/doc/connector-j/en/connector-j-connp-props-connection.html)."""
    plain = re.search(r"(?i)\buseSSL=false|\bsslMode=DISABLED", query)
    return ["allowPublicKeyRetrieval=true"] if scheme == "mysql" and plain else []
