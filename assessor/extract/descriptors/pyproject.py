"""Python's `pyproject.toml` (PEP 621, Poetry, PDM, dependency groups) and `Pipfile`."""

from collections.abc import Iterator
from typing import Any

from assessor.domain.facts import Fact
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.python_requirement import requirement
from assessor.extract.reading import Reading
from assessor.extract.structured import read_toml


def _read(document: Document) -> Iterator[Fact]:
    data = read_toml(document.text)
    reading = Reading(document, "pyproject")
    if document.path.endswith("Pipfile"):
        yield from _tables(reading, data, (("packages", "runtime"), ("dev-packages", "development")))
        yield from _python(reading, str(_table(data, "requires").get("python_version", "")), "python_version")
        return
    project, poetry = _table(data, "project"), _table(data, "tool", "poetry")
    yield from _listed(reading, project.get("dependencies"), "runtime")
    for group, listed in sorted(_table(project, "optional-dependencies").items()):
        yield from _listed(reading, listed, "development" if group in ("dev", "test", "tests", "docs", "lint") else "optional")
    for listed in _table(data, "dependency-groups").values():
        yield from _listed(reading, listed, "development")
    yield from _tables(reading, poetry, (("dependencies", "runtime"), ("dev-dependencies", "development")))
    for group, inner in sorted(_table(poetry, "group").items()):
        scope = "runtime" if group in ("main", "prod", "production") else "development"
        yield from _tables(reading, inner if isinstance(inner, dict) else {}, (("dependencies", scope),))
    yield from _python(
        reading, str(project.get("requires-python") or _version(_table(poetry, "dependencies").get("python", ""))), "python"
    )
    yield from _artifact(reading, project or poetry)


def _table(data: dict[str, Any], *keys: str) -> dict[str, Any]:
    for key in keys:
        inner = data.get(key)
        data = inner if isinstance(inner, dict) else {}
    return data


def _listed(reading: Reading, listed: object, scope: str) -> Iterator[Fact]:
    for text in listed if isinstance(listed, list) else []:
        found = requirement(text) if isinstance(text, str) else None
        if found:
            line = reading.line_of(text.replace('"', '\\"')[:60]) if '"' in text else reading.line_of(text[:60])
            yield reading.library(found.name, "pypi", found.version, scope, line)
            for extra in found.extras:
                yield reading.trait("library.extra", line, library=found.name, extra=extra)


def _tables(reading: Reading, data: dict[str, Any], sections: tuple[tuple[str, str], ...]) -> Iterator[Fact]:
    for section, scope in sections:
        for name, stated in _table(data, section).items():
            found = requirement(name)
            if not found or found.name == "python":
                continue
            line = reading.line_of(name, reading.line_of(f"{section}]"))
            optional = isinstance(stated, dict) and stated.get("optional") is True
            yield reading.library(found.name, "pypi", _version(stated), "optional" if optional else scope, line)
            for extra in (
                sorted(stated.get("extras", [])) if isinstance(stated, dict) and isinstance(stated.get("extras"), list) else []
            ):
                yield reading.trait("library.extra", line, library=found.name, extra=str(extra))


def _version(stated: object) -> str:
    version = stated.get("version", "") if isinstance(stated, dict) else stated
    return version if isinstance(version, str) else ""


def _python(reading: Reading, version: str, key: str) -> Iterator[Fact]:
    if version:
        yield reading.trait("runtime.version", reading.line_of(key), name="python", version=version)


def _artifact(reading: Reading, project: dict[str, Any]) -> Iterator[Fact]:
    name = project.get("name")
    if isinstance(name, str):
        scripts = bool(_table(project, "scripts")) or bool(_table(project, "gui-scripts"))
        version = project.get("version", "")
        yield reading.artifact(
            name, "wheel", reading.line_of("name"), version=version if isinstance(version, str) else "", main=scripts
        )


def _matches(path: str) -> bool:
    return path.rpartition("/")[2] in ("pyproject.toml", "Pipfile")


DESCRIPTOR = Descriptor("pyproject", _matches, _read)
