"""`--sbom FILE`: an inventory of what is really installed, as syft or a CycloneDX generator wrote it (both JSON).

Every component with a package URL of an ecosystem counts, also those nested in others; files and operating systems do not.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from packageurl import PackageURL

from assessor.domain.inventory import Component, Inventory
from assessor.errors import InputError
from assessor.intake.baseline import read_json

_HINT = "give a CycloneDX or syft inventory as JSON, for instance of 'syft scan dir:. -o cyclonedx-json'"
_MOST = 200_000
"""Components read of one file."""
_JOINED = {"maven": ":"}
"""How namespace and name are joined where not by a slash."""


def inventory(path: Path) -> Inventory:
    """The components of the file. InputError for one that is neither format."""
    document = read_json(path, "the inventory", _HINT)
    if not isinstance(document, dict):
        raise InputError("this is no inventory", at=str(path), hint=_HINT)
    if document.get("bomFormat") == "CycloneDX":
        stated = _nested(document.get("components"))
    elif isinstance(document.get("artifacts"), list):
        stated = iter(document["artifacts"])
    else:
        raise InputError("this is neither CycloneDX nor syft", at=str(path), hint=_HINT)
    found = set()
    for each in stated:
        component = _component(each)
        if component is not None:
            found.add(component)
        if len(found) > _MOST:
            raise InputError(f"the inventory lists more than {_MOST} components", at=str(path), hint="is this the right file?")
    return Inventory(path.name, tuple(sorted(found)))


def _nested(components: Any) -> Iterator[Any]:
    """Components and those inside them, without recursion: depth is not ours to trust."""
    waiting = list(components) if isinstance(components, list) else []
    while waiting:
        each = waiting.pop()
        yield each
        inner = each.get("components") if isinstance(each, dict) else None
        if isinstance(inner, list):
            waiting.extend(inner)


def _component(stated: Any) -> Component | None:
    """From the package URL; None for what has none or no version."""
    text = stated.get("purl") if isinstance(stated, dict) else None
    if not isinstance(text, str):
        return None
    try:
        purl = PackageURL.from_string(text)
    except ValueError:
        return None
    if not purl.version:
        return None
    name = f"{purl.namespace}{_JOINED.get(purl.type, '/')}{purl.name}" if purl.namespace else purl.name
    return Component(purl.type, name, purl.version)
