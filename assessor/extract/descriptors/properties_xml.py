"""Java's properties in XML: `<properties><entry key="db.url">jdbc:h2:./data/shop</entry></properties>`."""

from collections.abc import Iterator

from assessor.domain.facts import Fact
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.markup import Markup, attribute, children, local_name
from assessor.extract.reading import Reading

_TYPE = "java.sun.com/dtd/properties.dtd"


def _read(document: Document) -> Iterator[Fact]:
    if _TYPE not in document.text[:2000]:
        return
    markup = Markup(document)
    if local_name(markup.root) != "properties":
        return
    reading = Reading(document, "properties")
    for each in children(markup.root, "entry"):
        yield from reading.setting(attribute(each, "key"), (each.text or "").strip(), markup.line(each))


DESCRIPTOR = Descriptor("properties-xml", lambda path: path.lower().endswith(".xml"), _read)
