"""MSBuild projects (`.csproj`, `.vbproj`, `.fsproj`), shared props, `packages.config`, `global.json` and Visual Studio solutions.

`<OutputType>Exe</OutputType>` is an artifact of kind exe, a web application's project type a site; `<TargetFrameworkVersion>v4.5`
is `runtime.version` of `dotnet-framework`, `<TargetFramework>net8.0` of `dotnet`.
"""

import re
from collections.abc import Iterator

from assessor.domain.facts import Fact
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.markup import Element, Markup, attribute, child, children, local_name, text_of
from assessor.extract.reading import Reading
from assessor.extract.structured import read_json

_WEB_TYPES = (
    "349c5851-65df-11da-9384-00065b846f21",
    "e24c65dc-7377-472b-9aba-bc803b73c61a",
    "603c0e0b-db56-11dc-be95-000d561079b0",
)
_TEST_TYPE = "3ac096d0-a1c2-e12c-1390-a8335801fdab"
_PROJECTS = (".csproj", ".vbproj", ".fsproj")
_TEST_PACKAGES = ("microsoft.net.test.sdk", "xunit", "nunit", "mstest.testframework")
_PROPERTY = re.compile(r"\$\(([\w.\-]{1,100})\)")
_FRAMEWORK = re.compile(r"(?i)^(?:v|net)(?P<version>[1-4](?:\.?\d){0,3})(?:-\w{1,20})?$")
_MODERN = re.compile(
    r"(?i)^(?P<name>netcoreapp|netstandard|net)(?P<version>\d{1,2}\.\d)(?:-(?P<platform>[a-z]{1,20})[\d.]{0,12})?$"
)
_SOLUTION = re.compile(
    r'^Project\("\{[0-9A-Fa-f\-]{36}\}"\) = "[^"]{1,200}", "(?P<path>[^"]{1,300}\.(?:cs|vb|fs|vcx|sql|wix)proj)"'
)


def _read(document: Document) -> Iterator[Fact]:
    name = document.path.rpartition("/")[2].lower()
    reading = Reading(document, "dotnet")
    if name == "global.json":
        version = read_json(document.text).get("sdk", "version")
        if version.text:
            yield reading.trait("runtime.version", version.line, name="dotnet-sdk", version=version.text)
    elif name.endswith((".sln", ".slnx")):
        modules = [(line, path.replace("\\", "/")) for line, path in _listed(document, name)]
        if modules:
            paths = [f"{reading.folder}/{path}".lstrip("/") for _, path in modules]
            solution = document.path.rpartition("/")[2].rpartition(".")[0]
            yield reading.artifact(solution, "solution", modules[0][0], modules=paths)
    else:
        yield from _msbuild(Markup(document), reading, document)


def _listed(document: Document, name: str) -> Iterator[tuple[int, str]]:
    """The projects of a solution, in either of its formats, with their lines."""
    if name.endswith(".slnx"):
        markup = Markup(document)
        for each in markup.all("Project"):
            if attribute(each, "Path").lower().endswith("proj"):
                yield markup.line(each), attribute(each, "Path")
        return
    for number, line in enumerate(document.text.split("\n"), 1):
        if found := _SOLUTION.match(line[:1000]):
            yield number, found["path"]


