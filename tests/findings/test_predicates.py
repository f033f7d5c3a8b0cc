"""The language of `when:`: facts in, hits out; every mistake of a rule file is named."""

from time import perf_counter
from typing import Any

import pytest

from assessor.errors import RuleError
from assessor.findings.examples import read
from assessor.findings.patterns import expression, path_glob
from assessor.findings.predicates import Match, predicate
from assessor.findings.seen import index


def matched(when: dict[str, Any], *facts: dict[str, Any]) -> Match:
    files, landscape, figures = read(facts)
    return predicate(when, "tried").match(index(files, landscape), figures)


def setting(key: str, value: str = "x", **more: Any) -> dict[str, Any]:
    return {"fact": "setting", "key": key, "value": value, **more}


def trait(name: str, **more: Any) -> dict[str, Any]:
    return {"fact": "trait", "name": name, **more}


@pytest.mark.parametrize(
    ("when", "facts", "holds"),
    [
        ({"fact": "setting", "key": "*.ddl-auto"}, [setting("spring.jpa.hibernate.DDL-auto")], True),
        ({"fact": "setting", "key": "ddl-auto"}, [setting("spring.jpa.hibernate.ddl-auto")], False),
        ({"fact": "setting", "value": ["create", "update"]}, [setting("a", "UPDATE")], True),
        ({"fact": "setting", "value": {"matches": r"^\d+$"}}, [setting("a", "12")], True),
        ({"fact": "setting", "value": {"at_least": 10, "at_most": 20}}, [setting("a", "12")], True),
        ({"fact": "setting", "value": {"at_least": 10}}, [setting("a", "many")], False),
        ({"fact": "setting", "value": {"not": ""}}, [setting("a", "")], False),
        ({"fact": "setting", "not": {"path": "*.example"}}, [setting("a", path="conf/.env.example")], False),
        ({"fact": "setting", "path": "conf/**/*.ini"}, [setting("a", path="conf/php/fpm/www.ini")], True),
        ({"fact": "setting", "path": "*.ini"}, [setting("a", path="conf/php.ini.bak")], False),
        ({"fact": "trait", "name": "file.*", "at_least": 2}, [trait("file.write", line=1), trait("file.read", line=2)], True),
        ({"fact": "trait", "name": "file.*", "files": 2}, [trait("file.write", line=1), trait("file.read", line=2)], False),
        ({"fact": "trait", "dialect": "mysql"}, [trait("sql.dialects", dialect="mysql")], True),
        ({"fact": "trait", "distinct": "dialect", "at_least": 2}, [trait("a", dialect="x", line=n) for n in (1, 2)], False),
        ({"fact": ["trait", "setting"], "path": "a.txt"}, [setting("k", path="a.txt")], True),
        ({"any": [{"fact": "trait", "name": "a"}, {"fact": "trait", "name": "b"}]}, [trait("b")], True),
        ({"all": [{"fact": "trait", "name": "a"}, {"fact": "trait", "name": "b"}]}, [trait("b")], False),
        ({"all": [{"fact": "trait", "name": "b"}, {"not": {"fact": "trait", "name": "a"}}]}, [trait("b")], True),
        ({"figure": "units", "at_least": 30}, [{"figure": "units", "value": 30}], True),
        ({"figure": "units", "at_most": 29}, [{"figure": "units", "value": 30}], False),
        ({"figure": "units", "at_least": 0}, [], False),
        ({"fact": "trait", "name": "a"}, [trait("a", role="test")], False),
        ({"fact": "file", "path": "*.iss"}, [{"fact": "file", "path": "setup/x.iss"}], True),
    ],
)
def test_conditions(when: dict[str, Any], facts: list[dict[str, Any]], holds: bool) -> None:
    assert matched(when, *facts).holds is holds


def test_hits_are_sorted_and_named() -> None:
    found = matched({"fact": "setting", "key": "db.*"}, setting("db.user", path="b.ini"), setting("db.host", path="a.ini"))
    assert [hit.path for hit in found.hits] == ["a.ini", "b.ini"]
    assert found.names == ("db.host", "db.user")


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ({"fact": "setings"}, "there is no fact 'setings', did you mean 'setting'?"),
        ({"fakt": "setting"}, "'fakt' is no condition"),
        ({"any": []}, "'any' needs a list of conditions"),
        ({"figure": "units"}, "a figure is compared with 'at_least' or 'at_most'"),
        ({"fact": "setting", "value": {"like": "x"}}, "'value' cannot be compared by 'like'"),
        ({"fact": "setting", "value": {"matches": "("}}, "not a regular expression"),
        ({"fact": "setting", "value": {"matches": "(a+)+$"}}, "repeats a repetition"),
    ],
)
def test_mistakes_are_named(when: dict[str, Any], said: str) -> None:
    with pytest.raises(RuleError) as raised:
        predicate(when, "my-rule")
    assert said in raised.value.what and "my-rule" in raised.value.what and raised.value.hint


@pytest.mark.parametrize("pattern", ["(a+)+$", "(a*)*b", "((ab)+c?)+", "(?:x{30,})*", "(a|b+)*c"])
def test_exponential_expressions_are_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="repetition"):
        expression(pattern)


def test_globs_stay_fast_on_hostile_text() -> None:
    began = perf_counter()
    assert path_glob("**/*a*b*c.yml").match("a" * 900 + "/x") is None
    assert perf_counter() - began < 1
