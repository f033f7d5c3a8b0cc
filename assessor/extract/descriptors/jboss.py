"""JBoss and WildFly: `standalone*.xml`, `domain.xml`, `*-ds.xml`, and the descriptors `jboss-*.xml` inside an application."""

import re
from collections.abc import Iterator

from assessor.domain.facts import Fact, Transaction
from assessor.extract.datasource import Datasource, datasource_facts
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.markup import Element, Markup, attribute, child, children, local_name, text_of
from assessor.extract.reading import Reading

_NAME = re.compile(
    r"(?i)(?:^|/)(?:standalone[\w\-]{0,40}|domain|[\w.\-]{1,60}-(?:ds|xa-ds|service|jms|ra)|ironjacamar"
    r"|jboss(?:-[\w\-]{1,40}|-?app|-?web|cmp-jdbc)?)\.xml$"
)
_ROOTS = re.compile(
    r"^(?:server|domain|datasources|connection-factories|local-tx-datasource|jboss.{0,30}|messaging-deployment|resource-adapters|ironjacamar)$"
)


def _read(document: Document) -> Iterator[Fact]:
    markup = Markup(document)
    name = document.path.rpartition("/")[2].lower()
    root = markup.root
    space = str(root.tag)
    if not _ROOTS.match(local_name(root)) or (
        local_name(root) in ("server", "domain") and not ("jboss" in space or "mbean" in document.text[:5000])
    ):
        return
    reading = Reading(document, "jboss")
    version = re.search(r"urn:jboss:domain:([\d.]{1,6})", space)
    yield reading.trait("server.jboss", markup.line(root), descriptor=name, schema=version[1] if version else "")
    for each in markup.all("datasource", "xa-datasource", "local-tx-datasource", "no-tx-datasource"):
        if child(each, "jndi-name") is not None or attribute(each, "jndi-name"):
            source = _datasource(markup, each)
            if not (source.name.endswith(_EXAMPLE) and source.url.startswith("jdbc:h2:mem:")):
                yield from datasource_facts(reading, source)
    for each in markup.all("mbean"):
        yield from _mbean(markup, reading, each)
    offset = next((attribute(each, "port-offset") for each in markup.all("socket-binding-group")), "")
    shift = re.search(r"(\d{1,5})\}?$", offset)
    for each in markup.all("socket-binding"):
        port = re.search(r"(\d{1,5})\}?$", attribute(each, "port"))
        if port and attribute(each, "name") in ("http", "https", "ajp", "remoting", "messaging", "iiop", "management-http"):
            yield from reading.port(int(port[1]) + (int(shift[1]) if shift else 0), attribute(each, "name"), markup.line(each))
    for each in markup.all("jms-queue", "jms-topic", "queue", "topic"):
        entries = attribute(each, "entries") or next((attribute(entry, "name") for entry in children(each, "entry")), "")
        if attribute(each, "name") and entries:
            yield reading.trait(
                "jms.destination",
                markup.line(each),
                name=attribute(each, "name"),
                jndi=entries,
                type=local_name(each).removeprefix("jms-"),
            )
    for each in markup.all("resource-adapter", "ironjacamar"):
        yield from _adapter(markup, reading, each)
    for each in markup.all("jvm"):
        heap = child(each, "heap")
        if heap is not None and attribute(heap, "max-size"):
            yield reading.trait("heap.fixed", markup.line(heap), value=attribute(heap, "max-size"))
    for each in markup.all("smtp-server"):
        yield reading.trait("mail.session", markup.line(each), socket=attribute(each, "outbound-socket-binding-ref"))
    for each in markup.all("remote-destination"):
        yield from reading.setting("outbound.host", f"{attribute(each, 'host')}:{attribute(each, 'port')}", markup.line(each))
    for each in markup.all("system-properties"):
        for item in children(each, "property"):
            yield from reading.setting(attribute(item, "name"), attribute(item, "value"), markup.line(item))
    for each in markup.all("replication-config", "distributable-cache"):
        yield reading.trait("session.replicated", markup.line(each), by=local_name(each))
    for each in markup.all("context-root"):
        yield from reading.setting("context-root", (each.text or "").strip(), markup.line(each))
    for each in markup.all("resource-ref", "resource"):
        if text_of(each, "jndi-name"):
            yield reading.trait(
                "jndi.resource", markup.line(each), name=text_of(each, "res-ref-name"), jndi=text_of(each, "jndi-name")
            )


