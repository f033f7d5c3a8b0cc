"""Encodings: certain ones by their marks, legacy ones by what the text looks like and by the vote of the tree."""

import pytest

from assessor.discover.encoding import certain, high_lines, settle

CHINESE = "// 保单理赔处理：检查受益人信息并计算赔付金额\nint x; // 更新数据库中的状态\n"
JAPANESE = "// 受注データを登録する。エラーの場合はロールバックする。\nint x; // 在庫テーブルの更新\n"
FRENCH = "// Vérifie que le numéro de police est déjà enregistré\n// créé à la main, très ancien, où ça\n"


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (b"plain", "utf-8"),
        ("grün".encode(), "utf-8"),
        (b"\xef\xbb\xbfx", "utf-8-sig"),
        ("x é".encode("utf-16"), "utf-16"),
        ("<a>text</a>".encode("utf-16-le"), "utf-16-le"),
        ("<a>text</a>".encode("utf-16-be"), "utf-16-be"),
        (b"\x89PNG\0\0\0\0", ""),
        (FRENCH.encode("latin-1"), ""),
    ],
)
def test_certain(raw: bytes, name: str) -> None:
    assert certain(raw) == name


@pytest.mark.parametrize(
    ("text", "written", "told"),
    [
        (CHINESE, "gbk", "gb18030"),
        (CHINESE, "gb18030", "gb18030"),
        (JAPANESE, "shift_jis", "cp932"),
        (FRENCH, "latin-1", "cp1252"),
        ("// prix en \u20ac \u2013 d\u00e9j\u00e0 vu\n", "cp1252", "cp1252"),
    ],
)
def test_a_legacy_text_is_told_by_its_letters(text: str, written: str, told: str) -> None:
    raw = text.encode(written)
    assert settle([("a", high_lines(raw))]) == {"a": told}
    assert raw.decode(told) == text


def test_a_short_text_follows_the_vote_of_the_tree() -> None:
    short = "// 状态\n".encode("gbk")
    tree = [("long.java", high_lines(CHINESE.encode("gbk"))), ("short.java", high_lines(short))]
    assert settle(tree)["short.java"] == "gb18030"


def test_one_foreign_file_keeps_its_own_encoding() -> None:
    tree = [(f"{n}.java", high_lines(CHINESE.encode("gbk"))) for n in range(5)]
    assert settle([*tree, ("fr.java", high_lines((FRENCH * 3).encode("latin-1")))])["fr.java"] == "cp1252"


def test_bytes_that_are_no_text_in_any_of_them_are_still_readable() -> None:
    assert settle([("a", b"\x81\xff\xff \x8f\xff")]) == {"a": "latin-1"}
