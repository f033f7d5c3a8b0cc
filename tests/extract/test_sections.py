"""Text in sections of `key = value` lines."""

from assessor.extract.sections import Entry, sections


def test_sections_comments_quotes_and_continued_lines() -> None:
    text = """; c
free = 1
[a b]
k = "v ; w"
list =
    one
    two
command = x \\
  --y
url = http://h:1/ ; note
# c
broken line
[]
"""
    assert sections(text) == [
        ("", [Entry("free", "1", 2)]),
        (
            "a b",
            [
                Entry("k", "v ; w", 4),
                Entry("list", "one two", 5),
                Entry("command", "x --y", 8),
                Entry("url", "http://h:1/", 10),
            ],
        ),
    ]


def test_nothing() -> None:
    assert sections("") == []
