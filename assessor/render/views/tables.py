"""Who reads and who writes which table, with the letters R, W, RW.

SQL scripts and migrations have a column of their own: somebody runs them, they are no part that owns a table.
"""

from msgspec import Struct

from assessor.domain.architecture import Unit, run_by_hand
from assessor.domain.facts import Evidence
from assessor.render.charts.merge import OTHERS, merged, shared_prefix
from assessor.render.citations import Citation
from assessor.render.report import Report, View
from assessor.render.wording import clip

COLUMNS, ROWS, LABEL = 12, 60, 24
SCRIPTS = "\0"
"""The column of all that is run by hand or by a migration."""
RIGHTS = {"R": {"R"}, "W": {"W"}, "RW": {"R", "W"}}


class Use(Struct, frozen=True):
    """A cell: letters, or nothing. `kind`: none, read, writer (the only one), shared (one of several writers), script."""

    letters: str
    kind: str


class TableRow(Struct, frozen=True):
    """A table, its uses in the order of the columns, and where it was seen."""

    name: str
    uses: tuple[Use, ...]
    writers: int
    citations: tuple[Citation, ...]


class Tables(Struct, frozen=True):
    """`shared` tables have several writing packages. `columns` are (label, full name), the last one scripts when there are any;
    `longest` letters has the longest label.

    `keys` counts pairs of tables that a foreign key ties; `merged` packages share a column with another.
    """

    tables: int
    touched: int
    shared: int
    written: int
    columns: tuple[tuple[str, str], ...]
    longest: int
    rows: tuple[TableRow, ...]
    more: int
    keys: int
    merged: int
    scripts: bool
    others: bool
    prefix: str


def build(report: Report) -> Tables:
    """The values of the section; the tables with most writers first."""
    architecture = report.assessment.architecture
    owner = {unit.id: _owner(unit) for unit in architecture.units}
    for access in architecture.accesses:  # a file without units is its own owner
        owner.setdefault(access.unit, SCRIPTS if run_by_hand(access.unit) else access.unit)
    sizes: dict[str, int] = {}
    for access in architecture.accesses:
        name = owner[access.unit]
        sizes[name] = sizes.get(name, 0) + 1
    packages = {name: count for name, count in sizes.items() if name != SCRIPTS}
    groups = merged(packages, COLUMNS)
    names = sorted(set(groups.values()))
    if SCRIPTS in sizes:
        groups[SCRIPTS] = SCRIPTS
        names.append(SCRIPTS)
    prefix = shared_prefix([name for name in names if name not in (OTHERS, SCRIPTS)])
    rights: dict[str, dict[str, set[str]]] = {table.name: {} for table in architecture.tables}
    writing: dict[str, set[str]] = {}
    places: dict[str, list[tuple[bool, Evidence]]] = {}
    for access in architecture.accesses:
        name = owner[access.unit]
        rights.setdefault(access.table, {}).setdefault(groups[name], set()).update(RIGHTS.get(access.access, set()))
        if "W" in access.access and name != SCRIPTS:
            writing.setdefault(access.table, set()).add(name)
        places.setdefault(access.table, []).extend(("W" not in access.access, place) for place in access.evidence)
    writers = {table: len(writing.get(table, ())) for table in rights}
    order = sorted(rights, key=lambda table: (-writers[table], -len(rights[table]), table))
    used = [table for table in order if rights[table]]

    def row(table: str) -> TableRow:
        says = report.text("uses table %(name)s", name=table)
        cited = report.citations.cite("tables", says, (place for _, place in sorted(places.get(table, ()))), 2)
        uses = tuple(_use(rights[table].get(name, set()), writers[table], name == SCRIPTS) for name in names)
        return TableRow(table, uses, writers[table], cited)

    columns = tuple((clip(name.removeprefix(prefix) or name, LABEL, keep="end"), name) for name in names if name != SCRIPTS)
    return Tables(
        tables=len(rights),
        touched=len(used),
        shared=sum(count > 1 for count in writers.values()),
        written=sum(count > 0 for count in writers.values()),
        columns=columns,
        longest=max((len(label) for label, _ in columns), default=0),
        rows=tuple(row(table) for table in used[:ROWS]),
        more=max(0, len(used) - ROWS),
        keys=sum(len(table.references) for table in architecture.tables),
        merged=len(packages) - len(names) + (SCRIPTS in sizes),
        scripts=SCRIPTS in sizes,
        others=OTHERS in names,
        prefix=prefix,
    )


def _owner(unit: Unit) -> str:
    """Who writes when this unit writes: its package, else its folder, or nobody in particular."""
    return SCRIPTS if run_by_hand(unit.path) else unit.package or unit.path.rpartition("/")[0]


def _use(letters: set[str], writers: int, script: bool) -> Use:
    text = "".join(letter for letter in "RW" if letter in letters)
    if script:
        return Use(text, "script" if letters else "none")
    kind = ("shared" if writers > 1 else "writer") if "W" in letters else "read" if letters else "none"
    return Use(text, kind)


VIEW = View("tables", build)
