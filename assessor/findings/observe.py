"""Which criteria of the five dimensions something was found for."""

from assessor.domain.architecture import Architecture, Measures
from assessor.domain.facts import FileFacts
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
        found.append(
            Observation(
                criterion=criterion.id,
                hits=len({(hit.path, hit.evidence.line, hit.evidence.excerpt) for hit in match.hits}) or round(match.figure),
                places=len({place.path for place in places}),
                evidence=tuple(sorted(set(places)))[:SHOWN],
                names=match.names[:SHOWN],
                figure=match.figure,
            )
        )
    return tuple(sorted(found))
