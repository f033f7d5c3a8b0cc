"""Text that nobody may trust never becomes Markdown, HTML or a link."""

import pytest

from assessor.render.markdown import MarkdownText, block, code, escape, mermaid


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("plain text, (2.1) - ok", "plain text, (2.1) - ok"),
        ("a|b", r"a\|b"),
        ("`code`", r"\`code\`"),
        ("**bold** _it_ ~~no~~", r"\*\*bold\*\* \_it\_ \~\~no\~\~"),
        ("[x](javascript:alert(1))", r"\[x\](javascript&#58;alert(1))"),
        ("https://evil.example", "https&#58;//evil.example"),
        ("<script>&amp;", "&lt;script&gt;&amp;amp;"),
        ("# heading", r"\# heading"),
        ("- item", r"\- item"),
        ("1. item", r"1\. item"),
        ("two\nlines | of\n\n# text", r"two lines \| of # text"),
        ("see #12", "see &#35;12"),
        ("@somebody", "&#64;somebody"),
    ],
)
def test_escaping(text: str, safe: str) -> None:
    assert escape(text) == safe


def test_markdown_passes_and_fills_escaped() -> None:
    assert escape(MarkdownText("**ours**")) == "**ours**"
    assert MarkdownText("**%(name)s**") % {"name": "a*b"} == r"**a\*b**"


def test_code_spans_have_longer_fences() -> None:
    assert code("a.b") == "`a.b`"
    assert code("a`b``c") == "``` a`b``c ```"
    assert code("a|b") == r"`a\|b`"
    assert code("") == ""


def test_blocks_cannot_be_closed_from_inside() -> None:
    assert block("x = 1\n```\n# heading", "python") == "````python\nx = 1\n```\n# heading\n````"


def test_mermaid_labels_hold_words_only() -> None:
    assert mermaid('a"] --> b; click a "javascript:x"') == "a   --  b  click a  javascript:x"
    assert mermaid("理赔 web/1") == "理赔 web/1"
    assert mermaid('"') == "unnamed"
