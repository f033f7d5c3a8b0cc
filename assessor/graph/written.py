"""Types as declarations write them: `Map<String, List<Order>>` -> `Map`, and what it holds."""

import re
from functools import cache

_NAME = re.compile(r"\\?[^\W\d][\w$]*(?:(?:\.|\\|::)[^\W\d][\w$]*)*")
CHAIN = re.compile(r"[\w$]+(?:\(\)|\[\])*(?:\.[\w$]+(?:\(\)|\[\])*)*\Z")
"""A declared type that is none, but the members through which the value is reached: `Order.customer().name`."""


@cache
def main_type(written: str, transparent: tuple[str, ...] = ()) -> str:
    """The type's own name without what it is made of: `List<Order>` -> `List`, `?Order` -> `Order`, `Order[]` -> `Order`; where
    `Task` is transparent, `Task<Order>` -> `Order`."""
    for found in _NAME.finditer(written.removeprefix("final ").removeprefix("this ")):
        if found.group() not in transparent:
            return found.group()
    return ""


def named(written: str) -> str:
    """The type's own name, or the chain of members that stands for it."""
    return written if "()" in written and CHAIN.match(written) else main_type(written)


def names_in(written: str) -> list[str]:
    """All names in a declared type: `Map<String, Order>` -> Map, String, Order."""
    return _NAME.findall(written)


@cache
def held_type(written: str) -> str:
    """The type of what a collection holds: `Map<String, Order>` -> `Order`; empty for a type without arguments."""
    names = _NAME.findall(written)
    return names[-1] if len(names) > 1 else ""
