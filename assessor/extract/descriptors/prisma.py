"""Prisma's `schema.prisma`: the database, its tables, and relations as foreign keys."""

import re
from collections.abc import Iterator

from assessor.domain.facts import Fact, ForeignKey, TableUse
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.reading import Reading

_MODEL = re.compile(r"^model[ \t]{1,4}(?P<name>\w{1,80})[ \t]{0,4}\{")
_MAP = re.compile(r"@@map\([ \t]{0,4}(?:name:[ \t]{0,4})?\"(?P<name>[\w.]{1,80})\"")
_RELATION = re.compile(
    r"^[ \t]{1,20}\w{1,80}[ \t]{1,40}(?P<target>\w{1,80})[?\[\]]{0,2}[ \t][^\n]{0,300}@relation\([^\n]{"
    r"0,200}?fields:[ \t]{0,4}\[(?P<fields>[\w, ]{1,200})\][^\n]{0,100}?references:[ \t]{0,4}\[(?P<refe"
    r"rences>[\w, ]{1,200})\]"
)
_DATASOURCE = re.compile(
    r"^[ \t]{1,20}(?P<key>provider|url|directUrl)[ \t]{0,20}=[ \t]{0,20}(?:env\(\"(?P<variable>\w{1,80}"
    r")\"\)|\"(?P<value>[^\"]{0,300})\")"
)


def _read(document: Document) -> Iterator[Fact]:
    reading = Reading(document, "prisma")
    blocks = list(_blocks(reading.lines))
    names = {
        head["name"]: next((found["name"] for _, line in body if (found := _MAP.search(line))), head["name"])
        for _, head, body in blocks
        if head
    }
    for number, head, body in blocks:
        if head is None:
            for inner, line in body:
                if found := _DATASOURCE.match(line):
                    value = f"${{{found['variable']}}}" if found["variable"] else found["value"] or ""
                    yield from reading.setting(f"datasource.{found['key']}", value, inner)
            continue
        table = names[head["name"]]
        yield TableUse(table, "define", head["name"], reading.evidence(number))
        yield reading.trait("entity.named", number, name=head["name"], table=table)
        for inner, line in body:
            if found := _RELATION.match(line):
                fields, references = _names(found["fields"]), _names(found["references"])
                yield ForeignKey(table, fields, names.get(found["target"], found["target"]), references, reading.evidence(inner))


def _blocks(lines: list[str]) -> Iterator[tuple[int, re.Match[str] | None, list[tuple[int, str]]]]:
    """(line, head, inner lines) of each model, and of the datasource with no head."""
    number = 0
    while number < len(lines):
        line = lines[number][:500]
        head = _MODEL.match(line)
        if head or line.startswith("datasource "):
            end = next((n for n in range(number, len(lines)) if lines[n].startswith("}")), len(lines))
            yield number + 1, head, [(n + 1, lines[n][:500]) for n in range(number + 1, end)]
            number = end
        number += 1


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


DESCRIPTOR = Descriptor("prisma", lambda path: path.endswith(".prisma"), _read)
