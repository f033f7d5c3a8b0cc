"""Every sentence that `rules/` knows, by its id and in each language."""

from assessor.domain.knowledge import Knowledge


def templates(knowledge: Knowledge) -> dict[str, dict[str, str]]:
    """Every sentence of `rules/`, those of `sentences/` by their ids.

    Others: `sign.<criterion>`, `question.<id>`, `answer.<question>.<value>`, `said.<question>.<value>`, `assumption.<id>`,
    `precedent.<id>`.
    """
    found = {s.id: {"en": s.en, "zh-CN": s.zh_CN} for book in knowledge.sentences for s in book.sentences}
    for criterion in knowledge.criteria:
        chinese = criterion.zh_CN.message if criterion.zh_CN else ""
        found[f"sign.{criterion.id}"] = {"en": criterion.message, "zh-CN": chinese}
    for question in knowledge.interview:
        found[f"question.{question.id}"] = {"en": question.text, "zh-CN": question.zh_CN}
        for choice in question.choices:
            found[f"answer.{question.id}.{choice.id}"] = {"en": choice.text, "zh-CN": choice.zh_CN}
            found[f"said.{question.id}.{choice.id}"] = {"en": choice.statement, "zh-CN": choice.zh_CN_statement}
    for assumption in knowledge.assumptions:
        found[f"assumption.{assumption.id}"] = {"en": assumption.text, "zh-CN": assumption.zh_CN}
    for precedent in knowledge.precedents:
        found[f"precedent.{precedent.id}"] = {"en": precedent.story, "zh-CN": precedent.zh_CN}
    return found
