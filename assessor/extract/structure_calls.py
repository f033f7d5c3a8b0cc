"""Reads the nodes that call, create, import and include."""

import re
from collections.abc import Callable

from ast_grep_py import SgNode

from assessor.domain.language import AccessSyntax, CallSyntax, ImportSyntax
from assessor.extract import structure_queries as queries
from assessor.extract.structure_imports import imports
from assessor.extract.structure_names import every, first, name_text, types_in
from assessor.extract.structure_notes import JOINT, RECEIVER, Notes
from assessor.extract.structure_scope import Scope

_CALLABLE = re.compile(r"[\w\\.$:?!]+\Z")
_BLANKS = re.compile(r"\s+")
_DEEPEST_CHAIN = 4
_LONGEST_CHAIN = 150
_LONGEST_TARGET = 300


def call(notes: Notes, node: SgNode, syntax: CallSyntax) -> None:
    """A call: of a method, of a function, of one that loads a file, or one that makes an object."""
    if notes.decorating:
        notes.decorating = False
        return
    receiver, name = _callee(notes, node, syntax)
    if not name or not _CALLABLE.match(name):
        return
    if syntax.base:
        if name in notes.language.parent:
            notes.calls.append((name, "super", notes.top, notes.line, "call"))
        return
    if not receiver and (name in syntax.importing or name in syntax.including or name in syntax.mixing):
        _loading(notes, node, name, syntax)
        return
    if not receiver and notes.syntax.text.define and name == notes.syntax.text.define:
        _define(notes, node, syntax)
    made = _constructor(notes, receiver, name) if receiver != "?" else ""
    if made:
        notes.refer(made, "new")
    else:
        asked = queries.chain(notes, node) if receiver == "?" or (notes.language.starting and "()" in receiver) else ("", "")
        if asked[1]:
            notes.calls.append((*asked, notes.top, notes.line, "query"))
        if notes.language.extends_types or receiver != "?":
            notes.calls.append((receiver, name, notes.top, notes.line, "call"))
    if notes.language.hands(name):
        queries.hand(notes, node, syntax, name)
    if name in notes.language.saving:
        queries.save(notes, node, syntax, name)
    if name in syntax.repeating:
        notes.push("loop", notes.top.source, in_loop=True)


def _loading(notes: Notes, node: SgNode, name: str, syntax: CallSyntax) -> None:
    for argument in every(node, f"{syntax.arguments} >*"):
        if name in syntax.mixing:
            notes.refer(name_text(argument), "extends")
            continue
        target = notes.texts.of(argument)
        if target and "\n" not in target and len(target) < 300 and notes.texts.is_text(argument):
            bound = _bound(notes, node) if name in syntax.importing else ""
            notes.refer(f"{target} as {bound}" if bound else target, "include" if name in syntax.including else "import", source="")
        return


def _bound(notes: Notes, node: SgNode) -> str:
    """The variable that what a call loads is kept in: `const Order = require("./order")`."""
    above = node.parent()
    syntax = notes.syntax.variables.get(above.kind()) if above is not None else None
    found = first(above, syntax.name) if above is not None and syntax is not None and syntax.value else None
    return found.text() if found is not None and found.text().isidentifier() else ""


def _define(notes: Notes, node: SgNode, syntax: CallSyntax) -> None:
    arguments = every(node, f"{syntax.arguments} >*")
    if len(arguments) >= 2:
        name, value = notes.texts.of(arguments[0]), notes.texts.of(arguments[1])
        if "{" not in name + value:
            notes.constants.setdefault(name, value)


def create(notes: Notes, node: SgNode, path: str) -> None:
    """`new Order(...)` and its like."""
    found = first(node, path)
    if found is not None:
        name = name_text(found)
        if RECEIVER.match(name) and not found.text().startswith("$"):
            notes.refer(name, "new")
        for argument in types_in(found.text())[1:] if "<" in found.text()[:200] else ():
            notes.mention_name(argument)


def load(notes: Notes, node: SgNode, syntax: ImportSyntax) -> None:
    """An import statement."""
    for target in imports(node, syntax, notes.texts):
        notes.refer(target, "import", source="")


def include(notes: Notes, node: SgNode, path: str) -> None:
    """A file that is read in at this place (PHP)."""
    found = first(node, path)
    target = notes.texts.of(found) if found is not None else ""
    while target.startswith("./../"):
        target = target[2:]
    if target.strip("{}") and len(target) < 300:
        notes.refer(target, "include")


