"""GlassFish, Payara and Sun's application server: `glassfish-*.xml`, `sun-*.xml`, `domain.xml`."""

import re
from collections.abc import Iterator

from assessor.domain.facts import Fact
from assessor.extract.datasource import Datasource, datasource_facts
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.markup import Element, Markup, attribute, children, local_name, text_of
from assessor.extract.reading import Reading

_FROM_OUTSIDE = re.compile(r"\$\{(?:ENV|MPCONFIG)=(?P<name>[\w.\-]{1,100})(?P<default>:[^{}]{0,300})?\}")
"""How Payara speaks of a variable (https://docs.payara.fish, configuration variables): `${ENV=DB_URL}`."""
_NAME = re.compile(r"(?i)(?:^|/)(?:(?:glassfish|sun|payara)-[\w\-]{1,40}|domain)\.xml$")


def _read(document: Document) -> Iterator[Fact]:
    name = document.path.rpartition("/")[2].lower()
    markup = Markup(document)
    if local_name(markup.root) == "domain" and not any(True for _ in markup.all("configs", "network-listener")):
        return
    reading = Reading(document, "glassfish")
    yield reading.trait("server.glassfish", markup.line(markup.root), descriptor=name)
    pools = {attribute(each, "name"): each for each in markup.all("jdbc-connection-pool")}
    for each in markup.all("jdbc-resource"):
        pool = pools.get(attribute(each, "pool-name"))
        if pool is not None:
            yield from datasource_facts(reading, _datasource(markup, attribute(each, "jndi-name"), pool))
    for each in markup.all("network-listener"):
        yield from reading.port(attribute(each, "port"), attribute(each, "name"), markup.line(each))
    for each in markup.all("admin-object-resource"):
        yield reading.trait(
            "jms.destination", markup.line(each), name=attribute(each, "jndi-name"), type=attribute(each, "res-type")
        )
    for each in markup.all("resource-adapter-config", "connector-connection-pool"):
        name = attribute(each, "resource-adapter-name")
        yield reading.trait("resource.adapter", markup.line(each), name=name, type=attribute(each, "connection-definition-name"))
        for item in children(each, "property"):
            yield from reading.setting(f"{name}.{attribute(item, 'name')}", _spoken(attribute(item, "value")), markup.line(item))
    for each in markup.all("mail-resource"):
        yield reading.trait("mail.session", markup.line(each), name=attribute(each, "jndi-name"))
        yield from reading.setting("mail.smtp.host", _spoken(attribute(each, "host")), markup.line(each))
    for each in markup.all("custom-resource", "external-jndi-resource"):
        yield reading.trait("jndi.resource", markup.line(each), name=attribute(each, "jndi-name"), type=attribute(each, "res-type"))
    for each in markup.all("context-root"):
        yield from reading.setting("context-root", (each.text or "").strip(), markup.line(each))
    for each in markup.all("jvm-options"):
        yield from reading.heap((each.text or "").strip(), markup.line(each))
    for each in markup.all("resource-ref"):
        if text_of(each, "jndi-name"):
            yield reading.trait(
                "jndi.resource", markup.line(each), name=text_of(each, "res-ref-name"), jndi=text_of(each, "jndi-name")
            )


def _spoken(value: str) -> str:
    """`${ENV=DB_URL}` as other formats write it: `${DB_URL}`."""
    return _FROM_OUTSIDE.sub(lambda found: f"${{{found['name']}{found['default'] or ''}}}", value)


def _datasource(markup: Markup, name: str, pool: Element) -> Datasource:
    properties = {attribute(each, "name").lower(): _spoken(attribute(each, "value")) for each in children(pool, "property")}
    return Datasource(
        name,
        markup.line(pool),
        properties.get("url", ""),
        attribute(pool, "datasource-classname", "driver-classname"),
        properties.get("user", ""),
        properties.get("password", ""),
        attribute(pool, "max-pool-size"),
        "XADataSource" in attribute(pool, "res-type"),
        properties.get("servername", ""),
        properties.get("portnumber", properties.get("port", "")),
        properties.get("databasename", ""),
    )


DESCRIPTOR = Descriptor("glassfish", lambda path: bool(_NAME.search(path)), _read)
