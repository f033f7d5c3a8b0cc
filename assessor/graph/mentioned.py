"""Tables that code reaches without a call on them: queries that are asked by their name, entities that are named in a query's text.

In: traits `query.named` (name, what the statement reads and writes) and `query.used` (the name), `entity.used` (a class, and
whether it is read or written; `order.findAll({ include: [Line] })`). Out: the uses, for the declaration around the place.
"""

from collections import defaultdict
from collections.abc import Sequence

from assessor.domain.facts import Access, Declaration, FileFacts, TableUse, Trait, access_of
from assessor.graph.entities import Entities, simple
from assessor.graph.persistence import Persistence

_WAYS: tuple[Access, ...] = ("read", "write")


def mentioned_uses(facts: Sequence[FileFacts], entities: Entities, persistence: Persistence) -> list[tuple[str, TableUse]]:
    """(path, use) of all."""
    named: dict[str, set[tuple[str, Access]]] = defaultdict(set)
    for item in facts:
        for trait in item.of(Trait):
            if trait.name == "query.named":
                fields = dict(trait.fields)
                for way in _WAYS:
                    stated = fields.get(f"{way}s", "").split(",")
                    named[fields.get("name", "")] |= {(persistence.table(table), way) for table in stated if table}
    found: list[tuple[str, TableUse]] = []
    for item in facts:
        for trait in item.of(Trait):
            fields = dict(trait.fields)
            uses: set[tuple[str, Access]] = set()
            if trait.name == "query.used":
                uses = named.get(fields.get("name", ""), set())
            elif trait.name == "entity.used":
                key = entities.key(fields.get("name", ""), item)
                tables = {entities.tables[key]} if key is not None and key in entities.tables else _called(fields, entities)
                uses = {(table, access_of(fields.get("access", "read")) or "read") for table in tables}
            owner = _around(item, trait.evidence.line) if uses else ""
            found += [(item.path, TableUse(table, way, owner, trait.evidence)) for table, way in sorted(uses)]
    return found


def _called(fields: dict[str, str], entities: Entities) -> set[str]:
    """The table of the only entity of this name (`models.Line`)."""
    tables = entities.by_name.get(simple(fields.get("name", "")), set())
    return tables if len(tables) == 1 else set()


def _around(item: FileFacts, line: int) -> str:
    """The innermost declaration around a line."""
    around = [fact for fact in item.of(Declaration) if fact.kind != "field" and fact.line <= line < fact.line + fact.lines]
    return max(around, key=lambda fact: (fact.line, fact.name)).name if around else ""
