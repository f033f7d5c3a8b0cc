"""Classes that a relation names without a constant: `belongs_to :story` in `Comment` is a dependency of `Comment` on `Story`."""

from collections.abc import Iterator

import inflection

from assessor.domain.facts import Declaration, FileFacts, Trait
from assessor.graph.resolve import Resolver, Scope
from assessor.graph.units import Units

_HOLDERS = ("class", "module")


def related(item: FileFacts, scope: Scope, resolver: Resolver, units: Units) -> Iterator[tuple[str, str, int]]:
    """(unit, unit, line) of every relation of a file whose class the tree has, in the order of the facts."""
    relations = [fact for fact in item.of(Trait) if fact.name == "entity.relation"]
    holders = [fact for fact in item.of(Declaration) if fact.kind in _HOLDERS] if relations else []
    for relation in relations:
        fields, line = dict(relation.fields), relation.evidence.line
        around = [each for each in holders if each.line <= line < each.line + each.lines]
        holder = max(around, key=lambda each: each.line).name if around else ""
        source = units.owner(item.path, holder)
        for name in _classes(fields.get("name", ""), fields.get("target", "")):
            found, rest = resolver.find(name, scope, holder)
            if found and not rest and source and found[0].unit != source:
                yield source, found[0].unit, line
                break


def _classes(name: str, target: str) -> tuple[str, ...]:
    """What the class may be called: as stated, or like the relation, or like one of what it holds."""
    stated = target.strip("\"'")
    if stated:
        return (stated,)
    return (str(inflection.camelize(inflection.singularize(name))), str(inflection.camelize(name))) if name.isidentifier() else ()
