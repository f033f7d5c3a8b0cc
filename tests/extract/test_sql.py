"""Text in SQL -> (reads, writes, defines)."""

import pytest

from assessor.extract.sql import looks_like_sql, table_uses


@pytest.mark.parametrize(
    ("sql", "reads", "writes", "defines"),
    [
        ('SELECT o.id FROM orders o, lines AS l JOIN "crm".customer c ON 1=1', ("crm.customer", "lines", "orders"), (), ()),
        ("SELECT * FROM [dbo].[Order Details] od", ("dbo.Order Details",), (), ()),
        ("insert into audit (a) values ('x from y')", (), ("audit",), ()),
        ("INSERT INTO o SELECT * FROM p ON DUPLICATE KEY UPDATE x=1", ("p",), ("o",), ()),
        ("update orders o set x=1 where y in (select z from q)", ("q",), ("orders",), ()),
        ("DELETE FROM aa WHERE b = ?", (), ("aa",), ()),
        ("DELETE o FROM orders o JOIN b", ("b",), ("orders",), ()),
        ("MERGE INTO aa USING b ON (1=1) WHEN MATCHED THEN UPDATE SET x=1", ("b",), ("aa",), ()),
        ("TRUNCATE TABLE x; ALTER TABLE y ADD z int", (), ("x",), ("y",)),
        ("CREATE TABLE IF NOT EXISTS `app`.`u` (id int)", (), (), ("app.u",)),
        ("create temporary table tt as select * from u", ("u",), (), ("tt",)),
        ("create trigger t after update on q begin insert into log values (1); end", (), ("log",), ()),
        ("WITH x(a) AS (select 1 from z), y AS (select 2 from w) INSERT INTO k SELECT * FROM x, y", ("w", "z"), ("k",), ()),
        ("SELECT * FROM t FOR UPDATE -- from hidden", ("t",), (), ()),
        ("select * from (orders o join lines l on o.id = l.id)", ("lines", "orders"), (), ()),
        ("select * from ((select a from b) union (select a from c)) d", ("b", "c"), (), ()),
    ],
)
def test_names_the_tables_of_a_statement(
    sql: str, reads: tuple[str, ...], writes: tuple[str, ...], defines: tuple[str, ...]
) -> None:
    assert table_uses(sql) == (reads, writes, defines)


@pytest.mark.parametrize(
    "sql",
    [
        "select extract(year from d), trim(both from e)",
        "select * from generate_series(1, 2) g",
        "select * from {$wpdb->posts} p",
        "select * from ${prefix}users",
        "select * from :table",
        "INSERT INTO `{name}` (a) VALUES (1)",
        "select * from ?",
        "select * from @rows",
        "select 1 from dual",
        "update %s set x = 1",
        "",
    ],
)
def test_names_nothing_where_no_table_stands(sql: str) -> None:
    assert table_uses(sql) == ((), (), ())


def test_select_into_fills_a_table_only_where_the_dialect_says_so() -> None:
    assert table_uses("select x into v from t", "oracle") == (("t",), (), ())
    assert table_uses("select x into v from t", "tsql") == (("t",), ("v",), ())


@pytest.mark.parametrize("text", ["select a from b", "UPDATE t SET x=1", "DROP TABLE x", "insert into a values (1)"])
def test_statements_look_like_sql(text: str) -> None:
    assert looks_like_sql(text)


@pytest.mark.parametrize("text", ["Select a file", "update your profile", "Create a new order", "insert coin", "", "with love"])
def test_prose_does_not(text: str) -> None:
    assert not looks_like_sql(text)


def test_queries_over_objects_name_classes() -> None:
    assert looks_like_sql("from Order o where o.paid = true")
    assert table_uses("select o from Order o join Customer c on c = o.customer") == (("Customer", "Order"), (), ())
    assert table_uses("select o from Order o left join fetch o.lines l") == (("Order", "o.lines"), (), ())
    assert table_uses("update Order set paid = true") == ((), ("Order",), ())


def test_a_join_alone_is_a_part_of_a_statement() -> None:
    assert looks_like_sql("left outer join payments on payments.order_id = orders.id")
    assert not looks_like_sql("join us on Monday")
