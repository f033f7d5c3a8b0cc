"""YAML, JSON and TOML; YAML and JSON as trees of nodes that know their lines; hostile text cannot recurse, expand or run anything.

`server: {port: 8080}` becomes `Node(mapping={"server": Node(mapping={"port": Node("8080", line)})})`. Scalars stay text as written
(`8080`, `true`), because a descriptor's reader knows better than YAML what `no` and `010` mean. JSON may have comments.
"""

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import yaml

from assessor.extract.descriptor import Unreadable

_DEEPEST = 100
_MOST_NODES = 8_000  # after aliases are followed
_MOST_FLOW_OPENINGS = 50_000


class Node:
    """A scalar (`text`), a sequence (`items`) or a mapping (`mapping`, keys in order of appearance). `line` counts from 1."""

    __slots__ = ("items", "kind", "line", "mapping", "text")

    def __init__(self, kind: str, line: int, text: str = "") -> None:
        self.kind = kind
        self.line = line
        self.text = text
        self.items: list[Node] = []
        self.mapping: dict[str, Node] = {}

    def get(self, *keys: str) -> "Node":
        """The node under the keys, or an empty scalar on this node's line, so that lookups can be chained."""
        node = self
        for key in keys:
            found = node.mapping.get(key)
            if found is None:
                return Node("scalar", node.line)
            node = found
        return node

    def __bool__(self) -> bool:
        return bool(self.text or self.items or self.mapping)

    def leaves(self, prefix: str = "") -> Iterator[tuple[str, "Node"]]:
        """Every scalar with its dotted key, items as `key[0]`; stops after 8,000 nodes and below a depth of 100."""
        stack: list[tuple[str, Node, int]] = [(prefix, self, 0)]
        budget = _MOST_NODES
        while stack and budget:
            budget -= 1
            key, node, depth = stack.pop()
            if node.kind == "scalar":
                yield key, node
            elif depth < _DEEPEST:
                inner = [(f"{key}[{index}]", item, depth + 1) for index, item in enumerate(node.items[:budget])]
                inner += [(f"{key}.{name}" if key else name, item, depth + 1) for name, item in node.mapping.items()]
                stack.extend(reversed(inner))

    def texts(self) -> list["Node"]:
        """The scalars of a sequence, or the scalar itself: for keys that take one value or a list."""
        if self.kind == "scalar":
            return [self] if self.text else []
        return [item for item in self.items if item.kind == "scalar"]


def read_yaml(text: str) -> list[Node]:
    """The documents of a YAML text. Aliases and `<<` are followed. Whole documents before a mistake are kept.

    Raises `Unreadable` for text that is no YAML, or nested deeper than 100 levels.
    """
    if text.count("[") + text.count("{") > _MOST_FLOW_OPENINGS:
        raise Unreadable("too many nested collections")
    documents: list[Node] = []
    builder = _Builder()
    try:
        for event in yaml.parse(_without_templates(text), Loader=yaml.CSafeLoader):
            _apply(event, builder, documents)
    except (yaml.YAMLError, ValueError) as error:
        if not documents:
            mark = getattr(error, "problem_mark", None)
            raise Unreadable(f"not YAML{f' at line {mark.line + 1}' if mark else ''}") from None
    return documents


_TEMPLATE_LINE = re.compile(r"(?m)^[ \t]{0,200}(?:\{\{.{0,500}\}\}|\{%.{0,500}%\}|<%.{0,500}%>)[ \t]{0,20}\r?$")
_TEMPLATE_VALUE = re.compile(
    r"(?m)(:[ \t]{1,20}|-[ \t]{1,20}|=)(\{\{[^\r\n]{0,500}\}\}|<%=[^\r\n]{0,500}?%>|@[\w.\-]{1,100}@)([^\r\n\"']{0,200})$"
)


def _without_templates(text: str) -> str:
    """Lines that are only a template instruction become empty, values that start with one quoted; lines keep their numbers."""
    if "\t" in text:
        text = re.sub(r"(?m)^[ ]{0,100}\t+[ \t]{0,200}$", "", text)
    if "{{" in text or "<%" in text or "{%" in text or "@" in text:
        text = _TEMPLATE_LINE.sub("", text)
        text = _TEMPLATE_VALUE.sub(
            lambda found: f"{found[1]}'{(found[2] + found[3]).rstrip().replace(chr(39), chr(39) * 2)}'", text
        )
    return text


