"""Runs one rule on a parsed file, as fast as ast-grep-py allows: it compiles a rule anew for every file.

Compiling is most of the time, and regular expressions are most of compiling (3 ms for a rule with a few `\\w`, which stand for
140,000 characters of Unicode). So constraints are tested here, compiled once, and classes in the rest are narrowed to ASCII.
The rule files stay as ast-grep's own command runs them. Measured on 1,350 Java files: 20 s before, 4 s after.
"""

import re
from collections.abc import Iterator
from typing import Any

from ast_grep_py import SgNode

from assessor.domain.language import CodeRule

MOST_MATCHES = 2_000
"""Matches of one rule in one file that are taken; a table of ten thousand literals says nothing more than its first rows."""

MOST_WORK = 20_000_000
"""Candidates times characters of a file that a rule may cost which looks through the whole surroundings of each of them: some 3 s.
A class of three thousand fields took five minutes; the first fields are looked at, as far as this goes."""

_OUTSIDE = {"w": "[0-9A-Za-z_]", "d": "[0-9]", "s": r"[ \t\r\n]", "S": r"[^ \t\r\n]", "b": r"(?-u:\b)"}
_INSIDE = {"w": "0-9A-Za-z_", "d": "0-9", "s": r" \t\r\n"}
_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)
"""One escape, one class or one other character of an expression."""


class Matcher:
    """One rule, prepared."""

    def __init__(self, rule: CodeRule) -> None:
        self.rule = rule
        self._glance = re.compile(rule.metadata.glance) if rule.metadata.glance else _anywhere(rule.rule.get("regex"))
        self._config: dict[str, Any] = {"rule": _narrowed(rule.rule)}
        self._tests: list[tuple[str, re.Pattern[str], bool]] = []
        left = {}
        for name, constraint in (rule.constraints or {}).items():
            test = _test(constraint)
            if test:
                self._tests.append((name, *test))
            else:
                left[name] = _narrowed(constraint)
        if left:
            self._config["constraints"] = left
        if rule.utils:
            self._config["utils"] = _narrowed(rule.utils)
        if rule.transform:
            self._config["transform"] = rule.transform
        self._kinds = _kinds(rule.rule) if _looks_around(rule.rule) else ()

    def can_match(self, text: str) -> bool:
        """False when an expression that the rule's nodes must fulfil, or its `glance`, is nowhere in the file."""
        return self._glance is None or self._glance.search(text) is not None

    def can_run(self, nothing: SgNode) -> bool:
        """False when the grammar of `nothing` does not know a kind of node that the rule names."""
        try:
            nothing.find_all(self._config)  # type: ignore[call-overload]
        except RuntimeError:
            return False
        return True

    def find(self, root: SgNode, remarks: list[str]) -> Iterator[SgNode]:
        """The nodes that the rule finds, in document order; `remarks` gets what was left out because it is too much."""
        found = self._found(root, remarks)
        if len(found) > MOST_MATCHES:
            remarks.append(f"{self.rule.id}: the first {MOST_MATCHES:,} of {len(found):,} matches were taken")
        for node in found[:MOST_MATCHES]:
            if all(self._passes(node, *test) for test in self._tests):
                yield node

    def _found(self, root: SgNode, remarks: list[str]) -> list[SgNode]:
        if self._kinds:
            candidates = root.find_all({"rule": {"any": [{"kind": kind} for kind in self._kinds]}})
            affordable = MOST_WORK // max(1, len(root.text()))
            if len(candidates) > affordable:
                remarks.append(f"{self.rule.id}: the first {affordable:,} of {len(candidates):,} places were looked at")
                matched = (each.find(self._config) for each in candidates[:affordable])  # type: ignore[call-overload]
                return [node for node in matched if node is not None]
        found: list[SgNode] = root.find_all(self._config)  # type: ignore[call-overload]
        return found

    @staticmethod
    def _passes(node: SgNode, name: str, expression: re.Pattern[str], wanted: bool) -> bool:
        """A variable that this alternative of the rule does not capture is not tested."""
        captured = node.get_match(name)
        return captured is None or (expression.search(captured.text()[:2000]) is not None) is wanted


def _looks_around(rule: Any, inside: bool = False) -> bool:
    """Whether the rule goes up to a surrounding node and from there through all that it holds: work that grows with the square."""
    if isinstance(rule, list):
        return any(_looks_around(each, inside) for each in rule)
    if not isinstance(rule, dict):
        return False
    below = rule.get("has")
    if inside and isinstance(below, dict) and below.get("stopBy") == "end":
        return True
    return any(_looks_around(value, inside or key == "inside") for key, value in rule.items())


def _kinds(rule: Any) -> tuple[str, ...]:
    """The kinds of node that can match; none when an alternative does not say."""
    alternatives = rule["any"] if set(rule) == {"any"} else [rule]
    return tuple(sorted({each["kind"] for each in alternatives})) if all("kind" in each for each in alternatives) else ()


def _anywhere(expression: str | None) -> re.Pattern[str] | None:
    """The expression for a search in the whole file, without the `^` at its beginning; None where other borders matter. The borders
    of words do not: nodes begin and end where tokens do."""
    if expression is None:
        return None
    free = re.sub(r"^(\(\?i\))?\^", r"\1", expression)
    if re.search(r"[$^]|\\[BAzZpP]|\(\?[^:i]", re.sub(r"\[\^?\]?[^\]]*\]", "", free)):
        return None
    try:
        return re.compile(free)
    except re.error:
        return None


def _test(constraint: Any) -> tuple[re.Pattern[str], bool] | None:
    """`{regex: x}` or `{not: {regex: x}}` as a Python expression; None for anything else, or what Python writes differently."""
    wanted = True
    if set(constraint) == {"not"}:
        constraint, wanted = constraint["not"], False
    if set(constraint) != {"regex"} or re.search(r"\\[pPzA]|\(\?-|\(\?[a-z]*u", constraint["regex"]):
        return None
    try:
        return re.compile(constraint["regex"], re.ASCII), wanted
    except re.error:
        return None


def _narrowed(rule: Any) -> Any:
    if isinstance(rule, list):
        return [_narrowed(each) for each in rule]
    if not isinstance(rule, dict):
        return rule
    return {key: _ascii(value) if key == "regex" and isinstance(value, str) else _narrowed(value) for key, value in rule.items()}


def _ascii(expression: str) -> str:
    """The expression with classes of ASCII, and with letters of ASCII where it does not mind their case: folding the case of all of
    Unicode takes 0.3 ms for a single word. What matches more than ASCII keeps Unicode, which ast-grep's expressions must."""
    if re.search(r"\\[pPxu]|\[\[|&&", expression):
        return expression
    any_case = expression.startswith("(?i)")
    narrow = [_token(token, any_case) for token in _TOKEN.findall(expression.removeprefix("(?i)"))]
    return ("(?i-u)" if any_case else "") + "".join(narrow)


def _token(token: str, any_case: bool) -> str:
    if token[0] == "[" and len(token) > 1:
        token = re.sub(r"\\(.)", lambda escape: _INSIDE.get(escape.group(1), escape.group()), token)
        wide = token[1] == "^" or re.search(r"\\[SWD]", token) is not None or not token.isascii()
    else:
        token = _OUTSIDE.get(token[1:], token) if token[0] == "\\" else token
        wide = token == "." or token.startswith("[^") or token in (r"\W", r"\D") or not token.isascii()
    if not (any_case and wide):
        return token
    return f"(?u:{token})" if re.search("[A-Za-z]", re.sub(r"\\.", "", token)) else f"(?u-i:{token})"
