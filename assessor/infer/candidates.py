"""A backing service with all that speaks for it, and how sure that makes it.

Confidence = 1 - product of (1 - weight) over independent kinds of evidence. Within a kind the strongest sign counts; a
connection that was read from a counted setting is the same evidence, not a second kind.
"""

from math import prod

from msgspec import Struct

from assessor.domain.catalogue import ServiceKind
from assessor.infer.scene import Scene
from assessor.infer.signs import Sighting, sightings


class Candidate(Struct, frozen=True):
    """`confidence` 0..1 rounded to two digits; `kinds` sorted."""

    kind: ServiceKind
    sightings: tuple[Sighting, ...]
    confidence: float
    kinds: tuple[str, ...]


def candidate(kind: ServiceKind, scene: Scene) -> Candidate | None:
    """`None` when nothing in the scene speaks for the service."""
    seen = _independent(sightings(kind, scene))
    if not seen:
        return None
    strongest: dict[str, float] = {}
    for sighting in seen:
        strongest[sighting.kind] = max(strongest.get(sighting.kind, 0.0), sighting.weight)
    confidence = round(1 - prod(1 - weight for _, weight in sorted(strongest.items())), 2)
    return Candidate(kind, seen, confidence, tuple(sorted(strongest)))


def _independent(seen: tuple[Sighting, ...]) -> tuple[Sighting, ...]:
    settings = {(s.evidence.path, s.evidence.line) for s in seen if s.kind == "setting"}
    return tuple(s for s in seen if s.kind != "connection" or (s.evidence.path, s.evidence.line) not in settings)
