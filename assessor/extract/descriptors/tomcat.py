"""Tomcat's `server.xml`, `context.xml` and `META-INF/context.xml`: connectors, datasources, clusters, hosts."""

from collections.abc import Iterator

from assessor.domain.facts import Fact
from assessor.extract.datasource import Datasource, datasource_facts
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.markup import Markup, attribute, local_name
from assessor.extract.reading import Reading


def _read(document: Document) -> Iterator[Fact]:
    markup = Markup(document)
    root = local_name(markup.root)
    if root not in ("Server", "Context", "Host"):
        return
    reading = Reading(document, "tomcat")
    yield reading.trait("server.tomcat", markup.line(markup.root))
    for each in markup.all("Connector"):
        protocol = attribute(each, "protocol").lower()
        of = (
            "ajp"
            if "ajp" in protocol
            else "https"
            if attribute(each, "SSLEnabled").lower() == "true" or attribute(each, "scheme") == "https"
            else "http"
        )
        yield from reading.port(attribute(each, "port"), of, markup.line(each))
        if attribute(each, "maxThreads").isdecimal():
            yield reading.trait("pool.size", markup.line(each), n=attribute(each, "maxThreads"), key="maxThreads")
    for each in markup.all("Resource"):
        kind = attribute(each, "type")
        if kind.endswith("DataSource") or attribute(each, "url").startswith("jdbc:"):
            yield from datasource_facts(
                reading,
                Datasource(
                    attribute(each, "name"),
                    markup.line(each),
                    attribute(each, "url"),
                    attribute(each, "driverClassName"),
                    attribute(each, "username"),
                    attribute(each, "password"),
                    attribute(each, "maxActive", "maxTotal"),
                    "XADataSource" in kind,
                ),
            )
        elif "jms" in kind.lower() or "ActiveMQ" in attribute(each, "factory"):
            yield reading.trait("jms.destination", markup.line(each), name=attribute(each, "name"), type=kind)
            yield from reading.connections(attribute(each, "brokerURL"), markup.line(each))
        elif kind:
            yield reading.trait("jndi.resource", markup.line(each), name=attribute(each, "name"), type=kind)
            if attribute(each, "mail.smtp.host"):
                yield from reading.setting("mail.smtp.host", attribute(each, "mail.smtp.host"), markup.line(each))
    for each in markup.all("Environment", "Parameter"):
        yield from reading.setting(attribute(each, "name"), attribute(each, "value"), markup.line(each))
    for each in markup.all("Cluster"):
        yield reading.trait("session.replicated", markup.line(each), by=attribute(each, "className"))
    for each in markup.all("Engine"):
        if attribute(each, "jvmRoute"):
            yield reading.trait("session.sticky", markup.line(each), by="jvmRoute")
    for each in markup.all("Manager"):
        name = attribute(each, "className")
        if any(word in name for word in ("Redisson", "Memcached", "Persistent", "Redis")):
            yield reading.trait("session.external", markup.line(each), by=name)
    for each in markup.all("Realm"):
        if "JNDIRealm" in attribute(each, "className"):
            yield from reading.connections(attribute(each, "connectionURL"), markup.line(each))
    for each in markup.all("Context"):
        if attribute(each, "docBase"):
            yield reading.trait("tomcat.context", markup.line(each), path=attribute(each, "path"), base=attribute(each, "docBase"))


def _matches(path: str) -> bool:
    name = path.rpartition("/")[2].lower()
    return name in ("server.xml", "context.xml") or ("catalina/" in path.lower() and name.endswith(".xml"))


DESCRIPTOR = Descriptor("tomcat", _matches, _read)
