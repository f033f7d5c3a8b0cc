"""Titles of rules, in both languages."""

import pytest

from assessor.knowledge.load import load
from assessor.render.rule_texts import RuleTexts, rule_texts
from assessor.resources import folder

KNOWLEDGE = load([folder("rules")]).knowledge


@pytest.mark.parametrize(
    ("message", "title"),
    [
        ("Writes a file", "Writes a file"),
        ("Keeps $KEY in the session", "Keeps … in the session"),
        ("Opens a connection to $URL", "Opens a connection to …"),
        ("An address is fixed: {host} in {key}", "An address is fixed"),
        ("Runs a job ($SCHEDULE)", "Runs a job"),
        ("{name}: version {version} is out of support", "Version … is out of support"),
        ("静态状态：$NAME", "静态状态"),
    ],
)
def test_titles_do_without_what_was_found(message: str, title: str) -> None:
    assert RuleTexts(message, "", "").title() == title


def test_every_rule_has_a_title_in_both_languages() -> None:
    for language in ("en", "zh-CN"):
        for id_, texts in rule_texts(KNOWLEDGE, language).items():
            title = texts.title()
            assert len(title) > 3 and not set("${}'") & set(title.replace("’", "")[:1] + title[-1:]), (id_, title)
