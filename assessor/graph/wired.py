"""What descriptors of containers wire: Spring's XML and Symfony's services, in which a class is known by the name of its bean.

In: the traits `container.bean` (`name`, `type`) and `container.reference` (`type`, and the `name` of what is handed to it) of all
files. Out: `Handed`, the unit of the one class to that of the other. A name that two beans of different classes have means none.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from assessor.domain.facts import FileFacts, Trait
from assessor.graph.injection import Handed
from assessor.graph.units import Units


def wired(source: Sequence[FileFacts], units: Units) -> Iterator[Handed]:
    """All pairs of classes that are known."""
    beans: dict[str, set[str]] = defaultdict(set)
    references: list[tuple[str, str, str, int]] = []
    for item in source:
        for fact in item.of(Trait):
            if fact.name in ("container.bean", "container.reference"):
                fields = dict(fact.fields)
                if fact.name == "container.bean":
                    beans[fields.get("name", "")].add(fields.get("type", ""))
                else:
                    references.append((fields.get("type", ""), fields.get("name", ""), item.path, fact.evidence.line))
    for kind, name, path, line in references:
        source_unit, target = _unit(kind, path, units), _unit(_class(name, beans), path, units)
        if source_unit and target and source_unit != target:
            yield Handed(source_unit, target, path, line)


def _class(name: str, beans: dict[str, set[str]]) -> str:
    """The class behind the name of a bean, through aliases."""
    for _ in range(4):
        kinds = beans.get(name, set())
        if len(kinds) != 1:
            break
        name = next(iter(kinds))
    return name


def _unit(kind: str, path: str, units: Units) -> str:
    found = units.types.find(kind.replace("\\", ".").lstrip("."), path)
    return found[0].unit if found else ""
