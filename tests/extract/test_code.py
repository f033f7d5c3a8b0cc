"""Text of a file -> a reading: facts of rules with owners and places, counted lines, and what is refused."""

from functools import cache
from pathlib import Path
from unittest.mock import patch

import pytest
from ast_grep_py import SgRoot

from assessor.domain.facts import Connection, Endpoint, Evidence, Port, RemoteCall, TableUse, Trait, Transaction
from assessor.domain.language import CodeRule, Language
from assessor.extract import code, matching
from assessor.extract.descriptor import Unreadable
from assessor.knowledge.code_rules import with_structures
from assessor.knowledge.load import read_rule

RULES = Path(__file__).resolve().parents[2] / "rules"


@cache
def languages() -> dict[str, Language]:
    read = [read_rule(path.read_bytes(), Language, str(path)) for path in sorted((RULES / "languages").glob("*.yml"))]
    return {language.id: language for language in with_structures(read)}


@cache
def rules(name: str) -> tuple[CodeRule, ...]:
    spoken = (name, *languages()[name].rules)
    return tuple(
        read_rule(path.read_bytes(), CodeRule, str(path))
        for each in spoken
        for path in sorted((RULES / "code" / each).glob("*.yml"))
    )


def read(text: str, name: str, path: str = "a/file") -> code.CodeReading:
    return code.read(text, path, languages()[name], rules(name))


def said(reading: code.CodeReading) -> list[object]:
    return [fact for fact in reading.facts if hasattr(fact, "evidence")]


def test_facts_have_owner_line_rule_and_excerpt() -> None:
    text = """package acme;
class Claims {
    @Transactional
    void settle(Connection c) {
        c.prepareStatement("UPDATE claim SET state = ? "
            + "WHERE id = ?");
    }
}
"""
    assert said(read(text, "java")) == [
        TableUse(
            "claim", "write", "acme.Claims.settle",
            Evidence("a/file", 5, "java-sql-text", 'c.prepareStatement("UPDATE claim SET state = ? "'),
        ),
        Transaction("declared", "acme.Claims.settle", Evidence("a/file", 3, "java-transaction-declared", "@Transactional")),
    ]  # fmt: skip


def test_constants_of_the_file_are_filled_in() -> None:
    text = """class Stock {
    static final String BASE = "http://stock:8081";
    void f(String sku) { restTemplate.getForObject(BASE + "/items/" + sku, Item.class); }
}"""
    [call] = [fact for fact in said(read(text, "java")) if isinstance(fact, RemoteCall)]
    assert (call.target, call.owner) == ("http://stock:8081/items/{sku}", "Stock.f")


def test_what_is_not_known_stays_a_name_in_braces_and_is_no_finding_about_an_address() -> None:
    text = "class A { void f(String url) { DriverManager.getConnection(url); } }"
    [fact] = said(read(text, "java"))
    assert isinstance(fact, Trait)
    assert (fact.name, fact.evidence.rule) == ("database.connection", "java-jdbc-connection:variable")


def test_passwords_do_not_leave() -> None:
    text = 'engine = create_engine("postgresql://app:hunter2@db1/clinic")'
    [fact] = [fact for fact in said(read(text, "python")) if isinstance(fact, Connection)]
    assert fact.host == "db1"
    assert "hunter2" not in fact.url


def test_paths_of_classes_stand_before_those_of_methods() -> None:
    text = """
@Controller("orders")
export class Orders {
  @Get(":id")
  one() {}
}
"""
    [fact] = [fact for fact in said(read(text, "typescript")) if isinstance(fact, Endpoint)]
    assert (fact.path, fact.method, fact.owner, fact.evidence.line) == ("/orders/:id", "GET", "Orders.one", 4)


def test_php_between_markup_keeps_its_lines() -> None:
    text = """<h1 class="a?>b">it's</h1>
<?php if ($a): // comment ?>
<p><?= $x ?></p>
<?php endif; mysqli_connect("db1", "u", "p"); ?>
"""
    [fact] = [fact for fact in said(read(text, "php")) if isinstance(fact, Connection)]
    assert (fact.host, fact.evidence.line) == ("db1", 4)


