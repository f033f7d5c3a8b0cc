"""Liquibase change logs in XML and YAML: tables and foreign keys that a schema's history makes."""

import re
from collections.abc import Iterator

from assessor.domain.facts import Fact, ForeignKey, TableUse
from assessor.extract.descriptor import Descriptor, Document, Unreadable
from assessor.extract.markup import Markup, attribute, local_name
from assessor.extract.reading import Reading
from assessor.extract.structured import Node, read_yaml

_REFERENCES = re.compile(r"^\s{0,4}(?P<table>[\w.\"`]{1,120})\s{0,4}\((?P<columns>[\w,\s\"`]{1,300})\)")

_DROPS = {
    "dropTable": ("tableName", "", ""),
    "renameTable": ("oldTableName", "newTableName", ""),
    "dropForeignKeyConstraint": ("baseTableName", "", "constraintName"),
    "dropColumn": ("tableName", "", "columnName"),
}
"""Changes that take something away, with the attributes that name the table, its new name, and the key or column."""


def _read(document: Document) -> Iterator[Fact]:
    if "databaseChangeLog" not in document.text[:20_000]:
        return
    reading = Reading(document, "liquibase")
    if document.path.lower().endswith(".xml"):
        yield from _xml(document, reading)
    else:
        for root in read_yaml(document.text):
            yield reading.trait("migration.tool", root.line, name="liquibase")
            for change in root.get("databaseChangeLog").items:
                for each in change.get("changeSet", "changes").items:
                    yield from _change(reading, each)


def _xml(document: Document, reading: Reading) -> Iterator[Fact]:
    try:
        markup = Markup(document)
    except Unreadable:
        return
    yield reading.trait("migration.tool", markup.line(markup.root), name="liquibase")
    for each in markup.all("createTable", "createView"):
        yield TableUse(attribute(each, "tableName", "viewName"), "define", "", reading.evidence(markup.line(each)))
        for column in each.iter("{*}column", "column"):
            for constraint in column.iter("{*}constraints", "constraints"):
                found = _REFERENCES.match(attribute(constraint, "references"))
                if found:
                    columns = tuple(name.strip() for name in found["columns"].split(","))
                    yield ForeignKey(
                        attribute(each, "tableName"),
                        (attribute(column, "name"),),
                        found["table"],
                        columns,
                        reading.evidence(markup.line(constraint)),
                    )
    for each in markup.all("addForeignKeyConstraint"):
        yield ForeignKey(
            attribute(each, "baseTableName"),
            _names(attribute(each, "baseColumnNames")),
            attribute(each, "referencedTableName"),
            _names(attribute(each, "referencedColumnNames")),
            reading.evidence(markup.line(each)),
        )
    for kind, (table, becomes, key) in _DROPS.items():
        for each in markup.all(kind):
            if not any(local_name(around) == "rollback" for around in each.iterancestors()):
                named = attribute(each, key) or next((attribute(column, "name") for column in each.iter("{*}column", "column")), "")
                yield reading.trait(
                    "schema.dropped",
                    markup.line(each),
                    table=attribute(each, table),
                    becomes=attribute(each, becomes),
                    key=named if key else "",
                )


def _change(reading: Reading, each: Node) -> Iterator[Fact]:
    created, key = each.get("createTable"), each.get("addForeignKeyConstraint")
    if created.get("tableName").text:
        yield TableUse(created.get("tableName").text, "define", "", reading.evidence(created.get("tableName").line))
    if key.get("baseTableName").text:
        yield ForeignKey(
            key.get("baseTableName").text,
            _names(key.get("baseColumnNames").text),
            key.get("referencedTableName").text,
            _names(key.get("referencedColumnNames").text),
            reading.evidence(key.get("baseTableName").line),
        )
    for kind, (table, becomes, named) in _DROPS.items():
        drop = each.get(kind)
        if drop.get(table).text:
            yield reading.trait(
                "schema.dropped",
                drop.get(table).line,
                table=drop.get(table).text,
                becomes=drop.get(becomes).text if becomes else "",
                key=drop.get(named).text if named else "",
            )


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _matches(path: str) -> bool:
    lower = path.lower()
    return lower.endswith((".xml", ".yaml", ".yml")) and bool(
        re.search(r"liquibase|change-?log|changeset|migration|db/|schema", lower)
    )


DESCRIPTOR = Descriptor("liquibase", _matches, _read)
