"""Many packages drawn as few: names are cut to fewer levels until they fit, and the smallest become one group if they never do."""

import re
from collections.abc import Mapping

LEVEL = re.compile(r"[./\\]|::")
OTHERS = "…"
ENOUGH = 8
MOST = 0.6
"""Share of the names that must begin with what the labels leave out."""


def merged(sizes: Mapping[str, int], limit: int) -> dict[str, str]:
    """Package -> group, at most `limit` groups. `sizes` are lines per package. The group of all that found no place is `OTHERS`.

    The deepest level that fits wins, unless it leaves hardly any group; then the largest of the next level stand for themselves.
    """
    levels = {package: _levels(package) for package in sizes}
    deepest = max((len(parts) for parts in levels.values()), default=0)
    for depth in range(deepest, 0, -1):
        groups = {package: _cut(package, parts, depth) for package, parts in levels.items()}
        count = len(set(groups.values()))
        if count <= limit:
            if count >= min(ENOUGH, limit) or depth == deepest:
                return groups
            return _largest({package: _cut(package, parts, depth + 1) for package, parts in levels.items()}, sizes, limit)
    return _largest({package: _cut(package, parts, 1) for package, parts in levels.items()}, sizes, limit)


def shared_prefix(names: list[str]) -> str:
    """The longest run of levels that most of `names` begin with, separator included, so that labels can leave it out."""
    shares: dict[str, int] = {}
    for name in names:
        for match in LEVEL.finditer(name):
            shares[name[: match.end()]] = shares.get(name[: match.end()], 0) + 1
    common = [prefix for prefix, count in shares.items() if count > 1 and count >= MOST * len(names)]
    return max(common, key=lambda prefix: (len(prefix), prefix), default="")


def _levels(package: str) -> list[int]:
    """Where each level of the name ends."""
    return [*(match.start() for match in LEVEL.finditer(package) if match.start()), len(package)]


def _cut(package: str, ends: list[int], depth: int) -> str:
    return package if depth >= len(ends) else package[: ends[depth - 1]]


def _largest(groups: dict[str, str], sizes: Mapping[str, int], limit: int) -> dict[str, str]:
    total: dict[str, int] = {}
    for package, group in groups.items():
        total[group] = total.get(group, 0) + sizes[package]
    if len(total) <= limit:
        return groups
    kept = set(sorted(total, key=lambda group: (-total[group], group))[: limit - 1])
    return {package: group if group in kept else OTHERS for package, group in groups.items()}
