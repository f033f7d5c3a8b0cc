"""What an import statement imports, in the forms that `extract/structure.py` documents.

`from ..shop import orders as o` -> `..shop.orders as o`; `import {a as b} from "./m"` -> `./m#a as b`.
"""

import re
from collections.abc import Iterator

from ast_grep_py import SgNode

from assessor.domain.language import ImportSyntax
from assessor.extract.structure_names import every, first
from assessor.extract.structure_text import Texts, unquoted

_BLANKS = re.compile(r"\s+")


def imports(node: SgNode, syntax: ImportSyntax, texts: Texts) -> Iterator[str]:
    """The targets of one statement, in its order."""
    if (syntax.skip and first(node, syntax.skip) is not None) or (syntax.needs and first(node, syntax.needs) is None):
        return
    before = _before(node, syntax)
    found = first(node, syntax.module) if syntax.module else None
    module = _written(found)
    if syntax.wildcard and first(node, syntax.wildcard) is not None:
        yield f"{before}{_joined(module, '*', syntax.join)}"
        return
    items = [item for path in syntax.items for item in every(node, path)]
    for item in items:
        name = syntax.words.get(item.kind()) or _written(first(item, syntax.name) or item)
        alias = _written(first(item, syntax.alias)) if syntax.alias else ""
        if item.kind() in syntax.words:
            alias = _written(_last_named(item)) if syntax.words[item.kind()] in ("*", "default") else alias
        target = _joined(module, name, syntax.join) if syntax.module else name
        yield f"{_before(item, syntax) or before}{target}" + (f" as {alias}" if alias else "")
    if not items and module:
        alias = _written(first(node, syntax.alias)) if syntax.alias else ""
        ending = "" if before or alias else syntax.plain
        yield f"{before}{module}{ending}" + (f" as {alias}" if alias else "")


def _before(node: SgNode, syntax: ImportSyntax) -> str:
    return next((word for child in node.children() if (word := syntax.before.get(child.kind()))), "") if syntax.before else ""


def _written(node: SgNode | None) -> str:
    return unquoted(_BLANKS.sub("", node.text()[:300])) if node is not None else ""


def _joined(module: str, name: str, join: str) -> str:
    """A relative import of a name from the package itself (`from . import q`) needs no joint: `.q`."""
    if not module:
        return name
    return f"{module}{name}" if module.endswith(join) else f"{module}{join}{name}"


def _last_named(node: SgNode) -> SgNode:
    named = [child for child in node.children() if child.is_named()]
    return named[-1] if named else node
