"""Names for parts, as a person would call them: by the package most of a part lies in, where packages say what the code is about;
in layered applications (`controller`, `service`, `mapper`) by the word that the names of its units and tables share.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

_MAIN = 0.5
_NEARLY_ALL = 0.85
_COMMON = 0.6
"""A package that holds more of the application than this does not tell its parts apart."""
_TELLING = 0.3
"""A word must be in the names of this share of a part's units and tables to name the part."""
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")

Named = tuple[str, str]
"""(unit id, package)."""


def part_names(
    parts: Sequence[Sequence[Named]], units: Sequence[Named], tables: Sequence[Sequence[str]], layers: Sequence[str] = ()
) -> tuple[str, ...]:
    """One unique name for each part. `units` are those of the whole application, `layers` words that name a layer or a role."""
    whole = [tuple(_split(package)) for _, package in units]
    prefix = _shared_prefix([package for _, package in units])
    vague = frozenset(layers)
    everywhere: Counter[str] = Counter(word for unit, _ in units for word in _phrases(_simple(unit), vague))
    everywhere.update(word for of_tables in tables for table in of_tables for word in _phrases(table, vague))
    names: list[str] = []
    for members, of_tables in zip(parts, tables, strict=True):
        packages = [package for _, package in members]
        wanted = _name(packages, prefix, vague, whole)
        wanted = wanted or _stem([*(_simple(unit) for unit, _ in members), *of_tables], everywhere, vague)
        wanted = wanted or (of_tables[0].lower() if of_tables else _name(packages, prefix, frozenset(), whole)) or "part"
        name, number = wanted, 2
        while name in names:
            name, number = f"{wanted}-{number}", number + 1
        names.append(name)
    return tuple(names)


def _split(package: str) -> list[str]:
    return [piece for piece in package.replace("\\", ".").replace("/", ".").replace("::", ".").split(".") if piece]


def _simple(unit: str) -> str:
    """`OrderDao` of `io.x.OrderDao`, `cart` of `htdocs/cart.php`."""
    if "/" in unit:
        return unit.rpartition("/")[2].partition(".")[0]
    return (_split(unit) or [unit])[-1]


def _phrases(name: str, vague: frozenset[str]) -> set[str]:
    """The telling words of a name, and each two that stand side by side: `OrderItemDao` is order, item, order-item."""
    words = [word.lower() for word in _WORD.findall(name)]
    kept = [word for word in words if len(word) > 2 and word not in vague]
    return {*kept, *(f"{one}-{two}" for one, two in pairwise(kept))}


def _stem(names: Sequence[str], everywhere: Counter[str], vague: frozenset[str]) -> str:
    """The word that most of these names and few others have; two words where they go together nearly always."""
    inside: Counter[str] = Counter(phrase for name in names for phrase in _phrases(name, vague))
    telling = [
        (count * count / max(everywhere[phrase], count), phrase.count("-"), phrase)
        for phrase, count in inside.items()
        if count > 1 and count >= _TELLING * len(names)
    ]
    if not telling:
        return ""
    _, _, best = min(telling, key=lambda one: (-one[0], -one[1], one[2]))
    longer = [phrase for _, pair, phrase in telling if pair and best in phrase.split("-") and inside[phrase] >= 0.8 * inside[best]]
    return min(longer, key=lambda phrase: (-inside[phrase], phrase)) if longer else best


def _shared_prefix(packages: Sequence[str]) -> list[str]:
    """The segments that nearly all units share; a stray package does not end it."""
    split = [_split(package) for package in packages]
    prefix: list[str] = []
    while True:
        inside = [pieces for pieces in split if pieces[: len(prefix)] == prefix]
        following = Counter(pieces[len(prefix)] for pieces in inside if len(pieces) > len(prefix))
        if not following:
            return prefix
        name, count = min(following.items(), key=lambda each: (-each[1], each[0]))
        if count < _NEARLY_ALL * len(split):
            return prefix
        prefix.append(name)


def _name(packages: Sequence[str], prefix: list[str], vague: frozenset[str], whole: Sequence[tuple[str, ...]]) -> str:
    """The first segment after the shared prefix that most units have; two joined when none has most of them. Empty where a layer
    would be named."""
    segments: Counter[str] = Counter()
    for package in packages:
        rest = _split(package)[len(prefix) :]
        segments[rest[0] if rest else (prefix[-1] if prefix else "")] += 1
    ranked = sorted(((count, name) for name, count in segments.items() if name), key=lambda each: (-each[0], each[1]))
    if not ranked:
        return ""
    if ranked[0][0] >= _MAIN * len(packages) or len(ranked) == 1:
        deepest = _deeper(packages, [*prefix, ranked[0][1]], vague, whole)
        return "" if deepest[-1].lower() in vague or (vague and _everywhere(deepest, whole)) else deepest[-1]
    if any(name.lower() in vague or (vague and prefix and name == prefix[-1]) for _, name in ranked[:2]):
        return ""
    return f"{ranked[0][1]}+{ranked[1][1]}"


def _everywhere(path: Sequence[str], whole: Sequence[tuple[str, ...]]) -> bool:
    return sum(pieces[: len(path)] == tuple(path) for pieces in whole) > _COMMON * len(whole)


def _deeper(packages: Sequence[str], path: list[str], vague: frozenset[str], whole: Sequence[tuple[str, ...]]) -> list[str]:
    """Layers (`src`, `main`, `service`) and what most of the application lies in (`org`) say more one segment further down, when
    nearly all of the part lies there."""
    below: Counter[str] = Counter()
    inside = 0
    for package in packages:
        pieces = _split(package)
        if pieces[: len(path)] == path:
            inside += 1
            if len(pieces) > len(path):
                below[pieces[len(path)]] += 1
    if below and (path[-1].lower() in vague or (vague and _everywhere(path, whole))):
        name, count = min(below.items(), key=lambda each: (-each[1], each[0]))
        if count >= _MAIN * inside:
            return _deeper(packages, [*path, name], vague, whole)
    return path
