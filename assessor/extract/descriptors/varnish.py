"""Varnish's `*.vcl`: the servers behind the cache.

`backend web { .host = "app01"; .port = "8080"; }` is the trait `proxy.backend` and a connection.
"""

import re
from collections.abc import Iterator

from assessor.domain.facts import Connection, Fact
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.reading import Reading

_BACKEND = re.compile(r"^[ \t]{0,8}backend[ \t]{1,8}(?P<name>[\w\-]{1,60})[ \t]{0,8}(?:\{|$)")
_FIELD = re.compile(r"\.(?P<key>host|port)[ \t]{0,8}=[ \t]{0,8}\"(?P<value>[\w.:\-]{1,200})\"")


def _read(document: Document) -> Iterator[Fact]:
    reading = Reading(document, "varnish")
    yield reading.trait("server.varnish", 1)
    name, line = "", 0
    stated: dict[str, str] = {}
    for number, text in enumerate(document.text.split("\n"), 1):
        text = text[:1000].partition("#")[0].partition("//")[0]
        if found := _BACKEND.match(text):
            yield from _backend(reading, name, line, stated)
            name, line, stated = found["name"], number, {}
        if name:
            stated |= {each["key"]: each["value"] for each in _FIELD.finditer(text)}
            if text.startswith("}"):
                yield from _backend(reading, name, line, stated)
                name, line, stated = "", 0, {}
    yield from _backend(reading, name, line, stated)


def _backend(reading: Reading, name: str, line: int, stated: dict[str, str]) -> Iterator[Fact]:
    host, port = stated.get("host", ""), stated.get("port", "")
    number = int(port) if port.isdecimal() and port.isascii() and 0 < int(port) < 65536 else 80
    if host:
        yield reading.trait("proxy.backend", line, name=name, backend=f"{host}:{number}")
        yield Connection(f"{host}:{number}", "http", host, number, "", reading.evidence(line))


DESCRIPTOR = Descriptor("varnish", lambda path: path.lower().endswith((".vcl", ".vcl.j2", ".vcl.erb", ".vcl.template")), _read)