def test_scripts_of_vue_are_read() -> None:
    text = """<template><a @click="go()">it's</a></template>
<script setup lang="ts">
import { api } from "./api";
const r = await fetch("http://stock/items");
</script>
<style>a { color: red }</style>
"""
    reading = read(text, "vue")
    assert [fact.target for fact in reading.facts if getattr(fact, "kind", "") == "import"] == ["./api#api"]
    assert [fact.evidence.line for fact in reading.facts if isinstance(fact, RemoteCall)] == [4]


def test_ports_are_numbers() -> None:
    [fact] = [fact for fact in said(read("app.listen(8080);", "javascript")) if isinstance(fact, Port)]
    assert fact.number == 8080


@pytest.mark.parametrize(
    ("text", "name", "count"),
    [
        ("// a\n\nint x; // b\n/* c\n d\n*/ int y;\n/* e */\n", "java", 2),
        ("# a\nx = 1\n\n", "python", 1),
        ("<!-- a -->\n<b/>\n", "vue", 1),
    ],
)
def test_counts_lines_of_code(text: str, name: str, count: int) -> None:
    assert code.code_lines(text.split("\n"), languages()[name]) == count


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("class A { String s = '\ud800'; }", "half of a character"),
        ("x" * 60_000, "60000 characters"),
        ("int[] a = " + "[" * 5_000 + "]" * 5_000, "brackets deep"),
        ("f(" * 500_000, "line"),
        ("\0\0", "binary"),
    ],
)
def test_refuses_what_would_break_a_parser(text: str, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        read(text, "java")


@pytest.mark.parametrize(
    "name", ["java", "php", "python", "typescript", "javascript", "csharp", "kotlin", "ruby", "go", "tsx", "jsp"]
)
@pytest.mark.parametrize(
    "text", ["", "\n", "}}}}((((", "\u200b\ufeff", "class", "'" * 999, '"' * 998, "<?php <<<A", "a + " * 3_000 + "b"]
)
def test_broken_text_is_read_without_an_error(name: str, text: str) -> None:
    assert read(text, name).namespace == ""


def test_the_same_text_gives_the_same_facts_whatever_was_read_before() -> None:
    text = 'import a.B; class A { B b; void f() { b.c(); } @GetMapping("/x") void g() { } }'
    first = read(text, "java")
    read("class Z { Z b; }", "java")
    assert read(text, "java") == first


@pytest.mark.parametrize("name", [name for name, language in languages().items() if language.grammar])
def test_every_rule_that_a_language_runs_is_one_that_its_grammar_knows(name: str) -> None:
    language = languages()[name]
    every = code.prepared(language, rules(name))
    nothing = SgRoot("", language.grammar).root()
    assert [list(matcher.find(nothing, [])) for matcher in every.items] == [[]] * len(every.items)
    left_out = {rule.id for rule in rules(name)} - {matcher.rule.id for matcher in every.items}
    assert left_out == (
        {"typescript-entity-named", "typescript-entity-schema", "typescript-inject", "typescript-inject-property", "typescript-key"}
        if name == "javascript"
        else set()
    )


def test_a_rule_of_typescript_alone_does_not_cost_a_javascript_file_its_facts() -> None:
    reading = read("class Shop { constructor(orders) { this.url = process.env.SHOP_URL; } } // Injectable Controller", "javascript")
    assert [fact.name for fact in reading.facts if isinstance(fact, Trait)] == ["config.environment"]


def test_a_class_of_thousands_of_static_fields_gives_those_that_are_affordable() -> None:
    fields = "".join(f"static int field{n} = {n};\n" for n in range(1500))
    setters = "".join(f"void set{n}() {{ field{n} = 2; }}\n" for n in range(1500))
    with patch.object(matching, "MOST_WORK", 10 * len(f"class Big {{\n{fields}{setters}}}\n")):
        read = code.read(f"class Big {{\n{fields}{setters}}}\n", "Big.java", languages()["java"], rules("java"))
    found = [fact for fact in read.facts if isinstance(fact, Trait) and fact.evidence.rule == "java-static-mutable"]
    assert [fact.evidence.line for fact in found] == list(range(2, 12))
    assert [remark for remark in read.remarks if remark.startswith("java-static-mutable")] == [
        "java-static-mutable: the first 10 of 1,500 places were looked at"
    ]
