"""Which facts speak for a backing service, and how strongly.

In: a `ServiceKind` and a `Scene`. Out: `Sighting`s, one per fact that one of the kind's signs fits: for PostgreSQL the setting
`spring.datasource.url=jdbc:postgresql://db/claims` gives kind `setting`, weight 0.75, decides.
"""

import re
from collections.abc import Iterator
from posixpath import basename

from msgspec import Struct

from assessor.domain.catalogue import ServiceKind
from assessor.domain.facts import Connection, Evidence, Image, Setting, Trait
from assessor.infer.globs import fits, folder_of, key_fits, path_fits, searched
from assessor.infer.scene import Scene, is_test_profile

_UNUSED_SCOPES = frozenset({"test", "development"})
_TEMPLATES = ("env", "php", "ini")
_SILENT_SCHEMES = ("", "tcp", "ado")
_CODE = ("environment", "python", "php")
"""Formats of settings that are read out of code."""
_LONGEST_VALUE = 2000


class Sighting(Struct, frozen=True, order=True):
    """One sign found. `kind` as in `BackingService.kinds`; `decides` when it names the service as the one in use; `generic` when a
    library could speak to others too; `version` where the fact states the service's own; `denies` when it names another
    choice as the one in use; `asked` when code only looks whether a variable was set."""

    kind: str
    weight: float
    evidence: Evidence
    decides: bool = False
    profile: str = ""
    generic: bool = False
    version: str = ""
    default: bool = True
    denies: bool = False
    asked: bool = False


def sightings(service: ServiceKind, scene: Scene) -> tuple[Sighting, ...]:
    """Every sighting of `service`, sorted. Test profiles and test dependencies are no evidence."""
    found = [
        *_libraries(service, scene),
        *_settings(service, scene),
        *_connections(service, scene),
        *_code(service, scene),
        *_schema(service, scene),
        *_deployment(service, scene),
    ]
    return tuple(sorted(set(found)))


def _libraries(service: ServiceKind, scene: Scene) -> Iterator[Sighting]:
    for sign in service.signs.library:
        for library in scene.libraries_fitting(sign.names):
            if library.scope not in _UNUSED_SCOPES:
                weight = sign.weight / 2 if library.scope == "optional" else sign.weight
                yield Sighting("library", weight, library.evidence, generic=sign.strength == "generic")
        for trait in scene.traits if sign.traits else ():
            if fits(sign.traits, named_trait(trait)) and dict(trait.fields).get("scope") not in _UNUSED_SCOPES:
                yield Sighting("library", sign.weight, trait.evidence, generic=sign.strength == "generic")


def named_trait(trait: Trait) -> str:
    """`php.extension:gd`, `image.final:nginx:1.25`: the trait's name and its field `name` or `reference`."""
    fields = dict(trait.fields)
    return f"{trait.name}:{fields.get('name') or fields.get('reference', '')}"


def _settings(service: ServiceKind, scene: Scene) -> Iterator[Sighting]:
    for sign in service.signs.setting:
        if not _is_boilerplate(sign.boilerplate_of, scene):
            for setting in scene.settings:
                if key_fits(sign.keys, setting.key) and _has(setting.value, sign.values) and not _unused(setting, scene):
                    asked = not sign.decides and _only_asked_for(setting)
                    yield Sighting(
                        "setting",
                        sign.weight / 2 if asked else sign.weight,
                        setting.evidence,
                        decides=sign.decides,
                        profile=setting.profile,
                        denies=sign.denies,
                        asked=asked,
                    )


def _unused(stated: Setting | Connection, scene: Scene) -> bool:
    """Whether it is for tests, or of an option that is switched off."""
    return is_test_profile(stated.profile) or (stated.evidence.path, stated.evidence.line) in scene.off


def _only_asked_for(setting: Setting) -> bool:
    """Whether code merely looks whether somebody set the variable: without a default that is often an option."""
    return setting.format in _CODE and re.fullmatch(r"\$\{\w{1,100}\}", setting.value.strip()) is not None


