"""Reads what a declaration says of types besides names: parameters, bounds of type parameters, results that follow from the body.

`fun <T : Order> pay(order: T): T` has the parameter `Order` and the result `Order`; `fun first(shop: Shop) = shop.first()` has the
result `Shop.first()`.
"""

import re

from ast_grep_py import SgNode

from assessor.domain.language import DeclarationSyntax
from assessor.extract.structure_calls import created, reached
from assessor.extract.structure_names import every, first, name_text
from assessor.extract.structure_notes import Notes

_BLANKS = re.compile(r"\s+")
_LONGEST_TYPE = 100
_MOST_PARAMETERS = 20


def bounds_of(node: SgNode, path: str) -> dict[str, str]:
    """Type parameters that stand for a type of their own at least: `T : Order` -> {T: Order}."""
    found = {}
    for parameter in every(node, path) if path else ():
        name, _, bound = parameter.text().partition(":")
        if bound:
            found[name.split()[-1]] = _BLANKS.sub(" ", bound.strip())[:_LONGEST_TYPE]
    return found


def bounded(notes: Notes, written: str, bounds: dict[str, str]) -> str:
    """A declared type, or the bound of the type parameter that it is."""
    plain = written.rstrip("?")
    if not plain.isidentifier():
        return written
    return bounds.get(plain) or notes.top.type_of(f"<{plain}>") or written


def returned(notes: Notes, node: SgNode, syntax: DeclarationSyntax) -> str:
    """What a function without a declared result gives back, where it is one expression."""
    value = first(node, syntax.value) if syntax.value and "" in notes.language.inferred else None
    if value is None or (made := created(notes, value)):
        return made if value is not None else ""
    chain = reached(notes, value, each=False) or (value.text() if value.text().isidentifier() else "")
    head, dot, rest = chain.partition(".")
    for type_ in every(node, syntax.parameters):
        parameter = type_.parent()
        variable = notes.syntax.variables.get(parameter.kind()) if parameter is not None else None
        named = first(parameter, variable.name) if parameter is not None and variable is not None else None
        if named is not None and named.text() == head:
            return f"{name_text(type_)}{dot}{rest}"
    return chain if dot or "(" in chain else ""


def parameters_of(node: SgNode, path: str) -> tuple[str, ...]:
    """The declared types of the parameters, as written."""
    if not path:
        return ()
    return tuple(_BLANKS.sub(" ", found.text()[:_LONGEST_TYPE]) for found in every(node, path)[:_MOST_PARAMETERS])
