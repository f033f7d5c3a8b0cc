"""`bom.cdx.json`: CycloneDX 1.6 of the libraries that manifests state, and of what an inventory resolved.

A range is no version: then the component has none, and the property `assessor:stated` says what the manifest has. Which library
needs which is not known from manifests, so the list calls itself incomplete.
"""

import re
import uuid
from collections.abc import Sequence
from typing import Any

import msgspec
from packageurl import PackageURL

from assessor.domain.assessment import Assessment
from assessor.domain.facts import Library
from assessor.domain.knowledge import Knowledge
from assessor.render.format import OutputFormat, RenderOptions
from assessor.render.wording import printable

_NAMESPACE = uuid.UUID("6f1d7c52-0f0e-5b7e-9d0a-6d2f3c1b8a44")
"""Makes our serial numbers our own: they are name-based (RFC 9562, version 5) on what the document holds."""
_EXACT = re.compile(r"={0,3}\s?v?((?:\d+:)?\d[\w.+~\-!]*)")
_WILD = re.compile(r"(?:^|[.\-+])[xX*](?:$|\.)")
_SCOPES = {"development": "excluded", "test": "excluded", "optional": "optional"}
"""CycloneDX: required is needed at run time, excluded is not part of what is delivered."""
_TYPES = {"gradle-plugin": "maven"}
"""Ecosystems of ours that are no type of package URL: Gradle's plugins are Maven artefacts called NAME:NAME.gradle.plugin."""


def render(assessment: Assessment, knowledge: Knowledge, options: RenderOptions) -> dict[str, bytes]:
    """Components in the order of their references. Redacted: without places."""
    groups: dict[str, list[Library]] = {}
    for library in assessment.libraries:
        groups.setdefault(_reference(library), []).append(library)
    application = printable(assessment.application) or "application"
    root = f"application:{application}"
    document: dict[str, Any] = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": f"{assessment.date}T00:00:00Z",
            "tools": {"components": [{"type": "application", "name": assessment.tool.name, "version": assessment.tool.version}]},
            "component": {"type": "application", "bom-ref": root, "name": application},
        },
        "components": [_component(reference, groups[reference], options.redact) for reference in sorted(groups)],
        "dependencies": [{"ref": root, "dependsOn": _direct(groups)}],
        "compositions": [{"aggregate": "incomplete", "assemblies": [root]}],
    }
    content = msgspec.json.encode(document, order="sorted").decode()
    document["serialNumber"] = f"urn:uuid:{uuid.uuid5(_NAMESPACE, content)}"
    return {FORMAT.filename: msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"}


def _direct(groups: dict[str, list[Library]]) -> list[str]:
    return sorted(ref for ref, found in groups.items() if any(library.scope != "resolved" for library in found))


def _component(reference: str, found: Sequence[Library], redact: bool) -> dict[str, Any]:
    first = found[0]
    namespace, name = _parts(first)
    component: dict[str, Any] = {"type": "library", "bom-ref": reference}
    if namespace:
        component["group"] = namespace
    component["name"] = name
    version = exact(first.version)
    if version:
        component["version"] = version
    scopes = {_SCOPES.get(library.scope, "required") for library in found}
    component["scope"] = next(scope for scope in ("required", "optional", "excluded") if scope in scopes)
    url = _purl(first)
    if url:
        component["purl"] = url
    component["properties"] = [{"name": name, "value": value} for name, value in sorted(set(_properties(found, redact))) if value]
    return component


def _properties(found: Sequence[Library], redact: bool) -> list[tuple[str, str]]:
    stated = []
    for library in found:
        place = library.evidence
        stated.append(("assessor:scope", printable(library.scope)))
        stated.append(("assessor:stated", printable(library.stated or ("" if exact(library.version) else library.version))))
        if not redact:
            stated.append(("assessor:evidence", printable(f"{place.path}:{place.line}" if place.line else place.path)))
    return stated


def exact(version: str) -> str:
    """The version when it is one, without a sign of equality in front; empty for ranges, variables and nothing."""
    found = _EXACT.fullmatch(version.strip())
    return "" if not found or _WILD.search(found[1]) else printable(found[1])


def _parts(library: Library) -> tuple[str, str]:
    """Namespace and name, as package URLs have them."""
    name = printable(library.name)
    if library.ecosystem == "gradle-plugin":
        return name, f"{name}.gradle.plugin"
    sign = ":" if library.ecosystem == "maven" else "/"
    namespace, _, plain = name.rpartition(sign)
    return (namespace, plain) if plain else ("", name)


def _purl(library: Library) -> str:
    """Empty when the name holds a variable: then nobody knows which package it is."""
    namespace, name = _parts(library)
    if not name.strip("/ ") or set("${}<>") & set(library.name):
        return ""
    kind = _TYPES.get(library.ecosystem, library.ecosystem)
    version = exact(library.version)
    if kind == "golang" and version:  # Go's modules are known by their tags
        version = f"v{version}"
    try:
        return PackageURL(kind, namespace or None, name, version or None).to_string()
    except ValueError:
        return ""


def _reference(library: Library) -> str:
    """Unique in the document and the same in every run."""
    version = exact(library.version)
    stated = "" if version else library.version
    return printable(f"{_purl(library) or f'{library.ecosystem}:{library.name}'}{f'#{stated}' if stated else ''}")


FORMAT = OutputFormat("cyclonedx", "bom.cdx.json", render)
