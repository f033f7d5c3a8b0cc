"""IBM WebSphere and Liberty: `ibm-*.xml`/`.xmi`, `was.policy`, and Liberty's `server.xml`."""

import re
from collections.abc import Iterator

from assessor.domain.facts import Fact
from assessor.extract.datasource import Datasource, datasource_facts
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.markup import Markup, attribute, children, local_name
from assessor.extract.reading import Reading

_REFERENCES = (
    *("resource-ref", "resRefBindings", "resource-env-ref", "message-driven", "message-destination-ref", "data-source"),
    *("ejb-ref", "ejbRefBindings"),
)
_NAME = re.compile(
    r"(?i)(?:^|/)(?:ibm-[\w\-]{1,60}\.(?:xml|xmi)|was\.(?:policy|webmodule)|server[\w\-]{0,20}\.xml"
    r"|resources\.xml|liberty/[\w./\-]{1,80}\.xml)$"
)


def _read(document: Document) -> Iterator[Fact]:
    name = document.path.rpartition("/")[2].lower()
    reading = Reading(document, "websphere")
    if name.startswith("was."):
        yield reading.trait("server.websphere", 1, descriptor=name)
        return
    markup = Markup(document)
    root = markup.root
    line = markup.line(root)
    if name.startswith("ibm-"):
        yield reading.trait("server.websphere", line, descriptor=name)
        for each in markup.all(*_REFERENCES):
            jndi = attribute(each, "binding-name", "jndiName")
            if jndi or local_name(each) != "message-driven":
                yield reading.trait("jndi.resource", markup.line(each), name=attribute(each, "name"), jndi=jndi)
        for bean in markup.all("message-driven"):
            for each in children(bean, "jca-adapter"):
                specification = attribute(each, "activation-spec-binding-name")
                yield reading.trait("jndi.resource", markup.line(each), name=attribute(bean, "name"), jndi=specification)
                if listened := attribute(each, "destination-binding-name"):
                    yield reading.trait("jms.destination", markup.line(each), name=listened)
        for each in markup.all("message-destination"):
            yield reading.trait(
                "jms.destination", markup.line(each), name=attribute(each, "name"), jndi=attribute(each, "binding-name")
            )
        for each in markup.all("virtual-host"):
            yield from reading.setting("virtual-host", attribute(each, "name"), markup.line(each))
        for each in markup.all("context-root"):
            yield from reading.setting("context-root", attribute(each, "uri"), markup.line(each))
    elif local_name(root) == "server" and any(
        True for _ in markup.all("featureManager", "httpEndpoint", "dataSource", "webApplication")
    ):
        yield from _liberty(markup, reading)
    elif "ibm.com" in document.text[:3000] and name == "resources.xml":
        yield reading.trait("server.websphere", line, descriptor=name)


def _liberty(markup: Markup, reading: Reading) -> Iterator[Fact]:
    yield reading.trait("server.liberty", markup.line(markup.root))
    variables = {attribute(each, "name"): attribute(each, "defaultValue", "value") for each in markup.all("variable")}

    def filled(text: str) -> str:
        return re.sub(r"\$\{([\w.\-]{1,80})\}", lambda found: variables.get(found[1]) or found[0], text)

    for each in markup.all("httpEndpoint"):
        for key, of in (("httpPort", "http"), ("httpsPort", "https")):
            yield from reading.port(filled(attribute(each, key)), of, markup.line(each))
    for each in markup.all("feature"):
        yield reading.trait("server.feature", markup.line(each), name=(each.text or "").strip())
    for each in markup.all("dataSource"):
        properties = next((item for item in children(each) if local_name(item).startswith("properties")), None)
        if properties is not None:
            url, host = attribute(properties, "URL", "url"), attribute(properties, "serverName")
            yield from datasource_facts(
                reading,
                Datasource(
                    attribute(each, "jndiName", "id") or attribute(each.getparent(), "id"),
                    markup.line(each),
                    filled(url),
                    local_name(properties).removeprefix("properties").strip("."),
                    filled(attribute(properties, "user")),
                    attribute(properties, "password"),
                    "",
                    "XADataSource" in attribute(each, "type"),
                    filled(host),
                    filled(attribute(properties, "portNumber")),
                    filled(attribute(properties, "databaseName")),
                ),
            )
    for each in markup.all("resourceAdapter"):
        name = attribute(each, "id", "location")
        yield reading.trait("resource.adapter", markup.line(each), name=name)
        for item in children(each):
            for key, value in sorted(item.attrib.items()) if local_name(item).startswith("properties") else ():
                yield from reading.setting(f"{name}.{key}", filled(value), markup.line(item))
    for each in markup.all("mailSession"):
        yield reading.trait("mail.session", markup.line(each), name=attribute(each, "jndiName"))
        yield from reading.setting("mail.smtp.host", filled(attribute(each, "host")), markup.line(each))
    for each in markup.all("application", "webApplication", "enterpriseApplication"):
        if attribute(each, "contextRoot"):
            yield from reading.setting("context-root", filled(attribute(each, "contextRoot")), markup.line(each))
    for each in markup.all("jmsQueue", "jmsTopic", "queue"):
        yield reading.trait(
            "jms.destination",
            markup.line(each),
            name=attribute(each, "jndiName", "id"),
            type=local_name(each).removeprefix("jms").lower(),
        )
    for each in markup.all("variable"):
        yield from reading.setting(attribute(each, "name"), attribute(each, "defaultValue", "value"), markup.line(each))


DESCRIPTOR = Descriptor("websphere", lambda path: bool(_NAME.search(path)), _read)
