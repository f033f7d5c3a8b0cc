"""Versions in use: where an inventory knows a library that a manifest states, its version wins over the stated range.

In: facts and inventories. Out: the facts with `Library.version` resolved (`stated` keeps what the manifest says), and all
libraries: those of the manifests, and with the scope `resolved` what only an inventory knows.
"""

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from assessor.domain.facts import Evidence, FileFacts, Library
from assessor.domain.inventory import Inventory
from assessor.infer.central_versions import completed

_SEPARATORS = re.compile(r"[-_.]+")


def resolved(facts: Sequence[FileFacts], inventories: Iterable[Inventory]) -> tuple[FileFacts, ...]:
    """The facts in their order. Where an inventory lists several versions none is taken: which one is meant cannot be told."""
    versions: dict[tuple[str, str], set[str]] = {}
    for inventory in inventories:
        for component in inventory.components:
            versions.setdefault(_key(component.ecosystem, component.name), set()).add(component.version)
    if not versions:
        return tuple(facts)
    return tuple(_file(file, versions) for file in facts)


def _file(file: FileFacts, versions: dict[tuple[str, str], set[str]]) -> FileFacts:
    if not file.of(Library):
        return file
    return replace(file, facts=tuple(_library(fact, versions) if isinstance(fact, Library) else fact for fact in file.facts))


def _library(library: Library, versions: dict[tuple[str, str], set[str]]) -> Library:
    known = versions.get(_key(library.ecosystem, library.name), set())
    if len(known) != 1 or library.version in known:
        return library
    return replace(library, version=next(iter(known)), stated=library.version)


def libraries(facts: Sequence[FileFacts], inventories: Iterable[Inventory]) -> tuple[Library, ...]:
    """Every library of the application, sorted: of its own manifests, then what only an inventory knows of."""
    stated = set(completed(facts))
    names = {(*_key(each.ecosystem, each.name), each.version) for each in stated}
    further = {
        Library(each.name, each.ecosystem, each.version, "resolved", Evidence(inventory.source, 0, "inventory"))
        for inventory in inventories
        for each in inventory.components
        if (*_key(each.ecosystem, each.name), each.version) not in names
    }
    return tuple(sorted(stated | further))


def _key(ecosystem: str, name: str) -> tuple[str, str]:
    """Names as their registries compare them: without case, and on PyPI without regard to the separator (PEP 503)."""
    return ecosystem, _SEPARATORS.sub("-", name.lower()) if ecosystem == "pypi" else name.lower()
