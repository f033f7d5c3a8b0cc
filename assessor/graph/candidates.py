"""The cut simulation: which parts there could be, how well each can be cut (CUT, the minimum of its terms), and at what price.

Specification: the minimum names the binding constraint; a term that does not apply is dropped and named, never counted as 1;
k = 1 is always a candidate and wins when no part's seam reaches the least seam.
"""

from collections.abc import Callable, Mapping, Sequence

from msgspec.structs import replace

from assessor.domain.architecture import Architecture, Measures
from assessor.domain.cut import Cut
from assessor.domain.judgement import Part, Score
from assessor.domain.recall import Recall, make_anew
from assessor.graph.clusters import Clustering, cluster, modularity_z, ties_of
from assessor.graph.layers import Working, working
from assessor.graph.omnipresent import rough_parts, shared_kernel
from assessor.graph.seams import seam
from assessor.graph.shaped import Changes, Shaped
from assessor.graph.split_cost import Efforts, State, bill, days
from assessor.graph.split_metrics import metrics
from assessor.graph.together import TABLE

_LEAST_NODES = 3
_LEAST_UNITS = 4
_LEAST_SHARE = 0.02
"""A part of fewer units, or of a smaller share of them, is no candidate for a service; its units count as undecided."""


def simulate(
    architecture: Architecture,
    measures: Measures,
    state: State,
    changes: Changes,
    values: Mapping[str, float],
    accessors: Sequence[str],
    layer_words: Sequence[str] = (),
    efforts: Efforts | None = None,
    recall: Recall = make_anew,
) -> Cut:
    """Simulates; `values` are the numbers of rules/assumptions by id, `accessors` the endings of repositories, `layer_words` are
    no names for a part."""
    if measures.units < values["units.few"]:
        return Cut(applies=False, reason="cut.too-few-units")
    flows = architecture.flows
    coefficients = {name.removeprefix("cut.layer."): value for name, value in values.items() if name.startswith("cut.layer.")}
    made = _without_kernel(architecture, changes, values, coefficients, accessors, layer_words)
    profiles = made.profiles()
    if not profiles or len(made.members) < 2 * _LEAST_NODES:
        return Cut(applies=False, reason="cut.no-ties", kernel=made.kernel)
    # Names help to find parts; no border costs more for them.
    graph = made.graph({**coefficients, "name": 0.0})
    graphs = {name: made.graph(coefficients, name) for name in profiles}
    sizes = max(_LEAST_UNITS, _LEAST_SHARE * measures.units), values["cut.most-share"] * measures.units
    fits = _fitting(made, *sizes)
    ties = [ties_of(each) for each in (graph, *graphs.values())]
    depends = (ties, profiles, made.members, sizes)
    found = recall("clusters", Clustering, depends, lambda: cluster(graphs, graph, _LEAST_NODES, fits))
    found = _candidates_only(found, made, fits)
    shaped = Shaped(architecture, measures, flows, made, found.parts, layer_words=layer_words, changes=changes)
    candidates = []
    for number, (part, steady) in enumerate(zip(found.parts, found.steadiness, strict=True)):
        own_seam, conductance, drawn = seam(graph, part, number)
        terms, dropped = shaped.terms(number, own_seam, steady)
        candidates.append(shaped.candidate(number, terms, dropped, round(conductance, 6), round(drawn, 6), state, efforts or {}))
    rewirings = int(values["cut.rewirings"])
    value, z = recall(
        "modularity", tuple[float, float], (ties[0], found.parts, rewirings), lambda: modularity_z(graph, found.parts, rewirings)
    )
    best = max((dict(c.part.terms).get("seam", 0.0) for c in candidates), default=0.0)
    together = bill(architecture, flows, state, shaped.sides())
    return Cut(
        applies=True,
        reason="cut.simulated" if candidates else "cut.no-parts",
        candidates=tuple(sorted(candidates, key=lambda c: (-c.part.cut, c.name))),
        together=together,
        days=days(together, efforts or {}),
        kernel=made.kernel,
        apart=made.apart,
        undecided=tuple(sorted(name for node in found.undecided for name in made.members[node] if not name.startswith(TABLE))),
        metrics=metrics(architecture, flows, shaped.sides()),
        whole=best < values["cut.least-seam"],
        merged=made.merged,
        nodes=len(made.members),
        runs=found.runs,
        stability=found.stability,
        modularity=round(value, 6),
        z=round(z, 3),
    )


def _without_kernel(
    architecture: Architecture,
    changes: Changes,
    values: Mapping[str, float],
    coefficients: Mapping[str, float],
    accessors: Sequence[str],
    layer_words: Sequence[str],
) -> Working:
    """The working graph; what everybody uses is told from a first, rough clustering, and set apart."""
    most = int(values["cut.most-nodes"])

    def made(kernel: frozenset[str]) -> Working:
        return working(
            architecture,
            architecture.flows,
            changes,
            most_nodes=most,
            kernel=kernel,
            accessors=accessors,
            layer_words=layer_words,
        )

    rough = made(frozenset())
    parts_of_nodes = rough_parts(rough.graph(coefficients))
    part_of = {name: parts_of_nodes[node] for name, node in rough.node_of.items() if node in parts_of_nodes}
    data = {access.unit for access in architecture.accesses}
    for names in rough.members.values():
        if not rough.merged and any(name.startswith(TABLE) for name in names):
            data.update(names)
    kernel = shared_kernel(architecture, part_of, values["cut.kernel-share"], data)
    return made(kernel) if kernel else rough


def _fitting(made: Working, least: float, most: float) -> Callable[[Sequence[str]], bool]:
    """True for a part of a size to leave: not too small to be a service, and not most of the application, which would stay."""
    sizes = {node: sum(not name.startswith(TABLE) for name in names) for node, names in made.members.items()}
    return lambda part: least <= sum(sizes[node] for node in part) <= most


def _candidates_only(found: Clustering, made: Working, fits: Callable[[Sequence[str]], bool]) -> Clustering:
    kept = [(part, steady) for part, steady in zip(found.parts, found.steadiness, strict=True) if fits(part)]
    inside = {node for part, _ in kept for node in part}
    return replace(
        found,
        parts=tuple(part for part, _ in kept),
        steadiness=tuple(steady for _, steady in kept),
        undecided=tuple(sorted(node for node in made.members if node not in inside)),
    )


def parts(cut: Cut) -> tuple[Part, ...]:
    """What the judge is shown: no part when the whole won."""
    return () if cut.whole else tuple(candidate.part for candidate in cut.candidates)


def score(cut: Cut, few: float) -> Score:
    """CUT of the best part, with the id of the sentence that says how it came about."""
    best = cut.candidates[0].part if cut.candidates else None
    says = "cut.whole" if cut.applies and cut.whole and best else cut.reason
    if says == "cut.simulated" and best and round(best.cut, 2) >= 1:
        says = "cut.free"
    said = {"nodes": str(cut.nodes), "few": f"{few:g}", "parts": str(len(cut.candidates))}
    if best is not None:
        seam_ = max(dict(candidate.part.terms).get("seam", 0.0) for candidate in cut.candidates)
        said |= {"name": best.name, "value": f"{best.cut:.2f}", "binding": best.binding, "seam": f"{seam_:.2f}"}
    value = 0.0 if best is None or cut.whole else best.cut
    evidence = best.evidence if best else ()
    return Score("CUT", value, cut.applies, "", evidence=evidence, says=says, values=tuple(sorted(said.items())))
