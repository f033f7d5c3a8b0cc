"""Backing services with all that speaks for them, and how sure that makes it.

Confidence = 1 - product of (1 - weight) over independent kinds of evidence. Within a kind the strongest sign counts; a
connection in the file of a counted setting is the same evidence, not a second kind, and an import of a library that is counted
says little more than the library: where nothing else speaks and few files use it, it counts half (`thin`). What only a profile
of the product's own name configures (`application-elastic.yaml`), or code under `if REDIS_HOST:`, is an option, and so thin.

A reporting tool speaks to many databases that are not its own: a folder whose files use many products holds plug-ins, and says
nothing; a manifest that names many drivers says half as much.
"""

from collections.abc import Iterable, Mapping
from math import prod
from posixpath import dirname

from msgspec import Struct, structs

from assessor.domain.catalogue import ServiceKind
from assessor.infer.scene import Scene
from assessor.infer.signs import Sighting, sightings

_STORES = ("database", "document-database", "column-database", "graph-database", "time-series", "analytics-database", "search")
_EVERYWHERE = ("mail", "directory", "file-transfer", "proxy")
_PLUG_INS = 5
_DRIVERS = 7
_FEW_FILES = 3
"""Imports in fewer files are an extension or an option that may be left out, in more the application is built on it."""
_OPTION = 0.7
"""Confidence that an option has at most: enough for a comment, too little for a container."""
_ACTIVE = ("spring.profiles.active", "spring.profiles.include", "spring.profiles.default", "quarkus.profile")


class Candidate(Struct, frozen=True):
    """`confidence` 0..1 rounded to two digits; `kinds` sorted; `thin` is the confidence for what is not the chosen database."""

    kind: ServiceKind
    sightings: tuple[Sighting, ...]
    confidence: float
    kinds: tuple[str, ...]
    thin: float = 0.0


def candidates(catalogue: Iterable[ServiceKind], scene: Scene) -> tuple[Candidate, ...]:
    """Every service that something speaks for, in the order of the catalogue."""
    seen = [(kind, _independent(sightings(kind, scene))) for kind in catalogue]
    stores = {kind.id: found for kind, found in seen if kind.slot in _STORES}
    servers = {kind.id: found for kind, found in seen if kind.slot not in _EVERYWHERE}
    plug_ins = _crowded(stores, "code", _PLUG_INS, folders=True) | _crowded(servers, "code", _PLUG_INS + 1, folders=True)
    many = _crowded(stores, "library", _DRIVERS, folders=False)
    active = frozenset(
        profile.strip().lower() for each in scene.settings if each.key.lower() in _ACTIVE for profile in each.value.split(",")
    )
    found = []
    for kind, all_seen in seen:
        used = _without_denied(all_seen)
        kept = tuple(_weighed(s, many) for s in used if s.kind != "code" or dirname(s.evidence.path) not in plug_ins)
        if kept:
            found.append(_candidate(kind, kept, active))
    return tuple(found)


def _without_denied(seen: tuple[Sighting, ...]) -> tuple[Sighting, ...]:
    """Where the configuration names another choice, the addresses of this one say nothing."""
    if not any(sighting.denies for sighting in seen):
        return seen
    return tuple(s for s in seen if s.kind not in ("setting", "connection"))


def _candidate(kind: ServiceKind, seen: tuple[Sighting, ...], active: frozenset[str]) -> Candidate:
    strongest: dict[str, float] = {}
    for sighting in seen:
        strongest[sighting.kind] = max(strongest.get(sighting.kind, 0.0), sighting.weight)
    confidence = round(1 - prod(1 - weight for _, weight in sorted(strongest.items())), 2)
    thin = confidence
    if strongest.keys() == {"library", "code"} and len({s.evidence.path for s in seen if s.kind == "code"}) < _FEW_FILES:
        thin = round(1 - (1 - strongest["library"]) * (1 - strongest["code"] / 2), 2)
    told = [s for s in seen if s.kind in ("setting", "connection")]
    options = [s for s in told if _is_option(kind, s.profile, active)]
    if options and "deployment" not in strongest and all(s.asked for s in told if s not in options):
        thin = min(thin, _OPTION)
    return Candidate(kind, seen, confidence, tuple(sorted(strongest)), thin)


def _is_option(kind: ServiceKind, profile: str, active: frozenset[str]) -> bool:
    """Whether a setting holds only when somebody asks for it: under a condition, or in a profile named like the product."""
    name = profile.lower()
    return name.startswith("if ") or (
        len(name) > 3 and name not in active and (kind.id.startswith(name) or name.startswith(kind.id))
    )


def _independent(seen: tuple[Sighting, ...]) -> tuple[Sighting, ...]:
    files = {s.evidence.path for s in seen if s.kind == "setting"}
    lines = {(s.evidence.path, s.evidence.line) for s in seen if s.kind == "setting"}
    apart = [s for s in seen if s.kind != "connection" or (s.evidence.path, s.evidence.line) not in lines]
    return tuple(structs.replace(s, kind="setting") if s.kind == "connection" and s.evidence.path in files else s for s in apart)


def _crowded(seen: Mapping[str, tuple[Sighting, ...]], kind: str, least: int, *, folders: bool) -> frozenset[str]:
    """Files (or folders) in which at least so many different products show."""
    products: dict[str, set[str]] = {}
    for product, found in seen.items():
        for sighting in found:
            if sighting.kind == kind:
                path = sighting.evidence.path
                products.setdefault(dirname(path) if folders else path, set()).add(product)
    return frozenset(place for place, named in products.items() if len(named) >= least)


def _weighed(sighting: Sighting, many: frozenset[str]) -> Sighting:
    if sighting.kind == "library" and sighting.evidence.path in many:
        return structs.replace(sighting, weight=sighting.weight / 2)
    return sighting