def created(notes: Notes, value: SgNode, depth: int = 0) -> str:
    """The class that an expression makes an object of, or an empty string."""
    kind = value.kind()
    if kind in notes.syntax.text.wrappers:
        named = [child for child in value.children() if child.is_named()]
        return created(notes, named[-1], depth + 1) if named and depth < _DEEPEST_CHAIN else ""
    if kind in notes.syntax.creations:
        found = first(value, notes.syntax.creations[kind])
        name = name_text(found) if found is not None else ""
        return "this" if name in notes.language.own else name
    # A chain of calls is followed here and in `_result`: without a bound each link would double the work.
    if notes.language.constructed is not None and kind in notes.syntax.calls and depth < _DEEPEST_CHAIN:
        receiver, name = _callee(notes, value, notes.syntax.calls[kind], depth + 1)
        return _constructor(notes, receiver, name)
    return ""


def _constructor(notes: Notes, receiver: str, name: str) -> str:
    """`Order(...)` in Python and Kotlin, `Order.new` in Ruby."""
    if notes.language.constructed is None:
        return ""
    whole = f"{receiver}.{name}" if receiver else name
    found = notes.language.constructed.match(whole)
    return found.group(1) if found else ""


def _callee(notes: Notes, node: SgNode, syntax: CallSyntax, depth: int = 0) -> tuple[str, str]:
    """Receiver and name as written; the receiver is `?` when it is no plain name."""
    if syntax.callee:
        callee = first(node, syntax.callee)
        if callee is None:
            return "?", ""
        if callee.kind() in notes.syntax.unwrapped:  # `await api.get<T>()`: the grammar takes `await api.get` for what is called
            callee = next((child for child in reversed(callee.children()) if child.is_named()), callee)
        if callee.kind() not in syntax.members:
            text = name_text(callee)
            return "", text if RECEIVER.match(text) else ""
        node = callee
    name_node = first(node, syntax.name)
    name = name_text(name_node) if name_node is not None else ""
    receiver_node = first(node, syntax.receiver) if syntax.receiver else None
    if receiver_node is None:
        return "", name
    return _plain(notes, receiver_node, depth), name


def _plain(notes: Notes, node: SgNode, depth: int) -> str:
    text = node.text() if node.kind() not in notes.syntax.calls else ""
    if text and len(text) <= 200:
        text = _BLANKS.sub("", text)
        if RECEIVER.match(text):
            return text
    elif node.text() in notes.language.parent_calls:
        return node.text().removesuffix("()")
    return created(notes, node, depth) or _result(notes, node, depth) or _member(notes, node, depth) or "?"


def _member(notes: Notes, node: SgNode, depth: int) -> str:
    """`order.lines[].price` for a member or element that is reached without a call, the type of a cast; or an empty string."""
    kind, syntax = node.kind(), notes.syntax
    if kind in syntax.casts:
        found = first(node, syntax.casts[kind])
        return name_text(found) if found is not None else ""
    if depth >= _DEEPEST_CHAIN:
        return ""
    if kind in syntax.unwrapped:
        named = [child for child in node.children() if child.is_named()]
        inner = _plain(notes, named[-1], depth + 1) if named else "?"
        return "" if inner == "?" else inner
    reaching = syntax.accesses.get(kind)
    receiver = first(node, reaching.receiver) if reaching is not None else None
    inner = _plain(notes, receiver, depth + 1) if receiver is not None else "?"
    if inner == "?" or reaching is None:
        return ""
    if not reaching.name:
        return f"{inner}[]"
    found = first(node, reaching.name)
    name = name_text(found) if found is not None else ""
    return f"{inner}.{name}" if name.isidentifier() else ""


def access(notes: Notes, node: SgNode, _: AccessSyntax) -> None:
    """A member that is reached without a call; of a chain, the whole of it."""
    parent = node.parent()
    if parent is None or parent.kind() in notes.syntax.accesses:
        return
    if parent.kind() in notes.syntax.calls and parent.range().start.index == notes.start:
        return
    chain = _plain(notes, node, 0)
    if chain != "?" and ("." in chain or "[" in chain):
        notes.accesses.append((chain, notes.top, notes.line))


