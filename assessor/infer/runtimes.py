"""The runtime of each deployable: which release line, which image, until when it is supported.

In: a deployable's kind of runtime and source root. Out: a `Runtime`, e.g. PHP 7.4, `php:7.4.33-apache`, supported until 2022-11-28.
"""

from assessor.domain.catalogue import RuntimeKind
from assessor.domain.facts import Trait
from assessor.domain.runtime import Runtime
from assessor.infer.globs import folder_of, lies_in
from assessor.infer.scene import Scene
from assessor.infer.versions import line_for, number

_TRAIT = "runtime.version"


def runtime_of(kind: RuntimeKind, root: str, scene: Scene) -> Runtime:
    """The version is the one stated nearest to `root`: in it, else above it, else anywhere below; else the catalogue's default."""
    stated = _nearest(kind.version_names, root, scene)
    fields = dict(stated.fields) if stated else {}
    line, version = line_for(_plain(fields.get("version", "")), kind.versions, kind.default)
    newer = bool(kind.newer) and _is_newer(version, kind)
    return Runtime(
        id=kind.id,
        name=kind.name,
        version=version or line.version,
        image=kind.newer.replace("{version}", version) if newer else line.image,
        basis="observed" if version else "assumed",
        evidence=(stated.evidence,) if stated and version else (),
        end_of_life="" if newer else line.end_of_life,
        platform=kind.platform,
    )


def _is_newer(version: str, kind: RuntimeKind) -> bool:
    newest = max(number(line.version) for line in kind.versions)
    return number(version)[: len(newest)] > newest


def stated_runtime(family: str, root: str, scene: Scene) -> str:
    """The runtime of a family (`dotnet`: `dotnet`, `dotnet-framework`...) that is stated nearest to `root`, else empty."""
    names = tuple(sorted({name for trait in scene.traits if trait.name == _TRAIT and (name := _name(trait)).startswith(family)}))
    found = _nearest(names, root, scene) if names else None
    return _name(found) if found else ""


def _name(trait: Trait) -> str:
    return dict(trait.fields).get("name", "").lower()


def _nearest(names: tuple[str, ...], root: str, scene: Scene) -> Trait | None:
    found = []
    for trait in scene.traits:
        fields = dict(trait.fields)
        if trait.name == _TRAIT and number(fields.get("version", "")) and _name(trait) in names:
            found.append(trait)
    return min(found, key=lambda trait: (*_distance(folder_of(trait.evidence.path), root), trait.evidence), default=None)


def _distance(folder: str, root: str) -> tuple[int, int]:
    if folder == root:
        return (0, 0)
    if lies_in(root, folder):
        return (1, root.count("/") - folder.count("/"))
    return (2, folder.count("/")) if lies_in(folder, root) else (3, folder.count("/"))


def _plain(version: str) -> str:
    """Java's old numbering: `1.8` is 8."""
    return version.replace("1.", "", 1) if version.startswith(("1.5", "1.6", "1.7", "1.8")) else version
