"""Section 5: who reads and who writes which table, with the letters R, W, RW."""

from msgspec import Struct

from assessor.domain.facts import Evidence
from assessor.render.charts.merge import OTHERS, merged, shared_prefix
from assessor.render.citations import Citation
from assessor.render.report import Report, View
from assessor.render.wording import clip

COLUMNS, ROWS = 12, 60
RIGHTS = {"R": {"R"}, "W": {"W"}, "RW": {"R", "W"}}


class Use(Struct, frozen=True):
    """A cell: letters, or nothing. `kind`: none, read, writer (the only one), shared (one of several writers)."""

    letters: str
    kind: str


class TableRow(Struct, frozen=True):
    """A table, its uses in the order of the columns, and where it was seen."""

    name: str
    uses: tuple[Use, ...]
    writers: int
    citations: tuple[Citation, ...]


class Tables(Struct, frozen=True):
    """`shared` tables have several writing packages. `columns` are (label, full name)."""

    tables: int
    touched: int
    shared: int
    written: int
    columns: tuple[tuple[str, str], ...]
    rows: tuple[TableRow, ...]
    more: int
    keys: int


def build(report: Report) -> Tables:
    """The values of the section; the tables with most writers first."""
    architecture = report.assessment.architecture
    package = {unit.id: unit.package for unit in architecture.units}
    sizes: dict[str, int] = {}
    for access in architecture.accesses:
        owner = package.get(access.unit, access.unit)
        sizes[owner] = sizes.get(owner, 0) + 1
    groups = merged(sizes, COLUMNS)
    names = sorted(set(groups.values()))
    prefix = shared_prefix([name for name in names if name != OTHERS])
    rights: dict[str, dict[str, set[str]]] = {table.name: {} for table in architecture.tables}
    places: dict[str, list[tuple[bool, Evidence]]] = {}
    for access in architecture.accesses:
        group = groups[package.get(access.unit, access.unit)]
        rights.setdefault(access.table, {}).setdefault(group, set()).update(RIGHTS.get(access.access, set()))
        places.setdefault(access.table, []).extend(("W" not in access.access, place) for place in access.evidence)
    writers = {table: sum("W" in letters for letters in uses.values()) for table, uses in rights.items()}
    order = sorted(rights, key=lambda table: (-writers[table], -len(rights[table]), table))
    used = [table for table in order if rights[table]]
    return Tables(
        tables=len(rights),
        touched=len(used),
        shared=sum(count > 1 for count in writers.values()),
        written=sum(count > 0 for count in writers.values()),
        columns=tuple((clip(name.removeprefix(prefix) or name, 14, keep="end"), name) for name in names),
        rows=tuple(
            TableRow(
                table,
                tuple(_use(rights[table].get(name, set()), writers[table]) for name in names),
                writers[table],
                report.citations.cite(
                    "tables",
                    report.text("uses table %(name)s", name=table),
                    (place for _, place in sorted(places.get(table, ()))),
                    2,
                ),
            )
            for table in used[:ROWS]
        ),
        more=max(0, len(used) - ROWS),
        keys=sum(len(table.references) for table in architecture.tables),
    )


def _use(letters: set[str], writers: int) -> Use:
    text = "".join(letter for letter in "RW" if letter in letters)
    kind = ("shared" if writers > 1 else "writer") if "W" in letters else "read" if letters else "none"
    return Use(text, kind)


VIEW = View("tables", build)
