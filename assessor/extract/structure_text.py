"""Works out constant text in code: literals, concatenations, constants of the same file, and the file's own place.

`"SELECT a " + "FROM " + TABLE` with `TABLE = "orders"` in the file gives `SELECT a FROM orders`; what is not known becomes
`{name}` or `{}`. `dirname(__FILE__) . '/a.php'` gives `./a.php`.
"""

import re
from collections.abc import Mapping

from ast_grep_py import SgNode

from assessor.domain.language import TextSyntax

LONGEST_TEXT = 20_000
_DEEPEST = 200
_QUOTES = re.compile(r"[A-Za-z@$]{0,3}(\"\"\"|'''|\"|'|`)(.*)\1\Z", re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "'": "'", "\\": "\\", "/": "/", "$": "$"}
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_SIMPLE = re.compile(r"[$@:]?([A-Za-z_]\w*(?:(?:\.|::|->)[A-Za-z_]\w*)*)\Z")


def unquoted(text: str) -> str:
    """The content of a literal as written, common escapes undone; text without quotes is given back."""
    found = _QUOTES.match(text)
    if not found:
        return text
    content = found.group(2)
    if "\\" in content and not text.startswith(("@", "r", "R")):
        content = _ESCAPED.sub(lambda escape: _ESCAPES.get(escape.group(1), escape.group(0)), content)
    if '""' in content and text.startswith(("@", "$@")):
        content = content.replace('""', '"')  # a quote inside of a text that is taken as written (C#)
    return content


class Texts:
    """Constant text in one file. `constants` maps names to the text they stand for; names of variables come without their sign."""

    def __init__(self, syntax: TextSyntax, constants: Mapping[str, str]) -> None:
        self._constants = constants
        self._literals = frozenset(syntax.literals)
        self._pieces = frozenset(syntax.pieces)
        self._marks = frozenset(syntax.quotes)
        self._joins = frozenset(syntax.joins)
        self._wrappers = frozenset((*syntax.wrappers, *syntax.arguments))
        self._operators = frozenset(syntax.operators)
        self._places = syntax.places
        self._folder_of = syntax.folder_of

    def is_text(self, node: SgNode) -> bool:
        """True for a literal or a concatenation that begins with one."""
        kind = node.kind()
        return kind in self._literals or kind in self._joins

    def value(self, node: SgNode) -> str:
        """Constant text where the expression is some or names some, else the expression as written."""
        for _ in range(_DEEPEST):
            if node.kind() not in self._wrappers:
                break
            named = [child for child in node.children() if child.is_named()]
            if not named:
                break
            node = named[-1]
        if self.is_text(node):
            return self.of(node)
        simple = _SIMPLE.match(node.text()) if len(node.text()) < 120 else None
        name = re.split(r"\.|::|->", simple.group(1))[-1] if simple else ""
        text = re.sub(r"\s+", " ", node.text()[:LONGEST_TEXT])
        if node.kind().endswith(("arguments", "argument_list")) and text.startswith("("):
            text = text[1:-1].strip()
        return self._constants.get(name) or text

    def around(self, node: SgNode) -> str:
        """The text of the whole concatenation that a literal is part of."""
        for _ in range(_DEEPEST):
            parent = node.parent()
            if parent is None or not (parent.kind() in self._wrappers or (parent.kind() in self._joins and self._joined(parent))):
                break
            node = parent
        return self.of(node) if self.is_text(node) else self.value(node)

    def constant(self, node: SgNode) -> str | None:
        """The text of a literal or a concatenation of known parts only, else None."""
        if not self.is_text(node):
            return None
        text = self.of(node)
        return None if "{" in text or "}" in text else text

    def of(self, node: SgNode, depth: int = 0) -> str:
        """The text that the expression gives, with `{}` or `{name}` for what is not known."""
        if depth > _DEEPEST:
            return "{}"
        kind = node.kind()
        if kind in self._literals:
            return self._literal(node)
        if kind in self._joins and self._joined(node):
            return "".join(self.of(child, depth + 1) for child in node.children() if child.is_named())[:LONGEST_TEXT]
        if kind in self._wrappers:
            named = [child for child in node.children() if child.is_named()]
            return self.of(named[-1], depth + 1) if named else "{}"
        text = node.text()
        if text in self._places:
            return self._places[text]
        if self._folder_of and text.startswith(self._folder_of):
            return self._folder(node, depth)
        return self._hole(text)

    def _hole(self, text: str) -> str:
        simple = _SIMPLE.match(text) if len(text) < 120 else None
        if not simple:
            return text if text.isdigit() else "{}"
        name = re.split(r"\.|::|->", simple.group(1))[-1]
        return self._constants.get(name, "{" + name + "}")

    def _joined(self, node: SgNode) -> bool:
        return not self._operators or any(child.kind() in self._operators for child in node.children() if not child.is_named())

    def _literal(self, node: SgNode) -> str:
        children = node.children()
        known = self._pieces | self._marks
        if not any(child.is_named() and child.kind() not in known for child in children):
            return unquoted(node.text()[:LONGEST_TEXT])
        parts = []
        for child in children:
            if child.kind() in self._pieces:
                parts.append(_ESCAPES.get(child.text()[1:], "") if child.text().startswith("\\") else child.text())
            elif child.is_named() and child.kind() not in self._marks:
                parts.append(self._hole(child.text().strip("{}$#(")))
        return "".join(parts)[:LONGEST_TEXT]

    def _folder(self, node: SgNode, depth: int) -> str:
        callee = node.field("function")
        arguments = node.field("arguments")
        if callee is None or arguments is None or callee.text() != self._folder_of:
            return "{}"
        inner = [child for child in arguments.children() if child.is_named()]
        return folder_of(self.of(inner[0], depth + 1)) if inner else "{}"


def folder_of(path: str) -> str:
    """`./a/b.php` -> `./a`, `./b.php` -> `.`, `.` -> `..`, `..` -> `../..`."""
    if path in (".", ""):
        return ".."
    if path == ".." or path.endswith("/.."):
        return f"{path}/.."
    if "/" not in path:
        return "{}"
    return path.rpartition("/")[0]
