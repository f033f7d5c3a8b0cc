"""Tables: which there are, what they refer to, and which units read or write them."""

import re
from collections import defaultdict
from collections.abc import Sequence

from assessor.domain.architecture import Table, TableAccess
from assessor.domain.facts import Evidence, FileFacts, ForeignKey, TableUse
from assessor.graph.persistence import Persistence

_EVIDENCE_OF_EACH = 3
_PLAIN = re.compile(r"[\w$#@ -]+")
_QUOTES = re.compile(r"[`\"\[\]]")


def tables(
    facts: Sequence[FileFacts], persistence: Persistence, persisted: Sequence[tuple[str, TableUse]] = ()
) -> tuple[tuple[Table, ...], tuple[TableAccess, ...]]:
    """`persisted` are uses through objects, with the path of the file.

    All tables by name (case is forgiven, the schema's prefix too) and who touches them; scripts count as units by their path."""
    spelling: dict[str, str] = {}
    defined: dict[str, set[Evidence]] = defaultdict(set)
    keys: dict[str, set[str]] = defaultdict(set)
    touched: dict[tuple[str, str], dict[str, set[Evidence]]] = defaultdict(lambda: defaultdict(set))
    stated = [(item.path, use) for item in facts for use in item.of(TableUse)]
    for path, use in (*stated, *persisted):
        table = use.table if use.access == "define" else persistence.table(use.table)
        name = _name(table)
        if not _PLAIN.fullmatch(name):  # put together at run time: `{options}`
            continue
        spelling.setdefault(name, _QUOTES.sub("", table).rpartition(".")[2])
        if use.access == "define":
            defined[name].add(use.evidence)
        else:
            unit = persistence.owner(path, use.owner) or path
            touched[name, unit]["R" if use.access == "read" else "W"].add(use.evidence)
    for item in facts:
        for key in item.of(ForeignKey):
            keys[_name(key.table)].add(_name(key.target))
    # A name that is only read or written, and never defined, is a table when a schema is known at all: else every name counts.
    real = {name for name in spelling if name in defined} or set(spelling)
    found = tuple(
        sorted(
            Table(
                name=spelling[name],
                defined=tuple(sorted(defined[name]))[:_EVIDENCE_OF_EACH],
                references=tuple(sorted(spelling.get(target, target) for target in keys[name])),
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
                evidence=tuple(sorted(set().union(*ways.values())))[:_EVIDENCE_OF_EACH],
            )
            for (name, unit), ways in touched.items()
            if name in real
        )
    )
    return found, accesses


def _name(written: str) -> str:
    return _QUOTES.sub("", written).rpartition(".")[2].lower()
