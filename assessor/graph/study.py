"""From facts to the cut simulation, in one step: shared state placed, candidates judged."""

from collections.abc import Iterable, Mapping, Sequence

from assessor.domain.architecture import Architecture, Measures
from assessor.domain.criteria import Assumption
from assessor.domain.cut import Cut
from assessor.domain.facts import FileFacts
from assessor.domain.language import Language
from assessor.graph.build import names
from assessor.graph.candidates import simulate
from assessor.graph.split_cost import state_of


def study(
    facts: Iterable[FileFacts],
    languages: Sequence[Language],
    architecture: Architecture,
    measures: Measures,
    changes: Mapping[tuple[str, str], float],
    assumptions: Sequence[Assumption],
) -> Cut:
    """`changes` are pairs of units that changed together, with their weight; empty without a usable history."""
    view = names(facts, languages)
    values = {one.id: one.value for one in assumptions if one.kind != "list"}
    lists = {one.id: one.words for one in assumptions if one.kind == "list"}
    state = state_of(view.code, view.units)
    return simulate(
        architecture, measures, state, changes, values, lists.get("cut.accessors", ()), lists.get("cut.layer-words", ())
    )
