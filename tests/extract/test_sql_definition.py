"""Names, items and foreign keys of statements that define tables."""

import pytest

from assessor.extract.sql_definition import foreign_keys, items, plain_name, tokens_from


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("orders", "orders"),
        ("[dbo].[Order Lines]", "Order Lines"),
        ('"CRM"."CLAIM"', "CRM.CLAIM"),
        ("`shop` . `orders`", "shop.orders"),
        ("public.users", "users"),
        ("server.base.dbo.orders", "orders"),
        ("[a.b]", "a.b"),
    ],
)
def test_plain_name(written: str, name: str) -> None:
    assert plain_name(written) == name


def test_tokens_end_with_the_statement() -> None:
    assert tokens_from("a (b; 'x;y'\n) -- c\n;\nnext", 0)[-1] == ")"
    assert tokens_from("a b\nGO\nc", 0) == ["a", "b"]
    assert tokens_from("a b\nCREATE TABLE c", 0) == ["a", "b"]


def test_items_and_their_foreign_keys() -> None:
    body = tokens_from("a int DEFAULT (1, 2), FOREIGN KEY (x(10) ASC, y) REFERENCES t.u (v, w) ON DELETE CASCADE) rest", 0)
    found = list(items(body))
    assert [item[0] for item in found] == ["a", "FOREIGN"]
    assert list(foreign_keys(found[1], "")) == [(("x", "y"), "t.u", ("v", "w"))]


def test_several_keys_in_one_alteration() -> None:
    tokens = tokens_from("ADD COLUMN a int REFERENCES b, ADD CONSTRAINT k FOREIGN KEY (c) REFERENCES d (e)", 0)
    assert list(foreign_keys(tokens, "")) == [(("a",), "b", ()), (("c",), "d", ("e",))]


def test_cut_off() -> None:
    assert list(foreign_keys(tokens_from("FOREIGN KEY (a REFERENCES", 0), "")) == []
