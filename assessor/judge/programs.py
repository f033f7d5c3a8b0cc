"""Programs that one module builds several of, each with an entry of its own: Go's `cmd/order` and `cmd/stock` beside one `go.mod`.

To each belongs the folder around its entry that holds no other's, and what it alone of those that serve somebody reaches. A program
serves when that answers at an address other than for probes; the others are tools and workers. What several reach is nobody's.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from assessor.domain.architecture import Architecture
from assessor.domain.contracts import MESSAGES, PROTOCOLS
from assessor.domain.facts import Declaration, Endpoint, Evidence, FileFacts, Trait
from assessor.domain.language import Language
from assessor.judge.owners import Roots, reached

_PROBE = re.compile(
    r"(?i)(?:^|/)(?:-/)?(?:health\w*|ready\w*|live\w*|ping|metrics|varz|statusz|debug\b.*|pprof\b.*|version|status)/?$"
)
_PLAIN = frozenset({"cmd", "app", "apps", "main", "server", "service", "services", "src", "internal", "interface", "pkg"})
"""Folders whose names tell no program from another."""


class Program(NamedTuple):
    """Something that is started by itself; `folder` is that of its entry. A tool or worker does not serve; `contract` says that it
    answers to one (gRPC, Thrift), which only other programs call."""

    name: str
    folder: str
    evidence: Evidence
    serves: bool
    contract: bool


class Programs(NamedTuple):
    """The programs of a root, and of each of its files the folder of the program that it belongs to."""

    all: tuple[Program, ...]
    owner: Mapping[str, str]


def programs(
    facts: tuple[FileFacts, ...],
    architecture: Architecture,
    languages: Iterable[Language],
    folders: Iterable[str],
    least: float,
) -> dict[str, Programs]:
    """Root -> its programs, for those of `folders` that build at least `least` which serve."""
    entries = {language.id: language.structure.program for language in languages if language.structure.program}
    roots = Roots(folders)
    files: dict[str, list[FileFacts]] = defaultdict(list)
    started: dict[str, dict[str, Evidence]] = defaultdict(dict)
    for file in sorted(facts, key=lambda file: file.path):
        root = roots.owner(file.path) if file.role == "source" else None
        if root is None:
            continue
        files[root].append(file)
        entry = entries.get(file.language, "")
        if entry and file.namespace == entry:
            for fact in file.of(Declaration):
                if fact.kind == "function" and fact.name.rpartition(".")[2] == entry:
                    started[root].setdefault(file.path.rpartition("/")[0], Evidence(file.path, fact.line))
    found = {}
    for root, places in sorted(started.items()):
        if len(places) >= least:
            divided = _divided(files[root], places, architecture)
            if sum(one.serves for one in divided.all) >= least:
                found[root] = divided
    return found


def _divided(files: list[FileFacts], started: Mapping[str, Evidence], architecture: Architecture) -> Programs:
    homes = _homes(started)
    users_of = _users(started, architecture)

    def owners(path: str, among: frozenset[str]) -> str | None:
        home = homes.owner(path)
        if home is not None:
            return homes_of[home]
        users = users_of.get(path.rpartition("/")[0], frozenset()) & among
        return next(iter(users)) if len(users) == 1 else None

    homes_of = {_home(folder, started): folder for folder in started}
    everyone = frozenset(started)
    serving = _owning((file for file in files if _answers(file)), owners, everyone)
    bound = _owning((file for file in files if _is_bound(file)), owners, everyone)
    owner = {file.path: found for file in files if (found := owners(file.path, serving)) is not None}
    names = _names(started)
    every = (Program(names[one], one, started[one], one in serving, one in bound) for one in sorted(started))
    return Programs(tuple(every), owner)


def _owning(
    files: Iterable[FileFacts], owners: Callable[[str, frozenset[str]], str | None], among: frozenset[str]
) -> frozenset[str]:
    return frozenset(folder for file in files if (folder := owners(file.path, among)) is not None)


def _answers(file: FileFacts) -> bool:
    asked = any(each.protocol not in MESSAGES and not _PROBE.search(each.path) for each in file.of(Endpoint))
    return asked or _is_bound(file)


def _is_bound(file: FileFacts) -> bool:
    contract = any(each.protocol in PROTOCOLS for each in file.of(Endpoint))
    return contract or any(each.name == "server.made" for each in file.of(Trait))


def _home(folder: str, started: Mapping[str, Evidence]) -> str:
    """The widest folder around an entry in which no other entry lies."""
    home = folder
    while "/" in home:
        above = home.rpartition("/")[0]
        if any(other != folder and (other == above or other.startswith(f"{above}/")) for other in started):
            break
        home = above
    return home


def _homes(started: Mapping[str, Evidence]) -> Roots:
    alone = [folder for folder in started if not any(other != folder and _inside(other, folder) for other in started)]
    return Roots(_home(folder, started) for folder in alone if folder)


def _inside(folder: str, outer: str) -> bool:
    return not outer or folder.startswith(f"{outer}/")


def _users(started: Mapping[str, Evidence], architecture: Architecture) -> dict[str, frozenset[str]]:
    """Folder of a unit -> the entries from which a way of dependencies leads to it."""
    folders = {unit.id: unit.path.rpartition("/")[0] for unit in architecture.units if unit.kind not in ("external", "table")}
    uses: dict[str, list[str]] = defaultdict(list)
    for dependency in architecture.dependencies:
        if dependency.source in folders and dependency.target in folders:
            uses[dependency.source].append(dependency.target)
    found: dict[str, set[str]] = defaultdict(set)
    for entry in started:
        for unit in reached((unit for unit, folder in folders.items() if folder == entry), uses):
            found[folders[unit]].add(entry)
    return {folder: frozenset(entries) for folder, entries in found.items()}


def _names(folders: Iterable[str]) -> dict[str, str]:
    """The last folder whose name tells something, and as many before it as tell the programs apart."""
    words = {folder: [w for w in folder.split("/") if w.lower() not in _PLAIN] or [folder] for folder in folders}
    deep = 1
    names = {folder: parts[-1] for folder, parts in words.items()}
    while len(set(names.values())) < len(names) and deep < 8:
        deep += 1
        names = {folder: "-".join(parts[-deep:]) for folder, parts in words.items()}
    return names if len(set(names.values())) == len(names) else {folder: folder for folder in words}