def _mbean(markup: Markup, reading: Reading, each: Element) -> Iterator[Fact]:
    """A queue, or a datasource with its settings, as JBoss 3 and 4 have them: `name="jboss.mq.destination:service=Queue,name=A"`"""
    code, line = attribute(each, "code"), markup.line(each)
    named = re.search(r"\bname=([\w.\-/]{1,100})", attribute(each, "name").partition(":")[2])
    name = named[1] if named else ""
    if code.endswith((".Queue", ".Topic")) and name:
        yield reading.trait("jms.destination", line, name=name, type=code.rpartition(".")[2].lower())
    if code.endswith("ConnectionManager"):
        said = {
            attribute(item, "name").lower(): (item.text or "").strip()
            for item in each.iter("{*}config-property", "config-property")
        }
        if said.get("connectionurl"):
            source = Datasource(
                name,
                line,
                said["connectionurl"],
                said.get("driverclass", ""),
                said.get("username", ""),
                said.get("password", ""),
                distributed=code.endswith("XATxConnectionManager"),
            )
            yield from datasource_facts(reading, source)


def _adapter(markup: Markup, reading: Reading, each: Element) -> Iterator[Fact]:
    """A resource adapter with its settings, which hold the address of the system behind it."""
    name = attribute(each, "id") or text_of(each, "archive") or reading.document.path.rpartition("/")[2]
    if attribute(each, "id") or child(each, "archive") is not None or local_name(each) == "ironjacamar":
        support = text_of(each, "transaction-support")
        yield reading.trait("resource.adapter", markup.line(each), name=name, transaction=support)
        if support == "XATransaction":
            yield Transaction("distributed", name, reading.evidence(markup.line(each)))
        for item in each.iter("{*}config-property", "config-property"):
            value = (item.text or "").strip()
            yield from reading.setting(f"{name}.{attribute(item, 'name')}", value, markup.line(item))
        for item in each.iter("{*}connection-definition", "connection-definition", "{*}admin-object", "admin-object"):
            kind = attribute(item, "class-name")
            yield reading.trait("jndi.resource", markup.line(item), name=attribute(item, "jndi-name"), type=kind)


_EXAMPLE = "/ExampleDS"
"""The datasource in memory that WildFly ships in every configuration, for trying it out
(https://docs.wildfly.org/30/Admin_Guide.html#DataSource)."""


def _datasource(markup: Markup, each: Element) -> Datasource:
    xa = {
        attribute(item, "name").lower(): (item.text or "").strip() or attribute(item, "value")
        for item in children(each, "xa-datasource-property")
    }
    security = child(each, "security")
    user = (
        text_of(each, "user-name") or text_of(security, "user-name") or attribute(security, "user-name")
        if security is not None
        else text_of(each, "user-name")
    )
    password = (
        text_of(security, "password") or attribute(security, "password") if security is not None else text_of(each, "password")
    )
    return Datasource(
        attribute(each, "jndi-name") or text_of(each, "jndi-name"),
        markup.line(each),
        text_of(each, "connection-url") or xa.get("url", ""),
        text_of(each, "driver-class") or text_of(each, "driver") or text_of(each, "xa-datasource-class"),
        user or xa.get("user", ""),
        password or xa.get("password", ""),
        text_of(each, "pool", "max-pool-size") or text_of(each, "xa-pool", "max-pool-size") or text_of(each, "max-pool-size"),
        local_name(each) == "xa-datasource",
        xa.get("servername", ""),
        xa.get("portnumber", ""),
        xa.get("databasename", ""),
    )


DESCRIPTOR = Descriptor("jboss", lambda path: bool(_NAME.search(path)), _read)
