"""Symfony's container: `config/services.yaml` and the services of bundles in YAML and XML.

In: `App\\: { resource: '../src/', exclude: '../src/Entity' }` below `_defaults: { autowire: true }`; out: the trait
`container.scanned` with the folder and what is left out. `App\\Shop: { arguments: ['@app.mail'] }` and
`app.mail: { class: App\\Mail }` become the traits `container.bean` and `container.reference`, which `graph/wired.py` puts together.
"""

import posixpath
import re
from collections.abc import Iterator

from assessor.domain.facts import Fact
from assessor.extract.descriptor import Descriptor, Document, Unreadable
from assessor.extract.markup import Markup, attribute
from assessor.extract.reading import Reading
from assessor.extract.structured import Node, read_yaml

_NAME = re.compile(
    r"(?:^|/)(?:config/(?:[\w.\-]{1,60}/)?services[\w.\-]{0,60}|config/services/[\w.\-/]{1,120}|Resources/config/[\w.\-/]{1,120}|services)\.(?:ya?ml|xml)$"
)
_BRACES = re.compile(r"\{([^{}]{0,600})\}")


def _read(document: Document) -> Iterator[Fact]:
    reading = Reading(document, "symfony-services")
    if document.path.endswith(".xml"):
        yield from _xml(document, reading)
        return
    for root in read_yaml(document.text) if "services:" in document.text else ():
        services = root.get("services")
        wired = services.get("_defaults", "autowire").text == "true"
        for name, service in services.mapping.items():
            if name.startswith("_"):
                continue
            resource = service.get("resource").text
            if resource and (wired or service.get("autowire").text == "true"):
                excluded = [_place(document, part) for each in service.get("exclude").texts() for part in _alternatives(each.text)]
                folder = _place(document, resource)
                yield reading.trait("container.scanned", service.line, folder=folder, exclude="|".join(sorted(excluded)))
            elif not resource:
                yield from _service(reading, name, service)


def _service(reading: Reading, name: str, service: Node) -> Iterator[Fact]:
    alias = service.text if service.text.startswith("@") else service.get("alias").text
    kind = alias.lstrip("@") or service.get("class").text or (name if "\\" in name else "")
    if not kind:
        return
    if kind != name:
        yield reading.trait("container.bean", service.line, name=name, type=kind)
    for part in ("arguments", "calls", "properties"):
        for _, leaf in service.get(part).leaves():
            if leaf.text.startswith("@") and not leaf.text.startswith("@="):
                yield reading.trait("container.reference", leaf.line, type=kind, name=leaf.text.lstrip("@?"))


def _xml(document: Document, reading: Reading) -> Iterator[Fact]:
    if "symfony.com/schema/dic/services" not in document.text[:4_000]:
        return
    try:
        markup = Markup(document)
    except Unreadable:
        return
    for each in markup.all("service"):
        name = attribute(each, "id")
        kind = attribute(each, "class", "alias") or (name if "\\" in name else "")
        if kind and kind != name:
            yield reading.trait("container.bean", markup.line(each), name=name, type=kind)
        for argument in each.iter("{*}argument"):
            if attribute(argument, "type") == "service" and attribute(argument, "id") and kind:
                yield reading.trait("container.reference", markup.line(argument), type=kind, name=attribute(argument, "id"))


def _place(document: Document, pattern: str) -> str:
    """`../src/*` in `config/services.yaml` -> `src`."""
    plain = pattern.partition("*")[0].rstrip("/") if "*" in pattern else pattern.rstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(document.path), plain))


def _alternatives(pattern: str) -> list[str]:
    found = _BRACES.search(pattern)
    if not found:
        return [pattern]
    return [pattern[: found.start()] + each.strip() + pattern[found.end() :] for each in found.group(1).split(",")]


def _matches(path: str) -> bool:
    return path.endswith((".yaml", ".yml", ".xml")) and bool(_NAME.search(path))


DESCRIPTOR = Descriptor("symfony-services", _matches, _read)
