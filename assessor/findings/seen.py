"""Facts by kind, so that a predicate looks only at what it can match.

In: the facts of all files and the landscape. Out: kind -> facts with their places, in the order of paths. Besides the tags of
`domain/facts.py` there are the kinds `file` (every source file), `runtime`, `service` and `deployable` (of the landscape).
"""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, get_args

from assessor.domain.facts import Evidence, Fact, FileFacts, Trait
from assessor.domain.runtime import Landscape


class Seen(NamedTuple):
    """One fact: `path` is its file, `kind` its tag."""

    kind: str
    fact: Any
    path: str
    language: str
    evidence: Evidence


Index = dict[str, tuple[Seen, ...]]
TRAIT = "trait"

KINDS = frozenset(str(kind.__struct_config__.tag) for kind in get_args(Fact)) | {"file", "runtime", "service", "deployable"}


def index(facts: Iterable[FileFacts], landscape: Landscape | None = None, kinds: frozenset[str] = KINDS) -> Index:
    """Only facts of files whose role is `source` or that are no texts, and only of `kinds`; traits also by their names
    (`trait:file.write`), for conditions that name them."""
    found: dict[str, list[Seen]] = {}
    for file in sorted((f for f in facts if f.role in ("source", "binary")), key=lambda f: f.path):
        if "file" in kinds and file.role == "source":
            found.setdefault("file", []).append(Seen("file", file, file.path, file.language, Evidence(file.path, 0)))
        for fact in file.facts:
            kind = str(type(fact).__struct_config__.tag)
            if kind in kinds:
                place = getattr(fact, "evidence", None) or Evidence(file.path, getattr(fact, "line", 0))
                one = Seen(kind, fact, file.path, file.language, place)
                found.setdefault(kind, []).append(one)
                if isinstance(fact, Trait):
                    found.setdefault(f"{TRAIT}:{fact.name.lower()}", []).append(one)
    if landscape is not None:
        conclusions = (("runtime", landscape.runtimes), ("service", landscape.services), ("deployable", landscape.deployables))
        for kind, values in conclusions:
            for value in values if kind in kinds else ():
                place = value.evidence[0] if value.evidence else Evidence("", 0)
                found.setdefault(kind, []).append(Seen(kind, value, place.path, "", place))
    return {kind: tuple(found[kind]) for kind in sorted(found)}


_OF_PLACE: dict[str, Callable[[Seen], str]] = {
    "path": lambda seen: seen.path,
    "language": lambda seen: seen.language,
    "excerpt": lambda seen: seen.evidence.excerpt,
    "rule": lambda seen: seen.evidence.rule,
}


def value_of(seen: Seen, name: str) -> Any:
    """The field `name`; of a trait also what its rule captured (`fields.name` where the
    captured field is called like one of ours); `path` is the file's, `route` an endpoint's. None when there is none."""
    if name in _OF_PLACE:
        return _OF_PLACE[name](seen)
    if name == "route":
        return seen.fact.path
    if name.startswith("fields."):
        return dict(getattr(seen.fact, "fields", ())).get(name.removeprefix("fields."))
    value = getattr(seen.fact, name, None)
    return dict(getattr(seen.fact, "fields", ())).get(name) if value is None else value


_CODE = frozenset("{}()$<>[]")
"""Marks of an expression: such a value is no name that a sentence could use."""
_PLAIN = frozenset({"path", "queue", "topic", "name", "url", "uri", "host", "address", "target", "message", "destination", "this"})
"""Names of variables that say nothing."""
_SHOWN = {
    "trait": tuple(
        f"fields.{name}" for name in ("name", "value", "table", "product", "command", "path", "url", "host", "schedule")
    ),
    "setting": ("key",),
    "connection": ("host", "url"),
    "reference": ("target",),
    "remote-call": ("target",),
    "table-use": ("table",),
    "foreign-key": ("table",),
    "transaction": ("owner",),
    "endpoint": ("route",),
    "port": ("number",),
    "image": ("reference",),
    "file": ("path",),
}


def shown(seen: Seen, capture: str = "") -> str:
    """What a sentence calls this fact: its captured field, else the field that names such facts."""
    for name in (capture,) if capture else _SHOWN.get(seen.kind, ("name",)):
        value = value_of(seen, name)
        if value not in (None, "", 0) and not _CODE.intersection(str(value)) and str(value).lower() not in _PLAIN:
            return str(value)
    return ""
