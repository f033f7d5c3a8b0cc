"""The order of the work. The only module that knows every stage; it opens files and owns the pool and the clock.

folder -discover-> SourceTree -extract-> Facts -graph-> Architecture, Measures -infer-> Landscape -findings-> Findings,
Observations -judge-> Recommendation -plan-> Deployment; all of it is an Assessment, which `render` writes down.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from assessor import __version__, resources
from assessor.discover.walk import Found, WalkOptions, discover
from assessor.domain.acceptance import Acceptance, Decisions, Level
from assessor.domain.answers import Answers
from assessor.domain.architecture import Architecture
from assessor.domain.assessment import Assessment, Sibling, Tool
from assessor.domain.case import Case
from assessor.domain.deployment import SourcePlace
from assessor.domain.facts import FileFacts, Process
from assessor.domain.inventory import Inventory
from assessor.domain.knowledge import Knowledge
from assessor.domain.proposal import Proposal
from assessor.domain.runtime import Landscape
from assessor.domain.sources import SourceTree
from assessor.errors import InputError, NothingToAnalyse, nearest
from assessor.knowledge.load import load
from assessor.render.format import OutputFormat, RenderOptions
from assessor.render.targets import Targets, folder_name, way
from assessor.render.targets import targets as read_targets
from assessor.render.write import Written

if TYPE_CHECKING:
    from assessor.extract.cache import Cache
    from assessor.plan.check import Problem

SCHEMA = "assessor/1"
MOST_UNREAD = 0.05
"""Share of first-party lines that may be lost to unreadable files before the exit code says so."""


class Request(Struct, frozen=True):
    """What the user asked for. `today` and `jobs` are parameters so that results do not depend on the machine; `bundle` is where
    the bundle will lie, so that it can find the sources again."""

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
    today: date = date(1970, 1, 1)


class Brought(Struct, frozen=True):
    """What people bring besides the sources."""

    answers: Answers
    proposal: Proposal | None
    decisions: Decisions
    inventories: tuple[Inventory, ...]


class Watcher(Struct, frozen=True):
    """Told what is going on: a stage begins, and so many bytes of it are done."""

    stage: Callable[[str, int], None] = lambda name, total: None
    progress: Callable[[int], None] = lambda done: None


def today() -> date:
    """The day of the assessment: SOURCE_DATE_EPOCH when set, so that reports can be reproduced."""
    stated = os.environ.get("SOURCE_DATE_EPOCH", "")
    if stated.isdigit():
        return datetime.fromtimestamp(int(stated), tz=UTC).date()
    return datetime.now(tz=UTC).date()


def knowledge(folders: Sequence[Path] = ()) -> Knowledge:
    """What `rules/` says, with the user's folders on top."""
    from assessor.knowledge.code_rules import check, with_structures

    loaded = load([resources.folder("rules"), *folders])
    known = replace(loaded.knowledge, languages=with_structures(loaded.knowledge.languages))
    check(known.code, known.languages, loaded.places)
    return known


def look(path: Path, known: Knowledge) -> SourceTree:
    """What lies below `path`, without reading into it."""
    with _scratch() as scratch:
        return discover((path,), known.roles, known.languages, WalkOptions(), scratch).tree


@contextmanager
def _scratch() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="assessor-") as folder:
        yield Path(folder)


@contextmanager
def _cache(request: Request) -> "Iterator[Cache | None]":
    """Facts of earlier runs, unless the user wants none."""
    from assessor.extract.cache import Cache

    if not request.cache:
        yield None
        return
    kept = Cache()
    try:
        yield kept
        kept.trim()
    finally:
        kept.close()


def assess(request: Request, watcher: Watcher | None = None) -> tuple[Assessment, ...]:
    """One assessment for each application found, the largest first."""
    from assessor.extract.read import extract
    from assessor.infer.resolved import resolved

    watcher = watcher or Watcher()
    known = _assumed(request, knowledge(request.rules))
    brought = Brought(_answers(request, known), _proposal(request), _decisions(request, known), _inventories(request))
    with _scratch() as scratch:
        watcher.stage("looking", 0)
        options = WalkOptions(exclude=request.exclude, gitignore=request.gitignore, codec=request.encoding, history=True)
        found = discover(request.paths, known.roles, known.languages, options, scratch)
        if not any(file.role == "source" and file.encoding for file in found.tree.files):
            at = ", ".join(str(path) for path in request.paths)
            raise NothingToAnalyse("this holds no source", at=at, hint="'assessor doctor PATH' says what every file was taken for")
        watcher.stage("reading", sum(file.size for file in found.tree.files if file.encoding))
        with _cache(request) as kept:
            facts = extract(found.tree.files, found.locations, known, jobs=request.jobs, progress=watcher.progress, cache=kept)
        watcher.stage("thinking", 0)
        return _conclude(request, known, brought, found, resolved(facts, brought.inventories))


