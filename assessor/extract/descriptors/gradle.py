"""Gradle's `build.gradle`, `build.gradle.kts` and `gradle/libs.versions.toml`, read as text: the scripts are never run.

`implementation 'org.postgresql:postgresql:42.7.1'` is a library, `id 'war'` an artifact,
`sourceCompatibility = 1.8` the Java version.
"""

import re
from collections.abc import Iterator

from assessor.domain.facts import Fact
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.reading import Reading
from assessor.extract.structured import read_toml

_CONFIGURATIONS = (
    ("test", re.compile(r"(?i)^(?:test|integrationTest|androidTest|testFixtures)\w{0,40}$")),
    ("provided", re.compile(r"^(?:compileOnly|providedCompile|providedRuntime|compileOnlyApi)$")),
    ("development", re.compile(r"^(?:developmentOnly|annotationProcessor|kapt|classpath|checkstyle|pmd|ksp)$")),
    (
        "runtime",
        re.compile(
            r"^(?:implementation|api|compile|runtime|runtimeOnly|earlib|deploy|warLib|library|include|shadow"
            r"|bootArchives|productionRuntimeClasspath)$"
        ),
    ),
)
_DEPENDENCY = re.compile(
    r"^[ \t]{0,80}[\"']?(?P<configuration>[A-Za-z]{3,40})[\"']?[ \t]{0,4}\(?[ \t]{0,4}(?:(?:enforcedPla"
    r"tform|platform)[ \t]{0,4}\([ \t]{0,4})?(?P<quote>[\"'])"
    r"(?P<group>[\w.\-]{1,100}):(?P<name>[\w.\-]{1,100})(?::(?P<version>[^\"':@]{1,100}))?[^\"'\n]{0,50}(?P=quote)"
)
_MAPPED = re.compile(
    r"^[ \t]{0,80}(?P<configuration>[A-Za-z]{3,40})[ \t(]{1,4}group[ \t]{0,2}[:=][ \t]{0,2}[\"'](?P<gro"
    r"up>[\w.\-]{1,100})[\"'],[ \t]{0,4}name[ \t]{0,2}[:=][ \t]{0,2}[\"'](?P<name>[\w.\-]{1,100})[\"']"
    r"(?:,[ \t]{0,4}version[ \t]{0,2}[:=][ \t]{0,2}[\"']?(?P<version>[\w.\-${}]{1,60}))?"
)
_ASSIGNMENT = re.compile(
    r"^[ \t]{0,40}(?:val |var |def |ext\.|set\([\"'])?(?P<name>[A-Za-z][\w.]{0,60})(?:[\"'],)?[ \t]{0,2"
    r"0}[=:]?[ \t]{0,20}[\"'](?P<value>[\w.\-+]{1,40})[\"']\)?[ \t,]{0,4}$"
)
_REFERENCE = re.compile(r"\$\{?(?:rootProject\.|project\.|ext\.|versions\.|property\([\"'])?([A-Za-z][\w.]{0,60})(?:[\"']\))?\}?")
_PLUGIN = re.compile(
    r"(?:\bid[ (]{1,2}|apply[ (]{1,2}plugin[ ]?[:=][ ]?)[\"'](?P<id>[\w.\-]{1,100})[\"']\)?(?:[ ]{1,2}v"
    r"ersion[ (]{1,2}[\"'](?P<version>[\w.\-]{1,40})[\"'])?(?P<apply>[^\n]{0,30}apply[ (]false)?"
)
_KOTLIN_PLUGIN = re.compile(r"^[ \t]{0,20}[`]?(?P<id>war|ear|application|java|java-library)`?[ \t]{0,4}$")
_JAVA = re.compile(
    r"(?:sourceCompatibility|targetCompatibility|languageVersion|jvmTarget"
    r"|jvmToolchain)[^\n]{0,60}?(?:VERSION_|of\(|[=( ]{1,4}[\"']?)(?P<version>\d[\d._]{0,5})"
)
_INCLUDE = re.compile(r"[\"']:?([\w.:\-/]{1,100})[\"']")
_KINDS = {
    "war": "war",
    "ear": "ear",
    "org.springframework.boot": "jar",
    "application": "jar",
    "com.github.johnrengelman.shadow": "jar",
    "io.quarkus": "jar",
    "io.micronaut.application": "jar",
    "com.gradleup.shadow": "jar",
}
_MIGRATIONS = {"org.flywaydb.flyway": "flyway", "org.liquibase.gradle": "liquibase"}


