"""Every code rule finds what its own examples say, and nothing in its near misses."""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ast_grep_py import SgRoot
from msgspec.structs import replace

from assessor import console
from assessor.domain.facts import Endpoint, Fact, Trait
from assessor.domain.knowledge import Knowledge
from assessor.domain.language import CodeRule, Language
from assessor.errors import RuleError
from assessor.extract import code, examples
from assessor.extract.matching import Matcher
from assessor.extract.prefilter import Prefilter, needs
from assessor.knowledge import code_rules
from assessor.knowledge.load import read_rule

RULES = Path(__file__).resolve().parent.parent / "rules"


@cache
def languages() -> dict[str, Language]:
    found = [read_rule(path.read_bytes(), Language, str(path)) for path in sorted((RULES / "languages").glob("*.yml"))]
    return {language.id: language for language in code_rules.with_structures(found)}


@cache
def places() -> dict[Path, CodeRule]:
    return {path: read_rule(path.read_bytes(), CodeRule, str(path)) for path in sorted((RULES / "code").rglob("*.yml"))}


@cache
def of(language: str) -> tuple[CodeRule, ...]:
    return tuple(rule for rule in places().values() if rule.language in (language, *languages()[language].rules))


EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.id}-{n}")
    for rule in places().values()
    for n, example in enumerate(rule.metadata.invalid)
]
NEAR_MISSES = [
    pytest.param(rule, text, id=f"{rule.id}-{n}") for rule in places().values() for n, text in enumerate(rule.metadata.valid)
]


def found(rule: CodeRule, text: str, path: str) -> list[Fact]:
    """Facts of this rule; of a rule for the path before endpoints, the endpoints that another rule finds."""
    facts = code.read(text, path or f"example.{rule.language}", languages()[rule.language], of(rule.language)).facts
    if rule.metadata.fact == "endpoint-base":
        return [fact for fact in facts if isinstance(fact, Endpoint)]
    return [fact for fact in facts if getattr(getattr(fact, "evidence", None), "rule", "").partition(":")[0] == rule.id]


def holds(fact: Fact, yields: dict[str, Any]) -> bool:
    stated = dict(fact.fields) if isinstance(fact, Trait) else {}
    return all(_plain(stated.get(name, getattr(fact, name, None))) == value for name, value in yields.items())


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_finds_its_examples(rule: CodeRule, example: Any) -> None:
    facts = found(rule, example.code, example.path)
    assert len(facts) >= example.count, "nothing was found"
    assert any(holds(fact, example.yields) for fact in facts), facts
    assert Prefilter([(rule, needs(rule.rule, rule.constraints))]).candidates(example.code) == [rule]


@pytest.mark.parametrize(("rule", "text"), NEAR_MISSES)
def test_finds_nothing_in_near_misses(rule: CodeRule, text: str) -> None:
    if rule.metadata.fact == "endpoint-base":
        assert not list(Matcher(rule).find(SgRoot(text, languages()[rule.language].grammar).root(), []))
    else:
        assert found(rule, text, "") == []


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in places()])
def test_says_what_it_means(path: Path) -> None:
    rule = places()[path]
    assert path.stem == rule.id and path.parent.name == rule.language and rule.id.startswith(rule.language)
    assert rule.message and rule.note and rule.url.startswith("https://")
    assert len(rule.metadata.invalid) >= 2 and len(rule.metadata.valid) >= 2
    chinese = rule.metadata.zh_CN
    assert chinese and chinese.message and chinese.note and (not rule.metadata.fix or chinese.fix)
    if rule.metadata.mark:
        assert rule.metadata.concern


def test_the_command_says_the_same_of_a_rule_that_also_finds_places_without_an_address() -> None:
    rule = next(rule for rule in places().values() if rule.id == "csharp-database-connection")
    assert list(examples.failures(rule, list(languages().values()), list(places().values()))) == []


