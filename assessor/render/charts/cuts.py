"""Which dependencies to cut so that no cycle is left: few by their sites, not proven to be the fewest.

In: names and `(from, to) -> sites`. An order of Eades, Lin and Smyth (1993), bettered by moving one name at a time while that
takes sites away; what runs against the order and does close a cycle is to be cut.
"""

from collections.abc import Iterable, Mapping

Pair = tuple[str, str]
SWEEPS = 20


def back_dependencies(names: Iterable[str], weights: Mapping[Pair, int]) -> frozenset[Pair]:
    """The dependencies to cut, so that none of `names` reaches itself."""
    place = {name: index for index, name in enumerate(order_with_little_against(names, weights))}
    back = [pair for pair in weights if pair[0] in place and pair[1] in place and place[pair[0]] > place[pair[1]]]
    kept = {pair for pair in weights if pair[0] in place and pair[1] in place and place[pair[0]] < place[pair[1]]}
    needed = set()
    for pair in sorted(back, key=lambda pair: (-weights[pair], pair)):  # what closes no cycle after all stays
        if _reaches(pair[1], pair[0], kept):
            needed.add(pair)
        else:
            kept.add(pair)
    return frozenset(needed)


def circles(names: Iterable[str], weights: Mapping[Pair, int]) -> list[tuple[str, ...]]:
    """Groups of two or more names that all reach each other, each sorted, the largest first (Kosaraju)."""
    after: dict[str, list[str]] = {name: [] for name in sorted(names)}
    before: dict[str, list[str]] = {name: [] for name in after}
    for source, target in sorted(weights):
        if source != target and source in after and target in after:
            after[source].append(target)
            before[target].append(source)
    finished: list[str] = []
    seen: set[str] = set()
    for start in after:
        way = [(start, iter(after[start]))] if start not in seen else []
        seen.add(start)
        while way:
            other = next((one for one in way[-1][1] if one not in seen), None)
            if other is None:
                finished.append(way.pop()[0])
            else:
                seen.add(other)
                way.append((other, iter(after[other])))
    found, taken = [], set()
    for start in reversed(finished):
        if start not in taken:
            group, open_ = [], [start]
            taken.add(start)
            while open_:
                group.append(open_.pop())
                fresh = [name for name in before[group[-1]] if name not in taken]
                taken.update(fresh)
                open_ += fresh
            if len(group) > 1:
                found.append(tuple(sorted(group)))
    return sorted(found, key=lambda group: (-len(group), group))


def order_with_little_against(names: Iterable[str], weights: Mapping[Pair, int]) -> list[str]:
    """`names` so that few sites run from a later to an earlier one."""
    return _bettered(_sequence(names, weights), weights)


def _sequence(names: Iterable[str], weights: Mapping[Pair, int]) -> list[str]:
    """An order with little weight against it: sinks to the end, sources to the front, else who gives most more than it takes."""
    gives: dict[str, dict[str, int]] = {name: {} for name in sorted(names)}
    takes: dict[str, dict[str, int]] = {name: {} for name in gives}
    for (source, target), count in sorted(weights.items()):
        if source != target and source in gives and target in gives:
            gives[source][target] = takes[target][source] = count
    front: list[str] = []
    tail: list[str] = []
    left = set(gives)
    while left:
        sinks = [name for name in left if not gives[name]]
        sources = [name for name in left if gives[name] and not takes[name]]
        if sinks or sources:
            chosen = min(sinks or sources)
            (tail if sinks else front).append(chosen)
        else:
            chosen = min(left, key=lambda name: (sum(takes[name].values()) - sum(gives[name].values()), name))
            front.append(chosen)
        left.discard(chosen)
        for target in gives[chosen]:
            del takes[target][chosen]
        for source in takes[chosen]:
            del gives[source][chosen]
    return [*front, *reversed(tail)]


def _reaches(start: str, goal: str, pairs: set[Pair]) -> bool:
    after: dict[str, list[str]] = {}
    for source, target in pairs:
        after.setdefault(source, []).append(target)
    seen, open_ = {start}, [start]
    while open_:
        for name in after.get(open_.pop(), ()):
            if name == goal:
                return True
            if name not in seen:
                seen.add(name)
                open_.append(name)
    return False


def _bettered(order: list[str], weights: Mapping[Pair, int]) -> list[str]:
    """`order` after moving single names to where the least weight runs against it, until nothing moves."""
    for _ in range(SWEEPS):
        moved = False
        for name in sorted(order):
            at = order.index(name)
            best, gain = at, 0
            for step in (-1, 1):
                change, other = 0, at + step
                while 0 <= other < len(order):
                    neighbour = order[other]
                    kept, lost = weights.get((name, neighbour), 0), weights.get((neighbour, name), 0)
                    change += kept - lost if step < 0 else lost - kept
                    if change > gain:
                        best, gain = other, change
                    other += step
            if best != at:
                order.insert(best, order.pop(at))
                moved = True
        if not moved:
            break
    return order
