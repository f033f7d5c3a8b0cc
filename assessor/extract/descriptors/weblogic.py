"""Oracle WebLogic: a domain's `config.xml`, `*-jdbc.xml`, `*-jms.xml`, and `weblogic*.xml` inside an application."""

import re
from collections.abc import Iterator

from assessor.domain.facts import Fact
from assessor.extract.datasource import Datasource, datasource_facts
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.markup import Markup, attribute, child, children, local_name, text_of
from assessor.extract.reading import Reading

_NAME = re.compile(
    r"(?i)(?:^|/)(?:weblogic[\w\-]{0,60}|[\w.\-]{1,80}-jdbc|[\w.\-]{1,80}-jms|jdbc[/\-][\w.\-]{1,80}"
    r"|jms/[\w.\-]{1,80}|config)\.xml$"
)


def _read(document: Document) -> Iterator[Fact]:
    markup = Markup(document)
    root = markup.root
    kind = local_name(root)
    if not (
        kind.startswith("weblogic")
        or kind in ("jdbc-data-source",)
        or "weblogic" in str(root.tag)
        or ("bea.com" in document.text[:2000])
    ):
        return
    reading = Reading(document, "weblogic")
    version = re.sub(r"^(\d{1,2}(?:\.\d{1,2}){1,3}).{0,20}$", r"\1", text_of(root, "domain-version"))
    yield reading.trait("server.weblogic", markup.line(root), descriptor=document.path.rpartition("/")[2], version=version)
    if kind == "jdbc-data-source":
        yield from datasource_facts(reading, _datasource(markup))
    for each in markup.all("queue", "topic", "uniform-distributed-queue", "uniform-distributed-topic", "distributed-queue"):
        if attribute(each, "name"):
            yield reading.trait(
                "jms.destination",
                markup.line(each),
                name=attribute(each, "name"),
                jndi=text_of(each, "jndi-name"),
                type=local_name(each),
            )
    for each in markup.all("foreign-server"):
        yield from reading.setting(
            f"foreign-server.{attribute(each, 'name')}.url", text_of(each, "connection-url"), markup.line(each)
        )
    if kind == "domain":
        for server in children(root, "server"):
            yield from reading.port(text_of(server, "listen-port") or "7001", text_of(server, "name"), markup.line(server))
            yield from reading.heap(text_of(server, "server-start", "arguments"), markup.line(server))
        for each in markup.all("app-deployment", "library"):
            if text_of(each, "source-path"):
                yield reading.trait(
                    "server.deployment",
                    markup.line(each),
                    name=text_of(each, "name").partition("#")[0],
                    type=text_of(each, "module-type") or "library",
                    source=text_of(each, "source-path"),
                    targets=text_of(each, "target"),
                )
        for each in markup.all("cluster"):
            if text_of(each, "name"):
                yield reading.trait(
                    "server.cluster",
                    markup.line(each),
                    name=text_of(each, "name"),
                    messaging=text_of(each, "cluster-messaging-mode"),
                )
    for each in markup.all("persistent-store-type"):
        if (value := (each.text or "").strip()) and value != "memory":
            yield reading.trait(
                "session.replicated" if "replicated" in value else "session.external", markup.line(each), store=value
            )
    for each in markup.all("context-root"):
        yield from reading.setting("context-root", (each.text or "").strip(), markup.line(each))
    for each in markup.all("resource-description", "ejb-reference-description", "resource-env-description"):
        named = text_of(each, "res-ref-name") or text_of(each, "ejb-ref-name") or text_of(each, "resource-env-ref-name")
        yield reading.trait("jndi.resource", markup.line(each), name=named, jndi=text_of(each, "jndi-name"))
    for each in markup.all("library-ref"):
        yield reading.trait(
            "server.library", markup.line(each), name=text_of(each, "library-name"), version=text_of(each, "specification-version")
        )


def _datasource(markup: Markup) -> Datasource:
    root = markup.root
    driver = child(root, "jdbc-driver-params")
    properties = {
        text_of(each, "name").lower(): text_of(each, "value")
        for each in children(child(driver, "properties") if driver is not None else None, "property")
    }
    protocol = text_of(root, "jdbc-data-source-params", "global-transactions-protocol")
    name = text_of(root, "jdbc-data-source-params", "jndi-name") or text_of(root, "name")
    return Datasource(
        name,
        markup.line(root),
        text_of(driver, "url"),
        text_of(driver, "driver-name"),
        properties.get("user", ""),
        text_of(driver, "password-encrypted"),
        text_of(root, "jdbc-connection-pool-params", "max-capacity"),
        "XADataSource" in text_of(driver, "driver-name") or protocol == "TwoPhaseCommit",
    )


DESCRIPTOR = Descriptor("weblogic", lambda path: bool(_NAME.search(path)), _read)