def _answers(request: Request, known: Knowledge) -> Answers:
    if request.answers is None:
        return Answers()
    from assessor.intake.answers import read

    return read(request.answers, known)


def _assumed(request: Request, known: Knowledge) -> Knowledge:
    if request.assumptions is None:
        return known
    from assessor.intake.assumptions import overridden

    return overridden(known, request.assumptions)


def _proposal(request: Request) -> Proposal | None:
    if request.split is None:
        return None
    from assessor.intake.split import read

    return read(request.split)


def _decisions(request: Request, known: Knowledge) -> Decisions:
    from assessor.findings.review import check
    from assessor.intake.baseline import baseline

    baselines = tuple(map(baseline, request.baseline))
    decisions = Decisions(accept=request.accept, baselines=baselines, select=request.select, ignore=request.ignore)
    check(decisions, known)
    return decisions


def _inventories(request: Request) -> tuple[Inventory, ...]:
    from assessor.intake.inventory import inventory

    return tuple(map(inventory, request.sbom))


def _conclude(
    request: Request, known: Knowledge, brought: Brought, found: Found, facts: tuple[FileFacts, ...]
) -> tuple[Assessment, ...]:
    from assessor.graph.build import build
    from assessor.infer.applications import divide
    from assessor.infer.landscape import infer

    architecture = build(facts, known.languages, known.assumptions)
    landscape = infer(facts, known)
    parts = divide(facts, landscape, _path_dependencies(architecture))
    if len(parts) <= 1:
        return (_one(request, known, brought, found, facts, found.tree, architecture, landscape, found.tree.name),)
    trees = [(part.name, _subtree(found.tree, frozenset(part.paths))) for part in parts]
    trees.sort(key=lambda named: (-sum(file.lines for file in named[1].files if file.role == "source"), named[0]))
    whole = []
    for position, (name, tree) in enumerate(trees):
        members = frozenset(file.path for file in tree.files)
        own = tuple(item for item in facts if item.path in members)
        place = request.bundle if position == 0 else request.bundle.parent / folder_name(name) / request.bundle.name
        own_request = replace(request, bundle=place)
        graph = build(own, known.languages, known.assumptions)
        own_brought = brought if position == 0 else replace(brought, proposal=None)  # a proposed split is of the largest one
        whole.append(_one(own_request, known, own_brought, found, own, tree, graph, infer(own, known), name))
    return _with_siblings(whole)


def _one(
    request: Request,
    known: Knowledge,
    brought: Brought,
    found: Found,
    facts: tuple[FileFacts, ...],
    tree: SourceTree,
    architecture: Architecture,
    landscape: Landscape,
    name: str,
) -> Assessment:
    from assessor.findings.figures import figures
    from assessor.findings.find import find
    from assessor.findings.observe import observations
    from assessor.findings.review import review
    from assessor.graph.candidates import parts, score
    from assessor.graph.cover import cover
    from assessor.graph.history import changes, history
    from assessor.graph.measure import measure
    from assessor.graph.study import study
    from assessor.infer.resolved import libraries
    from assessor.judge.distribution import survey
    from assessor.judge.recommend import recommend
    from assessor.plan.deployment import plan
    from assessor.plan.footprint import footprint
    from assessor.plan.handled import handled

    measures = measure(architecture)
    coverage = cover(tree, facts, known.languages)
    findings = find(facts, _ended(landscape, request.today), known)
    counted = figures(facts, landscape, architecture, measures)
    past = history(found.log.commits, found.log.complete, architecture, {one.id: one.value for one in known.assumptions})
    cut = study(facts, known.languages, architecture, measures, changes(past), known.assumptions, brought.proposal)
    deployment = plan(name, facts, findings, landscape, None, known, read_text=_reader(found), sources=_sources(request, tree))
    case = Case(
        coverage=coverage,
        landscape=landscape,
        observations=observations(facts, landscape, counted, known),
        figures=counted,
        distribution=survey(facts, landscape, architecture, known),
        answers=brought.answers,
        parts=parts(cut),
        cut=score(cut, next(one.value for one in known.assumptions if one.id == "units.few")),
        findings=findings,
        containers=sum(not one.commented and one.restart != "no" for one in deployment.containers),
        memory_mib=deployment.memory_mib,
    )
    reviewed = review(findings, facts, brought.decisions, known, application=name, today=request.today)
    return Assessment(
        schema=SCHEMA,
        application=name,
        client=request.client,
        date=request.today.isoformat(),
        tool=Tool(name="assessor", version=__version__, rules=known.digest, input=_input_digest(tree)),
        recommendation=recommend(case, known),
        coverage=coverage,
        landscape=landscape,
        processes=_processes(facts),
        architecture=architecture,
        measures=measures,
        cut=cut,
        findings=handled(reviewed.findings, deployment),
        deployment=deployment,
        footprint=footprint(facts, landscape, deployment, cut, known),
        history=past,
        libraries=libraries(facts, brought.inventories),
        review=reviewed.review,
    )