def _read(document: Document) -> Iterator[Fact]:
    reading = Reading(document, "gradle")
    name = document.path.rpartition("/")[2]
    if name.endswith(".toml"):
        yield from _catalogue(document, reading)
    elif name.startswith("settings."):
        yield from _modules(document, reading)
    else:
        yield from _script(document, reading)


def _script(document: Document, reading: Reading) -> Iterator[Fact]:
    lines = [line[:1000] for line in document.text.split("\n")]
    versions = {found["name"].rpartition(".")[2]: found["value"] for line in lines if (found := _ASSIGNMENT.match(line))}
    plugins: dict[str, int] = {}
    version, main_line = "", 0
    java_seen = False
    for number, line in enumerate(lines, 1):
        if line.lstrip().startswith(("//", "*", "/*")):
            continue
        for expression in (_DEPENDENCY, _MAPPED):
            found = expression.match(line)
            if found and (scope := _scope(found["configuration"])):
                stated = _REFERENCE.sub(lambda each: versions.get(each[1].rpartition(".")[2], each[0]), found["version"] or "")
                yield reading.library(f"{found['group']}:{found['name']}", "maven", stated, scope, number)
        for plugin in [*_PLUGIN.finditer(line), *_KOTLIN_PLUGIN.finditer(line)]:
            if "apply" not in plugin.groupdict() or not plugin["apply"]:
                plugins.setdefault(plugin["id"], number)
            if "version" in plugin.groupdict() and plugin["version"]:
                yield reading.library(plugin["id"], "gradle-plugin", plugin["version"], "development", number)
        java = _JAVA.search(line)
        if java and not java_seen:
            java_seen = True
            yield reading.trait("runtime.version", number, name="java", version=java["version"].replace("_", "."))
        if re.match(r"[ \t]{0,8}version[ =]{1,3}[\"']", line) and not version:
            version = re.split(r"[\"']", line)[1]
        if re.search(r"\bmainClass(?:Name)?\b|\bMain-Class\b|\bbootJar\b", line):
            main_line = main_line or number
    for plugin_id, number in sorted(plugins.items()):
        if plugin_id in _MIGRATIONS:
            yield reading.trait("migration.tool", number, name=_MIGRATIONS[plugin_id])
    kinds = {_KINDS[each]: number for each, number in sorted(plugins.items()) if each in _KINDS}
    kind = next((each for each in ("ear", "war", "jar") if each in kinds), "")
    name = reading.folder.rpartition("/")[2]
    if kind:
        yield reading.artifact(name, kind, kinds[kind], version=version, main=True)
    elif any(each in plugins for each in ("java", "java-library", "groovy", "org.jetbrains.kotlin.jvm")):
        first = min(plugins.values())
        yield reading.artifact(name, "jar", main_line or first, version=version, main=bool(main_line))


def _scope(configuration: str) -> str:
    return next((scope for scope, names in _CONFIGURATIONS if names.match(configuration)), "")


def _modules(document: Document, reading: Reading) -> Iterator[Fact]:
    modules: list[str] = []
    first, name, including = 0, reading.folder.rpartition("/")[2], False
    for number, line in enumerate(document.text.split("\n"), 1):
        line = line[:2000]
        starts = re.match(r"[ \t]{0,8}include\b(?!Build)", line)
        if re.match(r"rootProject\.name", line.strip()) and len(parts := re.split(r"[\"']", line)) > 1:
            name = parts[1]
        if starts or including:
            first = first or number
            modules += [f"{reading.folder}/{each.strip(':').replace(':', '/')}".lstrip("/") for each in _INCLUDE.findall(line)]
            including = line.rstrip().endswith((",", "("))
    if modules:
        yield reading.artifact(name, "pom", first, modules=modules)


def _catalogue(document: Document, reading: Reading) -> Iterator[Fact]:
    data = read_toml(document.text)
    versions = data.get("versions") or {}
    for alias, library in sorted((data.get("libraries") or {}).items()):
        stated: object = ""
        if isinstance(library, str):
            module, _, stated = library.rpartition(":")
        elif isinstance(library, dict):
            module = str(library.get("module") or f"{library.get('group')}:{library.get('name')}")
            stated = library.get("version", "")
            if isinstance(stated, dict):
                stated = versions.get(stated.get("ref"), stated.get("strictly", ""))
        else:
            continue
        yield reading.library(module, "maven", stated if isinstance(stated, str) else "", "runtime", reading.line_of(alias))


def _matches(path: str) -> bool:
    name = path.rpartition("/")[2]
    return name.endswith((".gradle", ".gradle.kts", ".versions.toml"))


DESCRIPTOR = Descriptor("gradle", _matches, _read)