def reached(notes: Notes, value: SgNode, *, each: bool) -> str:
    """What a name stands for that is set to `value`, or with `each` to one after the other of its elements: `Repo.find()`."""
    chain = _plain(notes, value, 0)
    if chain == "?" or len(chain) > _LONGEST_CHAIN or (not each and chain.isidentifier()):
        return notes.top.type_of(chain) if chain.isidentifier() else ""
    found = resolved(notes, f"{chain}[]" if each else chain, notes.top)
    return found if len(found) <= _LONGEST_CHAIN else ""


def _result(notes: Notes, node: SgNode, depth: int) -> str:
    """`order.customer()` as the receiver of a further call, where the language's results have types; else an empty string."""
    syntax = notes.syntax.calls.get(node.kind())
    if syntax is None or not syntax.chained or depth >= _DEEPEST_CHAIN:
        return ""
    receiver, name = _callee(notes, node, syntax, depth + 1)
    if not name or receiver == "?" or not name.isidentifier():
        return ""
    if name in syntax.elements and receiver.isidentifier() and notes.top.type_of(f"{receiver}[]"):
        return f"{receiver}[]"
    return f"{receiver}.{name}()" if receiver else f"{name}()"


def resolve_calls(notes: Notes) -> None:
    """Receivers are resolved last: fields may be declared below the methods that use them."""
    for receiver, name, scope, line, kind in notes.calls:
        named = receiver if receiver in ("", "?") else resolved(notes, receiver, scope)
        target = f"{named}.{name}" if named else name
        head = target.partition(".")[0]
        own = head != target and (notes.language.extends_types or head in ("this", "super"))
        if head and (own or (head not in notes.language.builtin and target not in notes.language.builtin)):
            source = "" if scope.type_of(":namespace") == scope.source else scope.source
            asks = kind == "call" and queries.of_variables(notes)
            if asks and "[]" in target:  # one of what was loaded; its own name may tell what it is
                notes.add((f"{receiver}.{name}", "call", source), line, scope.in_loop)
                if notes.language.asks(name.rstrip("?!")):
                    notes.add((target, "query", source), line, scope.in_loop)
            else:
                # a variable that a query was set to
                asks = asks and "()" in target and "()" not in receiver
                notes.add((target, "query" if asks else kind, source), line, scope.in_loop)
        if notes.language.holding is not None and (kept := _held(receiver, scope, notes)):
            notes.add((f"{kept}.{name}", "query", scope.source), line, scope.in_loop)
    for name, scope, line in notes.changed if notes.saved else ():
        function = scope.function()
        saving = notes.saved.get(id(function), "") if function is not None else ""
        if saving:
            notes.add((f"{resolved(notes, name, scope)}.{saving}", "query", scope.source), line, scope.in_loop)
    for chain, scope, line in notes.accesses:
        target = resolved(notes, chain, scope)
        holder = scope.holder()
        if target.partition(".")[0] not in notes.language.builtin and len(target) <= _LONGEST_TARGET:
            notes.add((target, "access", holder.source if holder is not None else ""), line, scope.in_loop)


def _held(receiver: str, scope: Scope, notes: Notes) -> str:
    """`Order.where()` for `orders.where()` where `orders` is declared as a `Repository<Order>`, else an empty string."""
    head, *rest = JOINT.split(receiver)
    if head in notes.language.own and rest:
        holder = scope.holder()
        entity = holder.types.get(f"{rest[0]}<>", "") if holder is not None else ""
        return ".".join((entity, *rest[1:])) if entity else ""
    entity = scope.type_of(f"{head}<>")
    return ".".join((entity, *rest)) if entity else ""


def resolved(notes: Notes, receiver: str, scope: Scope) -> str:
    """A receiver as written, with the type of the name that it begins with in place of that name."""
    parts = [part.strip("$@&*?!") for part in JOINT.split(receiver)]
    head, rest = parts[0], parts[1:]
    if head in notes.language.own or receiver.startswith("@"):
        if receiver.startswith("@"):
            rest = parts
        if not rest:
            return "this"
        holder = scope.holder()
        type_ = _type(holder.types.get, rest[0]) if holder is not None else ""
        return ".".join((type_, *rest[1:])) if type_ else ".".join(("this", *rest))
    if head in notes.language.parent:
        return ".".join(("super", *rest))
    type_ = _type(scope.type_of, head)
    return ".".join((type_ or head, *rest))


def _type(types: Callable[[str], str | None], name: str) -> str:
    """The type of a name, or of the elements of one: `orders[]`."""
    found = types(name)
    if not found and name.endswith("[]"):
        collection = types(name[:-2])
        return f"{collection}[]" if collection else ""
    return found or ""
