"""Paths of endpoints, put together from the parts that different places of the code state."""

from collections.abc import Mapping, Sequence

MOUNT = "endpoint.mount"
"""Name of the trait that says: these endpoints are put under that path (`app.use('/orders', ordersRouter)`)."""


def joined(before: Sequence[str], path: str) -> str:
    """One path of all parts: `/api` and `orders` -> `/api/orders`; `..` takes the last part away, and `~/x` stands alone."""
    if path.startswith(("~/", "/~/")):
        return path.partition("~")[2]
    if not any(before):
        return path
    parts: list[str] = []
    for part in "/".join((*before, path)).split("/"):
        parts = parts[:-1] if part == ".." else [*parts, part] if part else parts
    return "/" + "/".join(parts)


def named(path: str, names: Mapping[str, str]) -> str:
    """`[name]` in a path stands for what the rule calls so: `/api/[controller]` -> `/api/Orders`."""
    if "[" in path:
        for name, value in names.items():
            path = path.replace(f"[{name}]", value)
    return path
