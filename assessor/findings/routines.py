"""Procedures, functions and triggers of a database: what a later migration drops is none, what several scripts make counts once.

In: what a rule found, and the facts of all files (traits `sql.procedure`, `sql.trigger`, `sql.dropped` ...). Out: what lasts.
"""

import re
from collections.abc import Iterable, Sequence

from assessor.domain.facts import FileFacts, Trait
from assessor.findings.seen import Seen

Routine = tuple[str, str]
"""Kind and name, in lower case; empty texts for what is none."""
_MIGRATION = re.compile(r"(?i)migrat")
_BACKWARDS = re.compile(r"(?i)down|rollback|revert|uninstall")


def dropped(facts: Iterable[FileFacts]) -> dict[Routine, str]:
    """What migrations drop, with the last migration (by path) that does."""
    return {
        _routine(fact): file.path
        for file in sorted(facts, key=lambda file: file.path)
        if file.role == "source" and _forwards(file.path)
        for fact in file.of(Trait)
        if fact.name == "sql.dropped"
    }


def lasting(hits: Sequence[Seen], gone: dict[Routine, str]) -> tuple[Seen, ...]:
    """The hits in their order without routines that end later, each routine once: where the last migration makes it, else at
    the first place. Other facts stay as they are."""
    left = [hit for hit in hits if not hit.evidence.path < gone.get(_routine(hit.fact), "")]
    kept: dict[Routine, Seen] = {}
    for hit in left:
        routine = _routine(hit.fact)
        if routine[1] and (routine not in kept or (_forwards(hit.path) and hit.path > kept[routine].path)):
            kept[routine] = hit
    return tuple(hit for hit in left if not _routine(hit.fact)[1] or kept[_routine(hit.fact)] is hit)


def _forwards(path: str) -> bool:
    return bool(_MIGRATION.search(path)) and not _BACKWARDS.search(path)


def _routine(fact: object) -> Routine:
    """(trigger, name) of a trait `sql.trigger`, and of the `sql.dropped` that ends it."""
    if not isinstance(fact, Trait) or not fact.name.startswith("sql."):
        return "", ""
    fields = dict(fact.fields)
    return fields.get("kind", fact.name.removeprefix("sql.")), fields.get("name", "").lower()
