"""An assessment with all its sentences in another language: what `--lang` shows, from values that were made in English."""

import re
from collections.abc import Mapping

from msgspec.structs import replace

from assessor.domain.assessment import Assessment
from assessor.domain.deployment import Container, Deployment
from assessor.domain.findings import Finding
from assessor.domain.judgement import DimensionScore, Question, Recommendation, Score, Sign, Statement
from assessor.domain.knowledge import Knowledge
from assessor.domain.runtime import Landscape
from assessor.render.phrasebook import Phrasebook

UNKNOWN = "unknown"
EMPTY = re.compile(r"\s+\(\s*\)|（\s*）")
"""Brackets around a value that was not there."""


def in_language(assessment: Assessment, knowledge: Knowledge, language: str) -> Assessment:
    """The assessment said in `language`, and the answers of the interview in words instead of ids."""
    book = Phrasebook(knowledge, language)
    if language == "en":
        return replace(
            assessment,
            recommendation=_with_words(assessment.recommendation, knowledge, book),
        )
    return replace(
        assessment,
        recommendation=_recommendation(_with_words(assessment.recommendation, knowledge, book), book, knowledge),
        findings=tuple(_finding(finding, book) for finding in assessment.findings),
        deployment=_deployment(assessment.deployment, book),
        landscape=_landscape(assessment.landscape, book),
        coverage=replace(
            assessment.coverage,
            unread=tuple(replace(one, detail=book.recognised(one.detail)) for one in assessment.coverage.unread),
        ),
        notes=tuple(book.recognised(note) for note in assessment.notes),
        footprint=tuple(
            replace(one, item=book.recognised(one.item), unit=book.word(one.unit), note=book.recognised(one.note))
            for one in assessment.footprint
        ),
    )


def _with_words(recommendation: Recommendation, knowledge: Knowledge, book: Phrasebook) -> Recommendation:
    """Questions and their choices as sentences; the question of one part names the part."""
    asked = {question.id: question for question in knowledge.interview}

    def choice(question: str, value: str) -> str:
        known = asked.get(question)
        texts = {c.id: (c.zh_CN if book.language == "zh-CN" else c.text) or c.text for c in known.choices} if known else {}
        return "" if value == UNKNOWN else texts.get(value, value)

    def spelled(question: Question) -> Question:
        known = asked.get(question.id)
        text = question.text
        if known and book.language == "zh-CN" and known.zh_CN:
            text = text.replace(known.text, known.zh_CN)
        choices = tuple(choice(question.id, value) for value in question.choices)
        return replace(question, text=text, answer=choice(question.id, question.answer), choices=choices)

    return replace(
        recommendation,
        questions=tuple(spelled(question) for question in recommendation.questions),
        contradictions=tuple(
            replace(
                one,
                question=_question(asked, one.question, book.language),
                answer=choice(one.question, one.answer).rstrip(".。"),
                text=one.text if book.language == "en" else book.says(one.says, one.values, one.text),
            )
            for one in recommendation.contradictions
        ),
    )


def _question(asked: Mapping[str, object], name: str, language: str) -> str:
    known = asked.get(name)
    if known is None:
        return name
    return str(getattr(known, "zh_CN", "") if language == "zh-CN" else "") or str(getattr(known, "text", name))


def _recommendation(found: Recommendation, book: Phrasebook, knowledge: Knowledge) -> Recommendation:
    assumed = {assumption.id: assumption.zh_CN for assumption in knowledge.assumptions}
    headline = _said(found.headline, book) if found.headline else None
    return replace(
        found,
        headline=headline,
        sentence=headline.text if headline else book.recognised(found.sentence),
        reasons=tuple(_said(one, book) for one in found.reasons),
        counter_argument=_said(found.counter_argument, book),
        steps=tuple(_said(one, book) for one in found.steps),
        missing=tuple(_said(one, book) for one in found.missing),
        flips=tuple(replace(one, change=book.says(one.says, one.values, one.change)) for one in found.flips),
        dimensions=tuple(_dimension(one, book) for one in found.dimensions),
        need=_score(found.need, book),
        ops=_score(found.ops, book),
        cut=_score(found.cut, book),
        conditions=tuple(replace(one, text=book.says(one.says, one.values, one.text)) for one in found.conditions),
        precedents=tuple(replace(one, why=book.says(one.says, one.values, one.why)) for one in found.precedents),
        assumptions=tuple(replace(one, text=assumed.get(one.id) or one.text) for one in found.assumptions),
    )


def _said(statement: Statement, book: Phrasebook) -> Statement:
    return replace(statement, text=book.says(statement.id, statement.values, statement.text))


def _score(score: Score, book: Phrasebook) -> Score:
    return replace(score, text=book.says(score.says, score.values, score.text))


def _dimension(dimension: DimensionScore, book: Phrasebook) -> DimensionScore:
    return replace(dimension, signs=tuple(_sign(sign, book) for sign in dimension.signs))


def _sign(sign: Sign, book: Phrasebook) -> Sign:
    """A sign of a criterion, or an answer, whose id is `question.value`."""
    for name in (f"sign.{sign.id}", f"said.{sign.id}", sign.id):
        said = book.says(name, sign.values, "")
        if said:
            return replace(sign, text=said)
    return replace(sign, text=book.recognised(sign.text))


def _finding(finding: Finding, book: Phrasebook) -> Finding:
    rule = finding.rule
    return replace(
        finding,
        message=EMPTY.sub("", book.message(rule, finding.message)),
        note=book.note(rule, finding.note),
        fix=book.fix(rule, finding.fix),
    )


def _deployment(deployment: Deployment, book: Phrasebook) -> Deployment:
    return replace(
        deployment,
        containers=tuple(_container(container, book) for container in deployment.containers),
        outside=tuple(
            replace(one, name=book.word(one.name), kind=book.word(one.kind), reason=book.recognised(one.reason))
            for one in deployment.outside
        ),
        todos=tuple(book.recognised(todo) for todo in deployment.todos),
        notes=tuple(book.recognised(note) for note in deployment.notes),
        impossible=book.recognised(deployment.impossible),
    )


def _container(container: Container, book: Phrasebook) -> Container:
    return replace(
        container,
        notes=tuple(book.recognised(note) for note in container.notes),
        todos=tuple(book.recognised(todo) for todo in container.todos),
        commented=book.recognised(container.commented),
    )


def _landscape(landscape: Landscape, book: Phrasebook) -> Landscape:
    return replace(
        landscape,
        runtimes=tuple(replace(one, name=book.word(one.name)) for one in landscape.runtimes),
        services=tuple(replace(one, name=book.word(one.name), reason=book.recognised(one.reason)) for one in landscape.services),
    )
