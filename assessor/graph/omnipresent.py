"""What is everywhere, and so belongs to no part: the shared kernel, units that most parts use.

Omnipresent suppliers hide the structure of a system and are set apart before it is clustered: Mueller, Orgun, Tilley, Uhl, "A
reverse-engineering approach to subsystem structure identification" (1993). Parts are told by one rough clustering: packages that
are layers (`controller`, `service`, `dao`) would make a kernel of every entity.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping

import networkx as nx

from assessor.domain.architecture import Architecture
from assessor.graph.louvain import communities

_LEAST_NODES = 3
_LEAST_PARTS = 4
"""Whatever the share, what fewer parts use is no kernel: half of five parts is a habit of two or three."""


def rough_parts(graph: "nx.Graph[str]") -> dict[str, int]:
    """Node -> number of its rough part, of three nodes and more; smaller ones have none."""
    found = communities(graph, 1.0, 0)
    large = sorted((community for community in found if len(community) >= _LEAST_NODES), key=min)
    return {node: number for number, community in enumerate(large) for node in community}


def shared_kernel(architecture: Architecture, part_of: Mapping[str, int], share: float, data: Collection[str]) -> frozenset[str]:
    """Units that more than `share` of the parts (four at least) use, and that use at most half as many units as use them.

    `part_of` maps units to rough parts. Units in `data` hold or touch tables: sharing them is a price, and no reason to look away.
    """
    using: dict[str, set[int]] = defaultdict(set)
    users: Counter[str] = Counter()
    uses: Counter[str] = Counter()
    for edge in architecture.dependencies:
        if edge.source in part_of and edge.target in part_of and edge.source != edge.target:
            users[edge.target] += 1
            uses[edge.source] += 1
            using[edge.target].add(part_of[edge.source])
    least = max(_LEAST_PARTS, share * len(set(part_of.values())))
    return frozenset(name for name, by in using.items() if len(by) >= least and uses[name] * 2 <= users[name] and name not in data)
