"""The resolved dependencies of an application, as another program listed them."""

from msgspec import Struct


class Component(Struct, frozen=True, order=True):
    """A package in use. `ecosystem` and `name` are written as in `facts.Library`."""

    ecosystem: str
    name: str
    version: str


class Inventory(Struct, frozen=True):
    """What an inventory holds, sorted, each component once. `source` is the file's name."""

    source: str
    components: tuple[Component, ...]
