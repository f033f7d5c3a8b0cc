"""What loops and functions that are handed to a call get one after the other.

In `for order in Order.objects.all()`, `orders.each { |order| ... }` and `$orders->each(fn ($order) => ...)` the name `order` stands
for one of what the expression holds: `Order.objects.all()[]`. Only what may ask the database is followed so.
"""

from ast_grep_py import SgNode

from assessor.extract.structure_calls import reached, resolved
from assessor.extract.structure_names import first
from assessor.extract.structure_notes import RECEIVER, Notes
from assessor.extract.structure_queries import split, unwrapped, walked

_LONGEST_CHAIN = 150
_FARTHEST = 3
_UNNAMED = ("it", "_1")
"""What Ruby calls the parameter of a block that names none."""


def elements(notes: Notes, value: SgNode) -> str:
    """One of the things that an expression holds, as receiver of calls; an empty string where that says nothing."""
    if notes.language.inferred:
        return reached(notes, value, each=True)
    if not notes.language.queries:
        return ""
    value = unwrapped(notes, value) if notes.syntax.unwrapped else value
    if value.kind() in notes.syntax.calls:
        receiver, name = walked(notes, value, of_all=True)
        chain = f"{receiver}.{name}()" if name else ""
    else:
        chain = "".join(value.text().split()) if len(value.text()) <= _LONGEST_CHAIN else ""
    if not chain or not (value.kind() in notes.syntax.calls or RECEIVER.match(chain)):
        return ""
    found = f"{resolved(notes, chain, notes.top)}[]"
    return found if len(found) <= _LONGEST_CHAIN else ""


def enter_passed(notes: Notes, node: SgNode, path: str) -> None:
    """A function that a call runs for each of what its receiver holds: learns what the first parameter stands for."""
    above = node.parent()
    for _ in range(_FARTHEST):
        if above is None or above.kind() in notes.syntax.calls:
            break
        above = above.parent()
    syntax = notes.syntax.calls.get(above.kind()) if above is not None else None
    if above is None or syntax is None or not syntax.repeating:
        return
    receiver, name = split(above, syntax)
    if receiver is None or name not in syntax.repeating:
        return
    each = elements(notes, receiver)
    if not each:
        return
    found = first(node, path)
    written = found.text().lstrip("$") if found is not None else ""
    if not written.startswith(":"):
        scope = notes.push("loop", notes.top.source, in_loop=True)
        scope.types.update(dict.fromkeys((written,) if written else _UNNAMED, each))
    elif notes.language.asks(written[1:].rstrip("?!")):
        notes.calls.append((each, written[1:], notes.top, notes.line, "query"))
