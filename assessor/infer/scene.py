"""Facts of first-party source, arranged by what they are.

In: `FileFacts` of all files. Out: a `Scene` that holds only what may decide: facts of tests, vendored and generated files and of
prose are left out here, once, so that nobody behind has to remember it.
"""

from collections.abc import Iterable
from typing import TypeVar

from msgspec import Struct

from assessor.domain.facts import (
    Artifact,
    Connection,
    Declaration,
    Endpoint,
    Evidence,
    Fact,
    FileFacts,
    Image,
    Library,
    Port,
    Process,
    Reference,
    Setting,
    Trait,
)
from assessor.infer.globs import fits, fitting, folder_of
from assessor.infer.menus import without_menus
from assessor.infer.switches import switched_off


class Scene(Struct, frozen=True):
    """Facts of the files of role `source`, in the order of their paths.

    `paths` are all source files, `languages` and `code_lines` theirs; `libraries` are by `ecosystem:name` in lower case, sorted.
    `builds` are the folders in which a manifest says that something is built. `imports` and `calls` map a name in lower case to
    the first places it is used at. `uses` maps a folder with a manifest to those of the tree's modules that it depends on;
    `off` are the places of settings whose option is switched off.
    """

    paths: tuple[str, ...]
    languages: dict[str, str]
    code_lines: dict[str, int]
    libraries: dict[str, tuple[Library, ...]]
    settings: tuple[Setting, ...]
    connections: tuple[Connection, ...]
    images: tuple[Image, ...]
    processes: tuple[Process, ...]
    ports: tuple[Port, ...]
    artifacts: tuple[Artifact, ...]
    traits: tuple[Trait, ...]
    endpoints: tuple[Endpoint, ...]
    builds: tuple[str, ...]
    imports: dict[str, tuple[Evidence, ...]]
    calls: dict[str, tuple[Evidence, ...]]
    library_names: tuple[str, ...] = ()
    import_names: tuple[str, ...] = ()
    call_names: tuple[str, ...] = ()
    uses: dict[str, frozenset[str]] = {}
    off: frozenset[tuple[str, int]] = frozenset()

    def libraries_fitting(self, globs: tuple[str, ...]) -> list[Library]:
        """Every statement of a library that one of the globs on `ecosystem:name` fits. A JAR that does not say whose it is has
        the artifact's name alone: `maven:postgresql` for `maven:org.postgresql:postgresql`."""
        wanted = (*globs, *(short for glob in globs if (short := _artifact_alone(glob))))
        return [library for name in fitting(wanted, self.library_names) for library in self.libraries[name]] if globs else []

    def imports_fitting(self, globs: tuple[str, ...]) -> list[tuple[Evidence, ...]]:
        """The places of every imported name that one of the globs fits."""
        return [self.imports[name] for name in fitting(globs, self.import_names)] if globs else []

    def calls_fitting(self, globs: tuple[str, ...]) -> list[tuple[Evidence, ...]]:
        """The places of every called, created, annotated or inherited name that one of the globs fits."""
        return [self.calls[name] for name in fitting(globs, self.call_names)] if globs else []


def _artifact_alone(glob: str) -> str:
    """The glob for an artifact of Maven without its group; empty where its name would fit anything."""
    parts = glob.split(":")
    plain = len(parts) == 3 and parts[0] == "maven" and len(parts[2].partition("*")[0]) > 1
    return f"maven:{parts[2]}" if plain else ""


_NAMED = {"import": 0, "call": 1, "new": 1, "annotation": 1, "extends": 1, "implements": 1}
_TEST_PROFILES = ("test*", "testing", "ci", "e2e", "cypress", "dusk*", "*-test", "unittest", "integration-test*", "phpunit")
DESCRIPTIONS = ("web.xml", "application.xml", "ejb-jar.xml", "ra.xml", "manifest.mf", "manage.py", "wsgi.py", "asgi.py")
"""Files whose artifacts describe what another manifest builds."""
_PLACES_KEPT = 40

T = TypeVar("T")


