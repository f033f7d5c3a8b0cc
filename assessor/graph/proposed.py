"""The bill of a split that somebody brought: its parts as candidates, beside those that the simulation finds."""

from collections import Counter
from collections.abc import Mapping, Sequence
from fnmatch import translate
from re import compile as compiled

from assessor.domain.architecture import Architecture, Measures, Unit, run_by_hand
from assessor.domain.cut import Proposed
from assessor.domain.proposal import Proposal
from assessor.errors import InputError
from assessor.graph.layers import working
from assessor.graph.seams import seam
from assessor.graph.shaped import Changes, Shaped
from assessor.graph.split_cost import Efforts, State, bill, days
from assessor.graph.split_metrics import metrics
from assessor.graph.together import TABLE, table_node

_EVERY = 10**9


def propose(
    proposal: Proposal,
    architecture: Architecture,
    measures: Measures,
    state: State,
    changes: Changes,
    values: Mapping[str, float],
    efforts: Efforts,
) -> Proposed:
    """Terms and bill of every part. No unit is set apart as shared: the proposal decides. InputError when a part takes nothing."""
    made = working(architecture, architecture.flows, changes, most_nodes=_EVERY, accessors=(), whole=True)
    units = [unit for unit in architecture.units if unit.id in made.node_of]
    part_of = _taken(proposal, units)
    part_of.update(_tables(architecture, made.node_of, part_of))
    node_part: dict[str, str] = {}
    for name, part in sorted(part_of.items()):
        node_part.setdefault(made.node_of[name], part)
    node_part.update(_untouched(architecture, made.node_of, node_part))
    names = [part.name for part in proposal.parts]
    nodes = [tuple(sorted(node for node, part in node_part.items() if part == name)) for name in names]
    coefficients = {name.removeprefix("cut.layer."): value for name, value in values.items() if name.startswith("cut.layer.")}
    graph = made.graph(coefficients)
    shaped = Shaped(architecture, measures, architecture.flows, made, nodes, names=names, changes=changes)
    candidates = []
    for number, inside in enumerate(nodes):
        own, conductance, drawn = seam(graph, inside, number)
        terms, dropped = shaped.terms(number, own, None)
        candidates.append(shaped.candidate(number, terms, dropped, round(conductance, 6), round(drawn, 6), state, efforts))
    together = bill(architecture, architecture.flows, state, shaped.sides())
    return Proposed(
        source=proposal.source,
        candidates=tuple(candidates),
        together=together,
        left=tuple(unit.id for unit in units if unit.id not in part_of),
        metrics=metrics(architecture, architecture.flows, shaped.sides()),
        days=days(together, efforts),
    )


def _taken(proposal: Proposal, units: Sequence[Unit]) -> dict[str, str]:
    """Unit -> part. Paths and names are compared as they are written; `*` stands for any text, slashes too."""
    patterns = [(part, [compiled(translate(glob)) for glob in part.globs]) for part in proposal.parts]
    found: dict[str, str] = {}
    for unit in units:
        for part, globs in patterns:
            if any(glob.match(unit.path) or glob.match(unit.id) for glob in globs):
                found[unit.id] = part.name
                break
    for part in proposal.parts:
        if part.name not in found.values():
            raise InputError(
                f"part '{part.name}' of the proposed split takes no unit",
                at=f"{proposal.source}:{part.line}",
                hint="globs are compared with paths below the analysed folder and with names of units; an earlier part wins",
            )
    return found


def _tables(architecture: Architecture, node_of: Mapping[str, str], part_of: Mapping[str, str]) -> dict[str, str]:
    """A table belongs to the part that writes it most, or else reads it most."""
    counts: dict[str, Counter[str]] = {}
    for access in architecture.accesses:
        name = table_node(access.table)
        if name in node_of and access.unit in part_of and node_of[name].startswith(TABLE):
            counts.setdefault(name, Counter())[part_of[access.unit]] += 1000 if "W" in access.access else 1
    return {name: min(by.items(), key=lambda one: (-one[1], one[0]))[0] for name, by in sorted(counts.items())}


def _untouched(architecture: Architecture, node_of: Mapping[str, str], node_part: Mapping[str, str]) -> dict[str, str]:
    """Tables that no code touches by name (rows of a collection, lists of values) belong where their foreign keys lead: to the one
    part on the other ends, or of several to that of the table whose name they begin with (`courier_actions` to `courier`)."""
    paths = {unit.id: unit.path for unit in architecture.units}
    touched = {table_node(one.table) for one in architecture.accesses if not run_by_hand(paths.get(one.unit, one.unit))}
    tied: dict[str, set[str]] = {}
    for table in architecture.tables:
        for other in table.references:
            tied.setdefault(table_node(table.name), set()).add(table_node(other))
            tied.setdefault(table_node(other), set()).add(table_node(table.name))
    parts = {name: node_part[node] for name, node in node_of.items() if name.startswith(TABLE) and node in node_part}
    free = [name for name in sorted(tied) if name in node_of and name not in parts and name not in touched]
    found: dict[str, str] = {}
    while new := {name: part for name in free if name not in found and (part := _meant(name, tied[name], {**parts, **found}))}:
        found |= new
    return {node_of[name]: part for name, part in found.items()}


def _meant(name: str, others: set[str], parts: Mapping[str, str]) -> str:
    known = {other: parts[other] for other in others if other in parts}
    if len(set(known.values())) < 2:
        return next(iter(known.values()), "")
    begun = [other for other in known if name.startswith((f"{other}_", f"{other.removesuffix('s')}_"))]
    return known[max(begun, key=lambda other: (len(other), other))] if begun else ""
