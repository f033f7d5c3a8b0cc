"""Says English sentences again in another language.

Most sentences of an assessment carry the id and the values they were made of. The others (messages of findings, notes of the
bundle, reasons of placements) are recognised by the template they came from: "Opens a JDBC connection to $URL".
"""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from assessor.domain.knowledge import Knowledge
from assessor.domain.sentences import NUMBERS, Templates, fill, joined, say
from assessor.domain.spoken import templates
from assessor.render.catalogue import catalogue

PLACEHOLDER = re.compile(r"\{(\w+)(?::number|:count|:list|\?[^|{}]*\|[^{}]*)?\}|\$\$\$([A-Z_][A-Z0-9_]*)|\$([A-Z_][A-Z0-9_]*)")
ARROW = re.compile(r"(\S+) to (\S+)")
MORE = re.compile(r"(\d[\d,]*) more")
"""The end of a list of names that was cut."""
SIZED = re.compile(r"(\S+) \((\d[\d,.]*) (lines|kLOC)\)")
"""A part with its size."""
COUNTED = re.compile(r"[\w.-]+=\d+( [\w.-]+=\d+)*")
VERBATIM = "note"
"""The placeholder of what a person wrote."""
LONGEST = 2000
"""Letters of a text that is recognised at most; none of ours is as long."""


