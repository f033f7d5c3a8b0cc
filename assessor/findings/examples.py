"""The examples that findings and criteria carry, as facts, so that every rule can be tried on its own.

An example is a list of facts in short form, `{fact: setting, key: server.port, value: "8080", path: app.properties, line: 3}`;
what is left out is empty. `{figure: units, value: 12}` states a number, `fact: service`, `runtime` and `deployable` what was
concluded; `role` of the file is `source` unless stated.
"""

import typing
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from assessor.domain import facts as fact_types
from assessor.domain.criteria import Criterion, FactExamples, FindingRule
from assessor.domain.facts import Evidence, FileFacts
from assessor.domain.findings import Figure
from assessor.domain.runtime import BackingService, Deployable, Landscape, Runtime
from assessor.findings.predicates import predicate
from assessor.findings.seen import index

_TYPES = {str(kind.__struct_config__.tag): kind for kind in typing.get_args(fact_types.Fact)}
_CONCLUSIONS = {"service": BackingService, "runtime": Runtime, "deployable": Deployable}
_EMPTY: dict[Any, Any] = {str: "", int: 0, float: 0.0, bool: False}


def failures(rule: FindingRule | Criterion) -> tuple[str, ...]:
    """What is wrong with the examples of a rule, empty when each gives what it should."""
    examples: FactExamples = rule.examples
    wrong = [f"{rule.id}: example {n} must match and does not" for n, e in enumerate(examples.match, 1) if not holds(rule, e)]
    wrong += [f"{rule.id}: near miss {n} must not match and does" for n, e in enumerate(examples.miss, 1) if holds(rule, e)]
    return tuple(wrong)


def holds(rule: FindingRule | Criterion, example: Iterable[Mapping[str, Any]]) -> bool:
    """Whether the rule finds anything in the example."""
    files, landscape, figures = read(example)
    return predicate(rule.when, rule.id).match(index(files, landscape), figures).holds


def read(example: Iterable[Mapping[str, Any]]) -> tuple[tuple[FileFacts, ...], Landscape, dict[str, Figure]]:
    """The facts by file, the conclusions and the figures of one example."""
    files: dict[tuple[str, str, str], list[Any]] = {}
    concluded: dict[str, list[Any]] = {kind: [] for kind in _CONCLUSIONS}
    figures: dict[str, Figure] = {}
    for stated in example:
        if "figure" in stated:
            figures[stated["figure"]] = Figure(stated["figure"], float(stated["value"]))
            continue
        kind = stated["fact"]
        path, role, language = stated.get("path", "src/example.txt"), stated.get("role", "source"), stated.get("language", "")
        if kind in _CONCLUSIONS:
            concluded[kind].append(_built(_CONCLUSIONS[kind], stated, path))
            continue
        found = files.setdefault((path, role, language), [])
        if kind != "file":
            found.append(_built(_TYPES[kind], stated, path))
    read_files = [
        FileFacts(path, language, typing.cast(Any, role), 10, "", tuple(found))
        for (path, role, language), found in sorted(files.items())
    ]
    landscape = Landscape(tuple(concluded["runtime"]), tuple(concluded["deployable"]), tuple(concluded["service"]))
    return tuple(read_files), landscape, figures


def _built(kind: Any, stated: Mapping[str, Any], path: str) -> Any:
    place = Evidence(path, stated.get("line", 1), stated.get("rule", ""), stated.get("excerpt", ""))
    names = {field.name for field in msgspec.structs.fields(kind)}
    values: dict[str, Any] = {}
    for field in msgspec.structs.fields(kind):
        if field.name == "evidence":
            values["evidence"] = (place,) if kind in _CONCLUSIONS.values() else place
        elif field.name == "fields":
            others = {name: str(value) for name, value in stated.items() if name not in names | _PLACE}
            values["fields"] = tuple(sorted((others | dict(stated.get("fields", {}))).items()))
        elif field.name == "path":
            values["path"] = stated.get("route", "")
        elif field.name in stated:
            value = stated[field.name]
            values[field.name] = tuple(value) if isinstance(value, list) else value
        elif field.required:
            values[field.name] = _EMPTY.get(field.type, () if typing.get_origin(field.type) is tuple else "")
    return kind(**values)


_PLACE = {"fact", "path", "line", "role", "language", "rule", "excerpt", "route", "fields"}
