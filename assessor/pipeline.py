"""The order of the work. The only module that knows every stage; it opens files and owns the pool and the clock.

folder -discover-> SourceTree -extract-> Facts -graph-> Architecture, Measures -infer-> Landscape -findings-> Findings,
Observations -judge-> Recommendation -plan-> Deployment; all of it is an Assessment, which `render` writes down.
"""

import os
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from assessor import __version__, resources
from assessor.discover.walk import Found, WalkOptions, discover
from assessor.domain.acceptance import Acceptance, Decisions
from assessor.domain.answers import Answers
from assessor.domain.architecture import Architecture
from assessor.domain.assessment import Assessment, Sibling, Tool
from assessor.domain.case import Case
from assessor.domain.deployment import Deployment, SourcePlace
from assessor.domain.facts import FileFacts, Process
from assessor.domain.findings import Finding
from assessor.domain.inventory import Inventory
from assessor.domain.knowledge import Knowledge
from assessor.domain.proposal import Proposal
from assessor.domain.recall import Recall
from assessor.domain.runtime import ApplicationPart, Landscape
from assessor.domain.sources import SourceTree
from assessor.errors import NothingToAnalyse
from assessor.knowledge.load import Loaded, files, parsed
from assessor.memory import Memory, remembering
from assessor.render.targets import beside, folder_name, way

SCHEMA = "assessor/1"


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


class Brought(Struct, frozen=True):
    """What people bring besides the sources."""

    answers: Answers
    proposal: Proposal | None
    decisions: Decisions
    inventories: tuple[Inventory, ...]


class Bundle(Struct, frozen=True):
    """What the bundle alone is made of: no verdict, no measures."""

    application: str
    deployment: Deployment
    findings: tuple[Finding, ...]


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


def knowledge(folders: Sequence[Path] = (), memory: Memory | None = None) -> Knowledge:
    """What `rules/` says, with the user's folders on top."""
    memory = memory or Memory()
    read = files([resources.folder("rules"), *folders])
    return memory.recall("knowledge", Knowledge, [(file.path, file.raw) for file in read], lambda: _checked(parsed(read)))


def _checked(loaded: Loaded) -> Knowledge:
    from assessor.knowledge.code_rules import check, check_structures, with_structures

    known = replace(loaded.knowledge, languages=with_structures(loaded.knowledge.languages))
    check_structures(known.languages, loaded.places)
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


def assess(request: Request, watcher: Watcher | None = None, memory: Memory | None = None) -> tuple[Assessment, ...]:
    """One assessment for each application found, the largest first."""
    if memory is None:
        with remembering(request.cache) as own:
            return assess(request, watcher, own)
    watcher = watcher or Watcher()
    known = _assumed(request, knowledge(request.rules, memory))
    brought = Brought(given_answers(request, known), _proposal(request), _decisions(request, known), _inventories(request))
    with _scratch() as scratch:
        watcher.stage("looking", 0)
        found = _found(request, known, scratch, history=True)

        def make() -> tuple[Assessment, ...]:
            return _think(request, known, brought, found, watcher, memory)

        depends = (*_asked(request), known, brought, found.tree, found.log)
        return memory.recall("assessments", tuple[Assessment, ...], depends, make, _lasting)


def bundle(request: Request) -> Bundle:
    """The bundle of the largest application found: its facts, its findings and what is planned from them. Nothing is judged."""
    from assessor.extract.read import extract
    from assessor.findings.find import find
    from assessor.findings.review import review
    from assessor.infer.applications import divide
    from assessor.infer.landscape import infer
    from assessor.plan.handled import handled
    from assessor.render.as_containers import linked_to_bundle

    known = knowledge(request.rules)
    with _scratch() as scratch:
        found = _found(request, known, scratch, history=False)
        facts = extract(found.tree.files, found.locations, known, jobs=request.jobs)
        landscape = infer(facts, known)
        parts = divide(facts, landscape, _dependencies(facts, known))
        name, tree = found.tree.name, found.tree
        if len(parts) > 1:
            name, tree = _by_size(parts, found.tree)[0]
            members = frozenset(file.path for file in tree.files)
            facts = tuple(item for item in facts if item.path in members)
            landscape = infer(facts, known)
        findings = find(facts, _ended(landscape, request.today), known)
        findings = review(findings, facts, _decisions(request, known), known, application=name, today=request.today).findings
        deployment = _planned(request, known, found, facts, tree, landscape, name)
        return Bundle(name, deployment, linked_to_bundle(handled(findings, deployment), deployment))


def _dependencies(facts: tuple[FileFacts, ...], known: Knowledge) -> Iterator[tuple[str, str]]:
    """As `_path_dependencies`; the graph is built when the first pair is asked for, and only several roots ask."""
    from assessor.graph.build import build

    yield from _path_dependencies(build(facts, known.languages, known.assumptions))


def _found(request: Request, known: Knowledge, scratch: Path, *, history: bool) -> Found:
    """The request's files. NothingToAnalyse when none of them is source."""
    options = WalkOptions(exclude=request.exclude, gitignore=request.gitignore, codec=request.encoding, history=history)
    found = discover(request.paths, known.roles, known.languages, options, scratch)
    if not any(file.role == "source" and file.encoding for file in found.tree.files):
        at = ", ".join(str(path) for path in request.paths)
        raise NothingToAnalyse("this holds no source", at=at, hint="'assessor doctor PATH' says what every file was taken for")
    return found


