"""Facts made by hand: small functions that say only what a test is about."""

from collections.abc import Iterable
from typing import Any

from assessor.domain.catalogue import ExampleFact
from assessor.domain.facts import (
    Artifact,
    Connection,
    Declaration,
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
from assessor.domain.sources import Role


def file(path: str, *facts: Fact, role: Role = "source", language: str = "", lines: int = 1, namespace: str = "") -> FileFacts:
    """A file with `facts`, which are sorted as the reader sorts them."""
    ordered = tuple(sorted(facts, key=lambda fact: (type(fact).__name__, fact)))
    return FileFacts(path, language, role, lines, namespace, ordered, code_lines=lines)


def library(name: str, version: str = "", scope: str = "runtime", path: str = "pom.xml", line: int = 1) -> Library:
    """`name` with its ecosystem: `maven:org.postgresql:postgresql`."""
    ecosystem, _, plain = name.partition(":")
    return Library(plain, ecosystem, version, scope, Evidence(path, line))


def setting(
    key: str, value: str, path: str = "application.properties", line: int = 1, profile: str = "", format: str = "properties"
) -> Setting:
    """A setting of the default profile unless told otherwise."""
    return Setting(key, value, format, Evidence(path, line), profile)


def connection(url: str, path: str = "application.properties", line: int = 2, profile: str = "") -> Connection:
    """Scheme, host, port and database are read off `url`: `jdbc:postgresql://db:5432/claims`."""
    plain = url.removeprefix("jdbc:")
    scheme, _, rest = plain.partition("://")
    place, _, database = rest.partition("/")
    host, _, port = place.rpartition("@")[2].partition(":")
    return Connection(
        url, scheme if rest else plain.partition(":")[0], host, int(port or 0), database, Evidence(path, line), profile
    )


def artifact(
    kind: str, name: str = "app", folder: str = "", path: str = "pom.xml", main: bool = False, modules: tuple[str, ...] = ()
) -> Artifact:
    """Something a build makes."""
    return Artifact(name, kind, folder, "1.0", main, Evidence(path, 1), modules)


def reference(target: str, kind: str = "call", line: int = 3) -> Reference:
    """A call unless told otherwise."""
    return Reference(target, kind, "", line)


def declaration(name: str, kind: str = "class", line: int = 1) -> Declaration:
    """A class unless told otherwise."""
    return Declaration(name, kind, line)


def process(command: str, kind: str = "unknown", name: str = "", path: str = "Procfile", schedule: str = "") -> Process:
    """Something that somebody starts."""
    return Process(name, command, kind, schedule, Evidence(path, 1))


def trait(name: str, path: str = "pom.xml", line: int = 1, /, **fields: str) -> Trait:
    """An open name with its fields."""
    return Trait(name, Evidence(path, line), tuple(sorted(fields.items())))


def image(reference: str, use: str = "service", path: str = "docker-compose.yml") -> Image:
    """An image of a service unless told otherwise."""
    return Image(reference, use, "", Evidence(path, 1))


def port(number: int, of: str = "", path: str = "server.xml") -> Port:
    """A port somebody listens on."""
    return Port(number, "tcp", of, Evidence(path, 1))


def from_examples(examples: Iterable[ExampleFact]) -> tuple[FileFacts, ...]:
    """The files that the short facts of a catalogue entry stand for. Two facts never share a line."""
    files: dict[str, dict[str, Any]] = {}
    for line, short in enumerate(examples, 1):
        entry = files.setdefault(short.path, {"facts": [], "role": short.role, "language": "", "lines": short.lines})
        entry["language"] = short.language or entry["language"]
        entry["facts"].extend(_facts(short, line))
    return tuple(
        file(path, *entry["facts"], role=entry["role"], language=entry["language"], lines=entry["lines"])
        for path, entry in sorted(files.items())
    )


def _facts(short: ExampleFact, line: int) -> list[Fact]:
    at = Evidence(short.path, line)
    folder = short.path.rpartition("/")[0]
    if short.library:
        return [library(short.library, short.version, short.scope, short.path, line)]
    if short.setting:
        return [setting(short.setting, short.value, short.path, line, short.profile)]
    if short.connection:
        return [connection(short.connection, short.path, line, short.profile)]
    if short.image:
        return [Image(short.image, short.kind or "service", "", at)]
    if short.trait:
        return [Trait(short.trait, at, tuple(sorted(short.fields.items())))]
    if short.imports:
        return [Reference(short.imports, "import", "", line)]
    if short.call:
        return [Reference(short.call, "call", "", line)]
    if short.process:
        return [Process(short.value, short.process, short.kind or "unknown", "", at)]
    if short.artifact:
        return [Artifact(short.value or "app", short.artifact, folder, short.version, short.main, at)]
    if short.listens:
        return [Port(short.listens, "tcp", short.value, at)]
    return []
