"""Parts as units and tables, with the terms of CUT and the bill of each. Parts may come from the simulation or from a person."""

from collections.abc import Mapping, Sequence

from assessor.domain.architecture import Architecture, Cycle, Flow, Measures
from assessor.domain.cut import Candidate
from assessor.domain.facts import Evidence
from assessor.domain.judgement import Part
from assessor.graph.layers import Working
from assessor.graph.part_names import part_names
from assessor.graph.split_cost import Efforts, State, bill, called, days, touched
from assessor.graph.together import TABLE, table_node

_CORE = 0.02
"""A cycle with less than this share of all units is no core."""

Changes = Mapping[tuple[str, str], float]
"""Pairs of units that changed together, with their weight."""


class Shaped:
    """The parts of one partition. `names` are given, or derived from packages, units and tables; `layer_words` are no names."""

    def __init__(
        self,
        architecture: Architecture,
        measures: Measures,
        flows: Sequence[Flow],
        made: Working,
        parts: Sequence[Sequence[str]],
        *,
        layer_words: Sequence[str] = (),
        names: Sequence[str] = (),
        changes: Changes | None = None,
    ) -> None:
        self._architecture = architecture
        self._flows = flows
        self._units = {unit.id: unit for unit in architecture.units}
        members = [tuple(sorted(name for node in part for name in made.members[node])) for part in parts]
        self.units = [tuple(name for name in part if not name.startswith(TABLE)) for part in members]
        spelling = {table_node(table.name): table.name for table in architecture.tables}
        self.tables = [tuple(spelling[name] for name in part if name in spelling) for part in members]
        every = [(unit.id, unit.package) for unit in architecture.units if unit.id in made.node_of]
        self.names = tuple(names) or part_names(
            [[(name, self._units[name].package) for name in part] for part in self.units], every, self.tables, layer_words
        )
        self._part_of = {name: number for number, part in enumerate(members) for name in part}
        self._inside = set(made.node_of)
        self._core = _core(measures)
        self._changes = changes or {}

    def sides(self, only: int | None = None) -> dict[str, str]:
        """Side by unit and table node: the part's name, `` for the rest; with `only`, every other part counts as the rest."""
        result = {}
        for name in self._inside:
            number = self._part_of.get(name)
            result[name] = self.names[number] if number is not None and only in (None, number) else ""
        return result

    def terms(self, number: int, own_seam: float, steady: float | None) -> tuple[dict[str, float], tuple[str, ...]]:
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
            "co-change": self._changes_inside(number, sides, name),
        }
        return (
            {key: round(max(0.0, min(1.0, value)), 6) for key, value in every.items() if value is not None},
            tuple(sorted(key for key, value in every.items() if value is None)),
        )

    def _calls(self, number: int, sides: Mapping[str, str], name: str) -> float | None:
        """1 - share of calls over the border / the share a random part of this size would have; calls are those of the bill."""
        crossing = touching = 0.0
        carried = frozenset(self._architecture.carried)
        for edge in self._architecture.dependencies:
            ends = (sides.get(edge.source), sides.get(edge.target))
            if None in ends or name not in ends or edge.target in carried:
                continue
            touching += called(edge)
            crossing += called(edge) if ends[0] != ends[1] else 0
        return self._against_chance(number, crossing, touching)

    def _against_chance(self, number: int, crossing: float, touching: float) -> float | None:
        size, total = len(self.units[number]), len([u for u in self._inside if not u.startswith(TABLE)])
        rest = total - size
        if not touching or not rest:
            return None
        expected = 2 * rest / (size + 2 * rest)
        return 1 - crossing / touching / expected

    def _changes_inside(self, number: int, sides: Mapping[str, str], name: str) -> float | None:
        """1 - share of changing together across the border / the share of a random part of this size."""
        crossing = touching = 0.0
        for (first, second), weight in sorted(self._changes.items()):
            ends = (sides.get(first), sides.get(second))
            if None in ends or name not in ends:
                continue
            touching += weight
            crossing += weight if ends[0] != ends[1] else 0.0
        return self._against_chance(number, crossing, touching)

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
        state: State,
        efforts: Efforts,
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
        charges = bill(self._architecture, self._flows, state, self.sides(number))
        return Candidate(
            name=self.names[number],
            units=self.units[number],
            tables=self.tables[number],
            lines=sum(self._units[u].lines for u in self.units[number]),
            part=part,
            bill=charges,
            days=days(charges, efforts),
            conductance=conductance,
            random_conductance=drawn,
            dropped=dropped,
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