def _msbuild(markup: Markup, reading: Reading, document: Document) -> Iterator[Fact]:
    project_file = document.path.lower().endswith(_PROJECTS)
    packages = []
    properties = {local_name(each): (each.text or "").strip() for group in markup.all("PropertyGroup") for each in children(group)}
    if document.path.rpartition("/")[2].lower().startswith("directory."):
        for name, value in sorted(properties.items()):  # for all projects below
            if "version" in name.lower() and value:
                yield reading.trait("build.property", reading.line_of(f"<{name}>"), name=name, value=value)
    for each in markup.all("PackageReference", "PackageVersion", "package", "GlobalPackageReference"):
        name = attribute(each, "Include", "Update", "id")
        if name:
            version = attribute(each, "Version", "VersionOverride") or text_of(each, "Version")
            version = _PROPERTY.sub(lambda found: properties.get(found[1], found[0]), version)
            private = (attribute(each, "PrivateAssets") or text_of(each, "PrivateAssets")).lower() == "all" or attribute(
                each, "developmentDependency"
            ) == "true"
            packages.append(name.lower())
            yield reading.library(name, "nuget", version, "development" if private else "runtime", markup.line(each))
    for each in markup.all("Reference", "FrameworkReference", "COMReference"):
        name = attribute(each, "Include").partition(",")[0]
        if name and child(each, "HintPath") is None:
            yield reading.trait("assembly.reference", markup.line(each), name=name, kind=str(each.tag).rpartition("}")[2])
    tests = any(name.startswith(_TEST_PACKAGES) for name in packages) or _TEST_TYPE in document.text.lower()
    for each in markup.all("TargetFramework", "TargetFrameworks", "TargetFrameworkVersion"):
        for target in (each.text or "").split(";"):
            yield from _target(reading, target.strip(), markup.line(each))
    if project_file and not tests:
        yield from _artifact(markup, reading, document, packages)


def _target(reading: Reading, target: str, line: int) -> Iterator[Fact]:
    framework, modern = _FRAMEWORK.match(target), _MODERN.match(target)
    if (framework and "." not in target.lower().removeprefix("net")) or target.startswith("v"):
        digits = target.lower().removeprefix("net").removeprefix("v").partition("-")[0]
        yield reading.trait("runtime.version", line, name="dotnet-framework", version=digits if "." in digits else ".".join(digits))
    elif modern:
        name = "netstandard" if modern["name"].lower() == "netstandard" else "dotnet"
        yield reading.trait("runtime.version", line, name=name, version=modern["version"], platform=modern["platform"] or "")


def _artifact(markup: Markup, reading: Reading, document: Document, packages: list[str]) -> Iterator[Fact]:
    root = markup.root
    sdk = attribute(root, "Sdk") or " ".join(attribute(each, "Name") for each in markup.all("Sdk"))
    stated = {name: next((each for each in markup.all(name) if _is_property(each)), None) for name in _STATED}
    output = stated["OutputType"]
    types = (stated["ProjectTypeGuids"].text or "").lower() if stated["ProjectTypeGuids"] is not None else ""
    desktop = any((each.text or "").strip().lower() == "true" for each in markup.all("UseWPF", "UseWindowsForms"))
    kind = (output.text or "").strip().lower() if output is not None else ""
    if any(each in types for each in _WEB_TYPES) or "microsoft.net.sdk.web" in sdk.lower():
        kind, main = "site", True
    elif "microsoft.net.sdk.worker" in sdk.lower():
        kind, main = "exe", True
    elif "blazorwebassembly" in sdk.lower():
        kind, main = "site", False
    elif kind in ("exe", "winexe"):
        kind, main = ("desktop" if kind == "winexe" or desktop else "exe"), True
    else:
        kind, main = "dll", False
    service = next(
        (each for each in markup.all("Reference") if attribute(each, "Include").startswith("System.ServiceProcess")), None
    )
    if (kind in ("exe", "desktop") and service is not None) or "microsoft.extensions.hosting.windowsservices" in packages:
        kind = "windows-service"
    named = stated["AssemblyName"]
    name = (
        (named.text or "").strip()
        if named is not None and "$" not in (named.text or "")
        else document.path.rpartition("/")[2].rpartition(".")[0]
    )
    version = stated["Version"]
    line = markup.line(output if output is not None else root)
    yield reading.artifact(name, kind, line, version=(version.text or "").strip() if version is not None else "", main=main)


def _is_property(element: Element) -> bool:
    return bool((element.text or "").strip()) and local_name(element.getparent()) == "PropertyGroup"


_STATED = ("OutputType", "ProjectTypeGuids", "AssemblyName", "Version")


def _matches(path: str) -> bool:
    name = path.rpartition("/")[2].lower()
    return name.endswith((*_PROJECTS, ".sln", ".slnx")) or name in (
        "packages.config",
        "directory.packages.props",
        "directory.build.props",
        "global.json",
    )


DESCRIPTOR = Descriptor("dotnet", _matches, _read)