class Phrasebook:
    """Everything `rules/` and the catalogue can say in `language`."""

    def __init__(self, knowledge: Knowledge, language: str) -> None:
        self.language = language
        self._knowledge = knowledge
        self._templates: Templates = templates(knowledge)
        self._words = catalogue(language)

    def says(self, sentence: str, values: Iterable[tuple[str, str]], text: str) -> str:
        """The sentence by its id with its values in this language; without an id, `text` is recognised."""
        if not sentence or any(one not in self._templates for one in sentence.split("+")):
            return self.recognised(text)
        return say(self._templates, sentence, [(name, self._value(value)) for name, value in values], self.language)

    def word(self, text: str) -> str:
        """A word of the vocabulary."""
        return self._words.gettext(text) if text else text

    def recognised(self, text: str) -> str:
        """`text` by the template it fits, else the text itself."""
        if not text or len(text) > LONGEST:
            return text
        if text in self._exact:
            return self._exact[text]
        for pattern, template in self._patterns:
            found = pattern.fullmatch(text)
            if found:
                values = {
                    name: value if name == VERBATIM else self._value(NUMBERS.get(value, value))
                    for name, value in found.groupdict().items()
                }
                return _filled(fill(template, values, {}, self.language), values)
        return text

    def message(self, rule: str, text: str) -> str:
        """The message of a finding of `rule`, filled with what the English message was filled with."""
        if rule not in self._messages:
            return text
        pattern, template = self._messages[rule]
        found = pattern.fullmatch(text) if len(text) <= LONGEST else None
        filled = _filled(template, found.groupdict() if found else {})
        return re.sub(r"\s+", " ", filled).strip(" :,：，")

    def note(self, rule: str, text: str) -> str:
        """The note of a rule."""
        return self._notes.get(rule) or text

    def fix(self, rule: str, text: str) -> str:
        """What a rule says is to be done."""
        return self._fixes.get(rule) or text

    def _value(self, value: str) -> str:
        """A value that is a sentence or a list of names; numbers, names and paths stay as they are."""
        if value in self._exact:
            return self._exact[value]
        if COUNTED.fullmatch(value):
            return value
        if "; " in value:
            return "；".join(self._value(part) for part in value.split("; "))
        if " " not in value:
            return self.word(value)
        names = value.replace(" and ", ", ").split(", ")
        if len(names) > 1 and all(len(name) < 120 for name in names):
            said = [self._name(name) for name in names]
            return joined(said, self.language) if " and " in value else "、".join(said)
        return self._name(value)

    def _name(self, text: str) -> str:
        """One of several names, or how many more there are; who calls whom is an arrow."""
        more = MORE.fullmatch(text)
        if more:
            return self.word("%(count)s more") % {"count": more[1]}
        sized = SIZED.fullmatch(text)
        if sized:
            return f"{sized[1]}（{self.word(f'%(count)s {sized[3]}') % {'count': sized[2]}}）"
        found = ARROW.fullmatch(text)
        return f"{found[1]} → {found[2]}" if found else self.recognised(self.word(text))

    @cached_property
    def _exact(self) -> dict[str, str]:
        """English texts without placeholders, and those texts that end in a full stop also without it."""
        found = {}
        for texts in self._templates.values():
            english, other = texts.get("en", ""), texts.get(self.language, "")
            if english and other and "{" not in english:
                found[english] = other
                found[english.rstrip(".")] = other.rstrip("。")
        for rule in self._rules:
            if rule[1] and not PLACEHOLDER.search(rule[1]):
                found[rule[1]] = rule[2]
        return found

    @cached_property
    def _patterns(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        """Phrases with placeholders and messages of rules, those with most fixed letters first."""
        pairs = [
            (texts["en"], texts[self.language])
            for name, texts in self._templates.items()
            if name.startswith(("phrase.", "footprint.note")) and "{" in texts["en"] and texts.get(self.language)
        ]
        pairs += [(english, other) for _, english, other in self._rules if len(PLACEHOLDER.sub("", english)) > 12]
        pairs.sort(key=lambda pair: (-len(PLACEHOLDER.sub("", pair[0])), pair))
        return tuple((_pattern(english), other) for english, other in pairs)

    @cached_property
    def _messages(self) -> dict[str, tuple[re.Pattern[str], str]]:
        return {rule: (_pattern(english), other) for rule, english, other in self._rules}

    @cached_property
    def _rules(self) -> tuple[tuple[str, str, str], ...]:
        """(id, English message, message) of every rule that can give a finding."""
        code = [(r.id, r.message, r.metadata.zh_CN.message) for r in self._knowledge.code if r.metadata.mark and r.metadata.zh_CN]
        return (*code, *((r.id, r.message, r.zh_CN.message) for r in self._knowledge.findings if r.zh_CN))

    @cached_property
    def _notes(self) -> dict[str, str]:
        code = {r.id: r.metadata.zh_CN.note for r in self._knowledge.code if r.metadata.zh_CN}
        return code | {r.id: r.zh_CN.note for r in self._knowledge.findings if r.zh_CN}

    @cached_property
    def _fixes(self) -> dict[str, str]:
        code = {r.id: r.metadata.zh_CN.fix for r in self._knowledge.code if r.metadata.zh_CN}
        return code | {r.id: r.zh_CN.fix for r in self._knowledge.findings if r.zh_CN}


def _pattern(template: str) -> re.Pattern[str]:
    """Matches what `template` can have become: placeholders filled or empty, blanks collapsed, marks at the end dropped."""
    pieces, end, seen = [], 0, set()
    template = template.strip()
    for match in PLACEHOLDER.finditer(template):
        name = _name(match)
        pieces.append(_literal(template[end : match.start()]))
        if "?" in match[0]:  # {hosts?host|hosts}: says a number again
            pieces.append("(?:" + "|".join(map(re.escape, match[0][1:-1].partition("?")[2].split("|"))) + ")")
        else:
            pieces.append(f"(?P={name})" if name in seen else f"(?P<{name}>.*?)")
            seen.add(name)
        end = match.end()
    pieces.append(_literal(template[end:]) if end < len(template) else "")
    return re.compile("".join(pieces) + r"[ :,]?", re.DOTALL)


def _literal(text: str) -> str:
    return r"\s*".join(re.escape(part) for part in re.split(r"\s+", text))


def _name(match: re.Match[str]) -> str:
    return match[1] or (match[2] or match[3]).lstrip("_")


def _filled(template: str, values: Mapping[str, str | None]) -> str:
    return PLACEHOLDER.sub(lambda match: values.get(_name(match)) or "", template)
