"""Makes a fact of a match: what a code rule's `metadata.fact` and `fields` mean.

`fact: connection, fields: {url: $URL}` over `DriverManager.getConnection("jdbc:h2:mem:x")` gives a `Connection`. A field is text
with metavariables in it; a captured expression is worked out where it is constant text (`extract/structure_text.py`), else
taken as written. `$MATCH` is the whole match, and for a literal the concatenation around it.
"""

import re
from collections.abc import Callable, Iterator, Mapping

import inflection
from ast_grep_py import SgNode

from assessor.domain.endpoint_paths import MOUNT
from assessor.domain.facts import (
    Connection,
    Endpoint,
    Evidence,
    Fact,
    ForeignKey,
    Injection,
    Port,
    Process,
    Registration,
    RemoteCall,
    Setting,
    TableUse,
    Trait,
    Transaction,
    access_of,
)  # fmt: skip
from assessor.domain.language import CodeRule
from assessor.extract import redaction
from assessor.extract.addresses import addresses
from assessor.extract.sql import looks_like_sql, spoken, table_uses
from assessor.extract.sql_definition import keys_defined
from assessor.extract.structure_text import Texts

_VARIABLE = re.compile(r"\$\$\$([A-Z_][A-Z0-9_]*)|\$([A-Z_][A-Z0-9_]*)")
_DATA_SOURCE = re.compile(r"(?P<scheme>mysql|pgsql|sqlite|sqlsrv|oci|dblib|firebird|odbc):(?P<rest>\S{1,300})\Z")
_SERVER = re.compile(r"(?!https?:)[a-z][a-z0-9+.\-]{1,30}://[^\s]{1,300}\Z")
"""An address of a server: what is secret in it is masked, what it is stays readable (`amqp://guest:***@localhost//`)."""
_METHODS = re.compile(r"GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS|ANY|ALL")
_NOTHING = frozenset(("", "None", "null", "NULL", "nil", "undefined"))
_LONGEST_FIELD = 300
_ADDRESSES = frozenset(("target", "url", "path", "host"))
"""Fields in which a name that is not known stands in braces, so that nobody takes it for an address."""
Fields = Mapping[str, str]
Maker = Callable[[CodeRule, Fields, str, Evidence], Iterator[Fact]]


def fields(rule: CodeRule, node: SgNode, texts: Texts) -> dict[str, str]:
    """The fields of a rule, filled from the match."""
    strict = rule.metadata.fact not in ("trait", "foreign-key")
    return {
        name: _filled(template, node, texts.of if strict and name in _ADDRESSES else texts.value, texts)
        for name, template in rule.metadata.fields.items()
    }


def _filled(template: str, node: SgNode, worked_out: Callable[[SgNode], str], texts: Texts) -> str:
    def value(found: re.Match[str]) -> str:
        if found.group(1):
            return ", ".join(each.text() for each in node.get_multiple_matches(found.group(1)) if each.is_named())
        name = found.group(2)
        if name == "MATCH":
            return texts.around(node)
        captured = node.get_match(name)
        if captured is not None:
            return worked_out(captured)
        return node.get_transformed(name) or ""

    limit = 20_000 if "$MATCH" in template else _LONGEST_FIELD
    return _VARIABLE.sub(value, template)[:limit]


def facts(rule: CodeRule, values: Fields, owner: str, evidence: Evidence) -> Iterator[Fact]:
    """The facts of one match; none when what the fact needs is not there."""
    yield from MAKERS[rule.metadata.fact](rule, values, owner, evidence)


def _trait(rule: CodeRule, values: Fields, owner: str, evidence: Evidence) -> Iterator[Fact]:
    default = values.get("default", "")
    if values.get("sql"):
        values = {**values, "sql": "", **spoken(values["sql"])}
    secret = redaction.is_secret(values.get("name", ""), default) and not _SERVER.match(default)
    if secret:
        values = {**values, "default": redaction.MASK}
    named = tuple(sorted((name, redaction.masked_text(value)) for name, value in values.items() if value not in _NOTHING))
    yield Trait(rule.metadata.name, evidence, named)


def _connection(rule: CodeRule, values: Fields, owner: str, evidence: Evidence) -> Iterator[Fact]:
    found = [*addresses(values.get("url", ""))]
    data_source = _DATA_SOURCE.match(values.get("url", "")) if not found else None
    if data_source:
        parts = dict(part.partition("=")[::2] for part in data_source["rest"].split(";"))
        port = parts.get("port", "")
        yield _address(values["url"], data_source["scheme"], parts.get("host", ""), port, parts.get("dbname", ""), evidence)
    elif not found and values.get("host") and "{" not in values["host"]:
        yield _address(
            values["host"], values.get("scheme", ""), values["host"], values.get("port", ""), values.get("database", ""), evidence
        )
    elif not found and rule.metadata.name:
        # Nothing is written down here: the place is known, and no finding about an address.
        place = Evidence(evidence.path, evidence.line, f"{rule.id}:variable", evidence.excerpt)
        yield Trait(rule.metadata.name, place, ())
    for each in found:
        yield Connection(redaction.masked_text(each.url), each.scheme, each.host, each.port, each.database, evidence)


def _address(url: str, scheme: str, host: str, port: str, database: str, evidence: Evidence) -> Connection:
    number = int(port) if port.isdigit() and int(port) < 65536 else 0
    return Connection(redaction.masked_text(url), scheme, host, number, database, evidence)