def _ended(landscape: Landscape, today: date) -> Landscape:
    """The landscape as the findings see it: an end of support that lies ahead is none yet."""
    runtimes = tuple(
        runtime if runtime.end_of_life < today.isoformat() else replace(runtime, end_of_life="") for runtime in landscape.runtimes
    )
    return replace(landscape, runtimes=runtimes)


def _sources(request: Request, tree: SourceTree) -> tuple[SourcePlace, ...]:
    """Where each analysed folder lies, seen from the bundle; of an archive the folder that holds it."""
    several = len(request.paths) > 1
    bundle = request.bundle.resolve()
    places = []
    for prefix, path in zip(tree.roots, request.paths, strict=True):
        folder = path.resolve().parent if path.is_file() else path.resolve()
        archive = path.name if path.is_file() else ""
        places.append(SourcePlace(prefix if several else "", way(bundle, folder), way(folder, bundle), archive))
    return tuple(places)


def targets(outputs: Sequence[str], analysed: Sequence[Path]) -> Targets:
    """Where the outputs go, see `render/targets.py`."""
    return read_targets(outputs, analysed, sorted(formats()), Path.cwd())


def write(
    assessments: Sequence[Assessment], where: Targets, known: Knowledge, options: RenderOptions, *, force: bool
) -> tuple[Written, ...]:
    """Renders and writes every assessment: the first into the folder itself, each sibling into a folder of its own inside it."""
    from assessor.render.write import write_files

    if options.redact:
        from assessor.render.pseudonyms import redacted

        assessments = [redacted(assessment, known) for assessment in assessments]
    written = []
    for position, assessment in enumerate(assessments):
        if where.folder is not None:
            folder = where.folder if position == 0 else where.folder / folder_name(assessment.application)
            files: dict[str, bytes] = {}
            for kind in formats().values():
                if kind.default:
                    files.update(kind.render(assessment, known, options))
            written.append(write_files(folder, files, force=force))
        for name, place in where.single:
            written += _write_single(assessment, known, name, place, position, force, options)
    return tuple(written)


def _write_single(
    assessment: Assessment, known: Knowledge, name: str, place: str, position: int, force: bool, options: RenderOptions
) -> list[Written]:
    """One format to one path; a format of several files to a folder. Siblings get their name before the ending."""
    from assessor.render.write import write_files

    kind = formats()[name]
    files = kind.render(assessment, known, options)
    if place == "-":
        sys.stdout.buffer.write(b"".join(content for _, content in sorted(files.items())))
        return []
    path = Path(place)
    if position:
        path = path.with_name(f"{path.stem}-{folder_name(assessment.application)}{path.suffix}")
    if list(files) == [kind.filename]:
        return [write_files(path.parent, {path.name: files[kind.filename]}, force=force)]
    prefix = kind.filename.rstrip("/") + "/"
    return [write_files(path, {key.removeprefix(prefix): content for key, content in files.items()}, force=force)]


@cache
def formats() -> dict[str, OutputFormat]:
    """Every output format by name."""
    from assessor import render
    from assessor.registry import offered

    return {kind.name: kind for kind in offered(render, "FORMAT")}


def again(path: Path) -> Assessment:
    """An assessment that was written as JSON. InputError for a file that is none, or of another version's shape."""
    from msgspec import DecodeError, ValidationError
    from msgspec.json import decode

    try:
        return decode(path.read_bytes(), type=Assessment)
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", at=str(path), hint="give an assessment.json") from None
    except ValidationError as error:
        what = f"this is not an assessment of this version: {error}"
        raise InputError(what, at=str(path), hint="assess the application again") from None
    except DecodeError as error:
        raise InputError(f"this is not JSON: {error}", at=str(path), hint="give an assessment.json") from None


def compare(old: Path, new: Path, folder: Path, options: RenderOptions, *, force: bool) -> Written:
    """What changed between two assessments, written as HTML and Markdown."""
    from assessor.render.comparison import render_comparison
    from assessor.render.write import write_files

    known = knowledge()
    pair = [again(path) for path in (old, new)]
    if options.redact:
        from assessor.render.pseudonyms import redacted

        pair = [redacted(one, known) for one in pair]
    return write_files(folder, render_comparison(pair[0], pair[1], known, options), force=force)


def options(language: str, redact: bool = False, logo: Path | None = None, author: str = "") -> RenderOptions:
    """How to render. InputError for a logo that is no picture browsers show."""
    from assessor.intake.picture import picture

    return RenderOptions(language=language, redact=redact, logo=picture(logo) if logo else "", author=author)


