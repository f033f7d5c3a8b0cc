"""One database per application part, chosen by the default configuration; the others are alternatives.

A driver says that a database can be used, a configured default that it is. An embedded default (SQLite, H2) gives way to a
server the application brings a driver for, because that is what production runs on. Many drivers without a setting are the data
sources of a reporting tool, not its own databases.
"""

from collections.abc import Sequence

from msgspec import Struct

from assessor.infer.candidates import Candidate
from assessor.infer.globs import fits, lies_in
from assessor.infer.signs import Sighting

_EXCLUSIVE = "database"
_RIVAL = "document-database"
_PRODUCTION = (
    "",
    *("prod*", "production", "default", "main", "docker*", "kubernetes", "release", "live", "container"),
    *("example", "sample", "dist", "template"),
)
_CODE = (".cs", ".vb", ".java", ".kt", ".go")
_DATA_SOURCES = 5
_DECIDED = 3


class Choice(Struct, frozen=True):
    """Ids of chosen databases and of the others, each sorted, and a sentence for each."""

    chosen: tuple[str, ...]
    alternatives: tuple[str, ...]
    reasons: dict[str, str]


def choose(candidates: Sequence[Candidate], folders: Sequence[str]) -> Choice:
    """The database of each of `folders` (source roots of deployables) that has its own settings, else the one of the whole.

    Where no setting decides, a document database is a rival of the others, and wins if it is the one that is set up; otherwise it
    has a slot of its own.
    """
    rivals = [found for found in candidates if found.kind.slot == _EXCLUSIVE]
    picked = _picked_by_folder(rivals, folders)
    if picked and max(_best_level(found) for found in picked) <= _DECIDED:
        documents = [found for found in candidates if found.kind.slot == _RIVAL and _best_level(found) > _DECIDED]
        picked = [] if documents else picked  # an address in code alone gives way to what the configuration names
    if not picked:
        others = [found for found in candidates if found.kind.slot == _RIVAL]
        decided = [found for found in others if _best_level(found) >= _DECIDED]
        if decided:
            return Choice((), tuple(sorted(found.kind.id for found in rivals)), _reasons([*rivals, *decided], _ids(decided)))
        rivals += others
        if not rivals:
            return Choice((), (), {})
        picked = [max(_eligible(rivals), key=_order)]
    servers = [found for found in picked if found.kind.placement != "embedded"]
    if not servers:
        hidden = [found for found in _eligible(rivals) if _is_hidden_server(found)]
        servers = [max(hidden, key=_order)] if hidden else []
    chosen = _ids([_as_deployed(found, rivals) for found in servers or picked])
    return Choice(chosen, tuple(id for id in _ids(rivals) if id not in chosen), _reasons(rivals, chosen))


def _ids(found: Sequence[Candidate]) -> tuple[str, ...]:
    return tuple(sorted({each.kind.id for each in found}))


def _picked_by_folder(rivals: Sequence[Candidate], folders: Sequence[str]) -> list[Candidate]:
    groups: dict[str, list[tuple[int, Candidate]]] = {}
    for found in rivals:
        levels: dict[str, list[int]] = {}
        for sighting in found.sightings:
            levels.setdefault(_owner(sighting.evidence.path, folders), []).append(_level(sighting))
        for folder, reached in levels.items():
            if max(reached) >= _DECIDED:
                groups.setdefault(folder, []).append((max(reached), found))
    own = {folder: group for folder, group in groups.items() if folder} or groups
    return [max(group, key=lambda entry: (entry[0], *_order(entry[1])))[1] for _, group in sorted(own.items())]


def _owner(path: str, folders: Sequence[str]) -> str:
    return max((folder for folder in folders if lies_in(path, folder)), key=len, default="")


def _level(sighting: Sighting) -> int:
    """How much a sighting says about the default: 5 decided for production, 4 by a connection, 3 for development or in
    code, 1 a driver."""
    production = not sighting.profile or sighting.profile.startswith("if ") or fits(_PRODUCTION, sighting.profile)
    if sighting.kind == "deployment":
        return 4 if production else 2
    if sighting.decides:
        return 5 if production else 3
    if sighting.kind == "connection":
        return 4 if production and not sighting.evidence.path.endswith(_CODE) else 3
    return {"setting": 2, "library": 1}.get(sighting.kind, 0)


def _as_deployed(found: Candidate, rivals: Sequence[Candidate]) -> Candidate:
    """The sibling that speaks the same protocol (MariaDB for MySQL), when that is the one an existing deployment runs."""
    if "deployment" in found.kinds:
        return found
    return next((other for other in rivals if other.kind.id in found.kind.alternatives and "deployment" in other.kinds), found)


def _best_level(found: Candidate) -> int:
    return max(_level(sighting) for sighting in found.sightings)


def _order(found: Candidate) -> tuple[int, bool, float, int, str]:
    """What was decided wins; among the undecided, one that the bundle may contain without a licence; then the likeliest."""
    free = found.kind.placement != "outside" and not found.kind.licence
    level = _best_level(found)
    return (level if level >= _DECIDED else 0, free, found.confidence, len(found.sightings), found.kind.id)


def _eligible(rivals: Sequence[Candidate]) -> Sequence[Candidate]:
    """Without the data sources of a reporting tool, unless nothing else is left."""
    drivers_only = [found for found in rivals if set(found.kinds) <= {"library", "code"}]
    if len(drivers_only) < _DATA_SOURCES:
        return rivals
    return [found for found in rivals if found not in drivers_only] or rivals


def _is_hidden_server(found: Candidate) -> bool:
    return found.kind.placement != "embedded" and any(
        s.kind in ("library", "setting", "connection") and s.weight >= 0.5 for s in found.sightings
    )


def _reasons(rivals: Sequence[Candidate], chosen: Sequence[str]) -> dict[str, str]:
    names = {found.kind.id: found.kind.name for found in rivals}
    whole = " and ".join(names[id] for id in chosen)
    said = {id: f"supported, but the application is set up for {whole}" for id in names if id not in chosen}
    if len(names) > len(chosen):
        said |= {
            id: "chosen by the application's own default; it can also use "
            + ", ".join(n for i, n in sorted(names.items()) if i not in chosen)
            for id in chosen
        }
    return said
