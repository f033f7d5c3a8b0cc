"""Methods that do no more than give or take what an object holds."""

import re
from collections.abc import Collection

_GETTER = re.compile(r"(?:get|is|has|Get|Is|Has)[A-Z_]")
_SETTER = re.compile(r"set[A-Z_]")
_OF_EVERY_OBJECT = frozenset(
    {"equals", "hashCode", "toString", "compareTo", "clone", "Equals", "GetHashCode", "ToString", "CompareTo"}
)


def is_setter(name: str, parameters: Collection[str]) -> bool:
    """`setTotal(total)`."""
    return _SETTER.match(name) is not None and len(parameters) == 1


def is_accessor(name: str, parameters: Collection[str], holder: str) -> bool:
    """`getTotal()`, `setTotal(total)`, a constructor of the class `holder`, and what every object has."""
    getter = _GETTER.match(name) is not None and not parameters
    return getter or is_setter(name, parameters) or name == holder or name in _OF_EVERY_OBJECT
