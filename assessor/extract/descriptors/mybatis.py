"""MyBatis and iBATIS mappers: the tables their statements touch, owned by `namespace.id`; and the configuration's datasource."""

import re
from collections.abc import Iterator, Mapping

from assessor.domain.facts import Fact, TableUse
from assessor.extract.descriptor import Descriptor, Document, Unreadable
from assessor.extract.markup import Element, Markup, attribute, local_name
from assessor.extract.reading import Reading
from assessor.extract.sql import table_uses

_STATEMENTS = ("select", "insert", "update", "delete", "statement", "procedure", "sql")
_ROOT = re.compile(r"<(?:mapper|sqlMap|configuration|sqlMapConfig)\b")
_LONGEST = 20_000
_DEEPEST = 4


def _read(document: Document) -> Iterator[Fact]:
    if not _ROOT.search(document.text[:5000]):
        return
    try:
        markup = Markup(document)
    except Unreadable:
        return
    reading = Reading(document, "mybatis")
    root = local_name(markup.root)
    if root in ("mapper", "sqlMap"):
        namespace = attribute(markup.root, "namespace")
        fragments = {attribute(each, "id"): each for each in markup.all("sql")}
        for each in markup.all(*_STATEMENTS):
            owner = f"{namespace}.{attribute(each, 'id')}".strip(".")
            reads, writes, _ = table_uses(_text(each, fragments))
            for table in reads:
                yield TableUse(table, "read", owner, reading.evidence(markup.line(each)))
            for table in writes:
                yield TableUse(table, "write", owner, reading.evidence(markup.line(each)))
    elif any(True for _ in markup.all("dataSource", "environment")):
        for each in markup.all("property"):
            yield from reading.setting(f"mybatis.{attribute(each, 'name')}", attribute(each, "value"), markup.line(each))


def _text(element: Element, fragments: Mapping[str, Element], depth: int = 0) -> str:
    """The statement with its dynamic parts in a row; `<where>`, `<set>` and `<trim prefix="...">` say their words,
    `<include>` those of a fragment of the same file."""
    words: list[str] = []
    for each in element.iter():
        if not isinstance(each.tag, str):
            continue
        name = local_name(each)
        if name in ("where", "set"):
            words.append(name)
        elif name == "trim":
            words.append(attribute(each, "prefix"))
        elif name == "include" and depth < _DEEPEST:
            fragment = fragments.get(attribute(each, "refid").rpartition(".")[2])
            words.append(_text(fragment, fragments, depth + 1) if fragment is not None else "")
        words.append(each.text or "")
        if each is not element:
            words.append(each.tail or "")
    return " ".join(words)[:_LONGEST]


def _matches(path: str) -> bool:
    name = path.rpartition("/")[2].lower()
    return name.endswith(".xml") and bool(re.search(r"mapper|dao|sqlmap|mybatis|ibatis|sql-map|_sql|/sql/", path.lower()))


DESCRIPTOR = Descriptor("mybatis", _matches, _read)
