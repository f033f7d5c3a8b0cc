"""Finds what sibling modules offer, so that adding a module registers it and no list has to be extended."""

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any


def offered(package: ModuleType, name: str) -> tuple[Any, ...]:
    """The values called `name` in the modules of `package`, in the order of the module names; modules without one are left out."""
    found = []
    for info in sorted(iter_modules(package.__path__), key=lambda info: info.name):
        module = import_module(f"{package.__name__}.{info.name}")
        if hasattr(module, name):
            found.append(getattr(module, name))
    return tuple(found)
