"""Section 9: hotspots: large files with many findings that change often."""

from msgspec import Struct

from assessor.domain.findings import LIKELY
from assessor.render.charts.treemap import Tile, treemap
from assessor.render.report import Report, View

TILES, LISTED = 200, 20


class Spot(Struct, frozen=True):
    """One file. `commits` is None without a history."""

    path: str
    lines: int
    findings: int
    commits: int | None
    people: int | None
    heat: float


class Hotspots(Struct, frozen=True):
    """`tiles` are the largest files, `spots` the hottest ones. `history` tells whether heat counts commits, else findings;
    `complete` is false where older commits were not looked at, or are not in this copy."""

    tiles: tuple[Tile, ...]
    spots: tuple[Spot, ...]
    files: int
    shown: int
    history: bool
    complete: bool
    share: float


def build(report: Report) -> Hotspots:
    """The values of the section. Heat: lines times commits where a history is there (Tornhill), else lines times findings."""
    files = _files(report)
    past = report.assessment.history
    largest = sorted(files, key=lambda spot: (-spot.lines, spot.path))[:TILES]
    hot = sorted((spot for spot in files if spot.heat), key=lambda spot: (-spot.heat, spot.path))[:LISTED]
    total = sum(spot.heat for spot in files)
    return Hotspots(
        tiles=treemap([(_label(spot.path), spot.lines, spot.heat / max(1, spot.lines), _title(report, spot)) for spot in largest]),
        spots=tuple(hot),
        files=len(files),
        shown=len(largest),
        history=past is not None,
        complete=past is None or past.complete,
        share=sum(spot.heat for spot in hot) / total if total else 0.0,
    )


def _files(report: Report) -> list[Spot]:
    assessment = report.assessment
    lines: dict[str, int] = {}
    paths: dict[str, str] = {}
    for unit in assessment.architecture.units:
        if unit.path and unit.lines and unit.kind not in ("external", "table"):
            lines[unit.path] = lines.get(unit.path, 0) + unit.lines
            paths[unit.id] = unit.path
    found: dict[str, int] = {}
    for finding in assessment.findings:  # likely ones, too: a load is the sum of many, no single one is claimed
        if finding.mark != "booster" and finding.confidence >= LIKELY:
            found[finding.evidence.path] = found.get(finding.evidence.path, 0) + 1
    past = {paths[one.unit]: one for one in assessment.history.units if one.unit in paths} if assessment.history else None
    spots = []
    for path, count in lines.items():
        changed = past.get(path) if past is not None else None
        commits = None if past is None else changed.commits if changed else 0
        heat = count * (commits if commits is not None else found.get(path, 0))
        people = None if past is None else changed.authors if changed else 0
        spots.append(Spot(path, count, found.get(path, 0), commits, people, float(heat)))
    return spots


def _label(path: str) -> str:
    """The name of the file without what most of them end in."""
    name = path.rsplit("/", 1)[-1]
    stem = name.rpartition(".")[0]
    return stem or name


def _title(report: Report, spot: Spot) -> str:
    if spot.commits is None:
        return report.text(
            "%(path)s: %(lines)s lines, %(findings)s findings", path=spot.path, lines=spot.lines, findings=spot.findings
        )
    return report.text(
        "%(path)s: %(lines)s lines, %(findings)s findings, %(commits)s commits",
        path=spot.path,
        lines=spot.lines,
        findings=spot.findings,
        commits=spot.commits,
    )


VIEW = View("hotspots", build)
