"""Which rules can match a text at all: every rule needs some words, and one pass over the text finds them all.

A rule is worth running when of each of its groups of words at least one stands in the text. The pattern
`DriverManager.getConnection($URL)` needs `DriverManager` and `getConnection`; `any:` of two patterns needs a word of the one or of
the other. Words are compared in lower case. A rule that needs nothing is always run.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from ahocorasick_rs import AhoCorasick

from assessor.domain.language import CodeRule

Group = frozenset[str]

_WORD = re.compile(r"(?<![$\w])[A-Za-z_]\w{2,}")
_SHORTEST = 3


def needs(rule: dict[str, Any]) -> tuple[Group, ...]:
    """The groups of words a rule object of ast-grep needs, in lower case."""
    groups: list[Group] = []
    for key, value in rule.items():
        if key == "pattern":
            text = value if isinstance(value, str) else f"{value.get('context', '')}"
            groups += [frozenset((word.lower(),)) for word in _WORD.findall(text)]
        elif key == "regex":
            groups += _of_expression(str(value))
        elif key == "all":
            groups += [group for each in value for group in needs(each)]
        elif key == "any":
            groups += _either([needs(each) for each in value])
        elif key in ("has", "inside", "follows", "precedes"):
            groups += needs({name: part for name, part in value.items() if name not in ("stopBy", "field")})
    return tuple(dict.fromkeys(groups))


def _either(alternatives: Sequence[tuple[Group, ...]]) -> list[Group]:
    """One group: of every alternative its group with the longest words; nothing when an alternative needs nothing."""
    if not alternatives or not all(alternatives):
        return []
    chosen = (max(groups, key=lambda group: (min(map(len, group)), sorted(group))) for groups in alternatives)
    return [frozenset().union(*chosen)]


def _of_expression(expression: str) -> list[Group]:
    import re._parser as parser  # type: ignore[import-not-found]

    try:
        tree = parser.parse(re.sub(r"\\[pP]\{\w+\}", ".", expression))
    except (re.error, RecursionError):
        return []
    return list(_of_tree(tree))


def _of_tree(tree: Any) -> Iterable[Group]:
    letters = ""
    for operation, argument in [*tree, (None, None)]:
        name = str(operation)
        if name == "LITERAL":
            letters += chr(argument)
            continue
        if len(letters) >= _SHORTEST:
            yield frozenset((letters.lower(),))
        letters = ""
        if name == "SUBPATTERN":
            yield from _of_tree(argument[3])
        elif name == "MAX_REPEAT" and argument[0] > 0:
            yield from _of_tree(argument[2])
        elif name == "BRANCH":
            yield from _either([tuple(_of_tree(branch)) for branch in argument[1]])


class Prefilter:
    """The rules of one language, ready to be asked which of them a text can match."""

    def __init__(self, rules: Sequence[CodeRule]) -> None:
        self._rules = tuple((rule, _all_needs(rule)) for rule in rules)
        self._words = sorted({word for _, groups in self._rules for group in groups for word in group})
        self._automaton = AhoCorasick(self._words) if self._words else None

    def candidates(self, text: str) -> list[CodeRule]:
        """The rules that can match `text`, in their order."""
        found: set[str] = set()
        if self._automaton is not None:
            hits = self._automaton.find_matches_as_indexes(text.lower(), overlapping=True)
            found = {self._words[index] for index, _, _ in hits}
        return [rule for rule, groups in self._rules if all(not found.isdisjoint(group) for group in groups)]


def _all_needs(rule: CodeRule) -> tuple[Group, ...]:
    """Constraints count only for variables that are in every alternative, so they are left out; utilities are not followed."""
    return needs(rule.rule)
