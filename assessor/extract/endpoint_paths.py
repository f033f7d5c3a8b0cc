"""Paths that stand before those of endpoints, as far as the file itself says: of the class, of the blocks around, and of the router
in a variable that the endpoint hangs on.

`api := r.Group("/api"); v1 := api.Group("/v1"); v1.GET("/orders", list)` answers at `/api/v1/orders`, and hangs on `r`. What other
files put before `r` is looked up when all files are known (`graph/mounted.py`).
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from assessor.domain.endpoint_paths import MOUNT, joined, named
from assessor.domain.facts import Endpoint, Fact, Trait

_LONGEST_CHAIN = 12


class Base(NamedTuple):
    """A path that stands before those of the endpoints of `owner`, or of a block from `start` to `end` (characters); with a `name`,
    before those of the router in that variable, which hangs on the router `on`."""

    owner: str
    path: str
    start: int
    end: int
    name: str = ""
    on: str = ""


class Found(NamedTuple):
    """A fact, where it stands (characters), and the fields of its rule."""

    at: int
    fact: Fact
    values: Mapping[str, str]


def under_bases(found: Sequence[Found], bases: Sequence[Base]) -> Iterator[Fact]:
    """Endpoints and mounts with the paths before theirs, and the router that nothing in the file says more about."""
    blocks = sorted((base for base in bases if not base.name), key=lambda base: base.start)
    routers = sorted((base for base in bases if base.name), key=lambda base: base.start)
    for at, fact, values in found:
        if isinstance(fact, Endpoint) and fact.protocol == "http":
            before, router = _router(at, fact.router, fact.owner, routers)
            path = joined((*_around(at, fact.owner, blocks), *before), fact.path)
            yield replace(fact, path=named(path, values), router=router)
        elif isinstance(fact, Trait) and fact.name == MOUNT and "heirs" not in values and bases:
            before, router = _router(at, values.get("under", ""), dict(fact.fields).get("owner", ""), routers)
            around = _around(at, dict(fact.fields).get("owner", ""), blocks)
            fields = {**dict(fact.fields), "path": joined((*around, *before), values.get("path", "")), "under": router}
            yield replace(fact, fields=tuple(sorted((name, value) for name, value in fields.items() if value)))
        else:
            yield fact


def _around(at: int, owner: str, blocks: Sequence[Base]) -> list[str]:
    around = [base for base in blocks if base.start < at < base.end]
    of_class = next((base for base in blocks if base.owner and owner.startswith(base.owner + ".")), None)
    return [base.path for base in (*around, *([of_class] if of_class and of_class not in around else []))]


def _router(at: int, name: str, owner: str, routers: Sequence[Base]) -> tuple[list[str], str]:
    """(paths, router): what stands before the router `name` where it is used, and the first router of that chain."""
    paths: list[str] = []
    for _ in range(_LONGEST_CHAIN):
        visible = [one for one in routers if one.name == name and (not one.owner or f"{owner}.".startswith(f"{one.owner}."))]
        if not visible:
            break
        base = max((one for one in visible if one.start < at), key=lambda one: one.start, default=visible[0])
        paths.insert(0, base.path)
        if not base.on or (base.on == name and base.start >= at):
            break  # a router of its own: what it is mounted under is said of this variable
        at, name = base.start, base.on
    return paths, name