def _endpoint(rule: CodeRule, values: Fields, owner: str, evidence: Evidence) -> Iterator[Fact]:
    path = values.get("path", "")
    if path and not path.startswith(("/", "^", "*", "{")) and values.get("protocol", "http") == "http":
        path = f"/{path}"
    methods = ",".join(_METHODS.findall(values.get("method", "").upper()))
    yield Endpoint(path, methods, values.get("protocol", "http"), owner, evidence, values.get("router", ""))


def _mount(rule: CodeRule, values: Fields, owner: str, evidence: Evidence) -> Iterator[Fact]:
    """A path that is put before the endpoints of another router, function, file or folder; see `graph/mounted.py`."""
    fields = {**values, "owner": owner}
    yield Trait(MOUNT, evidence, tuple(sorted((name, value) for name, value in fields.items() if value not in _NOTHING)))


def inherited(values: Fields, owner: str, evidence: Evidence) -> Trait:
    """The path before the endpoints of a class, for the classes that inherit from it; `heirs` is what stands for their own name."""
    fields = {**values, "by": "heirs", "mounts": owner, "owner": ""}
    return Trait(MOUNT, evidence, tuple(sorted((name, value) for name, value in fields.items() if value not in _NOTHING)))


def _remote_call(rule: CodeRule, values: Fields, owner: str, evidence: Evidence) -> Iterator[Fact]:
    yield RemoteCall(values.get("target", ""), values.get("protocol", "http"), owner, evidence)


def _table_use(rule: CodeRule, values: Fields, owner: str, evidence: Evidence) -> Iterator[Fact]:
    table = values.get("table", "")
    access = access_of(values.get("access", "define"))
    owner = values.get("of") or owner
    if table and "{" not in table and access is not None:
        yield TableUse(table, access, owner, evidence)
    sql = values.get("sql", "")
    if sql and looks_like_sql(sql):
        reads, writes, defines = table_uses(sql)
        yield from (TableUse(name, "read", owner, evidence) for name in reads)
        yield from (TableUse(name, "write", owner, evidence) for name in writes)
        keys = [ForeignKey(*key, evidence) for key in keys_defined(sql)]
        if keys or sql.lstrip()[:5].lower() != "alter":  # a column more makes no table
            yield from (TableUse(name, "define", owner, evidence) for name in defines)
        yield from keys


def _foreign_key(rule: CodeRule, values: Fields, owner: str, evidence: Evidence) -> Iterator[Fact]:
    """`after` is what the other table is called after (`customer`, `customer_id`, `Customer`), `reference` names its column too."""
    table, target, columns = _name(values.get("table", "")), _name(values.get("target", "")), _columns(values.get("columns", ""))
    others = _columns(values.get("target_columns", ""))
    if values.get("reference"):
        target, _, column = _name(values["reference"]).rpartition(".")
        others = (column,)
    elif not target and values.get("after"):
        target = str(inflection.tableize(re.sub(r"_id$", "", _name(values["after"]))))
    if table and target and "{" not in table + target:
        yield ForeignKey(table, columns, target, others, evidence)


def _name(written: str) -> str:
    return written.strip("\"'`: ")


def _columns(written: str) -> tuple[str, ...]:
    """The columns of `["a", "b"]`, `:a`, `x => x.A` or `x => new { x.A, x.B }`."""
    found = re.findall(r"[\"'`]([\w $#-]+)[\"'`]", written) or re.findall(r"\.(\w+)", written) or re.findall(r"\w+", written)
    return tuple(found)


def _transaction(rule: CodeRule, values: Fields, owner: str, evidence: Evidence) -> Iterator[Fact]:
    yield Transaction(values.get("kind", "declared"), owner, evidence)


def _injection(rule: CodeRule, values: Fields, owner: str, evidence: Evidence) -> Iterator[Fact]:
    if values.get("type"):
        yield Injection(values["type"], values.get("kind", "declared"), owner, evidence)


def _registration(rule: CodeRule, values: Fields, owner: str, evidence: Evidence) -> Iterator[Fact]:
    if values.get("type"):
        yield Registration(values["type"], values.get("implementation", ""), owner, evidence)


def _setting(rule: CodeRule, values: Fields, owner: str, evidence: Evidence) -> Iterator[Fact]:
    key, value = values.get("key", "").lstrip("$"), values.get("value", "")
    if key:
        secret = redaction.is_secret(key, value)
        yield Setting(key, redaction.mask(value) if secret else redaction.masked_text(value), "code", evidence, secret=secret)


def _process(rule: CodeRule, values: Fields, owner: str, evidence: Evidence) -> Iterator[Fact]:
    yield Process(
        values.get("name") or owner, values.get("command", ""), values.get("kind", "unknown"), values.get("schedule", ""), evidence
    )


def _port(rule: CodeRule, values: Fields, owner: str, evidence: Evidence) -> Iterator[Fact]:
    number = values.get("number", "")
    if number.isdigit() and 0 < int(number) < 65536:
        yield Port(int(number), values.get("protocol", "tcp"), values.get("of", ""), evidence)
    elif rule.metadata.name:
        yield Trait(rule.metadata.name, evidence, ())


MAKERS: Mapping[str, Maker] = {
    "trait": _trait,
    "connection": _connection,
    "endpoint": _endpoint,
    "endpoint-mount": _mount,
    "remote-call": _remote_call,
    "table-use": _table_use,
    "foreign-key": _foreign_key,
    "transaction": _transaction,
    "injection": _injection,
    "registration": _registration,
    "setting": _setting,
    "process": _process,
    "port": _port,
}
"""By `metadata.fact`. `endpoint-base`, the path that a class puts before those of its methods, is read by `extract/code.py`."""
