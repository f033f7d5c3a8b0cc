"""IIS: the sites of `applicationHost.config`, the farms of servers behind it, and what rewriting passes on to others.

`<site name="shop"><application path="/"><virtualDirectory path="/" physicalPath="C:\\shop"/>` is the trait `iis.site` with the
folder, the application pool and the host names; `<server address="app01"/>` of a farm, and a rule that rewrites to an address, are
the trait `proxy.backend` and a connection.
"""

import re
from collections.abc import Iterator

from assessor.domain.facts import Connection, Fact
from assessor.extract.addresses import addresses
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.markup import Element, Markup, attribute, child, children
from assessor.extract.reading import Reading

_NAME = re.compile(r"(?i)(?:^|/)(?P<stem>applicationhost|web)(?:\.[\w\-]{1,40})?\.config$")
_BINDING = re.compile(r"[^:]{0,60}:\d{1,5}:(?P<host>[\w.\-*]{1,200})")


def _read(document: Document) -> Iterator[Fact]:
    named = _NAME.search(document.path)
    hosts_sites = named is not None and named["stem"].lower() == "applicationhost"
    if not hosts_sites and "<rewrite" not in document.text:
        return
    markup = Markup(document)
    reading = Reading(document, "iis")
    if hosts_sites:
        yield reading.trait("server.iis", markup.line(markup.root))
        for site in markup.all("site"):
            if attribute(site, "serverAutoStart").lower() != "false":
                yield from _site(markup, reading, site)
        for farm in markup.all("webFarm"):
            yield from _farm(markup, reading, farm)
    for action in markup.all("action"):
        if attribute(action, "type").lower() == "rewrite":
            for address in addresses(attribute(action, "url")):
                if address.host and "{" not in address.host:
                    yield from _passed_on(reading, markup.line(action), "rewrite", address.scheme, address.host, address.port)


def _site(markup: Markup, reading: Reading, site: Element) -> Iterator[Fact]:
    name = attribute(site, "name")
    bindings = [
        attribute(each, "bindingInformation") for group in children(site, "bindings") for each in children(group, "binding")
    ]
    hosts = ",".join(dict.fromkeys(found["host"] for each in bindings if (found := _BINDING.fullmatch(each))))
    for application in children(site, "application"):
        for folder in children(application, "virtualDirectory"):
            below = attribute(application, "path").rstrip("/") + attribute(folder, "path")
            root, line = attribute(folder, "physicalPath"), markup.line(folder)
            pool = attribute(application, "applicationPool")
            yield reading.trait("iis.site", line, name=name, path=below, root=root, pool=pool, hosts=hosts)
            yield from reading.setting(f"site.{name}.physicalPath", root, line)


def _farm(markup: Markup, reading: Reading, farm: Element) -> Iterator[Fact]:
    for server in children(farm, "server"):
        routing = child(server, "applicationRequestRouting")
        port = attribute(routing, "httpPort") if routing is not None else ""
        host, enabled = attribute(server, "address"), attribute(server, "enabled").lower() != "false"
        if host and enabled:
            number = int(port) if port.isascii() and port.isdecimal() and 0 < int(port) < 65536 else 80
            yield from _passed_on(reading, markup.line(server), attribute(farm, "name"), "http", host, number)


def _passed_on(reading: Reading, line: int, name: str, scheme: str, host: str, port: int) -> Iterator[Fact]:
    number = port or (443 if scheme == "https" else 80)
    yield reading.trait("proxy.backend", line, name=name, backend=f"{host}:{number}")
    yield Connection(f"{scheme}://{host}:{number}", scheme, host, number, "", reading.evidence(line), reading.profile)


DESCRIPTOR = Descriptor("iis", lambda path: bool(_NAME.search(path)), _read)
