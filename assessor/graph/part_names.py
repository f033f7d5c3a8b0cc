"""Names for parts: the package most of a part lies in, as a person would call it; else its tables, else its units."""

from collections import Counter
from collections.abc import Sequence

_MAIN = 0.5
_NEARLY_ALL = 0.85


def part_names(parts: Sequence[Sequence[str]], packages: Sequence[str], tables: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """One unique name for each part. `parts` holds the packages of each part's units, `packages` those of all units."""
    prefix = _shared_prefix(packages)
    names: list[str] = []
    for of_units, of_tables in zip(parts, tables, strict=True):
        wanted = _name(of_units, prefix) or (of_tables[0].lower() if of_tables else "part")
        name, number = wanted, 2
        while name in names:
            name, number = f"{wanted}-{number}", number + 1
        names.append(name)
    return tuple(names)


def _split(package: str) -> list[str]:
    return [piece for piece in package.replace("\\", ".").replace("/", ".").replace("::", ".").split(".") if piece]


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


def _name(packages: Sequence[str], prefix: list[str]) -> str:
    """The first segment after the shared prefix that most units have; two joined when none has most of them."""
    segments: Counter[str] = Counter()
    for package in packages:
        rest = _split(package)[len(prefix) :]
        segments[rest[0] if rest else (prefix[-1] if prefix else "")] += 1
    ranked = sorted(((count, name) for name, count in segments.items() if name), key=lambda each: (-each[0], each[1]))
    if not ranked:
        return ""
    if ranked[0][0] >= _MAIN * len(packages) or len(ranked) == 1:
        return _deeper(packages, [*prefix, ranked[0][1]])
    return f"{ranked[0][1]}+{ranked[1][1]}"


def _deeper(packages: Sequence[str], path: list[str]) -> str:
    """Layered applications (`src`, `main`, `service`) say more one segment further down, when nearly all of the part lies there."""
    below: Counter[str] = Counter()
    inside = 0
    for package in packages:
        pieces = _split(package)
        if pieces[: len(path)] == path:
            inside += 1
            if len(pieces) > len(path):
                below[pieces[len(path)]] += 1
    if below and path[-1].lower() in _VAGUE:
        name, count = min(below.items(), key=lambda each: (-each[1], each[0]))
        if count >= _MAIN * inside:
            return _deeper(packages, [*path, name])
    return path[-1]


_VAGUE = frozenset(
    {"src", "main", "java", "app", "lib", "libraries", "modules", "packages", "core", "service", "services", "web", "api"}
)
