"""What counts as read: a file that is too large is a table, one of which a rule left something out is code like any other."""

from assessor.domain.facts import FileFacts
from assessor.domain.knowledge import Knowledge
from assessor.domain.sources import SourceFile, SourceTree, Unread
from assessor.graph.cover import cover


def _read(path: str, lines: int, *unread: Unread) -> tuple[SourceFile, FileFacts]:
    file = SourceFile(path, "php", "source", lines * 30, lines, "utf-8", path)
    return file, FileFacts(path, "php", "source", lines, "", (), unread, lines)


def test_a_file_too_large_is_no_code_and_one_looked_at_in_part_is(knowledge: Knowledge) -> None:
    read = (
        _read("order.php", 100),
        _read("table.php", 9000, Unread("table.php", "too-large", "2,000,000 bytes of PHP", 9000)),
        _read("widget.php", 400, Unread("widget.php", "too-large", "php-include: the first 71 of 2,655 places were looked at", 0)),
        _read("broken.php", 500, Unread("broken.php", "unparsable", "no end", 500)),
    )
    tree = SourceTree("shop", ("shop",), tuple(file for file, _ in read), ())
    seen = cover(tree, [facts for _, facts in read], knowledge.languages)
    assert (seen.files, seen.lines, seen.share) == (3, 1000, 0.5)
    assert [unread.path for unread in seen.unread] == ["broken.php", "table.php", "widget.php"]
