"""What the user asked for, and what people bring beside the sources: answers, a proposed split, decisions, inventories."""

import os
from datetime import UTC, date, datetime
from pathlib import Path

from msgspec import Struct

from assessor.domain.acceptance import Acceptance, Decisions
from assessor.domain.answers import Answers
from assessor.domain.deployment import SourcePlace
from assessor.domain.inventory import Inventory
from assessor.domain.knowledge import Knowledge
from assessor.domain.proposal import Proposal
from assessor.domain.sources import SourceTree
from assessor.render.targets import beside, folder_name, way


class Request(Struct, frozen=True):
    """What the user asked for. `today` and `jobs` are parameters so that results do not depend on the machine; `bundle` is where
    the bundle will lie, so that it can find the sources again; alone, or among the other outputs of its application."""

    paths: tuple[Path, ...]
    rules: tuple[Path, ...] = ()
    answers: Path | None = None
    split: Path | None = None
    assumptions: Path | None = None
    client: str = ""
    exclude: tuple[str, ...] = ()
    gitignore: bool = True
    encoding: str = ""
    jobs: int = 1
    cache: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    accept: tuple[Acceptance, ...] = ()
    baseline: tuple[Path, ...] = ()
    sbom: tuple[Path, ...] = ()
    bundle: Path = Path("assessment/bundle")
    bundle_alone: bool = False
    today: date = date(1970, 1, 1)

    def asked(self) -> tuple[object, ...]:
        """What of it the assessment depends on, beside what was read because of it."""
        places = [os.fsencode(path.resolve()) for path in (*self.paths, self.bundle)]
        return places, self.bundle_alone, self.client, self.today.isoformat()

    def bundle_of(self, application: str) -> Path:
        """Where the bundle of an application lies that is not the first."""
        folder = self.bundle.parent / folder_name(application) / self.bundle.name
        return beside(self.bundle, application) if self.bundle_alone else folder

    def sources(self, tree: SourceTree) -> tuple[SourcePlace, ...]:
        """Where each analysed folder lies, seen from the bundle; of an archive the folder that holds it."""
        several = len(self.paths) > 1
        bundle = self.bundle.resolve()
        places = []
        for prefix, path in zip(tree.roots, self.paths, strict=True):
            folder = path.resolve().parent if path.is_file() else path.resolve()
            archive = path.name if path.is_file() else ""
            places.append(SourcePlace(prefix if several else "", way(bundle, folder), way(folder, bundle), archive))
        return tuple(places)


class Brought(Struct, frozen=True):
    """What people bring besides the sources."""

    answers: Answers
    proposal: Proposal | None
    decisions: Decisions
    inventories: tuple[Inventory, ...]


def today() -> date:
    """The day of the assessment: SOURCE_DATE_EPOCH when set, so that reports can be reproduced."""
    stated = os.environ.get("SOURCE_DATE_EPOCH", "")
    if stated.isdigit():
        return datetime.fromtimestamp(int(stated), tz=UTC).date()
    return datetime.now(tz=UTC).date()


def gather(request: Request, known: Knowledge) -> Brought:
    return Brought(given_answers(request, known), _proposal(request), decisions(request, known), _inventories(request))


def given_answers(request: Request, known: Knowledge) -> Answers:
    if request.answers is None:
        return Answers()
    from assessor.intake.answers import read

    return read(request.answers, known)


def assumed(request: Request, known: Knowledge) -> Knowledge:
    if request.assumptions is None:
        return known
    from assessor.intake.assumptions import overridden

    return overridden(known, request.assumptions)


def _proposal(request: Request) -> Proposal | None:
    if request.split is None:
        return None
    from assessor.intake.split import read

    return read(request.split)


def decisions(request: Request, known: Knowledge) -> Decisions:
    from assessor.findings.review import check
    from assessor.intake.baseline import baseline

    baselines = tuple(map(baseline, request.baseline))
    made = Decisions(accept=request.accept, baselines=baselines, select=request.select, ignore=request.ignore)
    check(made, known)
    return made


def _inventories(request: Request) -> tuple[Inventory, ...]:
    from assessor.intake.inventory import inventory

    return tuple(map(inventory, request.sbom))
