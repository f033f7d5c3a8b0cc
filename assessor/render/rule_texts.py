"""What the rules of findings say, in the language of the output: titles without places, and messages with what was found filled in.

A finding carries its English message filled; in another language it is filled with the same words, read back by the rule's own
English text. `Uses the queue {name}` and `Uses the queue orders` make `使用队列 {name}` into `使用队列 orders`.
"""

import re
from collections.abc import Mapping

from msgspec import Struct

from assessor.domain.findings import Finding
from assessor.domain.knowledge import Knowledge
from assessor.domain.language import Translation

_PLACEHOLDER = re.compile(r"\$([A-Z_][A-Z0-9_]*)|\{(\w+)\}")
_EDGES = " :,、，：；;=(（"
_AFTER = re.compile(r"\s?[:：=]\s?….*")
_IN_BRACKETS = re.compile(r"\s?[(（]…[)）]")


class RuleTexts(Struct, frozen=True):
    """The texts of one rule. `english` and `message` are templates; `url` and `source` say where the knowledge is from."""

    english: str
    message: str
    note: str
    fix: str
    url: str = ""
    source: str = ""

    def title(self) -> str:
        """The message without what was found: `Keeps … in the session`, and nothing after the colon before a place."""
        text = " ".join(_PLACEHOLDER.sub("…", self.message).split())
        return _AFTER.sub("", _IN_BRACKETS.sub("", text)).strip(_EDGES)


def rule_texts(knowledge: Knowledge, language: str) -> dict[str, RuleTexts]:
    """By id, every rule that findings can come from."""
    texts = {}
    for rule in knowledge.code:
        if rule.metadata.mark:
            said = _said(rule.message, rule.note, rule.metadata.fix, rule.metadata.zh_CN, language)
            texts[rule.id] = RuleTexts(rule.message, *said, url=rule.url, source=rule.source)
    for finding in knowledge.findings:
        said = _said(finding.message, finding.note, finding.fix, finding.zh_CN, language)
        texts[finding.id] = RuleTexts(finding.message, *said, source=finding.source)
    return texts


def message_of(finding: Finding, texts: Mapping[str, RuleTexts]) -> str:
    """The finding's message in the language of `texts`; as it is where its rule is not known (any more)."""
    known = texts.get(finding.rule)
    if known is None or known.message == known.english:
        return finding.message
    values = _values(known.english, finding.message)
    filled = _PLACEHOLDER.sub(lambda found: values.get(found[1] or found[2], ""), known.message)
    return " ".join(filled.split()).strip(" :,：，")


def _said(message: str, note: str, fix: str, translation: Translation | None, language: str) -> tuple[str, str, str]:
    if language != "zh-CN" or translation is None:
        return message, note, fix
    return translation.message or message, translation.note or note, translation.fix or fix


def _values(template: str, message: str) -> dict[str, str]:
    """What stands in `message` where `template` has places; nothing when it is not made from it."""
    names: list[str] = []
    pattern, end = "", 0
    template = " ".join(template.split())
    for found in _PLACEHOLDER.finditer(template):
        names.append(found[1] or found[2])
        pattern += re.escape(template[end : found.start()]) + "(.*?)"
        end = found.end()
    read = (
        re.fullmatch(pattern + re.escape(template[end:].rstrip(" :,")) + "[ :,]*", message, re.DOTALL) if len(names) < 5 else None
    )
    return dict(zip(names, read.groups(), strict=True)) if read else {}
