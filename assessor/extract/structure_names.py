"""Finds names in a syntax tree: follows the paths of `rules/languages/`, and takes declared types apart.

`declarator name` over `private Repo<A> first, second;` gives the nodes `first` and `second`; the type `Repo<A>` is called
`Repo` and mentions `Repo` and `A`.
"""

import re
from functools import cache

from ast_grep_py import SgNode

_NAME = re.compile(r"\\?[^\W\d][\w$]*(?:(?:\.|\\|::)[^\W\d][\w$]*)*")
_BLANKS = re.compile(r"\s+")
_LONGEST_TYPE = 400
_LONGEST_NAME = 200


@cache
def _steps(path: str) -> tuple[str, ...]:
    return tuple(path.split())


def follow(node: SgNode, path: str) -> list[SgNode]:
    """The nodes that `path` (see `domain/language.py`) leads to, in document order; an empty path leads to the node itself."""
    if path.isidentifier():
        return node.field_children(path)
    nodes = [node]
    for step in _steps(path):
        found: list[SgNode] = []
        for each in nodes:
            if step == "^":
                parent = each.parent()
                found += [parent] if parent is not None else []
            elif step == ">*":
                found += [child for child in each.children() if child.is_named()]
            elif step[1:].isdigit():
                number = int(step[1:])
                found += [child for child in each.children() if child.is_named()][number - 1 : number]
            elif step[0] == ">":
                kind = step[1:]
                found += [child for child in each.children() if child.kind() == kind]
            else:
                found += each.field_children(step)
        nodes = found
        if not nodes:
            return nodes
    return nodes


def first(node: SgNode, path: str) -> SgNode | None:
    """The first of `a | b | c` that leads anywhere; None for an empty path."""
    if path.isidentifier():
        return node.field(path)
    for each in _alternatives(path):
        found = follow(node, each)
        if found:
            return found[0]
    return None


@cache
def _alternatives(path: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in path.split("|") if each.strip())


def every(node: SgNode, path: str) -> list[SgNode]:
    """All nodes of all alternatives."""
    return [found for each in _alternatives(path) for found in follow(node, each)]


def name_text(node: SgNode) -> str:
    """The text of a name without generics, blanks and the sign of a variable: `$order` -> `order`, `Base<T>` -> `Base`."""
    text = node.text()
    if text.isidentifier():
        return text if len(text) <= _LONGEST_NAME else ""
    if len(text) > _LONGEST_NAME:
        return ""
    for opening in "<([{":
        cut = text.find(opening)
        if cut > 0:
            text = text[:cut]
    return _BLANKS.sub("", text).lstrip("$@&*?:.").rstrip("?!:")


def types_in(text: str) -> list[str]:
    """All names in a declared type, in order: `Map<String, List<Order>>` -> Map, String, List, Order."""
    if text.isidentifier():
        return [text]
    return [found.lstrip("\\") if found.count("\\") == 1 else found for found in _NAME.findall(text[:_LONGEST_TYPE])]


def declared(text: str, builtin: frozenset[str], transparent: frozenset[str] = frozenset()) -> str:
    """The type of a receiver that is declared as `text`: `List<Order>` -> List, `null | Order` -> Order, and where `Optional` is
    `transparent`, `Optional[Order]` -> Order. Empty for an array."""
    if text.endswith("[]"):
        return ""
    names = types_in(text)
    if "|" in text:
        names = [name for name in names if name not in builtin] or names
    for name in names:
        if name not in transparent:
            return name
    return ""


def element_of(text: str) -> str:
    """The type of what a collection declared as `text` holds: `Order[]` -> Order, `Map<String, Order>` -> Order; or empty."""
    names = types_in(text) if text.endswith(("]", ">", ">?")) else []
    return names[0 if text.endswith("[]") else -1] if names and (len(names) > 1 or text.endswith("[]")) else ""


def type_text(node: SgNode, path: str) -> str:
    """A declared type as written, on one line, without quotes and the colon before it."""
    found = first(node, path) if path else None
    text = found.text() if found is not None else ""
    if not text or text.isidentifier():
        return text
    return _BLANKS.sub(" ", text[:400]).lstrip(":").strip(" \"'")