def scene(facts: Iterable[FileFacts]) -> Scene:
    """Arranges the facts; the order of `facts` does not matter."""
    files = sorted((file for file in facts if file.role == "source"), key=lambda file: file.path)
    named: tuple[dict[str, list[Evidence]], dict[str, list[Evidence]]] = ({}, {})
    stated: list[Fact] = []
    for file in files:
        for fact in file.facts:
            if isinstance(fact, Reference):
                if (place := _NAMED.get(fact.kind)) is not None:
                    places = named[place].setdefault(fact.target.lower(), [])
                    if len(places) < _PLACES_KEPT:
                        places.append(Evidence(file.path, fact.line, excerpt=fact.target[:200]))
            elif not isinstance(fact, Declaration):
                stated.append(fact)
    imports, calls = ({name: tuple(places) for name, places in sorted(names.items())} for names in named)
    libraries = _libraries(stated)
    settings, connections = without_menus(_settings(stated), _of(Connection, stated))
    return Scene(
        paths=tuple(file.path for file in files),
        languages={file.path: file.language for file in files},
        code_lines={file.path: file.code_lines for file in files},
        libraries=libraries,
        settings=settings,
        connections=connections,
        images=_of(Image, stated),
        processes=_of(Process, stated),
        ports=_without_tests(_of(Port, stated), settings),
        artifacts=_of(Artifact, stated),
        traits=_of(Trait, stated),
        endpoints=_of(Endpoint, stated),
        builds=_builds(stated),
        imports=imports,
        calls=calls,
        library_names=tuple(libraries),
        import_names=tuple(imports),
        call_names=tuple(calls),
        uses=_uses(stated),
        off=switched_off(setting for setting in settings if not is_test_profile(setting.profile)),
    )


def _of(kind: type[T], stated: Iterable[Fact]) -> tuple[T, ...]:
    return tuple(fact for fact in stated if isinstance(fact, kind))


def _without_tests(ports: Iterable[Port], settings: Iterable[Setting]) -> tuple[Port, ...]:
    """The ports without those that a setting of a profile for tests states."""
    tests = {(each.evidence.path, each.evidence.line) for each in settings if is_test_profile(each.profile)}
    return tuple(port for port in ports if (port.evidence.path, port.evidence.line) not in tests)


def _settings(stated: Iterable[Fact]) -> tuple[Setting, ...]:
    """Settings, and the environment variables that are read; one without a default has its own name as value (`${DB_HOST}`)."""
    found = list(_of(Setting, stated))
    profiles = {(each.evidence.path, each.evidence.line): each.profile for each in found if each.profile}
    for trait in _of(Trait, stated):
        fields = dict(trait.fields)
        if trait.name == "config.environment" and fields.get("name"):
            name = fields["name"]
            profile = profiles.get((trait.evidence.path, trait.evidence.line), "")
            found.append(Setting(name, fields.get("default") or f"${{{name}}}", "environment", trait.evidence, profile))
    return tuple(sorted(found, key=lambda setting: (setting.evidence.path, setting.evidence.line, setting.key)))


def _libraries(stated: Iterable[Fact]) -> dict[str, tuple[Library, ...]]:
    found: dict[str, list[Library]] = {}
    for library in _of(Library, stated):
        found.setdefault(f"{library.ecosystem}:{library.name}".lower(), []).append(library)
    return {name: tuple(found[name]) for name in sorted(found)}


def _builds(stated: Iterable[Fact]) -> tuple[str, ...]:
    built = [each for each in _of(Artifact, stated) if not is_description(each.evidence)]
    found = [artifact.evidence for artifact in built] + [library.evidence for library in _of(Library, stated)]
    return tuple(sorted({folder_of(place.path) for place in found}))


def _uses(stated: Iterable[Fact]) -> dict[str, frozenset[str]]:
    """Of every folder whose manifest names other modules of this tree: their folders, also through further modules."""
    homes = {each.name: each.folder for each in sorted(_of(Artifact, stated), reverse=True) if each.name}
    direct: dict[str, set[str]] = {}
    for library in _of(Library, stated):
        home = homes.get(library.name.rpartition(":")[2]) if library.scope not in ("test", "development") else None
        if home is not None and home != folder_of(library.evidence.path):
            direct.setdefault(folder_of(library.evidence.path), set()).add(home)
    reached: dict[str, frozenset[str]] = {}
    for folder in sorted(direct):
        seen, waiting = {folder}, [folder]
        while waiting:
            for other in direct.get(waiting.pop(), ()):
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
        reached[folder] = frozenset(seen - {folder})
    return reached


def is_description(place: Evidence) -> bool:
    """Whether an artifact read at this place is built by another file than this one."""
    return place.path.rpartition("/")[2].lower() in DESCRIPTIONS


def is_test_profile(profile: str) -> bool:
    """Whether a setting's profile is for tests, so that it says nothing about the application in use."""
    return bool(profile) and fits(_TEST_PROFILES, profile)
