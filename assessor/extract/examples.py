"""Tries a code rule on its own examples: what `rules test` says."""

from collections.abc import Iterator, Sequence
from typing import Any

from ast_grep_py import SgRoot

from assessor.domain.facts import Endpoint, Fact, Trait
from assessor.domain.language import CodeRule, Language
from assessor.extract import code
from assessor.extract.matching import Matcher


def failures(rule: CodeRule, languages: Sequence[Language], rules: Sequence[CodeRule]) -> Iterator[str]:
    """One sentence for every example the rule does not find as stated, and for every near miss it does find."""
    language = next(each for each in languages if each.id == rule.language)
    beside = tuple(each for each in rules if each.language in (language.id, *language.rules))
    for number, example in enumerate(rule.metadata.invalid, 1):
        facts = _facts(rule, example.code, example.path or f"example.{rule.language}", language, beside)
        if len(facts) < example.count or not any(_holds(fact, example.yields) for fact in facts):
            yield f"{rule.id}: example {number} should give {example.count} fact(s), one with {example.yields}; it gives {facts}"
    for number, text in enumerate(rule.metadata.valid, 1):
        if _matches(rule, text, language, beside):
            yield f"{rule.id}: near miss {number} is found"


def _matches(rule: CodeRule, text: str, language: Language, rules: tuple[CodeRule, ...]) -> bool:
    """A rule for the path before endpoints makes no facts of its own: its match alone tells."""
    if rule.metadata.fact == "endpoint-base":
        return any(Matcher(rule).find(SgRoot(text, language.grammar).root(), []))
    return bool(_facts(rule, text, f"example.{rule.language}", language, rules))


def _facts(rule: CodeRule, text: str, path: str, language: Language, rules: tuple[CodeRule, ...]) -> list[Fact]:
    found = code.read(text, path, language, rules).facts
    if rule.metadata.fact == "endpoint-base":
        return [fact for fact in found if isinstance(fact, Endpoint)]
    return [fact for fact in found if getattr(getattr(fact, "evidence", None), "rule", "").partition(":")[0] == rule.id]


def _holds(fact: Fact, yields: dict[str, Any]) -> bool:
    stated = dict(fact.fields) if isinstance(fact, Trait) else {}
    return all(_plain(stated.get(name, getattr(fact, name, None))) == value for name, value in yields.items())


def _plain(value: Any) -> Any:
    """As YAML writes it."""
    return list(value) if isinstance(value, tuple) else value
