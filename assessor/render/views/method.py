"""Appendix B: the rules that spoke, the words used, and the hashes that let others repeat this."""

from typing import Any

from msgspec import Struct

from assessor.domain.assessment import Tool
from assessor.domain.knowledge import Knowledge
from assessor.render.phrasebook import Phrasebook
from assessor.render.report import Report, View
from assessor.render.rule_texts import rule_texts as texts_of_rules


class RuleText(Struct, frozen=True):
    """A rule that gave at least one finding."""

    id: str
    mark: str
    hits: int
    text: str
    source: str


class Silent(Struct, frozen=True):
    """A rule that could have given a finding here and gave none; `language` is empty where it reads descriptors."""

    id: str
    mark: str
    language: str
    text: str


class Method(Struct, frozen=True):
    """Rules with findings, by id; those that looked and found nothing; how many of each kind of knowledge there is; the tool.

    Only rules for the languages of the application looked, and those that read descriptors."""

    rules: tuple[RuleText, ...]
    silent: tuple[Silent, ...]
    knowledge: tuple[tuple[str, int], ...]
    tool: Tool


def build(report: Report) -> Method:
    """The values of the section."""
    texts = rule_texts(report.knowledge, report.language)
    hits: dict[str, list[Any]] = {}
    for finding in report.assessment.findings:
        hits.setdefault(finding.rule, []).append(finding)
    folders = [name for name in Knowledge.__struct_fields__ if isinstance(getattr(report.knowledge, name), tuple)]
    return Method(
        rules=tuple(
            RuleText(rule, found[0].mark, len(found), texts.get(rule, ("", ""))[0] or found[0].note, texts.get(rule, ("", ""))[1])
            for rule, found in sorted(hits.items())
        ),
        silent=_silent(report, frozenset(hits)),
        knowledge=tuple((name, len(getattr(report.knowledge, name))) for name in folders),
        tool=report.assessment.tool,
    )


def _silent(report: Report, spoke: frozenset[str]) -> tuple[Silent, ...]:
    there = {share.name for share in report.assessment.coverage.languages}
    names = {language.id: language.name for language in report.knowledge.languages}
    titles = {id: texts.title() for id, texts in texts_of_rules(report.knowledge, report.language).items()}
    found = [
        Silent(rule.id, rule.metadata.mark, names[rule.language], titles[rule.id])
        for rule in report.knowledge.code
        if rule.metadata.mark and rule.id not in spoke and names.get(rule.language, "") in there
    ]
    found += [Silent(one.id, one.mark, "", titles[one.id]) for one in report.knowledge.findings if one.id not in spoke]
    return tuple(sorted(found, key=lambda one: (one.language, one.id)))


def rule_texts(knowledge: Knowledge, language: str = "en") -> dict[str, tuple[str, str]]:
    """Rule id -> (note, source) for code rules and findings, as far as their files say."""
    book = Phrasebook(knowledge, language)
    return {
        rule.id: (
            rule.note if language == "en" else book.note(rule.id, rule.note),
            rule.source or getattr(rule, "url", ""),
        )
        for group in (knowledge.code, knowledge.findings)
        for rule in group
    }


VIEW = View("method", build)
