"""SQL scripts and dumps of any dialect: tables, foreign keys, views, procedures, triggers.

In: `CREATE TABLE [dbo].[Orders] (... CustomerId int REFERENCES Customers(Id))`; out: the table and the foreign key.
Statements are found by their first words and read by tokens, so that one which no grammar knows never loses the rest, and a
dump of 60 MB costs seconds: rows are skipped, a grammar (sqlglot) would take a hundred times as long and refuse half of it.
"""

import re
from collections.abc import Iterator

from assessor.domain.facts import Fact, ForeignKey, TableUse, Transaction
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.reading import Reading
from assessor.extract.sql import table_uses
from assessor.extract.sql_definition import (
    ALTER,
    LONGEST_STATEMENT,
    NAME,
    NO_COLUMN,
    TABLE,
    foreign_keys,
    items,
    plain_name,
    tokens_from,
)

_BLOCK_COMMENT = re.compile(r"/\*(?!!).*?\*/", re.DOTALL)
_STATEMENT = re.compile(
    r"(?im)^[ \t]{0,40}(?:/\*!\d{5}[ \t]{0,4})?(?P<verb>create|alter|select|with|update|delete|insert|merge|replace)\b[^\n;]{0,300}"
)
_ROUTINE = re.compile(
    r"(?is)create\s{1,8}(?:(?:or\s{1,8}(?:replace|alter)|definer\s?=\s?\S{1,100}|editionable"
    r"|noneditionable|algorithm\s?=\s?\w{1,20}|sql\s{1,4}security\s{1,4}\w{1,20}|constraint|aggregate"
    r"|force|materialized|recursive|temp|temporary)(?:\s{1,8}|\s{0,4}\*/\s{0,8}/\*!\d{5}\s{0,8})){0,6}"
    r"(?P<kind>view|procedure|proc|function|trigger|package\s{1,8}body|package)\s{1,8}(?:if\s{1,8}not\s{1,8}exists\s{1,8})?" + NAME
)
_LONGEST_ROUTINE = 60_000
_READABLE_SCRIPT = 1_000_000  # larger files are dumps: their INSERTs are rows, not what a program does
_BORDER = re.compile(
    r"(?im)^[ \t]{0,40}(?:(?P<begin>begin\s{0,4};|begin\s{1,4}(?:tran(?:saction)?|work)\b|start\s{1,4}transaction\b)"
    r"|(?P<end>commit|rollback)\b)"
)
_LONGEST_TRANSACTION = 200_000
_NO_NAME = frozenset(["select", "as", "like", "values", "set", "if", "table", "create", "drop"])
_TEMPORARY = re.compile(r"(?i)\b(?:temp|temporary)\b")
_ROUTINE_END = re.compile(
    r"(?im)^[ \t]{0,8}(?:go|/|\$\$|//|delimiter\b.{0,20}"
    r"|create\s{1,4}(?:or\s{1,4}replace\s{1,4})?(?:definer|table|procedure|function|trigger|view"
    r"|package|index|unique)\b.{0,100})[ \t]{0,8}[;]{0,1}$"
)
_DROP = re.compile(r"(?i)\bdrop\s{1,8}(?P<kind>procedure|function|trigger)\s{1,8}(?:if\s{1,8}exists\s{1,8})?" + NAME)
_TENANT = re.compile(r"(?i)^(?:tenant|tenant_?id|mandant|mandant_?id|organi[sz]ation_?id|org_?id|company_?id)$")


def _read(document: Document) -> Iterator[Fact]:
    reading = Reading(document, "sql")
    text = document.text
    if "/*" in text:
        text = _BLOCK_COMMENT.sub(lambda found: "\n" * found[0].count("\n") + " ", text)
    seen: set[tuple[str, str, str]] = set()
    position, line, resume = 0, 1, 0
    drops = {(found["kind"].lower(), plain_name(found["name"])): found.start() for found in _DROP.finditer(text)}
    made: dict[tuple[str, str], int] = {}
    for found in _STATEMENT.finditer(text):
        if found.start() < resume and found["verb"].lower() not in ("create", "alter"):
            continue  # inside a routine that is read already; but tables may be made there
        line += text.count("\n", position, found.start("verb"))
        position = found.start("verb")
        verb = found["verb"].lower()
        head = text[position : position + 2000]
        if verb == "create" and (routine := _ROUTINE.match(head)):
            body = _routine_body(text, position + routine.end(), routine["kind"].lower())
            resume = position + routine.end() + len(body)
            named = (_kind(routine), plain_name(routine["name"]))
            made[named] = position
            yield from _routine(reading, routine, body, line, seen, drops.get(named, -1) < position)
        elif verb == "create" and (table := TABLE.match(head)):
            yield from _created(reading, table, text, position, line)
        elif verb == "alter" and (table := ALTER.match(head)):
            yield from _altered(reading, table, text, position, line)
        elif verb not in ("create", "alter") and len(text) < _READABLE_SCRIPT:
            statement = _statement_text(text, position)
            resume = position + len(statement)
            yield from _uses(reading, statement, "", line, seen)
    if len(text) < _READABLE_SCRIPT:
        yield from _transactions(reading, text)
    for (kind, name), at in sorted(drops.items()):
        if at > made.get((kind, name), -1):
            yield reading.trait("sql.dropped", text.count("\n", 0, at) + 1, kind=kind, name=name)
    yield from _traits(reading, text)


