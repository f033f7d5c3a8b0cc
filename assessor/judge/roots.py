"""First-party deployables with source roots of their own, and how much of their code is theirs alone."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from fnmatch import fnmatch

from msgspec.structs import replace

from assessor.domain.architecture import Architecture
from assessor.domain.facts import Artifact, FileFacts, Library
from assessor.domain.judgement import ServiceShare
from assessor.domain.runtime import Deployable, Landscape
from assessor.judge.owners import Roots, kept_modules, reached
from assessor.judge.programs import Programs

SERVERS = ("web", "service")
_ACTS = frozenset({"call", "new", "include"})


def shares(
    facts: tuple[FileFacts, ...],
    landscape: Landscape,
    architecture: Architecture,
    infrastructure: tuple[str, ...],
    divided: Mapping[str, Programs],
) -> tuple[tuple[ServiceShare, ...], Roots]:
    """One per source root, or per program of a `divided` one, sorted by name, and whose which file is; `infrastructure` are globs
    on libraries of proxies, registries and the like."""
    by_folder: dict[str, list[Deployable]] = defaultdict(list)
    for deployable in landscape.deployables:
        for one in _programs(deployable, divided):
            by_folder[one.folder].append(one)
    folders, apart = sorted({*by_folder, *divided}), {root: each.owner for root, each in divided.items()}
    servers = frozenset(folder for folder, each in by_folder.items() if any(one.role in SERVERS for one in each))
    roots = Roots(folders, apart, kept_modules(facts, architecture, Roots(folders, apart), servers))
    lines: dict[str, int] = defaultdict(int)
    libraries: dict[str, set[str]] = defaultdict(set)
    packed: set[str] = set()
    for file in facts:
        if file.role != "source":
            continue
        root = roots.owner(file.path)
        if root is not None:
            libraries[root].update(f"{fact.ecosystem}:{fact.name}".lower() for fact in file.of(Library))
        for fact in file.of(Artifact):
            if fact.kind == "ear":
                packed.update(name.lower().removesuffix(".war").removesuffix(".jar") for name in fact.modules)
        if root is not None and file.language:
            lines[root] += file.code_lines or file.lines
    exclusive = _exclusive(architecture, roots, _technical(facts, architecture, roots, divided))
    found = []
    for folder, deployables in sorted(by_folder.items()):
        leader = min(deployables, key=lambda d: (d.role not in SERVERS, d.name))
        why = _why_not(leader, lines[folder], libraries[folder], packed, infrastructure)
        evidence = leader.evidence[:1]
        share = round(exclusive.get(folder, 1.0), 4)
        found.append(ServiceShare(leader.name, folder, leader.role, lines[folder], share, not why, why, evidence))
    return tuple(sorted(found)), roots


def _programs(deployable: Deployable, divided: Mapping[str, Programs]) -> Iterator[Deployable]:
    """The programs that a server's root builds, in its place; what else is started from there is none of theirs."""
    found = divided.get(deployable.folder)
    if found is None:
        yield deployable
    elif deployable.role in SERVERS:
        for each in found.all:
            role = deployable.role if each.serves else "worker"
            yield replace(deployable, name=each.name, folder=each.folder, role=role, evidence=(each.evidence,))


def _why_not(leader: Deployable, lines: int, libraries: set[str], packed: set[str], infrastructure: tuple[str, ...]) -> str:
    """The sentence that says why a root does not count as a service; empty when it does."""
    if leader.role == "frontend":
        return "share.frontend"
    if leader.role not in SERVERS:
        return "share.no-server"
    if not lines:
        return "share.no-source"
    names = {leader.name.lower(), leader.folder.rpartition("/")[2].lower()}
    if packed and names & packed:
        return "share.ear"
    if any(fnmatch(library, glob) for library in sorted(libraries) for glob in infrastructure):
        return "share.infrastructure"
    return ""


def _technical(
    facts: tuple[FileFacts, ...], architecture: Architecture, roots: Roots, divided: Mapping[str, Programs]
) -> frozenset[str]:
    """Units of library modules, built by themselves and started by nobody, from which no way leads to a table outside of the roots.
    What the programs of one root share is a module by folder.

    Such a module is to its users what a published library is: security, logging, clients. One that holds what the application does
    with its data is common code. Nothing counts as technical where no use of a table was read at all.
    """
    paths = {unit.id: unit.path for unit in architecture.units if unit.kind not in ("external", "table")}
    outside = {unit: path for unit, path in paths.items() if roots.owner(path) is None}
    folders = {fact.folder for file in facts if file.role == "source" for fact in file.of(Artifact)}
    within = Roots(divided)
    folders.update(path.rpartition("/")[0] for path in outside.values() if within.owner(path) is not None)
    modules = Roots(folder for folder in folders if folder)
    home = {unit: module for unit, path in outside.items() if (module := modules.owner(path)) is not None}
    users: dict[str, list[str]] = defaultdict(list)
    for dependency in architecture.dependencies:
        if dependency.source in outside and dependency.target in outside:
            users[dependency.target].append(dependency.source)
    reaching = reached((access.unit for access in architecture.accesses if access.unit in outside), users)
    common = {home[unit] for unit in reaching if unit in home}
    return frozenset(unit for unit, module in home.items() if module not in common) if architecture.accesses else frozenset()


def _exclusive(architecture: Architecture, roots: Roots, technical: frozenset[str]) -> dict[str, float]:
    """Own lines of a root divided by own lines and those it reaches elsewhere in the tree, through any number of dependencies.

    Elsewhere, only units that act count, those that call or make units of other files: records, entities and constants that
    several roots share are a common vocabulary, not common code. Nor do `technical` units count.
    """
    owner = {unit.id: roots.owner(unit.path) for unit in architecture.units if unit.kind not in ("external", "table")}
    size = {unit.id: max(1, unit.lines) for unit in architecture.units}
    paths = {unit.id: unit.path for unit in architecture.units}
    uses: dict[str, list[str]] = defaultdict(list)
    acting: set[str] = set()
    for dependency in architecture.dependencies:
        if dependency.source in owner and dependency.target in owner:
            uses[dependency.source].append(dependency.target)
            if paths[dependency.source] != paths[dependency.target] and any(kind in _ACTS for kind, _ in dependency.kinds):
                acting.add(dependency.source)
    members: dict[str, list[str]] = defaultdict(list)
    for unit, folder in owner.items():
        if folder is not None:
            members[folder].append(unit)
    found = {}
    for folder, units in members.items():
        own = sum(size[unit] for unit in units)
        elsewhere = sum(size[unit] for unit in reached(units, uses) if owner[unit] != folder and unit in acting - technical)
        found[folder] = own / (own + elsewhere)
    return found
