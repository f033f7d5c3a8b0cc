"""Which criteria of the five dimensions something was found for."""

from assessor.domain.architecture import Architecture, Measures
from assessor.domain.facts import Evidence, FileFacts
from assessor.domain.findings import Figure, Observation
from assessor.domain.knowledge import Knowledge
from assessor.domain.runtime import Landscape
from assessor.findings.figures import SHOWN, figures
from assessor.findings.predicates import predicate
from assessor.findings.seen import index


def observe(
    facts: tuple[FileFacts, ...], landscape: Landscape, architecture: Architecture, measures: Measures, knowledge: Knowledge
) -> tuple[Observation, ...]:
    """One observation per criterion that holds, sorted by criterion. What was not found is left out: absence is no evidence."""
    return observations(facts, landscape, figures(facts, landscape, architecture, measures), knowledge)


def observations(
    facts: tuple[FileFacts, ...], landscape: Landscape, known: tuple[Figure, ...], knowledge: Knowledge
) -> tuple[Observation, ...]:
    """As `observe`, for figures that were counted already."""
    by_name = {figure.name: figure for figure in known}
    compiled = [(criterion, predicate(criterion.when, criterion.id)) for criterion in knowledge.criteria]
    seen = index(facts, landscape, frozenset(kind for _, one in compiled for kind in one.kinds))
    found = []
    for criterion, one in compiled:
        match = one.match(seen, by_name)
        if not match.holds:
            continue
        places = [*(hit.evidence for hit in match.hits), *(e for figure in match.figures for e in figure.evidence)]
        shown = _places(places)
        found.append(
            Observation(
                criterion=criterion.id,
                hits=len(shown) if match.hits else round(match.figure),
                places=len({place.path for place in shown}),
                evidence=shown[:SHOWN],
                names=match.names[:SHOWN],
                figure=match.figure,
            )
        )
    return tuple(sorted(found))


def _places(places: list[Evidence]) -> tuple[Evidence, ...]:
    """Each line once, sorted; a whole file only where no line of it is named."""
    lines = {(place.path, place.line): place for place in sorted(places, reverse=True)}
    named = {path for path, line in lines if line}
    return tuple(sorted(place for (path, line), place in lines.items() if line or path not in named))
