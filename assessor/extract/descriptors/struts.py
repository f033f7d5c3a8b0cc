"""Struts 1 and 2: `struts-config.xml` and `struts.xml` say which class answers at which path.

In: `<package namespace="/desk"><action name="orders" class="a.Orders"/>`; out: the endpoint `/desk/orders` of `a.Orders`.
"""

from collections.abc import Iterator

from assessor.domain.facts import Endpoint, Fact
from assessor.extract.descriptor import Descriptor, Document, Unreadable
from assessor.extract.markup import Markup, attribute, children, local_name
from assessor.extract.reading import Reading


def _read(document: Document) -> Iterator[Fact]:
    reading = Reading(document, "struts")
    try:
        markup = Markup(document)
    except Unreadable:
        return
    root = local_name(markup.root)
    if root == "struts-config":
        for each in markup.all("action"):
            if attribute(each, "path"):
                owner = attribute(each, "type") or attribute(each, "forward")
                yield Endpoint(attribute(each, "path"), "", "http", owner, reading.evidence(markup.line(each)))
    elif root in ("struts", "xwork"):
        for package in markup.all("package"):
            namespace = attribute(package, "namespace").rstrip("/")
            for each in children(package, "action"):
                method = attribute(each, "method")
                owner = attribute(each, "class") + (f".{method}" if method and "{" not in method else "")
                path = f"{namespace}/{attribute(each, 'name')}"
                yield Endpoint(path, "", "http", owner, reading.evidence(markup.line(each)))


def _matches(path: str) -> bool:
    name = path.rpartition("/")[2].lower()
    return name.endswith(".xml") and name.startswith(("struts", "xwork"))


DESCRIPTOR = Descriptor("struts", _matches, _read)
