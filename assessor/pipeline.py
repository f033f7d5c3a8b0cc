"""The order of the work. The only module that knows every stage; it opens files and owns the pool and the clock.

folder -discover-> SourceTree -extract-> Facts -graph-> Architecture, Measures -infer-> Landscape -findings-> Findings,
Observations -judge-> Recommendation -plan-> Deployment; all of it is an Assessment, which `render` writes down.
"""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from assessor import __version__, resources
from assessor.discover.walk import Found, WalkOptions, discover
from assessor.division import by_size, path_dependencies, with_siblings
from assessor.domain.architecture import Architecture
from assessor.domain.assessment import Assessment, Tool
from assessor.domain.case import Case
from assessor.domain.cut import Cut
from assessor.domain.deployment import Deployment
from assessor.domain.facts import FileFacts, Process
from assessor.domain.findings import Finding
from assessor.domain.knowledge import Knowledge
from assessor.domain.recall import Recall, make_anew
from assessor.domain.runtime import Landscape
from assessor.domain.sources import SourceTree, Unread
from assessor.errors import NothingToAnalyse
from assessor.knowledge.load import Loaded, files, parsed
from assessor.memory import Memory, digest, remembering
from assessor.request import Brought, Request, assumed, decisions, gather

SCHEMA = "assessor/1"


class Bundle(Struct, frozen=True):
    """What the bundle alone is made of: no verdict, no measures."""

    application: str
    deployment: Deployment
    findings: tuple[Finding, ...]


class Watcher(Struct, frozen=True):
    """Told what is going on: a stage begins, and so many bytes of it are done."""

    stage: Callable[[str, int], None] = lambda name, total: None
    progress: Callable[[int], None] = lambda done: None


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


def _opened(request: Request) -> Request:
    """The same for the archives of a folder that holds nothing else."""
    from assessor.discover.alone import archives_alone

    return replace(request, paths=tuple(each for path in request.paths for each in archives_alone(path) or (path,)))


def assess(request: Request, watcher: Watcher | None = None, memory: Memory | None = None) -> tuple[Assessment, ...]:
    """One assessment for each application found, the largest first."""
    if memory is None:
        with remembering(request.cache) as own:
            return assess(request, watcher, own)
    request = _opened(request)
    watcher = watcher or Watcher()
    known = assumed(request, knowledge(request.rules, memory))
    brought = gather(request, known)
    with _scratch() as scratch:
        watcher.stage("looking", 0)
        found = _found(request, known, scratch, history=True)

        def make() -> tuple[Assessment, ...]:
            return _think(request, known, brought, found, watcher, memory)

        depends = (*request.asked(), known, brought, found.tree, found.log)
        return memory.recall("assessments", tuple[Assessment, ...], depends, make, _all_lasting)


def bundle(request: Request) -> Bundle:
    """The bundle of the largest application found: its facts, its findings and what is planned from them. Nothing is judged."""
    from assessor.extract.read import extract
    from assessor.findings.find import find
    from assessor.findings.review import review
    from assessor.graph.mounted import mounted
    from assessor.infer.applications import divide
    from assessor.infer.landscape import infer
    from assessor.plan.handled import handled
    from assessor.render.as_containers import linked_to_bundle

    request = _opened(request)
    known = knowledge(request.rules)
    with _scratch() as scratch:
        found = _found(request, known, scratch, history=False)
        facts = mounted(extract(found.tree.files, found.locations, known, jobs=request.jobs), known.languages)
        landscape = infer(facts, known)
        parts = divide(facts, landscape, _dependencies(facts, known))
        name, tree = found.tree.name, found.tree
        if len(parts) > 1:
            name, tree = by_size(parts, found.tree)[0]
            members = frozenset(file.path for file in tree.files)
            facts = tuple(item for item in facts if item.path in members)
            landscape = infer(facts, known)
        findings = find(facts, _ended(landscape, request.today), known)
        findings = review(findings, facts, decisions(request, known), known, application=name, today=request.today).findings
        deployment = _planned(request, known, found, facts, tree, landscape, name)
        return Bundle(name, deployment, linked_to_bundle(handled(findings, deployment), deployment))


