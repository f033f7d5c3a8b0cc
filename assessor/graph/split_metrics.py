"""Published metrics of a partition, so that others can compare; each with K and the value of a random partition of the same sizes.

SM (structural modularity) and ICP, IFN, NED: Kalia et al., "Mono2Micro" (ESEC/FSE 2021), counted as the authors' own scripts do,
SM and IFN after Jin et al. (TSE 2019); calls are call sites and makings of objects, not runs. DB purity: 1 - the entropy of the
parts that touch a table, which Nitin et al., "CARGO" (ASE 2022), give as it is and in nats. IST: Santos and Rito Silva, "A
complexity metric for microservices architecture migration" (ICSA 2020), over functionalities (here: transactions); what one does
in a part counts as one local transaction, for the text does not show the order.
One single partition is perfect on ICP and IFN, which is why none of them decides.
"""

import math
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence

from assessor.domain.architecture import Architecture, Dependency, Flow
from assessor.domain.cut import Metric
from assessor.graph.together import TABLE, table_node

Sides = Mapping[str, str]
Calls = Sequence[tuple[str, str, float]]
"""(source, target, sites), both ends on a side."""

_EXTREMES = (5, 20)
_MODES = frozenset({"R", "W", "RW"})
_CALLS = frozenset({"call", "new", "include"})


def metrics(architecture: Architecture, flows: Sequence[Flow], sides: Sides) -> tuple[Metric, ...]:
    """All of them, sorted by name; none when there is nothing to divide."""
    units = {name: side for name, side in sides.items() if not name.startswith(TABLE)}
    calls = [
        (d.source, d.target, float(sites))
        for d in architecture.dependencies
        if d.source in units and d.target in units and (sites := _sites(d))
    ]
    count = len(set(units.values()))
    if not units or not calls:
        return ()
    shuffled = _shuffled(units)
    touches = [(a.table.lower(), a.unit, a.access) for a in architecture.accesses if a.unit in units]
    kinds: dict[str, Callable[[Sides], float]] = {
        "SM": lambda s: structural_modularity(calls, s),
        "ICP": lambda s: inter_partition_calls(calls, s),
        "IFN": lambda s: interface_number(calls, s),
        "NED": lambda s: non_extreme_distribution(s),
        "DB purity": lambda s: database_purity([(table, s[unit]) for table, unit, _ in touches]),
        "IST": lambda s: transaction_complexity(flows, {**s, **{k: v for k, v in sides.items() if k.startswith(TABLE)}}),
    }
    return tuple(
        Metric(name, round(function(units), 6), round(function(shuffled), 6), count) for name, function in sorted(kinds.items())
    )


def _sites(dependency: Dependency) -> int:
    """Call sites and makings; in languages whose modules import functions, the imports."""
    called = sum(count for kind, count in dependency.kinds if kind in _CALLS)
    return called or (dependency.weight if all(kind == "import" for kind, _ in dependency.kinds) else 0)


def _shuffled(sides: Sides) -> dict[str, str]:
    names, places = sorted(sides), [sides[name] for name in sorted(sides)]
    random.Random(0).shuffle(places)
    return dict(zip(names, places, strict=True))


def structural_modularity(calls: Calls, sides: Sides) -> float:
    """mean(mu_i / n_i^2) - mean over i<j of sigma_ij / (n_i n_j); mu and sigma count pairs of units of which
    one calls the other, whichever it is; -1..1."""
    sizes = Counter(sides.values())
    inside: Counter[str] = Counter()
    between: Counter[tuple[str, str]] = Counter()
    for source, target in sorted({(min(ends), max(ends)) for *ends, _ in calls if ends[0] != ends[1]}):
        one, two = sides[source], sides[target]
        if one == two:
            inside[one] += 1
        else:
            between[min(one, two), max(one, two)] += 1
    labels = sorted(sizes)
    cohesion = sum(inside[label] / sizes[label] ** 2 for label in labels) / len(labels)
    pairs = len(labels) * (len(labels) - 1) / 2
    coupling = sum(count / (sizes[a] * sizes[b]) for (a, b), count in sorted(between.items())) / pairs if pairs else 0.0
    return cohesion - coupling


def inter_partition_calls(calls: Calls, sides: Sides) -> float:
    """Share of crossing call weight, a pair with n sites weighing 1 + ln n; 0..1, less is better."""
    total = crossing = 0.0
    for source, target, sites in calls:
        weight = 1 + math.log(max(sites, 1.0))
        total += weight
        crossing += weight if sides[source] != sides[target] else 0.0
    return crossing / total if total else 0.0


def interface_number(calls: Calls, sides: Sides) -> float:
    """Pairs of units with a call across parts, in whichever direction, for each part; less is better."""
    crossing = {(min(ends), max(ends)) for *ends, _ in calls if sides[ends[0]] != sides[ends[1]]}
    return len(crossing) / len(set(sides.values()))


def non_extreme_distribution(sides: Sides) -> float:
    """1 - share of units in parts of 5 to 20; less is better."""
    sizes = Counter(sides.values())
    good = sum(size for size in sizes.values() if _EXTREMES[0] <= size <= _EXTREMES[1])
    return 1 - good / len(sides)


def database_purity(touches: Sequence[tuple[str, str]]) -> float:
    """1 - mean over tables of the entropy (base 2) of the parts that touch it; 1 is pure. `touches` are (table, part)."""
    parts: dict[str, Counter[str]] = defaultdict(Counter)
    for table, part in touches:
        parts[table][part] += 1
    if not parts:
        return 1.0
    entropies = []
    for _, counts in sorted(parts.items()):
        total = sum(counts.values())
        entropies.append(-sum(count / total * math.log2(count / total) for _, count in sorted(counts.items())))
    return 1 - sum(entropies) / len(entropies)


def transaction_complexity(flows: Sequence[Flow], sides: Sides) -> float:
    """Mean over transactions of the sum over the parts it touches: how many other distributed ones touch a table of its there in
    another mode (read, written, both); 0 for one that stays whole."""
    touching: dict[tuple[str, str], int] = defaultdict(int)  # (table, mode) -> bits of the distributed transactions
    distributed = [accesses for flow in flows if len(accesses := _accesses(flow, sides)) > 1]
    for number, accesses in enumerate(distributed):
        for table, mode in (one for tables in accesses.values() for one in tables.items()):
            touching[table, mode] |= 1 << number
    total = 0
    for accesses in distributed:
        for tables in accesses.values():
            others = 0  # never itself: it touches a table in one mode
            for table, mode in tables.items():
                for other in _MODES - {mode}:
                    others |= touching.get((table, other), 0)
            total += others.bit_count()
    return total / len(flows) if flows else 0.0


def _accesses(flow: Flow, sides: Sides) -> dict[str, dict[str, str]]:
    """Part -> table -> mode; a table that is nobody's lies with the unit that touches it."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for mode, touched in (("R", flow.reads), ("W", flow.writes)):
        for table, unit in touched:
            tables = found[sides.get(table_node(table), sides.get(unit, ""))]
            tables[table] = mode if tables.get(table, mode) == mode else "RW"
    return found
