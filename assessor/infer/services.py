"""Backing services: sightings weighed into confidence, one database chosen, each service placed.

In: the catalogue's kinds and a `Scene`. Out: `BackingService`s, e.g. PostgreSQL, bundle, 0.9, kinds (library, setting).
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from assessor.domain.catalogue import ServiceKind
from assessor.domain.criteria import Assumption
from assessor.domain.facts import Evidence
from assessor.domain.runtime import BackingService, Placement
from assessor.domain.sentences import joined
from assessor.errors import RuleError
from assessor.infer.candidates import Candidate, candidates
from assessor.infer.client_versions import for_clients
from assessor.infer.scene import Scene
from assessor.infer.slots import Choice, choose

_EVIDENCE_PER_KIND = 4
_PLACES = {
    "library": "libraries",
    "setting": "settings",
    "connection": "addresses",
    "code": "code",
    "schema": "schema files",
    "deployment": "deployment files",
}
"""Where each kind of evidence stands, as readers call it."""
_STRONGEST_FIRST = ("setting", "connection", "deployment", "library", "code", "schema")


class Thresholds(Struct, frozen=True):
    """Least confidence to become a container of the bundle, to be written as a comment, and to be named at all.

    `database` is enough for the one database that was chosen, because most applications have one and this is the likeliest.
    """

    bundle: float
    optional: float
    mentioned: float
    database: float


def thresholds(assumptions: Iterable[Assumption]) -> Thresholds:
    """The numbers `confidence.*` of `rules/assumptions/`."""
    values = {one.id: one.value for one in assumptions}
    try:
        return Thresholds(**{name: values[f"confidence.{name}"] for name in Thresholds.__struct_fields__})
    except KeyError as missing:
        raise RuleError(f"rules/assumptions/ holds no {missing}", at="rules/assumptions", hint="add a file with that id") from None


def services(
    catalogue: Iterable[ServiceKind], scene: Scene, folders: Sequence[str], thresholds: Thresholds
) -> tuple[BackingService, ...]:
    """The services of `scene`, sorted by id. `folders` are the source roots of its deployables."""
    found = candidates(catalogue, scene)
    choice = choose(found, folders)
    named = (_service(each, choice, thresholds, scene) for each in found)
    return tuple(sorted(service for service in named if service is not None))


def _service(found: Candidate, choice: Choice, thresholds: Thresholds, scene: Scene) -> BackingService | None:
    kind = found.kind
    placement, reason = _placed(found, choice, thresholds)
    if placement is None:
        return None
    others = choice.alternatives if kind.id in choice.chosen else ()
    return BackingService(
        id=kind.id,
        name=kind.name,
        slot=kind.slot,
        placement=placement,
        confidence=_sure(found, choice),
        kinds=found.kinds,
        reason=reason,
        evidence=_evidence(found),
        version=next((sighting.version for sighting in found.sightings if sighting.version), "") or for_clients(kind, scene),
        alternatives=tuple(sorted({*kind.alternatives, *others} - {kind.id})),
    )


def _placed(found: Candidate, choice: Choice, thresholds: Thresholds) -> tuple[Placement | None, str]:
    kind, sure = found.kind, _sure(found, choice)
    seen = joined([_PLACES.get(each, each) for each in found.kinds])
    if kind.id in choice.alternatives:
        if sure < thresholds.mentioned:
            return None, ""
        return "mentioned", choice.reasons.get(kind.id, "another database was chosen")
    if sure < thresholds.mentioned:
        return None, ""
    enough = thresholds.database if kind.id in choice.chosen else thresholds.bundle
    if kind.placement == "embedded":
        return ("embedded" if sure >= thresholds.optional else "mentioned"), f"runs inside the application's own process ({seen})"
    if kind.placement == "outside":
        if sure >= thresholds.optional:
            return "outside", kind.licence or "licensed or shared, reached by a variable"
        return "mentioned", f"named in {seen} only"
    if sure >= enough:
        return "bundle", choice.reasons.get(kind.id, f"named in {seen}")
    if sure >= thresholds.optional:
        return "optional", f"named in {seen} only; no setting that switches it on was found"
    return "mentioned", f"named in {seen} only"


def _sure(found: Candidate, choice: Choice) -> float:
    return found.confidence if found.kind.id in choice.chosen else found.thin


def _evidence(found: Candidate) -> tuple[Evidence, ...]:
    """The strongest few places of each kind of evidence; a place is shown once."""
    kept: dict[tuple[str, int], Evidence] = {}
    for kind in _STRONGEST_FIRST:
        places = sorted((s for s in found.sightings if s.kind == kind), key=lambda s: (-s.decides, -s.weight, s.evidence))
        for evidence in list(dict.fromkeys(sighting.evidence for sighting in places))[:_EVIDENCE_PER_KIND]:
            kept.setdefault((evidence.path, evidence.line), evidence)
    return tuple(sorted(kept.values()))
