"""JPA and Hibernate: `persistence.xml`, `hibernate.cfg.xml` and mappings `*.hbm.xml` and `*.orm.xml`, Doctrine's too.

A mapping's `<class table="ORDERS">` defines the table, `<many-to-one column="CUSTOMER_ID" class="Customer">` is a foreign key
when the same file maps the other class.
"""

from collections.abc import Iterator

from assessor.domain.facts import Fact, ForeignKey, TableUse, Transaction
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.markup import Element, Markup, attribute, children, local_name, text_of
from assessor.extract.reading import Reading
from assessor.extract.sql import spoken


def _read(document: Document) -> Iterator[Fact]:
    markup = Markup(document)
    reading = Reading(document, "persistence")
    if local_name(markup.root) == "hibernate-mapping":
        yield from _mapping(markup, reading)
        return
    if local_name(markup.root) == "entity-mappings":
        yield from _entities(markup, reading)
        return
    if local_name(markup.root) == "doctrine-mapping":
        yield from _doctrine(markup, reading)
        return
    for unit in markup.all("persistence-unit"):
        line = markup.line(unit)
        name = attribute(unit, "name")
        yield reading.trait(
            "persistence.unit", line, name=name, transaction=attribute(unit, "transaction-type"), provider=text_of(unit, "provider")
        )
        for key in ("jta-data-source", "non-jta-data-source"):
            if text_of(unit, key):
                yield reading.trait("jndi.datasource", line, name=text_of(unit, key), unit=name)
        if attribute(unit, "transaction-type") == "JTA":
            yield Transaction("declared", name, reading.evidence(line))
    for each in markup.all("property"):
        value = attribute(each, "value") or (each.text or "").strip()
        if attribute(each, "name") and value:
            yield from reading.setting(attribute(each, "name"), value, markup.line(each))


def _queries(markup: Markup, reading: Reading) -> Iterator[Fact]:
    """Queries that code asks by their name."""
    for each in markup.all("named-query", "named-native-query", "query", "sql-query"):
        text = text_of(each, "query") or (each.text or "").strip()
        if attribute(each, "name") and text:
            yield reading.trait("query.named", markup.line(each), name=attribute(each, "name"), **spoken(text))


def _mapping(markup: Markup, reading: Reading) -> Iterator[Fact]:
    yield from _queries(markup, reading)
    package = attribute(markup.root, "package")
    tables = {_simple(attribute(each, "name")): _table(each) for each in markup.all("class", "joined-subclass", "union-subclass")}
    for each in markup.all("class", "joined-subclass", "union-subclass", "subclass"):
        name, table = attribute(each, "name"), _table(each)
        owner = name if "." in name or not package else f"{package}.{name}"
        if local_name(each) == "subclass":  # lies in the table of the class around it
            table = next((_table(above) for above in each.iterancestors() if local_name(above) != "subclass"), "")
        if table and table != _table(markup.root):
            yield TableUse(table, "define", owner, reading.evidence(markup.line(each)))
        for link in each.iter("{*}many-to-one", "many-to-one"):
            target = tables.get(_simple(attribute(link, "class")))
            if target:
                column = (
                    attribute(link, "column")
                    or next((attribute(item, "name") for item in children(link, "column")), "")
                    or attribute(link, "name")
                )
                yield ForeignKey(table, (column,), target, (), reading.evidence(markup.line(link)))
    for each in markup.all("set", "bag", "list", "map"):
        if attribute(each, "table"):
            yield TableUse(attribute(each, "table"), "define", "", reading.evidence(markup.line(each)))


def _entities(markup: Markup, reading: Reading) -> Iterator[Fact]:
    """`<entity class="a.Order"><table name="ORDERS"/>` of the standard's own mapping file."""
    yield from _queries(markup, reading)
    package = next((each.text or "" for each in children(markup.root, "package")), "").strip()
    for each in markup.all("entity"):
        name = attribute(each, "class")
        table = (
            next((attribute(found, "name") for found in children(each, "table")), "") or attribute(each, "name") or _simple(name)
        )
        owner = name if "." in name or not package else f"{package}.{name}"
        yield TableUse(table, "define", owner, reading.evidence(markup.line(each)))


def _doctrine(markup: Markup, reading: Reading) -> Iterator[Fact]:
    """`<entity name="App\\Order" table="orders"><many-to-one target-entity="App\\Customer">` of Doctrine (PHP)."""
    for each in markup.all("entity", "mapped-superclass"):
        name, table = attribute(each, "name"), attribute(each, "table")
        if local_name(each) == "entity":
            table = table or name.rpartition("\\")[2]
            yield TableUse(table, "define", name, reading.evidence(markup.line(each)))
        for link in each.iter("{*}join-table", "join-table"):
            yield TableUse(attribute(link, "name"), "define", "", reading.evidence(markup.line(link)))


def _table(element: Element) -> str:
    return attribute(element, "table") or _simple(attribute(element, "name"))


def _simple(name: str) -> str:
    return name.rpartition(".")[2]


def _matches(path: str) -> bool:
    name = path.rpartition("/")[2].lower()
    return (
        name in ("persistence.xml", "hibernate.cfg.xml")
        or name.endswith((".hbm.xml", ".orm.xml", "-persistence.xml"))
        or name == "orm.xml"
        or (name.startswith("hibernate") and name.endswith(".cfg.xml"))
    )


DESCRIPTOR = Descriptor("persistence", _matches, _read)
