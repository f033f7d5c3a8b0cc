"""What the rules of findings say of themselves, in the language of the output: a title without what was found, why, what to do."""

import re

from msgspec import Struct

from assessor.domain.knowledge import Knowledge
from assessor.domain.language import Translation

_PLACEHOLDER = re.compile(r"\$([A-Z_][A-Z0-9_]*)|\{(\w+)\}")
_EDGES = " :,、，：；;=(（"
_AFTER = re.compile(r"\s?[:：=]\s?….*")
_BEFORE = re.compile(r"^…\s?[:：]\s?")
_IN_BRACKETS = re.compile(r"\s?[(（]…[)）]")


class RuleTexts(Struct, frozen=True):
    """The texts of one rule. `message` is a template; `url` and `source` say where the knowledge is from."""

    message: str
    note: str
    fix: str
    url: str = ""
    source: str = ""

    def title(self) -> str:
        """The message without what was found: `Keeps … in the session`, and nothing after the colon before a place."""
        text = " ".join(_PLACEHOLDER.sub("…", self.message).split())
        text = _AFTER.sub("", _IN_BRACKETS.sub("", text)).strip(_EDGES)
        plain = _BEFORE.sub("", text)
        return text if plain == text else plain[:1].upper() + plain[1:]


def rule_texts(knowledge: Knowledge, language: str) -> dict[str, RuleTexts]:
    """By id, every rule that findings can come from."""
    texts = {}
    for rule in knowledge.code:
        if rule.metadata.mark:
            said = _said(rule.message, rule.note, rule.metadata.fix, rule.metadata.zh_CN, language)
            texts[rule.id] = RuleTexts(*said, url=rule.url, source=rule.source)
    for finding in knowledge.findings:
        said = _said(finding.message, finding.note, finding.fix, finding.zh_CN, language)
        texts[finding.id] = RuleTexts(*said, source=finding.source)
    return texts


def _said(message: str, note: str, fix: str, translation: Translation | None, language: str) -> tuple[str, str, str]:
    if language != "zh-CN" or translation is None:
        return message, note, fix
    return translation.message or message, translation.note or note, translation.fix or fix
