"""Foreign keys and tables as the whole of a tree's migrations and mappings leaves them.

In: foreign keys that scripts and migrations state; traits `entity.key` (a class has a member that leads to another entity:
`@ManyToOne Customer customer`) and `entity.link` (many to many, through a table of its own); traits `schema.dropped` (a later
migration takes a table or a key away, or calls a table otherwise) and `schema.whole` (`db/schema.rb`: the migrations beside it
are history). Out: the keys, and for a table that is defined whether it is still there.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from assessor.domain.facts import Evidence, FileFacts, ForeignKey, TableUse, Trait
from assessor.graph.entities import Entities, simple

_NUMBER = re.compile(r"(\d+)")
_WORD = re.compile(r"\w+")
_DEEPEST = 12


def keys_of_entities(facts: Iterable[FileFacts], entities: Entities) -> tuple[list[ForeignKey], list[TableUse]]:
    """The keys that mappings of classes mean, and the tables that stand between two entities."""
    keys: list[ForeignKey] = []
    between: list[TableUse] = []
    for item in facts:
        for trait in item.of(Trait):
            if trait.name not in ("entity.key", "entity.link"):
                continue
            fields = dict(trait.fields)
            target, column = _target(fields, item, entities), fields.get("column", "")
            for holder in _holders(fields.get("of", ""), item, entities):
                other = holder if fields.get("target") in ("self", '"self"', "'self'") else target
                if not other:
                    continue
                if trait.name == "entity.key":
                    keys.append(ForeignKey(holder, (column,) if column else (), other, (), trait.evidence))
                else:
                    table = fields.get("table") or f"{holder}_{fields.get('name', '')}"
                    between.append(TableUse(table, "define", "", trait.evidence))
                    keys += [ForeignKey(table, (), each, (), trait.evidence) for each in (holder, other)]
    return keys, between


def _target(fields: dict[str, str], item: FileFacts, entities: Entities) -> str:
    """The other table: as stated (`events.users.id`), or that of a class, or of the class that a member is declared as."""
    if fields.get("reference"):
        return fields["reference"].strip("\"'").rpartition(".")[0]
    name = fields.get("target", "").strip("\"'?")
    if not name and fields.get("member"):
        name = entities.member(fields.get("of", ""), fields["member"], item)
    key = entities.key(name, item, fields.get("of", "") + ".") if name else None
    if key is not None and key in entities.tables:
        return entities.tables[key]
    found = entities.by_name.get(simple(name), ())
    return next(iter(found)) if len(found) == 1 else ""


def _holders(name: str, item: FileFacts, entities: Entities) -> list[str]:
    """The table of a class, or of its heirs where it has none itself."""
    key = next((each for each in entities.named(name) if entities.path(each) == item.path), None) or entities.key(name, item)
    seen: set[tuple[str, str]] = set()
    found: set[str] = set()
    waiting = [key] if key else []
    while waiting and len(seen) < 1000:
        one = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        if one in entities.tables:
            found.add(entities.tables[one])
        else:
            waiting += entities.heirs(one)
    return sorted(found)


class Migrations:
    """What became of what earlier migrations made."""

    def __init__(self, facts: Iterable[FileFacts]) -> None:
        self._whole: set[str] = set()
        self._folders: set[str] = set()
        self._dropped: dict[str, list[tuple[tuple[object, ...], dict[str, str]]]] = defaultdict(list)
        """By folder, in the order of the migrations."""
        for item in facts:
            for trait in item.of(Trait):
                if trait.name == "schema.whole":
                    self._whole.add(item.path)
                    self._folders.add(_folder(item.path))
                elif trait.name == "schema.dropped":
                    fields = {name: value.strip("\"':`").lower() for name, value in trait.fields}
                    self._dropped[_folder(item.path)].append((_order(trait.evidence), fields))
        for changes in self._dropped.values():
            changes.sort(key=lambda change: change[0])

    def living(self, keys: Iterable[ForeignKey]) -> Iterator[ForeignKey]:
        """The keys that no later migration takes away, with the tables' last names."""
        for key in keys:
            changes = self._after(key.evidence)
            if changes is None:
                continue
            for change in changes:
                table, named = change.get("table", ""), change.get("key", "")
                if named:
                    if table == key.table.lower() and _means(named, key):
                        break
                elif change.get("becomes"):
                    if key.table.lower() == table:
                        key = replace(key, table=change["becomes"])
                    if key.target.lower() == table:
                        key = replace(key, target=change["becomes"])
                elif table in (key.table.lower(), key.target.lower()):
                    break
            else:
                yield key

    def table(self, use: TableUse) -> str:
        """The last name of a table that is defined; an empty string for one that a later migration drops."""
        name = use.table
        changes = self._after(use.evidence)
        for change in changes or ():
            if change.get("table") == name.lower() and not change.get("key"):
                name = change.get("becomes", "")
                if not name:
                    break
        return "" if changes is None else name

    def _after(self, place: Evidence) -> list[dict[str, str]] | None:
        """What later migrations change; None where the whole schema is written down beside these."""
        folder = _folder(place.path)
        if self._folders and place.path not in self._whole and "migrat" in folder.lower():
            around = folder
            while around:
                around = _folder(around)
                if around in self._folders:
                    return None
        order = _order(place)
        return [fields for at, fields in self._dropped.get(folder, ()) if at > order]


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _order(place: Evidence) -> tuple[object, ...]:
    """Migrations follow each other by the numbers in their names: `V2__a.sql` before `V10__b.sql`."""
    parts = [(int(part), "") if part.isdigit() else (-1, part) for part in _NUMBER.split(place.path)]
    return (*parts, (place.line, ""))


def _means(named: str, key: ForeignKey) -> bool:
    """A key is dropped by its column, by its target, or by a name that holds both its columns (`lines_order_id_foreign`)."""
    words = _WORD.findall(named)
    columns = [column.lower() for column in key.columns]
    if any(word in (key.target.lower(), *columns) or f"{word}_id" in columns for word in words):
        return True
    return bool(columns) and all(any(column in word for word in words) for column in columns)
