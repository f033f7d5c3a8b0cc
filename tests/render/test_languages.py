"""Chinese is complete: no message is missing, fuzzy or without its placeholders, and what was made in English is said in Chinese."""

import re

import pytest

from assessor import pipeline
from assessor.domain.facts import Evidence
from assessor.domain.findings import Effort, Finding
from assessor.domain.judgement import Statement
from assessor.render import as_html, as_markdown
from assessor.render.catalogue import catalogue, entries
from assessor.render.format import RenderOptions
from assessor.render.in_language import in_language
from assessor.render.messages import messages
from assessor.render.phrasebook import Phrasebook
from assessor.resources import folder
from tests.render.example import rich

PLACEHOLDER = re.compile(r"%\(\w+\)s|%%")
CATALOGUE = folder("templates") / "locales" / "zh_CN" / "LC_MESSAGES" / "report.po"


@pytest.fixture(scope="module")
def known():
    return pipeline.knowledge()


@pytest.fixture(scope="module")
def book(known):
    return Phrasebook(known, "zh-CN")


def test_the_catalogue_holds_every_message_and_no_other():
    found = {entry.text: entry for entry in entries(CATALOGUE.read_text("utf-8")) if entry.text}
    assert sorted(set(messages()) - set(found)) == []
    assert sorted(set(found) - set(messages())) == []
    assert [entry.text for entry in found.values() if entry.fuzzy or not entry.translated] == []


def test_translations_keep_their_placeholders():
    wrong = []
    for text, forms in messages().items():
        translated = catalogue("zh-CN").gettext(text)
        if set(PLACEHOLDER.findall(translated)) != set(PLACEHOLDER.findall(forms[-1])) | set(PLACEHOLDER.findall(text)):
            wrong.append((text, translated))
    assert wrong == []


def test_every_rule_and_sentence_is_there_in_chinese(known):
    rules = [(r.id, r.message, r.note, r.metadata.fix, r.metadata.zh_CN) for r in known.code if r.metadata.mark]
    rules += [(r.id, r.message, r.note, r.fix, r.zh_CN) for r in known.findings]
    lacking = [
        id
        for id, message, note, fix, other in rules
        if other is None or (message and not other.message) or (note and not other.note) or (fix and not other.fix)
    ]
    assert lacking == []
    assert [s.id for sentences in known.sentences for s in sentences.sentences if not s.zh_CN] == []


def test_a_po_file_is_read_with_plurals_continued_lines_and_fuzzy_marks():
    text = 'msgid ""\nmsgstr "x"\n\n#, fuzzy\nmsgid "a "\n"b"\nmsgid_plural "as"\nmsgstr[0] "\\"c\\""\n'
    header, entry = entries(text)
    assert (header.text, entry.text, entry.translated, entry.fuzzy) == ("", "a b", '"c"', True)


def test_a_message_keeps_what_the_english_one_was_filled_with(known, book):
    rule = next(rule for rule in known.findings if rule.id == "address-setting")
    assert rule.message == "An address is fixed: {host} in {url}"
    assert book.message(rule.id, "An address is fixed: 10.1.2.3 in jdbc:x://10.1.2.3/a and b") == (
        "固定地址：jdbc:x://10.1.2.3/a and b 中的 10.1.2.3"
    )
    assert book.message("a rule of somebody else", "As it is") == "As it is"


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("Shell is counted, not understood", "Shell 只计数，未读懂"),
        ("named in settings and libraries", "出现在配置和依赖库中"),
        ("PostgreSQL starts empty, and its image runs no scripts by itself: load db/a.sql, db/b.sql", None),
        ("nobody ever wrote this", "nobody ever wrote this"),
        ("Said with the answers: on site, with two of them", "回答者附言：on site, with two of them"),
    ],
)
def test_phrases_are_recognised(book, english, chinese):
    said = book.recognised(english)
    assert said == chinese if chinese else re.search("[\u4e00-\u9fff]", said)


def test_an_english_assessment_is_said_in_chinese(known):
    one = rich()
    reason = Statement("step.blockers", "x", (), (("high", "8"), ("kinds", "2"), ("low", "2"), ("names", "a; b")))
    effort = Effort(1.0, 2.0)
    found = Finding(
        "address-setting", "handled", "c", "An address is fixed: h in u", "n", Evidence("a.xml", 3, "r", "e"), "f", effort
    )
    from msgspec.structs import replace

    one = replace(one, recommendation=replace(one.recommendation, steps=(reason,)), findings=(found,))
    said = in_language(one, known, "zh-CN")
    assert said.recommendation.steps[0].text == "消除两类阻碍：a；b（2 至 8 人日）。"
    assert (said.findings[0].message, said.findings[0].evidence) == ("固定地址：u 中的 h", found.evidence)
    assert said.findings[0].fix and said.findings[0].fingerprint == "f"


@pytest.mark.parametrize("format", [as_html, as_markdown])
def test_both_formats_speak_chinese(known, format):
    (page,) = format.render(rich(), known, RenderOptions("zh-CN")).values()
    text = page.decode("utf-8")
    assert "反对" in text and "路线图" in text
    assert "Roadmap" not in text and "Reliability" not in text
    assert format is as_markdown or '<html lang="zh-CN">' in text