class _Builder:
    """Puts nodes together from events, with its own stack."""

    def __init__(self) -> None:
        self.stack: list[tuple[Node, list[str]]] = []
        self.anchors: dict[str, Node] = {}
        self.root: Node | None = None

    def add(self, node: Node, anchor: str | None) -> None:
        if anchor:
            self.anchors[anchor] = node
        if not self.stack:
            self.root = node
            return
        parent, key = self.stack[-1]
        if parent.kind == "sequence":
            parent.items.append(node)
        elif key:
            _put(parent, key.pop(), node)
        else:
            key.append(node.text)

    def open(self, node: Node, anchor: str | None) -> None:
        if len(self.stack) >= _DEEPEST:
            raise Unreadable("nested too deeply")
        self.add(node, anchor)
        self.stack.append((node, []))


def _put(parent: Node, key: str, node: Node) -> None:
    if key == "<<":
        for source in [node, *node.items]:
            for name, value in source.mapping.items():
                parent.mapping.setdefault(name, value)
    else:
        parent.mapping[key] = node


def _apply(event: yaml.Event, builder: _Builder, documents: list[Node]) -> None:
    line = event.start_mark.line + 1 if event.start_mark else 0
    match event:
        case yaml.ScalarEvent():
            null = event.value in ("~", "null") and not event.style
            builder.add(Node("scalar", line, "" if null else event.value), event.anchor)
        case yaml.MappingStartEvent():
            builder.open(Node("mapping", line), event.anchor)
        case yaml.SequenceStartEvent():
            builder.open(Node("sequence", line), event.anchor)
        case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
            builder.stack.pop()
        case yaml.AliasEvent():
            builder.add(builder.anchors.get(event.anchor or "") or Node("scalar", line), None)
        case yaml.DocumentEndEvent():
            if builder.root is not None:
                documents.append(builder.root)
            builder.root = None
            builder.anchors = {}
        case _:
            pass


_JSON_TOKEN = re.compile(
    r"""(?P<string>"(?:[^"\\\n]|\\.){0,200000}"|'(?:[^'\\\n]|\\.){0,200000}')|(?P<mark>[{}\[\],:])|(?P<comment>//[^\n]*|/\*.*?\*/)"""
    r"""|(?P<word>[^\s{}\[\],:"'/]+)|(?P<line>\n)|(?P<other>.)""",
    re.DOTALL,
)
_JSON_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_JSON_SIGNS = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}


def read_json(text: str) -> Node:
    """The tree of a JSON text, with comments and trailing commas accepted. A text that ends too early gives what was there.

    Raises `Unreadable` when it is no object or array, or nested deeper than 100 levels.
    """
    builder = _Builder()
    line = 1
    for token in _JSON_TOKEN.finditer(text.removeprefix("\ufeff")):
        shown = token[0]
        if token.lastgroup == "mark":
            if shown in "{[":
                builder.open(Node("mapping" if shown == "{" else "sequence", line), None)
            elif shown in "}]" and builder.stack:
                builder.stack.pop()
                if not builder.stack:
                    break
            elif shown == "," and builder.stack:
                builder.stack[-1][1].clear()
        elif token.lastgroup in ("string", "word"):
            if not builder.stack:
                break
            value = _unescaped(shown[1:-1]) if token.lastgroup == "string" else "" if shown == "null" else shown
            builder.add(Node("scalar", line, value), None)
        line += shown.count("\n")
    if builder.root is None or builder.root.kind == "scalar":
        raise Unreadable("not JSON")
    return builder.root


def _unescaped(text: str) -> str:
    if "\\" not in text:
        return text
    return _JSON_ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else _JSON_SIGNS.get(found[2], found[2]), text)


_LONG_KEY = re.compile(r"(?m)^[^=\n\"'#]{1000}")


def read_toml(text: str) -> dict[str, Any]:
    """The table of a TOML text. Raises `Unreadable`, also for endless keys, in which tomllib is quadratic."""
    if _LONG_KEY.search(text):
        raise Unreadable("not TOML: a key without an end")
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise Unreadable(f"not TOML: {error}"[:100]) from None
