"""Jetty's `jetty*.xml`, `start.ini` and `start.d/*.ini`: ports and datasources."""

import re
from collections.abc import Iterator

from assessor.domain.facts import Fact
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.markup import Markup, attribute
from assessor.extract.reading import Reading

_NAME = re.compile(r"(?i)(?:^|/)(?:jetty[\w\-]{0,40}\.xml|start\.ini|start\.d/[\w.\-]{1,60}\.ini)$")
_LINE = re.compile(r"^\s{0,8}(?P<key>[\w.\-]{2,80})\s{0,4}\??=\s{0,4}(?P<value>\S[^\n#]{0,300})")
_MODULE = re.compile(r"^\s{0,8}--(?:module|add-to-start\w{0,2})=(?P<names>[\w.,\-]{1,300})")
_PORTS = {"jetty.port": "http", "jetty.http.port": "http", "jetty.ssl.port": "https", "jetty.https.port": "https"}


def _read(document: Document) -> Iterator[Fact]:
    reading = Reading(document, "jetty")
    if document.path.lower().endswith(".ini"):
        yield from _start(reading)
    else:
        yield from _configured(Markup(document), reading)


def _start(reading: Reading) -> Iterator[Fact]:
    if not any(_MODULE.match(line) or line.strip().startswith(("jetty.", "etc/jetty")) for line in reading.lines):
        return
    yield reading.trait("server.jetty", 1, descriptor=reading.document.path.rpartition("/")[2])
    for number, line in enumerate(reading.lines, 1):
        if found := _MODULE.match(line):
            for name in found["names"].split(","):
                yield reading.trait("server.feature", number, name=name)
        elif found := _LINE.match(line):
            if found["key"] in _PORTS:
                yield from reading.port(found["value"].strip(), _PORTS[found["key"]], number)
            else:
                yield from reading.setting(found["key"], found["value"], number)
        yield from reading.heap(line, number)


def _configured(markup: Markup, reading: Reading) -> Iterator[Fact]:
    yield reading.trait("server.jetty", markup.line(markup.root), descriptor=reading.document.path.rpartition("/")[2].lower())
    for each in markup.all("Set", "Property", "SystemProperty"):
        key = attribute(each, "name")
        value = (each.text or "").strip() or attribute(each, "default")
        if key in ("port", "jetty.port", "jetty.http.port"):
            yield from reading.port(value, "http", markup.line(each))
        elif key.lower() in ("url", "jdbcurl") and value:
            yield from reading.setting("datasource.url", value, markup.line(each))
        elif key.lower() in ("user", "username", "password") and value:
            yield from reading.setting(f"datasource.{key.lower()}", value, markup.line(each))


DESCRIPTOR = Descriptor("jetty", lambda path: bool(_NAME.search(path)), _read)