def _kind(routine: re.Match[str]) -> str:
    return routine["kind"].lower().split()[0].replace("proc", "procedure").replace("procedureedure", "procedure")


def _created(reading: Reading, table: re.Match[str], text: str, position: int, line: int) -> Iterator[Fact]:
    name = plain_name(table["name"])
    if _TEMPORARY.search(table["kind"]) or name.startswith("#") or name.lower() in _NO_NAME:
        return
    after = position + table.end()
    tokens = tokens_from(text, after)
    if [token.lower() for token in tokens[:2]] == ["partition", "of"]:
        return
    yield TableUse(name, "define", "", reading.evidence(line))
    if "(" in tokens[:3]:
        body = tokens[tokens.index("(") + 1 :]
        yield from _columns(reading, name, body, text, after, line)


def _columns(reading: Reading, name: str, body: list[str], text: str, after: int, line: int) -> Iterator[Fact]:
    """Foreign keys of the items between the brackets of CREATE TABLE, and the columns that tell tenants apart."""
    for item in items(body):
        first = item[0].strip('"`[]')
        if first.lower() not in NO_COLUMN and _TENANT.match(first):
            yield reading.trait("sql.tenant-column", line, table=name, column=first)
        for key in foreign_keys(item, "" if first.lower() in NO_COLUMN else first):
            yield ForeignKey(name, key[0], key[1], key[2], reading.evidence(_line_near(reading, line, key[1])))


def _line_near(reading: Reading, line: int, target: str) -> int:
    """The line of the reference itself: the first from the table's line on that names both; else the table's."""
    word = target.rpartition(".")[2]
    for number in range(line, min(line + 300, len(reading.lines) + 1)):
        text = reading.lines[number - 1]
        if word in text and "references" in text.lower():
            return number
    return line


def _altered(reading: Reading, table: re.Match[str], text: str, position: int, line: int) -> Iterator[Fact]:
    name = plain_name(table["name"])
    for columns, target, others in foreign_keys(tokens_from(text, position + table.end()), ""):
        yield ForeignKey(name, columns, target, others, reading.evidence(line))


def _statement_text(text: str, start: int) -> str:
    end = text.find(";", start, start + LONGEST_STATEMENT)
    return text[start : end if end >= 0 else start + 5000]


def _routine_body(text: str, start: int, kind: str) -> str:
    if kind == "view":
        return _statement_text(text, start)
    end = _ROUTINE_END.search(text, start, start + _LONGEST_ROUTINE)
    return text[start : end.start() if end else start + _LONGEST_ROUTINE]


def _routine(
    reading: Reading, routine: re.Match[str], body: str, line: int, seen: set[tuple[str, str, str]], stays: bool
) -> Iterator[Fact]:
    """`stays` is False for what the same script drops again: a tool of the script, not part of the schema."""
    kind, name = _kind(routine), plain_name(routine["name"])
    if stays:
        yield reading.trait(f"sql.{kind}", line, name=name, lines=str(body.count("\n") + 1))
    if stays and kind == "trigger" and (on := re.search(r"(?i)\bon\s{1,8}" + NAME, body[:1000])):
        yield reading.trait("sql.trigger-on", line, name=name, table=plain_name(on["name"]))
    yield from _uses(reading, body, name, line, seen)
    if kind in ("procedure", "function") and re.search(r"(?i)\bcommit\b", body):
        written = table_uses(body)[1]
        if written:
            yield Transaction("explicit", name, reading.evidence(line), tuple(sorted({plain_name(one) for one in written})))


def _transactions(reading: Reading, text: str) -> Iterator[Fact]:
    """What a script writes between `BEGIN;` (or `BEGIN TRANSACTION`, `START TRANSACTION`) and `COMMIT`."""
    begun = None
    for found in _BORDER.finditer(text):
        if found["begin"]:
            begun = found
        elif begun is not None:
            inside = text[begun.end() : min(found.start(), begun.end() + _LONGEST_TRANSACTION)]
            written = table_uses(inside)[1] if found["end"].lower() == "commit" else ()
            if written:
                place = reading.evidence(text.count("\n", 0, begun.start("begin")) + 1)
                yield Transaction("explicit", "", place, tuple(sorted({plain_name(one) for one in written})))
            begun = None


