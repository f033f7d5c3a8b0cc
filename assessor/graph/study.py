"""From facts to the cut simulation, in one step: shared state placed, candidates judged."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from assessor.domain.architecture import Architecture, Measures
from assessor.domain.criteria import Assumption
from assessor.domain.cut import Cut
from assessor.domain.facts import FileFacts
from assessor.domain.language import Language
from assessor.domain.proposal import Proposal
from assessor.domain.recall import Recall, make_anew
from assessor.graph.build import declared
from assessor.graph.candidates import simulate
from assessor.graph.proposed import propose
from assessor.graph.split_cost import state_of


def study(
    facts: Iterable[FileFacts],
    languages: Sequence[Language],
    architecture: Architecture,
    measures: Measures,
    changes: Mapping[tuple[str, str], float],
    assumptions: Sequence[Assumption],
    proposal: Proposal | None = None,
    recall: Recall = make_anew,
) -> Cut:
    """`changes` are pairs of units that changed together, with their weight; empty without a usable history. A `proposal` gets
    its bill beside the simulation. `recall` remembers how graphs come apart."""
    code, units, _ = declared(tuple(facts), {language.id: language for language in languages})
    values = {one.id: one.value for one in assumptions if one.kind != "list"}
    lists = {one.id: one.words for one in assumptions if one.kind == "list"}
    state = state_of(code, units)
    efforts = {one.id.removeprefix("effort."): (one.low, one.high) for one in assumptions if one.id.startswith("effort.")}
    accessors, layer_words = lists.get("cut.accessors", ()), lists.get("cut.layer-words", ())
    cut = simulate(architecture, measures, state, changes, values, accessors, layer_words, efforts, recall)
    if proposal is None:
        return cut
    return replace(cut, proposed=propose(proposal, architecture, measures, state, changes, values, efforts))
