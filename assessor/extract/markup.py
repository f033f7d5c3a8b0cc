"""XML that was written by others: read without entities, network, document types or deep recursion.

A configuration file is read as far as it is well-formed; names are compared without their namespaces, because the same
descriptor is written with the one of Sun, JCP, Jakarta or none.
"""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from assessor.extract.descriptor import Document, Unreadable

Element = Any  # lxml-stubs call it _Element

_MOST_ATTRIBUTES = 300
_LONGEST_TAG = 60  # lines that a start tag may go over


class Markup:
    """The elements of one document. Raises `Unreadable` when there is not even a root element."""

    def __init__(self, document: Document) -> None:
        self._lines = document.text.split("\n")
        raw = document.raw or document.text.encode("utf-8", "replace")
        self.root, wrong = _parsed(raw.lstrip())
        if self.root is None:
            self.root, wrong = _parsed(_without_declaration(document.text).encode("utf-8", "replace"))
        if self.root is None:
            raise Unreadable("not XML")
        if wrong:
            document.remarks.append(wrong)
        self._before = raw[: len(raw) - len(raw.lstrip())].count(b"\n")

    def line(self, element: Element) -> int:
        """The line on which the element's tag starts (libxml2 reports the line on which it ends)."""
        last = min((element.sourceline or 1) + self._before, len(self._lines))
        tag = "<" + str(element.tag).rpartition("}")[2]
        named = "<" + (f"{element.prefix}:" if element.prefix else "") + tag[1:]
        for number in range(last, max(0, last - _LONGEST_TAG), -1):
            if named in self._lines[number - 1]:
                return number
        return last

    def all(self, *names: str) -> Iterator[Element]:
        """Every element with one of the names, in document order."""
        for element in self.root.iter(etree.Element):
            if local_name(element) in names:
                yield element


def _parsed(raw: bytes) -> tuple[Element, str]:
    """The root (None when there is not even one), and what was not well-formed, read as far as it goes."""
    wrong = ""
    for recover in (False, True):
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            recover=recover,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(raw, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            wrong = wrong or f"not well-formed: {error}"
            continue
        if root is not None:
            return root, wrong
    return None, wrong


def _without_declaration(text: str) -> str:
    text = text.lstrip("\ufeff \t\r\n")
    return text.partition("?>")[2] if text.startswith("<?xml") else text


def local_name(element: Element) -> str:
    """The element's name without its namespace; empty for what is not an element."""
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """The children with one of the names; all children when no name is given; none of None."""
    for child in element if element is not None else ():
        if isinstance(child.tag, str) and (not names or local_name(child) in names):
            yield child


def child(element: Element, *path: str) -> Element | None:
    """The first element down the path of names, or None."""
    for name in path:
        element = next(children(element, name), None)
        if element is None:
            return None
    return element


def text_of(element: Element | None, *path: str) -> str:
    """The text of the element down the path, stripped; empty when it is not there."""
    if element is None:
        return ""
    found = child(element, *path)
    return (found.text or "").strip() if found is not None else ""


def attribute(element: Element, *names: str) -> str:
    """The first of the attributes that is there, whatever its namespace and case; else empty."""
    if len(element.attrib) > _MOST_ATTRIBUTES:
        return ""
    for name in names:
        for key, value in element.attrib.items():
            if str(key).rpartition("}")[2].lower() == name.lower():
                return str(value).strip()
    return ""
