"""Symfony's routes in YAML and XML: `config/routes.yaml`, `config/routes/*.yaml`, `Resources/config/routing.xml`.

In: `home: { path: /, controller: App\\Controller\\Home::show }`; out: the endpoint `/` of `App\\Controller\\Home.show`. An imported
folder or file of controllers becomes a mount (`domain/endpoint_paths.py`), with an empty prefix too: of two that hold a controller,
the nearer one counts.
"""

import re
from collections.abc import Iterator

from assessor.domain.endpoint_paths import MOUNT
from assessor.domain.facts import Endpoint, Evidence, Fact, Trait
from assessor.extract.descriptor import Descriptor, Document, Unreadable
from assessor.extract.markup import Element, Markup, attribute, child, local_name, text_of
from assessor.extract.reading import Reading
from assessor.extract.structured import Node, read_yaml

_NAME = re.compile(r"(?:^|/)(?:config/(?:[\w.\-]{1,60}/)?)?(?:routes|routing)(?:[._-]\w{1,40})?\.(?:ya?ml|xml)$")
_FOLDER = re.compile(
    r"(?:^|/)(?:config/routes?|Resources/config/routing|config/routing)/(?:[\w.\-]{1,60}/)?[\w.\-]{1,60}\.(?:ya?ml|xml)$"
)


def _read(document: Document) -> Iterator[Fact]:
    reading = Reading(document, "symfony-routes")
    if document.path.endswith(".xml"):
        yield from _xml(document, reading)
        return
    for root in read_yaml(document.text):
        for route in root.mapping.values() if root.kind == "mapping" else ():
            evidence = reading.evidence(route.line)
            if route.get("path").text and not route.get("resource").text:
                methods = " ".join((route.get("methods").text, *(each.text for each in route.get("methods").items)))
                controller = route.get("controller").text or route.get("defaults", "_controller").text
                yield _endpoint(route.get("path").text, methods, controller, evidence)
            else:
                yield from _mount(_resource(route), _prefix(route), evidence)


def _resource(route: Node) -> str:
    return route.get("resource").text or route.get("resource", "path").text


def _prefix(route: Node) -> str:
    """A prefix for each language counts as one that is not known."""
    return route.get("prefix").text or ("/{_locale}" if route.get("prefix").mapping else "")


def _xml(document: Document, reading: Reading) -> Iterator[Fact]:
    try:
        markup = Markup(document)
    except Unreadable:
        return
    if local_name(markup.root) != "routes":
        return
    for each in markup.all("route"):
        place = reading.evidence(markup.line(each))
        yield _endpoint(attribute(each, "path", "pattern"), attribute(each, "methods"), _controller(each), place)
    for each in markup.all("import"):
        yield from _mount(attribute(each, "resource"), attribute(each, "prefix"), reading.evidence(markup.line(each)))


def _controller(route: Element) -> str:
    return attribute(route, "controller") or text_of(child(route, "default"))


def _endpoint(path: str, methods: str, controller: str, evidence: Evidence) -> Endpoint:
    method = ",".join(re.findall(r"GET|POST|PUT|DELETE|PATCH|HEAD", methods.upper()))
    return Endpoint(f"/{path.lstrip('/')}", method, "http", controller.replace("::", "."), evidence)


def _mount(resource: str, prefix: str, evidence: Evidence) -> Iterator[Fact]:
    if resource.startswith(".") and resource != "." and "*" not in resource:
        fields = {"by": "folder", "mounts": resource, "path": "" if prefix == "/" else prefix}
        yield Trait(MOUNT, evidence, tuple(sorted((name, value) for name, value in fields.items() if value)))


def _matches(path: str) -> bool:
    return path.endswith((".yaml", ".yml", ".xml")) and bool(_NAME.search(path) or _FOLDER.search(path))


DESCRIPTOR = Descriptor("symfony-routes", _matches, _read)