def _is_boilerplate(frameworks: tuple[str, ...], scene: Scene) -> bool:
    return bool(scene.libraries_fitting(frameworks))


def _has(value: str, wanted: str) -> bool:
    value = value.strip()[:_LONGEST_VALUE]
    return bool(searched(wanted).search(value)) if wanted else bool(value) and value.lower() not in ("null", "none", "false")


def _connections(service: ServiceKind, scene: Scene) -> Iterator[Sighting]:
    for sign in service.signs.connection:
        template = _is_boilerplate(sign.boilerplate_of, scene)
        for connection in scene.connections:
            known = connection.scheme in sign.schemes and (not sign.hosts or fits(sign.hosts, connection.host))
            silent = connection.scheme in _SILENT_SCHEMES and connection.port in sign.ports
            if not (known or silent) or (template and connection.evidence.rule in _TEMPLATES):
                continue
            if not _unused(connection, scene):
                yield Sighting("connection", sign.weight, connection.evidence, profile=connection.profile)


def _code(service: ServiceKind, scene: Scene) -> Iterator[Sighting]:
    for sign in service.signs.code:
        for places in (*scene.imports_fitting(sign.imports), *scene.calls_fitting(sign.calls)):
            yield Sighting("code", sign.weight, places[0])
        if sign.traits:
            for trait in scene.traits:
                if fits(sign.traits, trait.name):
                    yield Sighting("code", sign.weight, trait.evidence)


def _schema(service: ServiceKind, scene: Scene) -> Iterator[Sighting]:
    for sign in service.signs.schema:
        words = frozenset(sign.words)
        for path in scene.paths:
            if path.lower().endswith((".sql", ".ddl", ".hbm.xml", ".properties", ".xml", ".yaml", ".yml")):
                *folders, name = path.lower().split("/")
                stem = name.rsplit(".", 1)[0]
                if words & {*folders, stem, *stem.replace("-", "_").replace(".", "_").split("_")} and (
                    name.endswith(("sql", "ddl")) or words & {*folders}
                ):
                    yield Sighting("schema", sign.weight, Evidence(path, 0))
        for places in scene.imports_fitting(sign.imports):
            yield Sighting("schema", sign.weight, places[0])
        for trait in scene.traits if sign.traits else ():
            if fits(sign.traits, trait.name):
                yield Sighting("schema", sign.weight, trait.evidence)


def _deployment(service: ServiceKind, scene: Scene) -> Iterator[Sighting]:
    for sign in service.signs.deployment:
        for image in scene.images:
            repository, _, tag = image.reference.partition("@")[0].partition(":")
            if image.use == "service" and fits(sign.images, _without_host(repository)):
                yield Sighting("deployment", sign.weight, image.evidence, profile=_variant(image), version=tag)
        for process in scene.processes:
            if fits(sign.commands, process.command):
                yield Sighting("deployment", sign.weight, process.evidence)
        for path in scene.paths if sign.files else ():
            if path_fits(sign.files, path):
                yield Sighting("deployment", sign.weight, Evidence(path, 0))
        for trait in scene.traits if sign.traits else ():
            if trait.name == "image.final" and folder_of(trait.evidence.path) in scene.builds:
                continue  # pages or a program that is built on top of the product
            if fits(sign.traits, f"{trait.evidence.rule}/{named_trait(trait)}"):
                yield Sighting("deployment", sign.weight, trait.evidence)


def _variant(image: Image) -> str:
    """What a compose file's own name says beyond the default: `pgsql` for `docker-compose-pgsql.yml`."""
    stem = basename(image.evidence.path).rpartition(".")[0] if image.evidence.rule == "compose" else ""
    return stem.removeprefix("docker-").removeprefix("compose").strip("-._")


def _without_host(repository: str) -> str:
    """`docker.io/library/postgres` -> `postgres`; a first part with a dot or a port is a registry."""
    parts = repository.lower().split("/")
    if len(parts) > 1 and ("." in parts[0] or ":" in parts[0] or parts[0] == "localhost"):
        parts = parts[1:]
    return "/".join(parts[1:] if parts[0] == "library" and len(parts) > 1 else parts)
