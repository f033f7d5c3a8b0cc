"""Sentences that `rules/sentences/` holds, for what the assessment names by id only."""

from assessor.domain.knowledge import Knowledge
from assessor.domain.sentences import say


def sentence(knowledge: Knowledge, name: str, language: str = "en") -> str:
    """The sentence `name` without values, in `language` or else in English; empty when there is none of that name."""
    templates = {s.id: {"en": s.en, "zh-CN": s.zh_CN} for book in knowledge.sentences for s in book.sentences if s.id == name}
    return say(templates, name, (), language) if templates else ""
