"""XML of strangers."""

import pytest

from assessor.extract.descriptor import Document, Unreadable
from assessor.extract.markup import Markup, attribute, child, children, local_name, text_of


def markup(text: str, raw: bytes = b"") -> Markup:
    return Markup(Document("a.xml", text, raw or text.encode()))


def test_names_without_their_namespaces() -> None:
    root = markup('<a xmlns="urn:x" xmlns:y="urn:y"><b y:Key=" v "><c> t </c></b></a>').root
    assert [local_name(each) for each in children(root)] == ["b"]
    assert attribute(child(root, "b"), "missing", "key") == "v"
    assert text_of(root, "b", "c") == "t"
    assert child(root, "b", "z") is None and text_of(root, "z") == "" and list(children(None)) == []


def test_line_of_a_tag_over_several_lines() -> None:
    document = markup('\n\n<a>\n<b\n x="1"\n y="2"/>\n</a>')
    assert [document.line(each) for each in document.all("a", "b")] == [3, 4]


def test_encoding_that_the_document_states() -> None:
    text = '<?xml version="1.0" encoding="GBK"?><a>连接</a>'
    assert markup("ignored", text.encode("gbk")).root.text == "连接"


def test_entities_are_not_followed() -> None:
    text = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "yyy">]><a><b>&x;&y;</b></a>'
    assert text_of(markup(text).root, "b") == ""


def test_broken_end_is_read_as_far_as_it_goes() -> None:
    assert [local_name(each) for each in markup("<a><b/><c>").all("b", "c")] == ["b", "c"]


@pytest.mark.parametrize("text", ["", "text", "<<<", "\x00"])
def test_no_markup(text: str) -> None:
    with pytest.raises(Unreadable):
        markup(text)