def test_all_rules_can_be_run() -> None:
    code_rules.check(list(places().values()), list(languages().values()))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"language": "jav"}, "no rules can be written for the language 'jav', did you mean 'java'?"),
        ({"language": "cobol"}, "no rules can be written for the language 'cobol'"),
        ({"rule": {"kind": "no_such_node"}}, "Kind `no_such_node` is invalid"),
        ({"rule": {"patern": "f()"}}, "unknown field `patern`"),
        ({"rule": {"pattern": "$A == $A"}}, "uses $A twice"),
        ({"metadata": {"fact": "trate"}}, "unknown fact 'trate', did you mean 'trait'?"),
        ({"metadata": {"fact": "trait"}}, "a trait needs a name"),
        ({"metadata": {"fact": "trait", "name": "x", "mark": "blokker"}}, "unknown mark 'blokker', did you mean 'blocker'?"),
        ({"metadata": {"fact": "trait", "name": "x", "glance": "("}}, "'glance' is no regular expression: missing )"),
    ],
)
def test_a_wrong_rule_is_an_error_with_its_place(change: dict[str, Any], said: str, tmp_path: Path) -> None:
    import yaml

    whole: dict[str, Any] = {
        "id": "x", "language": "java", "message": "m", "rule": {"pattern": "f()"}, "metadata": {"fact": "trait", "name": "x"},
    }  # fmt: skip
    path = tmp_path / "x.yml"
    path.write_text(yaml.safe_dump({**whole, **change}))
    rule = read_rule(path.read_bytes(), CodeRule, str(path))
    with pytest.raises(RuleError) as caught:
        code_rules.check([rule], list(languages().values()), {"x": str(path)})
    assert said in caught.value.what
    assert caught.value.at.startswith(f"{path}:") and caught.value.hint


def test_every_language_reads_nodes_that_its_grammar_has() -> None:
    code_rules.check_structures(list(languages().values()))


@pytest.mark.parametrize(("part", "value"), [("mentions", {"no_such_node": ">*"}), ("loops", ("no_such_node",))])
def test_a_language_that_reads_a_node_its_grammar_does_not_have_is_an_error(part: str, value: Any, tmp_path: Path) -> None:
    java = languages()["java"]
    wrong = replace(java, structure=replace(java.structure, **{part: value}))
    path = tmp_path / "java.yml"
    path.write_text("id: java\nstructure:\n  mentions: { no_such_node: '>*' }\n")
    with pytest.raises(RuleError) as caught:
        code_rules.check_structures([languages()["go"], wrong], {"java": str(path)})
    assert caught.value.what == "the grammar 'java' has no node of kind 'no_such_node'"
    assert caught.value.at == f"{path}:3" and caught.value.hint


def test_ast_grep_itself_runs_the_rules_unchanged(tmp_path: Path) -> None:
    """Its command (PyPI's ast-grep-cli) and ours find the same rules in a file of every language."""
    command = Path(sys.executable).with_name("ast-grep")
    if not command.exists():
        pytest.skip("ast-grep-cli is not installed")
    texts = {
        "A.java": 'class A { void f() { new FileWriter("/var/x"); } }',
        "a.cs": 'class A { void F() { Process.Start("gpg"); } }',
        "a.php": "<?php $r = shell_exec('mysqldump shop');",
        "a.py": 'os.system("pg_dump clinic")',
        "a.ts": 'child_process.exec("convert a.png b.jpg", done);',
        "a.rb": 'system("convert", source, target)',
        "a.go": 'package a; func f() { exec.Command("convert", from, to).Run() }',
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    scan = [str(command), "scan", "-c", str(RULES / "sgconfig.yml"), "--json=stream", str(tmp_path)]
    said = subprocess.run(scan, capture_output=True, text=True, timeout=120)
    assert said.returncode == 0 and said.stderr == ""
    theirs = {(Path(one["file"]).name, one["ruleId"]) for one in map(json.loads, said.stdout.splitlines())}
    grammars = {"cs": "csharp", "rb": "ruby", "py": "python", "ts": "typescript", "java": "java", "php": "php", "go": "go"}
    ours = set()
    for name, text in texts.items():
        language = languages()[grammars[name.rpartition(".")[2]]]
        root = SgRoot(text, language.grammar).root()
        ours |= {(name, rule.id) for rule in of(language.id) if list(Matcher(rule).find(root, []))}
    assert theirs == ours and len(ours) >= len(texts)


def test_the_matrix_counts_every_rule_of_findings_once(knowledge: Knowledge) -> None:
    head, *lines = console.matrix(knowledge).split("\n")
    assert head.split() == ["csharp", "go", "java", "php", "python", "ruby", "typescript", "files"]
    counted = sum(int(cell) for line in lines for cell in line.split()[1:] if cell != "-")
    assert counted == sum(bool(rule.metadata.mark) for rule in knowledge.code) + len(knowledge.findings)
