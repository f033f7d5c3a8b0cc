"""Maven's `pom.xml`: what it builds, from what, with which Java.

`<packaging>war</packaging>` gives an artifact of kind war; a dependency with `<version>${spring.version}</version>` gets the
version from the properties or the dependency management of the same file.
"""

import re
from collections.abc import Callable, Iterator

from assessor.domain.facts import Fact
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.markup import Element, Markup, child, children, local_name, text_of
from assessor.extract.reading import Reading

Resolver = Callable[[str], str]
_PROPERTY = re.compile(r"\$\{([\w.\-]{1,100})\}")
_SCOPES = {"test": "test", "provided": "provided", "system": "provided", "": "runtime", "compile": "runtime", "runtime": "runtime"}
_EXECUTABLE_PLUGINS = (
    "spring-boot-maven-plugin",
    "quarkus-maven-plugin",
    "micronaut-maven-plugin",
    "exec-maven-plugin",
    "helidon-maven-plugin",
)
_KINDS = {"": "jar", "bundle": "jar", "maven-plugin": "jar", "ejb": "ejb", "quarkus": "jar", "eclipse-plugin": "jar"}
_JAVA_PROPERTIES = (
    "maven.compiler.release",
    "java.version",
    "maven.compiler.source",
    "maven.compiler.target",
    "jdk.version",
    "java-version",
    "javaVersion",
    "jdkVersion",
    "project.java.version",
    "maven.compiler.testRelease",
    "java.release",
    "compiler.source",
    "java.source.version",
)


def _read(document: Document) -> Iterator[Fact]:
    markup = Markup(document)
    project = markup.root
    reading = Reading(document, "maven")
    properties = _properties(project)

    def resolved(text: str) -> str:
        for _ in range(3):
            text = _PROPERTY.sub(lambda found: properties.get(found[1], found[0]), text)
        return text

    managed = {
        (text_of(each, "groupId"), text_of(each, "artifactId")): text_of(each, "version")
        for each in children(child(project, "dependencyManagement", "dependencies"), "dependency")
    }
    for dependencies, optional in _dependency_lists(project):
        for each in children(dependencies, "dependency"):
            name = (text_of(each, "groupId"), text_of(each, "artifactId"))
            version = text_of(each, "version") or managed.get(name, "")
            scope = _SCOPES.get(text_of(each, "scope"), "runtime")
            if text_of(each, "optional") == "true" or (optional and scope == "runtime"):
                scope = "optional"
            yield reading.library(resolved(":".join(name)), "maven", resolved(version), scope, markup.line(each))
    parent = child(project, "parent")
    if parent is not None:
        above = f"{text_of(parent, 'groupId')}:{text_of(parent, 'artifactId')}"
        yield reading.library(above, "maven", resolved(text_of(parent, "version")), "parent", markup.line(parent))
    if text_of(project, "packaging") == "pom":
        yield from _for_modules(markup, reading, properties, resolved)
    yield from _artifact(markup, reading, resolved)
    yield from _java(markup, reading, properties, resolved)


def _for_modules(markup: Markup, reading: Reading, properties: dict[str, str], resolved: Resolver) -> Iterator[Fact]:
    """The versions that a parent states for its modules: managed libraries, and properties that are called versions."""
    for each in children(child(markup.root, "dependencyManagement", "dependencies"), "dependency"):
        name = resolved(f"{text_of(each, 'groupId')}:{text_of(each, 'artifactId')}")
        yield reading.trait("library.managed", markup.line(each), name=name, version=resolved(text_of(each, "version")))
    for each in children(child(markup.root, "properties")):
        name = local_name(each)
        if "version" in name.lower():
            value = resolved(properties.get(name, ""))
            yield reading.trait("build.property", markup.line(each), name=name, value=value)


def _properties(project: Element) -> dict[str, str]:
    found = {local_name(each): (each.text or "").strip() for each in children(child(project, "properties"))}
    for name in ("groupId", "version"):
        own = text_of(project, name) or text_of(project, "parent", name)
        found[f"project.{name}"] = found[f"pom.{name}"] = found.setdefault(name, own)
    found["project.parent.version"] = text_of(project, "parent", "version")
    found["project.artifactId"] = text_of(project, "artifactId")
    return found


def _dependency_lists(project: Element) -> Iterator[tuple[Element, bool]]:
    own = child(project, "dependencies")
    if own is not None:
        yield own, False
    for profile in children(child(project, "profiles"), "profile"):
        listed = child(profile, "dependencies")
        if listed is not None:
            yield listed, text_of(profile, "activation", "activeByDefault") != "true"


def _artifact(markup: Markup, reading: Reading, resolved: Resolver) -> Iterator[Fact]:
    project = markup.root
    packaging = resolved(text_of(project, "packaging"))
    plugins = [(text_of(each, "artifactId"), each) for each in markup.all("plugin") if not _is_managed(each)]
    executable = any(name in _EXECUTABLE_PLUGINS for name, _ in plugins)
    main_class = next((each for each in markup.all("mainClass", "Main-Class", "start-class") if (each.text or "").strip()), None)
    modules = [
        f"{reading.folder}/{(each.text or '').strip()}".lstrip("/")
        for each in markup.all("module")
        if local_name(each.getparent()) == "modules" and each.text
    ]
    kind = _KINDS.get(packaging, packaging)
    named = child(project, "artifactId")
    line = markup.line(child(project, "packaging") if packaging else named if named is not None else project)
    yield reading.artifact(
        resolved(text_of(project, "artifactId")),
        kind,
        line,
        version=resolved(text_of(project, "version") or text_of(project, "parent", "version")),
        main=kind in ("war", "ear") or (kind == "jar" and (executable or main_class is not None)),
        modules=modules,
    )
    if main_class is not None and kind != "pom":
        yield reading.trait("main.class", markup.line(main_class), class_=resolved((main_class.text or "").strip()))
    for name, each in plugins:
        if name in ("flyway-maven-plugin", "liquibase-maven-plugin"):
            yield reading.trait("migration.tool", markup.line(each), name=name.removesuffix("-maven-plugin"))


def _is_managed(plugin: Element) -> bool:
    above = plugin.getparent()
    return above is not None and above.getparent() is not None and local_name(above.getparent()) == "pluginManagement"


def _java(markup: Markup, reading: Reading, properties: dict[str, str], resolved: Resolver) -> Iterator[Fact]:
    """The Java release: from the compiler plugin's configuration, else from the usual properties."""
    for plugin in markup.all("plugin"):
        if text_of(plugin, "artifactId") == "maven-compiler-plugin":
            for name in ("release", "source", "target"):
                version = resolved(text_of(plugin, "configuration", name))
                if version and not version.startswith("$"):
                    yield reading.trait(
                        "runtime.version", markup.line(child(plugin, "configuration", name)), name="java", version=version
                    )
                    return
    for name in _JAVA_PROPERTIES:
        version = resolved(properties.get(name, ""))
        if version and not version.startswith("$"):
            yield reading.trait("runtime.version", reading.line_of(f"<{name}>"), name="java", version=version)
            return


def _matches(path: str) -> bool:
    name = path.rpartition("/")[2].lower()
    return name == "pom.xml" or name.endswith(".pom") or (name.startswith("pom-") and name.endswith(".xml"))


DESCRIPTOR = Descriptor("maven", _matches, _read)