def interview(paths: Sequence[Path], request: Request, *, at_terminal: bool = False) -> str:
    """The form for what code cannot show, filled with what was observed when folders are given, and asked for `at_terminal`."""
    from assessor.intake.ask import ask, best
    from assessor.intake.form import form

    known = knowledge(request.rules)
    answers = _answers(request, known)
    recommendation = assess(request)[0].recommendation if paths else None
    if at_terminal:

        def say(text: str) -> None:
            print(text, file=sys.stderr)

        answers = ask(known, recommendation, answers, *best(input, say), say)
    return form(known, recommendation, answers)


def write_text(path: Path, text: str, *, force: bool) -> Written:
    """One file, beside an edited one of the same name."""
    from assessor.render.write import write_files

    return write_files(path.parent, {path.name: text.encode()}, force=force)


def test_rules(folders: Sequence[Path]) -> tuple[list[str], int]:
    """What fails of the rules' own examples, and how many rules there are (the user's alone, when folders are given)."""
    from assessor.extract.examples import failures

    known = knowledge(folders)
    own = set(load(folders).places) if folders else None
    rules = [rule for rule in known.code if own is None or rule.id in own]
    return [text for rule in rules for text in failures(rule, known.languages, known.code)], len(rules)


def check_bundle(folder: Path) -> "tuple[Problem, ...]":
    """What is wrong with a bundle, ours or edited."""
    from assessor.intake.bundle_check import read_bundle
    from assessor.plan.check import check

    return check(read_bundle(folder))


def incomplete(assessments: Sequence[Assessment]) -> bool:
    """True when a share of the code worth an exit code of its own could not be read (files lost, not languages unknown)."""
    lost = sum(item.lines for a in assessments for item in a.coverage.unread if item.reason != "no-grammar")
    lines = sum(a.coverage.lines for a in assessments)
    return bool(lines) and lost / lines > MOST_UNREAD


def failing(assessments: Sequence[Assessment], level: Level) -> int:
    """How many findings make this run fail."""
    from assessor.findings.review import failing as found

    return sum(len(found(assessment.findings, level)) for assessment in assessments)


def schema(name: str) -> str:
    """The JSON Schema of a file that people or programs exchange with this one."""
    import msgspec

    from assessor.render.as_json import SCHEMAS
    from assessor.render.as_json import schema as published

    if name not in SCHEMAS:
        known = sorted(SCHEMAS)
        raise InputError(f"there is no schema '{name}'{nearest(name, known)}", hint=f"one of: {', '.join(known)}")
    return msgspec.json.format(msgspec.json.encode(published(name)), indent=2).decode()


def _path_dependencies(architecture: Architecture) -> Iterator[tuple[str, str]]:
    """(path, path) pairs of units that use each other."""
    paths = {unit.id: unit.path for unit in architecture.units if unit.path}
    for dependency in architecture.dependencies:
        source, target = paths.get(dependency.source), paths.get(dependency.target)
        if source and target and source != target:
            yield source, target


def _subtree(tree: SourceTree, members: frozenset[str]) -> SourceTree:
    return SourceTree(
        name=tree.name,
        roots=tree.roots,
        files=tuple(file for file in tree.files if file.path in members),
        unread=tuple(item for item in tree.unread if item.path in members),
        ignored=tree.ignored,
    )


def _with_siblings(assessments: list[Assessment]) -> tuple[Assessment, ...]:
    """Each with a note of the others; the first one's outputs hold theirs in folders."""
    siblings = [
        Sibling(
            name=one.application,
            verdict=one.recommendation.verdict,
            folder="." if position == 0 else folder_name(one.application),
            units=one.measures.units,
            lines=one.coverage.lines,
        )
        for position, one in enumerate(assessments)
    ]
    return tuple(
        replace(one, siblings=tuple(other for other in siblings if other is not siblings[position]))
        for position, one in enumerate(assessments)
    )


def _processes(facts: tuple[FileFacts, ...]) -> tuple[Process, ...]:
    return tuple(sorted({fact for item in facts if item.role == "source" for fact in item.facts if isinstance(fact, Process)}))


def _input_digest(tree: SourceTree) -> str:
    from hashlib import blake2b

    digest = blake2b(digest_size=16)
    for file in tree.files:
        digest.update(f"{file.path}\0{file.digest or file.size}\n".encode("utf-8", "backslashreplace"))
    return digest.hexdigest()


def _reader(found: Found) -> Callable[[str], str]:
    """Reads the text of one of the tree's files again (init SQL, proxy configuration)."""
    from assessor.extract.read import decode

    encodings = {file.path: file.encoding for file in found.tree.files}

    def read(path: str) -> str:
        return decode(found.locations[path].read_bytes(), encodings[path] or "utf-8")

    return read
