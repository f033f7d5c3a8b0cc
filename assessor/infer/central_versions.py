"""Versions that a build states in one place for all its modules: Maven's parents, NuGet's `Directory.Packages.props`.

In: the facts of all files. Out: the libraries, with such a version where their own manifest has none. `<version>${derby.version}`
in a module becomes 10.1 when the parent's properties say so. Where two places differ nothing is filled in.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from assessor.domain.facts import FileFacts, Library, Trait

_VARIABLE = re.compile(r"\$[{(]([\w.\-]{1,100})[})]")


class _Central:
    """Name -> the versions stated for it anywhere in the build."""

    def __init__(self, facts: Sequence[FileFacts]) -> None:
        self.managed: dict[tuple[str, str], set[str]] = {}
        self.properties: dict[str, set[str]] = {}
        for file in facts:
            if file.role != "source":
                continue
            for library in file.of(Library):
                if library.version and "$" not in library.version:
                    self.managed.setdefault((library.ecosystem, library.name.lower()), set()).add(library.version)
            for trait in file.of(Trait):
                said = dict(trait.fields) if trait.name in ("library.managed", "build.property") else {}
                if trait.name == "build.property":
                    self.properties.setdefault(said.get("name", ""), set()).add(said.get("value", ""))
                elif said.get("version"):
                    self.managed.setdefault(("maven", said.get("name", "").lower()), set()).add(said["version"])

    def version(self, library: Library) -> str:
        """The version as far as the build says one; as the manifest has it where it says none, or several."""
        stated = library.version
        if not stated:
            known = self.managed.get((library.ecosystem, library.name.lower()), set())
            stated = next(iter(known)) if len(known) == 1 else ""
        return _VARIABLE.sub(self._value, stated)

    def _value(self, found: re.Match[str]) -> str:
        values = self.properties.get(found[1], set())
        return next(iter(values)) if len(values) == 1 else found[0]


def completed(facts: Sequence[FileFacts]) -> Iterator[Library]:
    """The libraries of source files in the order of the facts."""
    central = _Central(facts)
    for file in facts:
        for fact in file.of(Library) if file.role == "source" else ():
            version = central.version(fact)
            yield fact if version == fact.version else replace(fact, version=version, stated=fact.stated or fact.version)
