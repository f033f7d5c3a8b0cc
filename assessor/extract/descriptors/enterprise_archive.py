"""What a Java enterprise archive states about itself: `application.xml`, `ejb-jar.xml`, `ra.xml`, `MANIFEST.MF`."""

import re
from collections.abc import Iterator

from assessor.domain.facts import Endpoint, Fact, Transaction
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.markup import Markup, child, children, local_name, text_of
from assessor.extract.reading import Reading


def _read(document: Document) -> Iterator[Fact]:
    name = document.path.rpartition("/")[2].lower()
    if name == "manifest.mf":
        yield from _manifest(document)
        return
    markup = Markup(document)
    reading = Reading(document, name)
    folder = reading.folder.removesuffix("META-INF").rstrip("/")
    if local_name(markup.root) == "application":
        yield from _application(markup, reading, folder)
    elif local_name(markup.root) == "ejb-jar":
        yield from _beans(markup, reading, folder)
    elif local_name(markup.root) == "connector":
        yield from _connector(markup, reading, folder)


def _application(markup: Markup, reading: Reading, folder: str) -> Iterator[Fact]:
    modules = []
    for each in markup.all("module"):
        web = child(each, "web")
        uri = text_of(web, "web-uri") if web is not None else next(((inner.text or "").strip() for inner in children(each)), "")
        if uri:
            modules.append(uri)
        if web is not None and text_of(web, "context-root"):
            yield Endpoint(text_of(web, "context-root"), "", "http", uri, reading.evidence(markup.line(child(web, "context-root"))))
    name = text_of(markup.root, "display-name") or text_of(markup.root, "application-name") or folder.rpartition("/")[2]
    version = markup.root.get("version", "")
    yield reading.artifact(name, "ear", markup.line(markup.root), main=True, modules=modules, folder=folder)
    if version:
        yield reading.trait("jakarta.version", markup.line(markup.root), descriptor="application.xml", version=version)


def _beans(markup: Markup, reading: Reading, folder: str) -> Iterator[Fact]:
    name = text_of(markup.root, "display-name") or folder.rpartition("/")[2]
    yield reading.artifact(name, "ejb", markup.line(markup.root), folder=folder)
    for each in markup.all("session", "entity", "message-driven"):
        line, bean, kind = markup.line(each), text_of(each, "ejb-class"), local_name(each)
        remote = text_of(each, "remote") or text_of(each, "business-remote")
        yield reading.trait(
            f"ejb.{kind}",
            line,
            name=text_of(each, "ejb-name"),
            kind=text_of(each, "session-type"),
            home=text_of(each, "home"),
            **{"class": bean},
        )
        if remote:
            yield Endpoint(remote, "", "rpc", bean, reading.evidence(line))
        if kind == "message-driven":
            settings = {
                text_of(item, "activation-config-property-name"): text_of(item, "activation-config-property-value")
                for item in each.iter("{*}activation-config-property", "activation-config-property")
            }
            target = (
                settings.get("destination")
                or settings.get("destinationLookup")
                or text_of(each, "message-destination-link")
                or text_of(each, "ejb-name")
            )
            yield Endpoint(target, "", "jms", bean, reading.evidence(line))
            yield reading.trait(
                "jms.destination",
                line,
                name=target,
                type=settings.get("destinationType", "") or text_of(each, "message-driven-destination", "destination-type"),
            )
        for reference in children(each, "resource-ref", "ejb-ref"):
            kind_of = text_of(reference, "res-type")
            named = text_of(reference, "res-ref-name") or text_of(reference, "ejb-ref-name")
            trait = (
                "jndi.datasource"
                if "DataSource" in kind_of
                else "ejb.reference"
                if "ejb" in local_name(reference)
                else "jndi.resource"
            )
            yield reading.trait(trait, markup.line(reference), name=named, type=kind_of)
    for each in markup.all("container-transaction"):
        attribute = text_of(each, "trans-attribute")
        for method in children(each, "method"):
            owner = f"{text_of(method, 'ejb-name')}.{text_of(method, 'method-name')}"
            if attribute in ("Required", "RequiresNew", "Mandatory"):
                yield Transaction("declared", owner, reading.evidence(markup.line(method)))


def _connector(markup: Markup, reading: Reading, folder: str) -> Iterator[Fact]:
    name = text_of(markup.root, "display-name") or folder.rpartition("/")[2]
    yield reading.artifact(name, "rar", markup.line(markup.root), folder=folder)
    eis = next(((each.text or "").strip() for each in markup.all("eis-type")), "")
    support = next(((each.text or "").strip() for each in markup.all("transaction-support")), "")
    yield reading.trait("resource.adapter", markup.line(markup.root), name=name, eis=eis, transaction=support)
    if support == "XATransaction":
        yield Transaction("distributed", name, reading.evidence(markup.line(next(markup.all("transaction-support")))))
    for each in markup.all("config-property"):
        yield from reading.setting(text_of(each, "config-property-name"), text_of(each, "config-property-value"), markup.line(each))


def _manifest(document: Document) -> Iterator[Fact]:
    reading = Reading(document, "manifest")
    text = re.sub(r"\n ", "", document.text[:200_000])
    values = dict(re.findall(r"(?m)^([A-Za-z0-9\-]{1,60}):[ \t]{0,4}(.{0,2000})$", text))
    for key, trait in (("Main-Class", "main.class"), ("Start-Class", "main.class")):
        if values.get(key):
            yield reading.trait(trait, reading.line_of(f"{key}:"), **{"class": values[key].strip()})
    java = values.get("Build-Jdk-Spec") or values.get("Build-Jdk") or values.get("Created-By", "").partition(" ")[0]
    if re.match(r"\d", java):
        yield reading.trait("build.jdk", reading.line_of(java), version=java)
    if values.get("Main-Class"):
        name = values.get("Implementation-Title") or document.path.removesuffix("/META-INF/MANIFEST.MF").rpartition("/")[2]
        folder = reading.folder.removesuffix("META-INF").rstrip("/")
        yield reading.artifact(
            name.strip(),
            "jar",
            reading.line_of("Main-Class:"),
            version=values.get("Implementation-Version", "").strip(),
            main=True,
            folder=folder,
        )


def _matches(path: str) -> bool:
    return path.rpartition("/")[2].lower() in ("application.xml", "ejb-jar.xml", "ra.xml", "manifest.mf")


DESCRIPTOR = Descriptor("enterprise-archive", _matches, _read)
