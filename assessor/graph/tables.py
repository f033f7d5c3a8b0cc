"""Tables: which there are, what they refer to, and which units read or write them."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from assessor.domain.architecture import Join, Table, TableAccess, run_by_hand
from assessor.domain.facts import Evidence, FileFacts, ForeignKey, TableUse
from assessor.graph.keys import Migrations
from assessor.graph.persistence import Persistence

_EVIDENCE_OF_EACH = 3
_MOST_JOINED = 12
_PLAIN = re.compile(r"[\w$#@ -]+")
_QUOTES = re.compile(r"[`\"\[\]]")


def tables(
    facts: Sequence[FileFacts],
    persistence: Persistence,
    persisted: Sequence[tuple[str, TableUse]] = (),
    mapped: Sequence[ForeignKey] = (),
) -> tuple[tuple[Table, ...], tuple[TableAccess, ...], tuple[Join, ...]]:
    """`persisted` are uses through objects, with the path of the file; `mapped` are foreign keys that mappings of classes mean.

    All tables by name (case is forgiven, the schema's prefix too) and who touches them; scripts count as units by their path."""
    spelling: dict[str, str] = {}
    defined: dict[str, set[Evidence]] = defaultdict(set)
    keys: dict[str, dict[str, Evidence]] = defaultdict(dict)
    together: dict[Evidence, set[str]] = defaultdict(set)
    touched: dict[tuple[str, str], dict[str, set[Evidence]]] = defaultdict(lambda: defaultdict(set))
    migrations = Migrations(facts)
    stated = [(item.path, use) for item in facts for use in item.of(TableUse)]
    for path, use in (*stated, *persisted):
        table = persistence.spelled(migrations.table(use)) if use.access == "define" else persistence.table(use.table)
        name = _name(table)
        if not _PLAIN.fullmatch(name):  # put together at run time: `{options}`
            continue
        spelling.setdefault(name, _QUOTES.sub("", table).rpartition(".")[2])
        if use.access == "define":
            defined[name].add(use.evidence)
        else:
            unit = persistence.owner(path, use.owner) or path
            touched[name, unit]["R" if use.access == "read" else "W"].add(use.evidence)
            if use.access == "read" and not run_by_hand(path):
                together[Evidence(use.evidence.path, use.evidence.line)].add(name)
    for key in migrations.living([*(key for item in facts for key in item.of(ForeignKey)), *mapped]):
        known = keys[_name(key.table)]
        known[_name(key.target)] = min(known.get(_name(key.target), key.evidence), key.evidence)
    # A name that is only read or written, and never defined, is a table when a schema is known at all: else every name counts.
    real = {name for name in spelling if name in defined} or set(spelling)
    found = tuple(
        sorted(
            Table(
                name=spelling[name],
                defined=tuple(sorted(defined[name]))[:_EVIDENCE_OF_EACH],
                references=tuple(target for target, _ in _keys(keys[name], spelling)),
                keys=tuple(place for _, place in _keys(keys[name], spelling)),
            )
            for name in sorted(real)
        )
    )
    accesses = tuple(
        sorted(
            TableAccess(
                table=spelling[name],
                unit=unit,
                access=("R" if ways.get("R") else "") + ("W" if ways.get("W") else ""),
                evidence=(*sorted(ways["W"]), *sorted(ways["R"] - ways["W"]))[:_EVIDENCE_OF_EACH],
            )
            for (name, unit), ways in touched.items()
            if name in real
        )
    )
    return found, accesses, _joins(together, real, spelling)


def _joins(together: Mapping[Evidence, set[str]], real: set[str], spelling: Mapping[str, str]) -> tuple[Join, ...]:
    """The same tables in the same file are one join. A text that names many tables holds several statements."""
    first: dict[tuple[str, tuple[str, ...]], Evidence] = {}
    for place, names in sorted(together.items()):
        if 1 < len(names & real) <= _MOST_JOINED:
            first.setdefault((place.path, tuple(sorted(spelling[name] for name in names & real))), place)
    return tuple(sorted(Join(names, place) for (_, names), place in first.items()))


def _keys(keys: Mapping[str, Evidence], spelling: Mapping[str, str]) -> list[tuple[str, Evidence]]:
    return sorted((spelling.get(target, target), place) for target, place in keys.items())


def _name(written: str) -> str:
    return _QUOTES.sub("", written).rpartition(".")[2].lower()
