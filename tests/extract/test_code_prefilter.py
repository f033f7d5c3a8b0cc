"""Which rules are worth running on a text, and how a rule is matched."""

from typing import Any

import pytest
from ast_grep_py import SgRoot

from assessor.domain.language import CodeRule, CodeRuleMetadata, Island, Language
from assessor.extract.islands import only_code
from assessor.extract.matching import Matcher
from assessor.extract.prefilter import ALWAYS, Prefilter, needs

PHP = Language("php", "PHP", islands=(Island(opening=("<\\?php", "<\\?="), closing="?>", ends=";"),))


def worth(rule: dict[str, Any], text: str, constraints: dict[str, Any] | None = None) -> bool:
    return Prefilter([("rule", needs(rule, constraints))]).candidates(text) == ["rule"]


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        ({"pattern": "Files.write($FILE, $$$)"}, "Files.write(a, b)", True),
        ({"pattern": "Files.write($FILE, $$$)"}, "Files.rewrite(a, b)", False),
        ({"any": [{"pattern": "one($A)"}, {"pattern": "two($A)"}]}, "two(1)", True),
        ({"any": [{"pattern": "one($A)"}, {"kind": "call"}]}, "three(1)", True),
        ({"all": [{"pattern": "one($A)"}, {"has": {"regex": "^(red|green)$"}}]}, "one(blue)", False),
        ({"all": [{"pattern": "one($A)"}, {"has": {"regex": "^(red|green)$"}}]}, "one(green)", True),
        ({"not": {"pattern": "one($A)"}}, "x", True),
        ({"regex": "(?i)Select\\s"}, "SELECT", True),
        ({"regex": "^.{0,3}$"}, "x", True),
        ({"regex": "(unclosed"}, "x", True),
    ],
)
def test_a_rule_is_run_where_it_can_match(rule: dict[str, Any], text: str, expected: bool) -> None:
    assert worth(rule, text) is expected


def test_constraints_count_where_their_variable_is_captured() -> None:
    constraints = {"NAME": {"regex": "^(Scheduled|Timed)$"}, "OTHER": {"regex": "^nowhere$"}}
    rule = {"kind": "annotation", "has": {"field": "name", "pattern": "$NAME"}}
    assert worth(rule, "@Timed", constraints)
    assert not worth(rule, "@Other", constraints)


def test_nothing_needed_is_always_run() -> None:
    assert needs({"kind": "call"}) == ALWAYS


def matched(rule: dict[str, Any], text: str, constraints: dict[str, Any] | None = None) -> list[str]:
    made = CodeRule(
        id="x", language="java", message="", rule=rule, metadata=CodeRuleMetadata(fact="trait", name="x"), constraints=constraints
    )
    return [node.text() for node in Matcher(made).find(SgRoot(text, "java").root(), [])]


def test_constraints_are_tested_as_ast_grep_does() -> None:
    text = "class A { void f() { a.send(1); mailer.send(2); } }"
    rule = {"pattern": "$WHO.send($WHAT)"}
    assert matched(rule, text) == ["a.send(1)", "mailer.send(2)"]
    assert matched(rule, text, {"WHO": {"regex": "(?i)MAIL"}}) == ["mailer.send(2)"]
    assert matched(rule, text, {"WHO": {"not": {"regex": "mail"}}}) == ["a.send(1)"]
    assert matched(rule, text, {"WHAT": {"kind": "decimal_integer_literal"}, "WHO": {"regex": "^a$"}}) == ["a.send(1)"]
    assert matched(rule, text, {"ABSENT": {"regex": "x"}}) == ["a.send(1)", "mailer.send(2)"]


def test_narrowed_classes_find_the_same_in_ascii() -> None:
    text = "class A { int order_1; int b; }"
    assert matched({"kind": "identifier", "regex": "^\\w+_\\d$"}, text) == ["order_1"]
    assert matched({"kind": "identifier", "regex": "^[\\w]$"}, text) == ["A", "b"]
    assert matched({"kind": "field_declaration", "regex": "\\bint\\sb\\b"}, text) == ["int b;"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<b><?= $a ?></b>", "       $a ;     "),
        ("a\n<?php f('?>'); ?>\nb", " \n      f('?>'); ; \n "),
        ("<?php // ?>x", "      // ;  "),
        ("<?php /* ?> */ g();", "      /* ?> */ g();"),
        ("<?php $a = <<<T\n ?>\nT;\n?>x", "      $a = <<<T\n ?>\nT;\n;  "),
        ("no code", "       "),
    ],
)
def test_only_code_is_left_where_it_stood(text: str, code: str) -> None:
    assert only_code(text, PHP) == code
    assert len(only_code(text, PHP)) == len(text)


def test_unclosed_marks_take_linear_time() -> None:
    for text in (
        "<?php " + "/*" * 100_000,
        "<?php " + "'" * 100_001,
        "<?php " + "<<<A\n" * 50_000,
        "<?" * 100_000,
        "<?= ?>" * 20_000,
    ):
        assert len(only_code(text, PHP)) == len(text)
