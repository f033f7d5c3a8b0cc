"""`graphcsv/units.csv` and `graphcsv/dependencies.csv`: the graph for spreadsheets (UTF-8 with a byte order mark)."""

import csv
from collections.abc import Iterable
from io import StringIO

import msgspec

from assessor.domain.assessment import Assessment
from assessor.domain.knowledge import Knowledge
from assessor.render.as_csv import FORMULA
from assessor.render.format import OutputFormat, RenderOptions
from assessor.render.wording import printable

UNITS = ("id", "kind", "path", "line", "lines", "language", "package", "abstract")
DEPENDENCIES = ("source", "target", "kinds", "weight", "path", "line", "in_loop")


def render(assessment: Assessment, knowledge: Knowledge, options: RenderOptions) -> dict[str, bytes]:
    """Both tables in the order of the architecture."""
    graph = assessment.architecture
    units = ([getattr(unit, name) for name in UNITS] for unit in graph.units)
    edges = (
        (edge.source, edge.target, " ".join(f"{kind}:{count}" for kind, count in edge.kinds), *msgspec.structs.astuple(edge)[3:])
        for edge in graph.dependencies
    )
    return {f"{FORMAT.filename}units.csv": table(UNITS, units), f"{FORMAT.filename}dependencies.csv": table(DEPENDENCIES, edges)}


def table(columns: tuple[str, ...], rows: Iterable[Iterable[object]]) -> bytes:
    """A table for spreadsheets: a byte order mark, no cell that they would run."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(value) for value in row])
    return text.getvalue().encode("utf-8-sig")


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str):
        return value
    text = printable(value)
    return f"'{text}" if text.startswith(FORMULA) else text


FORMAT = OutputFormat("graphcsv", "graphcsv/", render)
