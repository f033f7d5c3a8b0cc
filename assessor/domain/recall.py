"""How a stage asks whether something was worked out before, without knowing who remembers or where."""

from collections.abc import Callable
from typing import Protocol, TypeVar

Value = TypeVar("Value")


class Recall(Protocol):
    """Gives back what `make` made in an earlier run out of the same `depends`, and otherwise calls it.

    `depends` is everything the value depends on beside the program itself; `name` tells values of one `kind` apart.
    """

    def __call__(self, name: str, kind: type[Value], depends: object, make: Callable[[], Value]) -> Value: ...


def make_anew(name: str, kind: type[Value], depends: object, make: Callable[[], Value]) -> Value:
    """Remembers nothing."""
    return make()
