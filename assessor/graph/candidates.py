"""The cut simulation: which parts there could be, how well each can be cut (CUT, the minimum of its terms), and at what price.

Specification: the minimum names the binding constraint; a term that does not apply is dropped and named, never counted as 1;
k = 1 is always a candidate and wins when no part's seam reaches the least seam.
"""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from assessor.domain.architecture import Architecture, Cycle, Flow, Measures
from assessor.domain.cut import Candidate, Cut
from assessor.domain.facts import Evidence
from assessor.domain.judgement import Part, Score
from assessor.graph.clusters import Clustering, cluster, modularity_z
from assessor.graph.layers import TABLE, Working, table_node, working
from assessor.graph.part_names import part_names
from assessor.graph.seams import seam
from assessor.graph.split_cost import bill, touched
from assessor.graph.split_metrics import metrics

_LEAST_NODES = 3
_LEAST_UNITS = 4
_LEAST_SHARE = 0.02
"""A part of fewer units, or of a smaller share of them, is no candidate for a service; its units count as undecided."""
_CORE = 0.02
"""A cycle with less than this share of all units is no core."""


def simulate(
    architecture: Architecture,
    measures: Measures,
    state: Mapping[str, Sequence[tuple[str, Evidence]]],
    changes: Mapping[tuple[str, str], float],
    values: Mapping[str, float],
    accessors: Sequence[str],
    layer_words: Sequence[str] = (),
) -> Cut:
    """Simulates; `values` are the numbers of rules/assumptions by id, `accessors` the endings of repositories, `layer_words` are
    no names for a part."""
    if measures.units < values["units.few"]:
        return Cut(applies=False, reason="cut.too-few-units")
    flows = architecture.flows
    made = working(
        architecture,
        flows,
        changes,
        most_nodes=int(values["cut.most-nodes"]),
        kernel_share=values["cut.kernel-share"],
        accessors=accessors,
    )
    coefficients = {name.removeprefix("cut.layer."): value for name, value in values.items() if name.startswith("cut.layer.")}
    profiles = made.profiles()
    if not profiles or len(made.members) < 2 * _LEAST_NODES:
        return Cut(applies=False, reason="cut.no-ties", kernel=made.kernel)
    graph = made.graph(coefficients)
    found = cluster({name: made.graph(coefficients, name) for name in profiles}, graph, _LEAST_NODES)
    least = max(_LEAST_UNITS, _LEAST_SHARE * measures.units)
    found = _right_size(found, made, least, values["cut.most-share"] * measures.units)
    shaped = _Shaped(architecture, measures, flows, made, found.parts, layer_words)
    candidates = []
    for number, (part, steady) in enumerate(zip(found.parts, found.steadiness, strict=True)):
        own_seam, conductance, drawn = seam(graph, part, number)
        terms, dropped = shaped.terms(number, own_seam, steady)
        candidates.append(shaped.candidate(number, terms, dropped, round(conductance, 6), round(drawn, 6), state, bool(changes)))
    value, z = modularity_z(graph, found.parts, int(values["cut.rewirings"]))
    best = max((dict(c.part.terms).get("seam", 0.0) for c in candidates), default=0.0)
    return Cut(
        applies=True,
        reason="cut.simulated" if candidates else "cut.no-parts",
        candidates=tuple(sorted(candidates, key=lambda c: (-c.part.cut, c.name))),
        together=bill(architecture, flows, state, shaped.sides()),
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


def _right_size(found: Clustering, made: Working, least: float, most: float) -> Clustering:
    """Leaves out parts too small to be a service, and the one that is most of the application: that is what would stay."""
    kept = [
        (part, steady)
        for part, steady in zip(found.parts, found.steadiness, strict=True)
        if least <= sum(not name.startswith(TABLE) for node in part for name in made.members[node]) <= most
    ]
    inside = {node for part, _ in kept for node in part}
    return replace(
        found,
        parts=tuple(part for part, _ in kept),
        steadiness=tuple(steady for _, steady in kept),
        undecided=tuple(sorted(node for node in made.members if node not in inside)),
    )


class _Shaped:
    """The parts as units and tables, and the terms that are computed on those."""

    def __init__(
        self,
        architecture: Architecture,
        measures: Measures,
        flows: Sequence[Flow],
        made: Working,
        parts: Sequence[Sequence[str]],
        layer_words: Sequence[str],
    ) -> None:
        self._architecture = architecture
        self._flows = flows
        self._units = {unit.id: unit for unit in architecture.units}
        names = [tuple(sorted(name for node in part for name in made.members[node])) for part in parts]
        self.units = [tuple(name for name in part if not name.startswith(TABLE)) for part in names]
        spelling = {table_node(table.name): table.name for table in architecture.tables}
        self.tables = [tuple(spelling[name] for name in part if name in spelling) for part in names]
        every = [(unit.id, unit.package) for unit in architecture.units if unit.id in made.node_of]
        self.names = part_names(
            [[(name, self._units[name].package) for name in part] for part in self.units], every, self.tables, layer_words
        )
        self._part_of = {name: number for number, part in enumerate(names) for name in part}
        self._inside = set(made.node_of)
        self._core = _core(measures)

    def sides(self, only: int | None = None) -> dict[str, str]:
        """Side by unit and table node: the part's name, `` for the rest; with `only`, every other part counts as the rest."""
        result = {}
        for name in self._inside:
            number = self._part_of.get(name)
            result[name] = self.names[number] if number is not None and only in (None, number) else ""
        return result

    def terms(self, number: int, own_seam: float, steady: float) -> tuple[dict[str, float], tuple[str, ...]]:
        """The terms that apply, 0..1, and the names of those that do not."""
        sides, name = self.sides(number), self.names[number]
        every: dict[str, float | None] = {
            "seam": own_seam,
            "stability": steady,
            "calls": self._calls(number, sides, name),
            "transactions": self._whole_transactions(sides, name),
            "writers": self._single_writers(number, sides),
            "keys": self._kept_keys(sides, name),
            "cycle": self._outside_core(number),
        }
        return (
            {key: round(max(0.0, min(1.0, value)), 6) for key, value in every.items() if value is not None},
            tuple(sorted(key for key, value in every.items() if value is None)),
        )

    def _calls(self, number: int, sides: Mapping[str, str], name: str) -> float | None:
        """1 - share of crossing call weight / the share a random part of this size would have."""
        crossing = touching = 0.0
        for edge in self._architecture.dependencies:
            ends = (sides.get(edge.source), sides.get(edge.target))
            if None in ends or name not in ends:
                continue
            touching += edge.weight
            crossing += edge.weight if ends[0] != ends[1] else 0
        size, total = len(self.units[number]), len([u for u in self._inside if not u.startswith(TABLE)])
        rest = total - size
        if not touching or not rest:
            return None
        expected = 2 * rest / (size + 2 * rest)
        return 1 - crossing / touching / expected

    def _whole_transactions(self, sides: Mapping[str, str], name: str) -> float | None:
        mine = [touched(flow, sides) for flow in self._flows if flow.writes]
        mine = [found for found in mine if name in found]
        return sum(len(found) == 1 for found in mine) / len(mine) if mine else None

    def _single_writers(self, number: int, sides: Mapping[str, str]) -> float | None:
        writers: dict[str, set[str]] = {table: set() for table in self.tables[number]}
        for access in self._architecture.accesses:
            if "W" in access.access and access.table in writers and access.unit in sides:
                writers[access.table].add(sides[access.unit])
        written = [by for by in writers.values() if by]
        return sum(len(by) == 1 for by in written) / len(written) if written else None

    def _kept_keys(self, sides: Mapping[str, str], name: str) -> float | None:
        kept = cut = 0
        for table in self._architecture.tables:
            for target in table.references:
                ends = {sides.get(table_node(table.name)), sides.get(table_node(target))}
                if name in ends and None not in ends:
                    kept += len(ends) == 1
                    cut += len(ends) == 2
        return kept / (kept + cut) if kept + cut else None

    def _outside_core(self, number: int) -> float | None:
        """Share of the part's units outside a core cycle that reaches beyond the part; a cycle inside it harms nobody."""
        mine = set(self.units[number])
        if not mine or not self._core or self._core <= mine:
            return None if not mine or not self._core else 1.0
        return 1 - len(mine & self._core) / len(mine)

    def candidate(
        self,
        number: int,
        terms: Mapping[str, float],
        dropped: tuple[str, ...],
        conductance: float,
        drawn: float,
        state: Mapping[str, Sequence[tuple[str, Evidence]]],
        with_history: bool,
    ) -> Candidate:
        binding, value = min(terms.items(), key=lambda term: (term[1], term[0]))
        lifted = min((other for key, other in terms.items() if key != binding), default=value)
        writes = self._writes()
        part = Part(
            name=self.names[number],
            cut=value,
            terms=tuple(terms.items()),
            binding=binding,
            remedy=f"cut.remedy.{binding}",
            lifted=lifted,
            writes=round(writes.get(self.names[number], 0) / max(sum(writes.values()), 1), 6),
            units=len(self.units[number]),
            evidence=self._places(number),
        )
        return Candidate(
            name=self.names[number],
            units=self.units[number],
            tables=self.tables[number],
            lines=sum(self._units[u].lines for u in self.units[number]),
            part=part,
            bill=bill(self._architecture, self._flows, state, self.sides(number)),
            conductance=conductance,
            random_conductance=drawn,
            dropped=tuple(sorted((*dropped, *(() if with_history else ("co-change",))))),
        )

    def _places(self, number: int) -> tuple[Evidence, ...]:
        """Where the part lies: its largest units in the package that gave it its name."""
        words = self.names[number].split("+")
        units = sorted(
            (self._units[name] for name in self.units[number]),
            key=lambda unit: (not any(word in unit.package for word in words), -unit.lines, unit.id),
        )
        return tuple(Evidence(unit.path, unit.line) for unit in units[:3])

    def _writes(self) -> dict[str, int]:
        """Write accesses by part."""
        sides = self.sides()
        counts: dict[str, int] = {}
        for access in self._architecture.accesses:
            if "W" in access.access and access.unit in sides:
                side = sides[access.unit]
                counts[side] = counts.get(side, 0) + 1
        return counts


def _core(measures: Measures) -> set[str]:
    largest: Cycle | None = measures.cycles[0] if measures.cycles else None
    return set(largest.units) if largest and len(largest.units) >= max(3, _CORE * measures.units) else set()


def parts(cut: Cut) -> tuple[Part, ...]:
    """What the judge is shown: no part when the whole won."""
    return () if cut.whole else tuple(candidate.part for candidate in cut.candidates)


def score(cut: Cut, few: float) -> Score:
    """CUT of the best part, with the id of the sentence that says how it came about."""
    best = cut.candidates[0].part if cut.candidates else None
    says = "cut.whole" if cut.applies and cut.whole and best else cut.reason
    said = {"nodes": str(cut.nodes), "few": f"{few:g}", "parts": str(len(cut.candidates))}
    if best is not None:
        seam_ = max(dict(candidate.part.terms).get("seam", 0.0) for candidate in cut.candidates)
        said |= {"name": best.name, "value": f"{best.cut:.2f}", "binding": best.binding, "seam": f"{seam_:.2f}"}
    value = 0.0 if best is None or cut.whole else best.cut
    evidence = best.evidence if best else ()
    return Score("CUT", value, cut.applies, "", evidence=evidence, says=says, values=tuple(sorted(said.items())))