def _dependencies(facts: tuple[FileFacts, ...], known: Knowledge) -> Iterator[tuple[str, str]]:
    """As `_path_dependencies`; the graph is built when the first pair is asked for, and only several roots ask."""
    from assessor.graph.build import build

    yield from path_dependencies(build(facts, known.languages, known.assumptions))


def _found(request: Request, known: Knowledge, scratch: Path, *, history: bool) -> Found:
    """The request's files. NothingToAnalyse when none of them is source."""
    options = WalkOptions(exclude=request.exclude, gitignore=request.gitignore, codec=request.encoding, history=history)
    found = discover(request.paths, known.roles, known.languages, options, scratch)
    if not any(file.role == "source" and file.encoding for file in found.tree.files):
        at = ", ".join(str(path) for path in request.paths)
        raise NothingToAnalyse("this holds no source", at=at, hint="'assessor doctor PATH' says what every file was taken for")
    return found


def _all_lasting(assessments: tuple[Assessment, ...]) -> bool:
    return _lasting(item for one in assessments for item in one.coverage.unread)


def _lasting(unread: Iterable[Unread]) -> bool:
    """False when some file was lost to what may be gone at the next run."""
    from assessor.extract.read import PASSING

    return not any(item.reason in PASSING for item in unread)


def _think(
    request: Request, known: Knowledge, brought: Brought, found: Found, watcher: Watcher, memory: Memory
) -> tuple[Assessment, ...]:
    from assessor.extract.read import extract
    from assessor.graph.mounted import mounted
    from assessor.infer.resolved import resolved

    watcher.stage("reading", sum(file.size for file in found.tree.files if file.encoding))
    facts = extract(found.tree.files, found.locations, known, jobs=request.jobs, progress=watcher.progress, cache=memory.cache)
    watcher.stage("thinking", 0)
    facts = mounted(resolved(facts, brought.inventories), known.languages)
    recall = memory.recall if _lasting(unread for item in facts for unread in item.unread) else make_anew
    return _conclude(request, known, brought, found, facts, recall)


def _conclude(
    request: Request, known: Knowledge, brought: Brought, found: Found, facts: tuple[FileFacts, ...], recall: Recall
) -> tuple[Assessment, ...]:
    """What follows from the facts. Graph and cut depend on no answer: a run with other answers takes them from the one before."""
    from assessor.graph.build import build
    from assessor.infer.applications import divide
    from assessor.infer.landscape import infer

    read = digest((found.tree, known, brought.inventories))
    architecture = recall("graph", Architecture, read, lambda: build(facts, known.languages, known.assumptions))
    landscape = infer(facts, known)
    parts = divide(facts, landscape, path_dependencies(architecture))
    if len(parts) <= 1:
        return (_one(request, known, brought, found, facts, found.tree, architecture, landscape, found.tree.name, read, recall),)
    whole = []
    for position, (name, tree) in enumerate(by_size(parts, found.tree)):
        members = frozenset(file.path for file in tree.files)
        own = tuple(item for item in facts if item.path in members)
        place = request.bundle if position == 0 else request.bundle_of(name)
        own_request = replace(request, bundle=place)
        own_read = digest((read, tree))
        graph = recall("graph", Architecture, own_read, partial(build, own, known.languages, known.assumptions))
        own_brought = brought if position == 0 else replace(brought, proposal=None)  # a proposed split is of the largest one
        whole.append(_one(own_request, known, own_brought, found, own, tree, graph, infer(own, known), name, own_read, recall))
    return with_siblings(whole)


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
        sources=request.sources(tree),
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
    read: bytes,
    recall: Recall,
) -> Assessment:
    """`read` tells what `facts` come from."""
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
    together = changes(past)
    simulate = partial(study, facts, known.languages, architecture, measures, together, known.assumptions, brought.proposal, recall)
    cut = recall("cut", Cut, (read, sorted(together.items()), brought.proposal), simulate)
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
