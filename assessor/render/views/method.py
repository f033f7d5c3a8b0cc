"""Appendix B: the rules that spoke, the words used, and the hashes that let others repeat this."""

from typing import Any

from msgspec import Struct

from assessor.domain.assessment import Tool
from assessor.domain.knowledge import Knowledge
from assessor.render.phrasebook import Phrasebook
from assessor.render.report import Report, View


class RuleText(Struct, frozen=True):
    """A rule that gave at least one finding."""

    id: str
    mark: str
    hits: int
    text: str
    source: str


class Method(Struct, frozen=True):
    """Rules with findings, by id; how many of each kind of knowledge there is; the tool. `looked` counts
    the rules that can give a finding."""

    rules: tuple[RuleText, ...]
    knowledge: tuple[tuple[str, int], ...]
    tool: Tool
    looked: int


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
        knowledge=tuple((name, len(getattr(report.knowledge, name))) for name in folders),
        tool=report.assessment.tool,
        looked=sum(bool(rule.metadata.mark) for rule in report.knowledge.code) + len(report.knowledge.findings),
    )


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
