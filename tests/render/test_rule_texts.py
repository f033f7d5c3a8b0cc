"""Titles of rules, and messages of findings in another language with the same words filled in."""

import pytest

from assessor.domain.findings import Effort, Finding
from assessor.knowledge.load import load
from assessor.render.rule_texts import RuleTexts, message_of, rule_texts
from assessor.resources import folder
from tests.builders import trait

KNOWLEDGE = load([folder("rules")]).knowledge


@pytest.mark.parametrize(
    ("message", "title"),
    [
        ("Writes a file", "Writes a file"),
        ("Keeps $KEY in the session", "Keeps … in the session"),
        ("Opens a connection to $URL", "Opens a connection to …"),
        ("An address is fixed: {host} in {key}", "An address is fixed"),
        ("Runs a job ($SCHEDULE)", "Runs a job"),
        ("静态状态：$NAME", "静态状态"),
    ],
)
def test_titles_do_without_what_was_found(message: str, title: str) -> None:
    assert RuleTexts(message, message, "", "").title() == title


def finding(message: str) -> Finding:
    return Finding("r", "fine", "c", message, "", trait("x").evidence, "f", Effort(0, 0))


@pytest.mark.parametrize(
    ("english", "chinese", "message", "said"),
    [
        ("Keeps $KEY in the session", "将 $KEY 保存在会话中", "Keeps basket in the session", "将 basket 保存在会话中"),
        ("{key} is {value}", "{value} 属于 {key}", "a.b is c is d", "c is d 属于 a.b"),
        ("State: $NAME", "状态：$NAME", "State", "状态"),
        ("State: $NAME", "状态：$NAME", "an older text", "状态"),
        ("Writes a file", "写入文件", "Writes a file", "写入文件"),
    ],
)
def test_messages_in_another_language(english: str, chinese: str, message: str, said: str) -> None:
    assert message_of(finding(message), {"r": RuleTexts(english, chinese, "", "")}) == said


def test_every_rule_has_a_title_in_both_languages() -> None:
    for language in ("en", "zh-CN"):
        for id_, texts in rule_texts(KNOWLEDGE, language).items():
            title = texts.title()
            assert len(title) > 3 and not set("${}'") & set(title.replace("’", "")[:1] + title[-1:]), (id_, title)


def test_unknown_rules_speak_for_themselves() -> None:
    assert message_of(finding("as it is"), {}) == "as it is"