def _uses(reading: Reading, statement: str, owner: str, line: int, seen: set[tuple[str, str, str]]) -> Iterator[Fact]:
    reads, writes, _ = table_uses(statement)
    for names, access in ((reads, "read"), (writes, "write")):
        for name in names:
            if (name, access, owner) not in seen:
                seen.add((name, access, owner))
                yield TableUse(plain_name(name), "read" if access == "read" else "write", owner, reading.evidence(line))


_DIALECTS = (
    ("mariadb", re.compile(r"(?i)MariaDB dump|-MariaDB\b")),
    ("mysql", re.compile(r"(?i)\bAUTO_INCREMENT\b|\bENGINE\s?=\s?\w|-- MySQL dump|\bUNSIGNED\b")),
    (
        "sqlserver",
        re.compile(
            r"(?im)^GO\s{0,4}$|\bIDENTITY\s{0,2}\(\d|\[dbo\]|\bNVARCHAR\s{0,2}\(MAX\)|\bUNIQUEIDENTIFIER\b"
            r"|\bCLUSTERED\b"
        ),
    ),
    ("oracle", re.compile(r"(?i)\bVARCHAR2\b|\bNUMBER\s{0,2}\(\d|\bTABLESPACE\b.{0,80}\bSTORAGE\b|\bNVARCHAR2\b|\bsysdate\b")),
    (
        "postgres",
        re.compile(
            r"(?i)\b(?:BIG|SMALL)?SERIAL\b|\bplpgsql\b|\bBYTEA\b|-- PostgreSQL database dump|\bTIMESTAMPTZ\b"
            r"|\bJSONB\b|\bnextval\b|\bTIMESTAMP\s{0,2}\(3\)|\bgen_random_uuid\b|\bWITHOUT TIME ZONE\b"
        ),
    ),
    ("db2", re.compile(r"(?i)GENERATED (?:ALWAYS|BY DEFAULT) AS IDENTITY\s{0,4}\(START|\bIN USERSPACE1\b|\bORGANIZE BY\b")),
    ("sqlite", re.compile(r"(?i)\bAUTOINCREMENT\b|^PRAGMA\b")),
)
_VERSION = re.compile(
    r"(?i)(?:Dumped from database version|Server version)[ \t:]{1,4}(\d{1,3}(?:\.\d{1,3}){0,2})"
    r"|Distrib (\d{1,2}\.\d{1,2}(?:\.\d{1,3})?)(?:-MariaDB)?,"
)
_PATH_DIALECT = re.compile(
    r"(?i)(?:^|[/._\-])(?P<name>mysql|mariadb|postgres(?:ql)?|pgsql|oracle|sqlserver|mssql|sqlite3?|h2"
    r"|hsqldb|hsql|derby|db2|firebird|informix|sybase|tsql)(?=[/._\-])"
)
_SIGNS = (
    ("sql.row-level-security", re.compile(r"(?i)ENABLE ROW LEVEL SECURITY|CREATE SECURITY POLICY")),
    (
        "sql.dblink",
        re.compile(r"(?i)CREATE\s{1,4}(?:SHARED\s{1,4})?(?:PUBLIC\s{1,4})?DATABASE LINK|\bdblink\s{0,2}\(|sp_addlinkedserver"),
    ),
    ("schema.whole", re.compile(r"(?i)^INSERT INTO [\"'`]?(?:public\.)?[\"`]?schema_migrations\b", re.MULTILINE)),
    ("sql.partitioned", re.compile(r"(?i)\)\s{0,8}PARTITION BY\b|\bPARTITION OF\b")),
)
_EXTENSION = re.compile(r"(?i)CREATE EXTENSION\s{1,4}(?:IF NOT EXISTS\s{1,4})?[\"']?(?P<name>[\w\-]{1,60})")


def _traits(reading: Reading, text: str) -> Iterator[Fact]:
    sample = text[:400_000]
    version = _VERSION.search(sample[:5000])
    for name, pattern in _DIALECTS:
        if found := pattern.search(sample):
            stated = (version[1] or version[2] or "") if version else ""
            yield reading.trait("sql.dialect", sample.count("\n", 0, found.start()) + 1, name=name, version=stated)
            break
    for path in _PATH_DIALECT.finditer(reading.document.path):
        yield reading.trait("sql.dialects", 1, dialect=path["name"].lower())
    for name, pattern in _SIGNS:
        if found := pattern.search(sample):
            yield reading.trait(name, sample.count("\n", 0, found.start()) + 1)
    for found in _EXTENSION.finditer(sample):
        yield reading.trait("sql.extension", sample.count("\n", 0, found.start()) + 1, name=found["name"])


_SUFFIX = re.compile(
    r"(?i)\.(?:sql|ddl|pks|pkb|plsql|tsql|pck|prc|fnc|trg|mysqldiff|pgsql|sql\.(?:j2|erb|tmpl|template|in|dist|vm|ftl))$|/sql/[\w.\-]{1,60}\.vm$"
)


def _matches(path: str) -> bool:
    return bool(_SUFFIX.search(path))


DESCRIPTOR = Descriptor("sql", _matches, _read, whole=True)
