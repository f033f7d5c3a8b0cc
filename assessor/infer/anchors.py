"""Where a rule of a runtime finds something that is started, and what its source root is.

In: a `DeployableRule` and a `Scene`. Out: `Anchor`s: the root, the place, and the words that fill the rule's command.
"""

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from assessor.domain.catalogue import DeployableRule
from assessor.domain.facts import Artifact, Evidence
from assessor.infer.globs import fits, folder_of, key_fits, lies_in, path_fits, searched
from assessor.infer.runtimes import stated_runtime
from assessor.infer.scene import Scene, is_test_profile

_UNSHIPPED_SCOPES = frozenset({"test", "development"})
_COMPILED = frozenset({"java", "kotlin", "groovy", "scala"})
_PYTHON = frozenset({"pypi"})


class Anchor(Struct, frozen=True, order=True):
    """`root` is the source root relative to the tree; `artifact` and `process` are empty unless they are the anchor."""

    root: str
    evidence: Evidence
    artifact: str = ""
    process: str = ""
    schedule: str = ""
    version: str = ""


def anchors(rule: DeployableRule, scene: Scene) -> tuple[Anchor, ...]:
    """Every anchor whose conditions hold, sorted."""
    return tuple(sorted({anchor for anchor in _places(rule, scene) if _holds(rule, anchor, scene)}))


def _places(rule: DeployableRule, scene: Scene) -> Iterator[Anchor]:
    if rule.paths:
        for path in scene.paths:
            if path_fits(rule.paths, path) and scene.code_lines.get(path, 0) >= rule.least_lines:
                yield Anchor(_root(path, rule, scene), Evidence(path, 0))
    for artifact in scene.artifacts if rule.artifacts else ():
        if artifact.kind in rule.artifacts and (artifact.main or not rule.main):
            yield _of_artifact(artifact, rule, scene)
    for places in (*scene.calls_fitting(rule.calls), *scene.imports_fitting(rule.imports)):
        for place in places:
            yield Anchor(_root(place.path, rule, scene), place)
    for trait in scene.traits if rule.traits else ():
        if fits(rule.traits, trait.name) or fits(rule.traits, f"{trait.name}:{dict(trait.fields).get('name', '')}"):
            yield Anchor(_root(trait.evidence.path, rule, scene), trait.evidence)
    for process in scene.processes if rule.processes else ():
        if any(searched(pattern).search(process.command) for pattern in rule.processes):
            root = _root(process.evidence.path, rule, scene)
            yield Anchor(root, process.evidence, process=process.command, schedule=process.schedule)
    for condition in rule.settings:
        for setting in scene.settings:
            if (
                key_fits(condition.keys, setting.key)
                and searched(condition.values).search(setting.value)
                and not is_test_profile(setting.profile)
            ):
                yield Anchor(_root(setting.evidence.path, rule, scene), setting.evidence)
    yield from _containers(rule, scene)
    for library in scene.libraries_fitting(rule.libraries_anchor):
        if library.scope not in _UNSHIPPED_SCOPES:
            yield Anchor(_root(library.evidence.path, rule, scene), library.evidence)


def _containers(rule: DeployableRule, scene: Scene) -> Iterator[Anchor]:
    """Dockerfiles of the application that end with one of the rule's images, with the command they start."""
    for trait in scene.traits if rule.bases else ():
        if trait.name == "image.final" and fits(rule.bases, dict(trait.fields).get("reference", "")):
            path = trait.evidence.path
            started = next((process.command for process in scene.processes if process.evidence.path == path), "")
            yield Anchor(_root(path, rule, scene), trait.evidence, process=started)


def _of_artifact(artifact: Artifact, rule: DeployableRule, scene: Scene) -> Anchor:
    path = f"{artifact.folder}/x" if artifact.folder else "x"
    return Anchor(_root(path, rule, scene), artifact.evidence, artifact=artifact.name, version=artifact.version)


def _root(path: str, rule: DeployableRule, scene: Scene) -> str:
    if rule.root != "build":
        return folder_of(path, rule.root)
    return max((folder for folder in scene.builds if lies_in(path, folder)), key=len, default=folder_of(path))


def _holds(rule: DeployableRule, anchor: Anchor, scene: Scene) -> bool:
    if rule.libraries and not _depends(rule.libraries, anchor.root, scene):
        return False
    if rule.unless_libraries and _depends(rule.unless_libraries, anchor.root, scene):
        return False
    if rule.beside and not _exists(rule.beside, anchor.root, scene):
        return False
    if rule.stated and stated_runtime(rule.stated[0].partition("-")[0], anchor.root, scene) not in rule.stated:
        return False
    if rule.listens and not any(lies_in(port.evidence.path, anchor.root) for port in scene.ports):
        return False
    if rule.used and not (_imports(rule.used, anchor.root, scene) or _described(rule.used, anchor.root, scene)):
        return False
    if rule.unless_used and (_imports(rule.unless_used, anchor.root, scene) or _described(rule.unless_used, anchor.root, scene)):
        return False
    return not (rule.unless_beside and _exists(rule.unless_beside, anchor.root, scene))


def _imports(globs: tuple[str, ...], root: str, scene: Scene) -> bool:
    """Whether code in the root uses one of the names; a module that only packs what others hold speaks for all of them."""
    found = [place for places in scene.imports_fitting(globs) for place in places]
    if any(lies_in(place.path, root) for place in found):
        return True
    packed = any(scene.languages.get(place.path) in _COMPILED for place in found)
    return packed and not any(scene.languages[path] in _COMPILED for path in scene.paths if lies_in(path, root))


def _depends(globs: tuple[str, ...], root: str, scene: Scene) -> bool:
    """Whether a manifest in the root or above it names one of the libraries, or that of a module of the tree that the root uses;
    Python's requirements may also lie below."""
    inner = any(root in others for others in scene.uses.values())  # a part of what another module starts
    used = frozenset[str]() if inner else scene.uses.get(root, frozenset())
    return any(
        library.scope not in _UNSHIPPED_SCOPES
        and (
            lies_in(root, folder_of(library.evidence.path))
            or folder_of(library.evidence.path) in used
            or (library.ecosystem in _PYTHON and lies_in(library.evidence.path, root))
        )
        for library in scene.libraries_fitting(globs)
    )


def _exists(globs: tuple[str, ...], root: str, scene: Scene) -> bool:
    start = len(root) + 1 if root else 0
    return any(lies_in(path, root) and fits(globs, path[start:]) for path in scene.paths)


def _described(globs: tuple[str, ...], root: str, scene: Scene) -> bool:
    """Whether a descriptor in the root states one of the names: a finished archive holds no code to read."""
    return any(
        trait.name == "jakarta.servlet" and fits(globs, trait.name) and lies_in(trait.evidence.path, root) for trait in scene.traits
    )


def filled(text: str, words: Mapping[str, str]) -> str:
    """`{name}` replaced by its word; names that have none stay as they are written."""
    return re.sub(r"\{(\w+)\}", lambda found: words.get(found[1], found[0]), text)