def _asked(request: Request) -> tuple[object, ...]:
    """What of the request the assessment depends on, beside what was read because of it."""
    places = [os.fsencode(path.resolve()) for path in (*request.paths, request.bundle)]
    return places, request.bundle_alone, request.client, request.today.isoformat()


def _lasting(assessments: tuple[Assessment, ...]) -> bool:
    """False when some file was lost to what may be gone at the next run."""
    from assessor.extract.read import PASSING

    return not any(item.reason in PASSING for one in assessments for item in one.coverage.unread)


def _think(
    request: Request, known: Knowledge, brought: Brought, found: Found, watcher: Watcher, memory: Memory
) -> tuple[Assessment, ...]:
    from assessor.extract.read import extract
    from assessor.infer.resolved import resolved

    watcher.stage("reading", sum(file.size for file in found.tree.files if file.encoding))
    facts = extract(found.tree.files, found.locations, known, jobs=request.jobs, progress=watcher.progress, cache=memory.cache)
    watcher.stage("thinking", 0)
    return _conclude(request, known, brought, found, resolved(facts, brought.inventories), memory.recall)


def given_answers(request: Request, known: Knowledge) -> Answers:
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
    request: Request, known: Knowledge, brought: Brought, found: Found, facts: tuple[FileFacts, ...], recall: Recall
) -> tuple[Assessment, ...]:
    from assessor.graph.build import build
    from assessor.infer.applications import divide
    from assessor.infer.landscape import infer

    architecture = build(facts, known.languages, known.assumptions)
    landscape = infer(facts, known)
    parts = divide(facts, landscape, _path_dependencies(architecture))
    if len(parts) <= 1:
        return (_one(request, known, brought, found, facts, found.tree, architecture, landscape, found.tree.name, recall),)
    whole = []
    for position, (name, tree) in enumerate(_by_size(parts, found.tree)):
        members = frozenset(file.path for file in tree.files)
        own = tuple(item for item in facts if item.path in members)
        place = request.bundle if position == 0 else _bundle_of(name, request)
        own_request = replace(request, bundle=place)
        graph = build(own, known.languages, known.assumptions)
        own_brought = brought if position == 0 else replace(brought, proposal=None)  # a proposed split is of the largest one
        whole.append(_one(own_request, known, own_brought, found, own, tree, graph, infer(own, known), name, recall))
    return _with_siblings(whole)


def _bundle_of(application: str, request: Request) -> Path:
    """Where the bundle of an application lies that is not the first."""
    folder = request.bundle.parent / folder_name(application) / request.bundle.name
    return beside(request.bundle, application) if request.bundle_alone else folder


def _by_size(parts: Sequence[ApplicationPart], whole: SourceTree) -> list[tuple[str, SourceTree]]:
    """Name and files of each part, the one with the most lines of source first. No two have outputs of the same name."""
    trees = [(part.name or whole.name, _subtree(whole, frozenset(part.paths))) for part in parts]
    trees.sort(key=lambda named: (-sum(file.lines for file in named[1].files if file.role == "source"), named[0]))
    taken: Counter[str] = Counter()
    unlike = []
    for name, tree in trees:
        taken[folder_name(name).lower()] += 1
        count = taken[folder_name(name).lower()]
        unlike.append((name if count == 1 else f"{name}-{count}", tree))
    return unlike


def _planned(
    request: Request,
    known: Knowledge,
    found: Found,
    facts: tuple[FileFacts, ...],
    tree: SourceTree,
    landscape: Landscape,
    name: str,
) -> Deployment:
    from assessor.plan.deployment import plan

    return plan(
        name,
        facts,
        landscape,
        known,
        read_text=_reader(found),
        sources=_sources(request, tree),
        paths=(file.path for file in tree.files),
    )


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
    recall: Recall,
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
    from assessor.plan.footprint import footprint
    from assessor.plan.handled import handled
    from assessor.render.as_containers import linked_to_bundle

    measures = measure(architecture)
    coverage = cover(tree, facts, known.languages)
    findings = find(facts, _ended(landscape, request.today), known)
    counted = figures(facts, landscape, architecture, measures)
    past = history(found.log.commits, found.log.complete, architecture, {one.id: one.value for one in known.assumptions})
    cut = study(facts, known.languages, architecture, measures, changes(past), known.assumptions, brought.proposal, recall)
    deployment = _planned(request, known, found, facts, tree, landscape, name)
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
        findings=linked_to_bundle(handled(reviewed.findings, deployment), deployment),
        deployment=deployment,
        footprint=footprint(facts, landscape, deployment, cut, known),
        history=past,
        libraries=libraries(facts, brought.inventories),
        review=reviewed.review,
        notes=(f"Said with the answers: {case.answers.note}",) if case.answers.note else (),
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
    return tuple(sorted({fact for item in facts if item.role == "source" for fact in item.of(Process)}))


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
