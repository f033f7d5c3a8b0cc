"""A Python requirement as pip, pyproject, setup and Pipfile write it (PEP 508): `celery[redis]>=5.2,<6; python_version > "3.8"`."""

import re

from msgspec import Struct

_REQUIREMENT = re.compile(
    r"\s{0,8}(?P<name>[A-Za-z0-9][A-Za-z0-9._\-]{0,100})\s{0,4}(?P<extras>\[[^\[\]]{0,200}\])?\s{0,4}(?"
    r"P<version>\(?(?:[=<>!~]=?|===|@)[^;#]{0,200})?"
)


class Requirement(Struct, frozen=True):
    """`name` normalised as in PEP 503; `extras` sorted; `version` as written."""

    name: str
    extras: tuple[str, ...]
    version: str


def requirement(text: str) -> Requirement | None:
    """None for what names no package (a URL, an option, a path)."""
    if "://" in text.split("@")[0] or text.lstrip().startswith(("-", ".", "/", "#")):
        return None
    found = _REQUIREMENT.match(text)
    if not found:
        return None
    extras = tuple(sorted(each.strip() for each in (found["extras"] or "[]")[1:-1].split(",") if each.strip()))
    return Requirement(
        re.sub(r"[-_.]+", "-", found["name"]).lower(), extras, re.sub(r"\s", "", (found["version"] or "").strip("() \t\r"))
    )
