"""Names that compose, Docker and a shell accept, made from names that people gave.

`Orders Web (new)` -> `orders-web-new`; nothing but letters, digits and hyphens survives, so a hostile name cannot leave its place.
"""

import re
from collections.abc import Iterable

_LONGEST = 40
_YAML_WORDS = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}
"""Names that YAML would read as something else than a text."""


def service_name(text: str, fallback: str = "app") -> str:
    """A compose service, volume or project name: lower case letters, digits, hyphens; starts with a letter or digit."""
    name = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:_LONGEST].strip("-") or fallback
    return f"{fallback}-{name}" if name in _YAML_WORDS or name.isdigit() else name


def variable_name(text: str, fallback: str = "VALUE") -> str:
    """An environment variable's name: upper case letters, digits, underscores; starts with a letter."""
    name = re.sub(r"[^A-Z0-9]+", "_", re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", text).upper()).strip("_")
    return name if name and not name[0].isdigit() else f"{fallback}_{name}".rstrip("_")


def free_name(wanted: str, taken: Iterable[str]) -> str:
    """`wanted`, or `wanted-2`, `wanted-3`... whichever is not in `taken`."""
    used = set(taken)
    number, name = 2, wanted
    while name in used:
        name = f"{wanted}-{number}"
        number += 1
    return name


def plain_path(text: str) -> bool:
    """Whether a path can stand in a Dockerfile, a shell line and a compose file without any quoting."""
    return bool(re.fullmatch(r"[A-Za-z0-9_@%+=:.,/\\-]+", text)) and ".." not in text.split("/")


def words(name: str) -> tuple[str, ...]:
    """The words of a key in lower case: `spring.datasource.hikari.maxPoolSize` -> spring, datasource, hikari, max, pool, size;
    `DBType` -> db, type."""
    apart = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name)
    return tuple(re.findall(r"[a-z]+|\d+", apart.lower()))
