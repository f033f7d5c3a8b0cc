"""Which rules can match a text at all: every rule needs some words, and one pass over the text finds them all.

In: a rule. Out: what it needs, as alternatives, each a set of words that all have to stand in the text. The pattern
`DriverManager.getConnection($URL)` has the one alternative {DriverManager, getConnection}; `any:` adds alternatives, `all:`
joins them. Words of patterns are whole identifiers; texts of expressions may stand anywhere, and in any case where the expression
says so. A rule that needs nothing is always run.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any, Generic, TypeVar

from ahocorasick_rs import AhoCorasick

Words = frozenset[str]
Alternatives = frozenset[Words]
Item = TypeVar("Item")

ALWAYS: Alternatives = frozenset((frozenset(),))
_WORD = re.compile(r"(?<![$\w])[A-Za-z_]\w+|(?<=\$)[a-z]\w+")
_WORDS = re.compile(r"\w+", re.ASCII)
_VARIABLE = re.compile(r"(?<!\$)\$([A-Z_][A-Z0-9_]*)")
_MOST_ALTERNATIVES = 200
_SHORTEST_PART = 3
_RARE = frozenset("`")
_PART = "\0"
"""Marks a text that may be part of a word."""
_ANY_CASE = "\0\0"
"""Marks such a text that is compared in lower case."""


def needs(rule: dict[str, Any], constraints: dict[str, Any] | None = None) -> Alternatives:
    """What a rule object of ast-grep needs. A constraint counts where a pattern captures its variable."""
    constraints = constraints or {}
    found = ALWAYS
    for key, value in rule.items():
        if key == "pattern":
            text = value if isinstance(value, str) else f"{value.get('context', '')}"
            found = _both(found, frozenset((frozenset(_WORD.findall(text)),)))
            for name in _VARIABLE.findall(text):
                found = _both(found, needs(constraints.get(name, {})))
        elif key == "regex":
            found = _both(found, _of_expression(str(value)))
        elif key == "all":
            for each in value:
                found = _both(found, needs(each, constraints))
        elif key == "any":
            found = _both(found, frozenset().union(*(needs(each, constraints) for each in value)))
        elif key in ("has", "inside", "follows", "precedes"):
            found = _both(found, needs({name: part for name, part in value.items() if name != "stopBy"}, constraints))
    return found


def _both(first: Alternatives, second: Alternatives) -> Alternatives:
    if len(first) * len(second) > _MOST_ALTERNATIVES:
        return first if len(first) > 1 else second
    return frozenset(one | other for one in first for other in second)


def _of_expression(expression: str) -> Alternatives:
    import re._parser as parser  # type: ignore[import-not-found]

    try:
        tree = parser.parse(re.sub(r"\\[pP]\{\w+\}", ".", expression))
    except (re.error, RecursionError):
        return ALWAYS
    mark = _ANY_CASE if expression.startswith("(?i)") else _PART
    return _of_tree(tree, mark)


def _of_tree(tree: Any, mark: str) -> Alternatives:
    found = ALWAYS
    letters = ""
    for operation, argument in [*tree, (None, None)]:
        name = str(operation)
        if name == "LITERAL":
            letters += chr(argument)
            continue
        if sum(map(str.isalnum, letters)) >= _SHORTEST_PART or letters in _RARE:
            text = letters.lower() if mark == _ANY_CASE else letters
            found = _both(found, frozenset((frozenset((mark + text,)),)))
        letters = ""
        if name == "SUBPATTERN":
            found = _both(found, _of_tree(argument[3], mark))
        elif name == "MAX_REPEAT" and argument[0] > 0:
            found = _both(found, _of_tree(argument[2], mark))
        elif name == "BRANCH":
            found = _both(found, frozenset().union(*(_of_tree(branch, mark) for branch in argument[1])))
    return found


class Prefilter(Generic[Item]):
    """Things with needs, ready to be asked which of them a text can match."""

    def __init__(self, items: Sequence[tuple[Item, Alternatives]]) -> None:
        self.items = tuple(item for item, _ in items)
        self._always = frozenset(place for place, (_, alternatives) in enumerate(items) if frozenset() in alternatives)
        self._needing: dict[str, list[tuple[int, Words]]] = {}
        """Alternatives by one of their texts, the longest: it is the rarest, as a rule."""
        for place, (_, alternatives) in enumerate(items):
            for words in alternatives - {frozenset()}:
                self._needing.setdefault(max(words, key=lambda word: (len(word), word)), []).append((place, words))
        texts = {text for _, alternatives in items for each in alternatives for text in each}
        self._any_case = _Finder(text for text in texts if text.startswith(_ANY_CASE))
        self._parts = _Finder(text for text in texts if text.startswith(_PART) and not text.startswith(_ANY_CASE))

    def candidates(self, text: str) -> list[Item]:
        """The items that can match `text`, in their order."""
        found = set(_WORDS.findall(text)) | self._parts.find(text) | self._any_case.find(text.lower())
        places = set(self._always)
        for word in found & self._needing.keys():
            places.update(place for place, words in self._needing[word] if words <= found)
        return [self.items[place] for place in sorted(places)]


class _Finder:
    """Finds marked texts anywhere in another text."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = sorted(texts)
        self._automaton = AhoCorasick([text.lstrip(_PART) for text in self._texts]) if self._texts else None

    def find(self, text: str) -> set[str]:
        if self._automaton is None:
            return set()
        return {self._texts[index] for index, _, _ in self._automaton.find_matches_as_indexes(text, overlapping=True)}
