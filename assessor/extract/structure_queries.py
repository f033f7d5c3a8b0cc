"""Reads what objects ask the database: whole chains of calls, and what is handed to a method that keeps or finds.

`Order::query()->where('paid', 1)->delete()` gives the receiver `Order.query().where()` and the name `delete`;
`session.save(order)` gives the receiver `order` (its type, once that is looked up) and the name `save`.
"""

from ast_grep_py import SgNode

from assessor.domain.language import CallSyntax
from assessor.extract.structure_names import every, first, name_text
from assessor.extract.structure_notes import JOINT, RECEIVER, Notes

_LONGEST_CHAIN = 40
_MOST_ARGUMENTS = 3
_NONE = ("", "")

Asked = tuple[str, str]
"""Receiver and name, as those of calls: `Order.where()`, `delete`."""


def chain(notes: Notes, node: SgNode) -> Asked:
    """The chain that ends with this call, down to the name it begins with; empty strings when it is no query or only a part."""
    if not notes.language.queries or _goes_on(notes, node):
        return _NONE
    return walked(notes, node)


def walked(notes: Notes, node: SgNode, *, of_classes: bool = False) -> Asked:
    """As `chain`, of a call that other calls may follow; `of_classes`: whatever is asked of a class counts."""
    names: list[str] = []
    asks = False
    for _ in range(_LONGEST_CHAIN):
        syntax = notes.syntax.calls.get(node.kind())
        if syntax is None:
            return _NONE
        receiver, name = split(node, syntax)
        if not name.rstrip("?!").isidentifier():
            return _NONE
        names.append(name)
        asks = asks or name.rstrip("?!") in notes.language.queries
        if receiver is None:
            break
        if receiver.kind() in notes.syntax.calls:
            node = receiver
            continue
        root = "".join(receiver.text().split()).removeprefix("::") if len(receiver.text()) <= 200 else ""
        if not RECEIVER.match(root):
            return _NONE
        asks = asks or not notes.language.queries.isdisjoint(JOINT.split(root)) or (of_classes and root[:1].isupper())
        names.append(root.replace("$", ""))
        break
    if not asks or len(names) < 2:
        return _NONE
    *following, root = names
    if receiver is None:
        root = f"{root}()"
    return ".".join((root, *(f"{name}()" for name in reversed(following[1:])))), following[0]


def split(node: SgNode, syntax: CallSyntax) -> tuple[SgNode | None, str]:
    """The node before the last name of a call, and that name."""
    if syntax.callee:
        callee = first(node, syntax.callee)
        if callee is None or callee.kind() not in syntax.members:
            return None, name_text(callee) if callee is not None else ""
        node = callee
    name = first(node, syntax.name)
    receiver = first(node, syntax.receiver) if syntax.receiver else None
    return receiver, name.text() if name is not None else ""


def _goes_on(notes: Notes, node: SgNode) -> bool:
    """True when another call is made on the result of this one: that one tells more."""
    above = node.parent()
    if above is None:
        return False
    members = {kind for syntax in notes.syntax.calls.values() for kind in syntax.members}
    if above.kind() not in notes.syntax.calls and above.kind() not in members:
        return False
    start = above.children()[0].range()
    return start.start.index == notes.start and start.end.index == notes.end


def hand(notes: Notes, node: SgNode, syntax: CallSyntax, name: str) -> None:
    """Remembers what a call on something that keeps entities is given: variables, and classes that are named."""
    receiver, _ = split(node, syntax)
    written = receiver.text()[:200] if receiver is not None else ""
    if not notes.language.keeping.search(f"{written} {notes.top.type_of(JOINT.split(written)[-1].lstrip('$@'))}"):
        return
    for argument in every(node, f"{syntax.arguments} >*")[:_MOST_ARGUMENTS]:
        if argument.kind() in notes.syntax.text.arguments:
            argument = next((child for child in argument.children() if child.is_named()), argument)
        path = notes.syntax.queries.classes.get(argument.kind())
        named = first(argument, path) if path else argument
        given = "".join(named.text().split()) if named is not None and len(named.text()) <= 100 else ""
        if RECEIVER.match(given) and not given.isupper():
            notes.calls.append((given, name, notes.top, notes.line, "query"))
