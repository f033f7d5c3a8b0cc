"""Whom a declared client calls, by constant or default, and who uses a client that lies in a module of several services."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from assessor.domain.architecture import Architecture
from assessor.domain.facts import FileFacts, Reference, Trait
from assessor.judge.owners import Roots

_CONSTANT = re.compile(r"^\{([A-Z][A-Z0-9_]{0,80})\}$")
_DEFAULT = re.compile(r"^\$\{[^:{}]{1,120}:([^{}]{1,120})\}$")


class Constants:
    """Names of services that code holds in constants: constant -> type that holds it -> name."""

    def __init__(self, facts: Iterable[FileFacts]) -> None:
        self._known: dict[str, dict[str, str]] = defaultdict(dict)
        for file in facts:
            for fact in file.of(Trait) if file.role == "source" else ():
                if fact.name == "service.name":
                    fields = dict(fact.fields)
                    holder = file.path.rpartition("/")[2].partition(".")[0]
                    full = f"{file.namespace}.{holder}" if file.namespace else holder
                    self._known[fields.get("name", "")][full] = fields.get("value", "")

    def target(self, text: str, file: FileFacts) -> str:
        """What `text` stands for in `file`: a constant of a type that the file imports or has beside it, the default of a
        placeholder, else itself."""
        default = _DEFAULT.match(text)
        if default:
            return default.group(1)
        named = _CONSTANT.match(text)
        return (self.named(named.group(1), file) if named else "") or text

    def named(self, constant: str, file: FileFacts, holder: str = "") -> str:
        """The name that `constant` of `holder` (empty: of any) holds, as `file` sees it; empty when that is none or several."""
        held = self._known.get(constant, {})
        if not held:
            return ""
        imports = (fact.target for fact in file.of(Reference) if fact.kind == "import")
        imported = {target.removesuffix(constant).rstrip(".") for target in imports}
        packages = {target.removesuffix("*").rstrip(".") for target in imported} | {file.namespace}
        meant = {
            name
            for full, name in held.items()
            if (full in imported or full.rpartition(".")[0] in packages) and holder in ("", full.rpartition(".")[2])
        }
        return meant.pop() if len(meant) == 1 else ""


def users(architecture: Architecture, roots: Roots, names: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Path outside of all roots -> the services whose own code uses what is declared there."""
    paths = {unit.id: unit.path for unit in architecture.units if unit.kind not in ("external", "table")}
    owner = {unit: roots.owner(path) for unit, path in paths.items()}
    found: dict[str, set[str]] = defaultdict(set)
    for dependency in architecture.dependencies:
        root = owner.get(dependency.source)
        if root is not None and root in names and dependency.target in paths and owner[dependency.target] is None:
            found[paths[dependency.target]].add(names[root])
    return {path: frozenset(services) for path, services in found.items()}
