"""Reads what objects ask the database: whole chains of calls, and what is handed to a method that keeps or finds.

`Order::query()->where('paid', 1)->delete()` gives the receiver `Order.query().where()` and the name `delete`;
`session.save(order)` gives the receiver `order` (its type, once that is looked up) and the name `save`.
"""

from ast_grep_py import SgNode

from assessor.domain.language import CallSyntax
from assessor.extract.structure_names import every, first, name_text, types_in
from assessor.extract.structure_notes import JOINT, RECEIVER, Notes

_LONGEST_CHAIN = 40
_MOST_ARGUMENTS = 3
_MOST_WRAPPERS = 4
_NONE = ("", "")

Asked = tuple[str, str]
"""Receiver and name, as those of calls: `Order.where()`, `delete`."""


def chain(notes: Notes, node: SgNode) -> Asked:
    """The chain that ends with this call, down to the name it begins with; empty strings when it is no query or only a part."""
    if not notes.language.queries or _goes_on(notes, node):
        return _NONE
    return walked(notes, node)


def walked(notes: Notes, node: SgNode, *, of_classes: bool = False, of_all: bool = False) -> Asked:
    """As `chain`, of a call that other calls may follow; `of_classes`: whatever is asked of a class
    counts, `of_all`: every chain."""
    names: list[str] = []
    asks = of_all
    for _ in range(_LONGEST_CHAIN):
        syntax = notes.syntax.calls.get(node.kind())
        if syntax is None:
            return _NONE
        receiver, written = split(node, syntax)
        name, _, generic = written.partition("<")
        if not name.rstrip("?!").isidentifier():
            return _NONE
        names.append(name)
        if name in notes.language.starting and (begun := _begun(notes, node, syntax, receiver, generic)):
            asks, receiver = True, node
            names.append(begun)
            break
        asks = asks or notes.language.asks(name.rstrip("?!"))
        if receiver is None:
            break
        if notes.syntax.unwrapped:
            receiver = unwrapped(notes, receiver)
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


def unwrapped(notes: Notes, node: SgNode) -> SgNode:
    """The expression itself, without `await` and brackets around it."""
    for _ in range(_MOST_WRAPPERS):
        if node.kind() not in notes.syntax.unwrapped:
            break
        named = [child for child in node.children() if child.is_named()]
        if not named:
            break
        node = named[-1] if node.kind() != "postfix_unary_expression" else named[0]
    return node


def _begun(notes: Notes, node: SgNode, syntax: CallSyntax, receiver: SgNode | None, generic: str) -> str:
    """The class or variable that a chain is about from here on: `Order` of `Set<Order>()`, `getRepository(Order.class)`."""
    if not _keeps(notes, receiver):
        return ""
    if generic:
        names = types_in(generic)
        return names[-1] if len(names) == 1 else ""
    arguments = every(node, f"{syntax.arguments} >*")[:_MOST_ARGUMENTS]
    given = [name for argument in arguments if (name := _given(notes, argument, inside=True))]
    return next((name for name in given if simple_name(name)[:1].isupper()), given[0] if len(given) == 1 else "")


def simple_name(name: str) -> str:
    """The last part of a name as written, without signs."""
    return JOINT.split(name)[-1].rpartition("\\")[2].lstrip("$@&*")


def _keeps(notes: Notes, receiver: SgNode | None) -> bool:
    """True where what stands before a call, or its type, keeps entities."""
    written = receiver.text()[:200] if receiver is not None else ""
    return notes.language.keeping.search(f"{written} {notes.top.type_of(JOINT.split(written)[-1].lstrip('$@'))}") is not None


def _given(notes: Notes, argument: SgNode, *, inside: bool = False) -> str:
    """The name that an argument is or names: a variable, `Order` of `Order.class`, `new Order()` and `&Order{}`, and with `inside`
    of `count(Order.id)` the inner one."""
    for _ in range(_MOST_WRAPPERS):
        kind = argument.kind()
        inner = None
        if made := _made(notes, argument):
            return made
        if kind in notes.syntax.text.arguments or kind in notes.syntax.unwrapped:
            inner = next((child for child in argument.children() if child.is_named()), None)
        elif inside and kind in notes.syntax.calls:
            inner = next(iter(every(argument, f"{notes.syntax.calls[kind].arguments} >*")), None)
        if inner is None:
            break
        argument = inner
    path = notes.syntax.queries.classes.get(argument.kind())
    named = (first(argument, path) if path else None) or argument
    given = "".join(named.text().split()) if len(named.text()) <= 100 else ""
    return given.replace("[]", "") if RECEIVER.match(given.replace("[]", "")) and not given.isupper() else ""


def _made(notes: Notes, node: SgNode) -> str:
    """The class that an expression makes an object of."""
    kind = node.kind()
    if kind in notes.syntax.creations:
        found = first(node, notes.syntax.creations[kind])
        return name_text(found) if found is not None else ""
    if notes.language.constructed is not None and kind in notes.syntax.calls:
        receiver, name = split(node, notes.syntax.calls[kind])
        whole = f"{receiver.text()}.{name}" if receiver is not None and len(receiver.text()) <= 100 else name
        found_ = notes.language.constructed.match(whole)
        return found_.group(1) if found_ else ""
    return ""


def of_variables(notes: Notes) -> bool:
    """Whether what is called on a variable that was set to a query is one; where results have types, calls tell as much."""
    return bool(notes.language.queries) and not notes.language.extends_types


def save(notes: Notes, node: SgNode, syntax: CallSyntax, name: str) -> None:
    """Remembers that in this function whatever was changed is saved."""
    receiver, _ = split(node, syntax)
    function = notes.top.function()
    if function is not None and receiver is not None and _keeps(notes, receiver):
        notes.saved[id(function)] = name


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
    if not _keeps(notes, receiver) or (receiver is None and notes.language.starting and name not in notes.language.starting):
        return
    told = 1 if name in notes.language.starting and _goes_on(notes, node) else 0  # by the chain
    for argument in every(node, f"{syntax.arguments} >*")[told:_MOST_ARGUMENTS]:
        given = _given(notes, argument)
        if given:
            notes.calls.append((given, name, notes.top, notes.line, "query"))
