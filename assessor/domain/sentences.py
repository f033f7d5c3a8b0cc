"""Fills the sentences of `rules/` with numbers and names, in English and Chinese.

Placeholders: `{name}` the value; `{name:number}` small numbers in words; `{name:count}` in groups of three digits;
`{name?one|many}` by the value being 1;
`{name:list}` a value like `war=2 ejb=1`, each item said by the sentence `count.<item>` with `{n}`, joined with "and".
Example: "{n:number} {n?web archive|web archives}" with n=2 is "two web archives".
"""

import re
from collections.abc import Mapping, Sequence

_PLACEHOLDER = re.compile(r"\{(\w+)(?:(:)(number|count|list)|(\?)([^|{}]*)\|([^{}]*))?\}")
_ENGLISH = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_CHINESE = ("零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十")

NUMBERS = {word: str(number) for number, word in enumerate(_ENGLISH)}
"""Small numbers in words -> digits."""
Values = Sequence[tuple[str, str]]
Templates = Mapping[str, Mapping[str, str]]
"""Sentence id -> language (`en`, `zh-CN`) -> template."""


def say(templates: Templates, sentence: str, values: Values, language: str = "en") -> str:
    """The sentence in `language`, English where no translation exists. Ids joined with `+` are said one after the other;
    their values are then prefixed `0.`, `1.`..."""
    ids = sentence.split("+")
    said = []
    for number, one in enumerate(ids):
        prefix = f"{number}."
        own = [(k.removeprefix(prefix), v) for k, v in values if k.startswith(prefix)] if len(ids) > 1 else list(values)
        texts = templates[one]
        said.append(fill(texts.get(language) or texts["en"], dict(own), templates, language))
    if len(said) > 1:
        said = [_ended(text, language) for text in said]
    return ("" if language == "zh-CN" else " ").join(text for text in said if text)


def _ended(text: str, language: str) -> str:
    """A sentence with a full stop, unless it has an end already."""
    return (
        text if not text or text[-1] in ".?!:\u3002\uff1f\uff01\uff1a\u201d" else text + ("\u3002" if language == "zh-CN" else ".")
    )


def fill(template: str, values: Mapping[str, str], templates: Templates, language: str, *, first: bool = True) -> str:
    """One template with its placeholders replaced, the first letter in upper case when it is the `first` of a sentence."""

    def replaced(match: re.Match[str]) -> str:
        name, _, form, choice, one, many = match.groups()
        value = values.get(name, "")
        if choice:
            return one if value == "1" else many
        if form == "number":
            return _number(value, language)
        if form == "count":
            return f"{int(value):,}" if value.isascii() and value.isdigit() else value
        if form == "list":
            return _listed(value, templates, language)
        return value

    text = _PLACEHOLDER.sub(replaced, template).strip()
    return text[:1].upper() + text[1:] if first and template[:1] == "{" and language != "zh-CN" else text


def _number(value: str, language: str) -> str:
    words = _CHINESE if language == "zh-CN" else _ENGLISH
    return words[int(value)] if value.isdigit() and int(value) < len(words) else value


def _listed(value: str, templates: Templates, language: str) -> str:
    items = []
    for item in value.split():
        kind, _, count = item.partition("=")
        texts = templates.get(f"count.{kind}", {"en": "{n:number} " + kind})
        template = texts.get(language) or texts["en"]
        items.append(fill(template, {"n": count}, {}, language, first=False))
    return joined(items, language)


def joined(items: Sequence[str], language: str = "en") -> str:
    """`a, b and c`, or `a、b和c`."""
    if len(items) < 2:
        return "".join(items)
    if language != "zh-CN":
        return ", ".join(items[:-1]) + " and " + items[-1]
    before = " " if items[-2][-1:].isascii() else ""
    after = " " if items[-1][:1].isascii() else ""
    return "、".join(items[:-1]) + before + "和" + after + items[-1]
