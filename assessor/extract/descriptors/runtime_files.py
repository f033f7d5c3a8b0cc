"""Small files that name a version: `.nvmrc`, `.python-version`, `.ruby-version`, `runtime.txt`, `.tool-versions`, `.sdkmanrc`."""

import re
from collections.abc import Iterator

from assessor.domain.facts import Fact
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.reading import Reading

_SINGLE = {
    ".nvmrc": "node",
    ".node-version": "node",
    ".python-version": "python",
    ".ruby-version": "ruby",
    ".java-version": "java",
    ".php-version": "php",
    ".go-version": "go",
}
_TOOLS = {
    "nodejs": "node",
    "node": "node",
    "python": "python",
    "ruby": "ruby",
    "java": "java",
    "php": "php",
    "golang": "go",
    "go": "go",
    "dotnet": "dotnet-sdk",
    "dotnet-core": "dotnet-sdk",
}
_VERSION = re.compile(r"^v?(?P<version>\d{1,3}(?:\.\d{1,4}){0,3}|lts/[\w*]{1,20})")
_NAMED = re.compile(

        r"^(?P<name>[a-z\-]{2,12})[\- =\t]{1,4}(?:(?:temurin|openjdk|adoptopenjdk|zulu|corretto|oracle"
        r"|graalvm(?:-ce)?|liberica|ruby)[\-]{1,2})?(?:jre-|jdk-)?(?P<version>\d[\w.]{0,20})"

)


def _read(document: Document) -> Iterator[Fact]:
    name = document.path.rpartition("/")[2]
    reading = Reading(document, "runtime-file")
    for number, line in enumerate(reading.lines[:100], 1):
        line = line[:200].strip()
        if name in _SINGLE:
            found = _VERSION.match(line.removeprefix("ruby-"))
            if found:
                yield reading.trait("runtime.version", number, name=_SINGLE[name], version=found["version"])
                return
        elif (found := _NAMED.match(line)) and found["name"].rstrip("-") in _TOOLS:
            yield reading.trait("runtime.version", number, name=_TOOLS[found["name"].rstrip("-")], version=found["version"])


def _matches(path: str) -> bool:
    name = path.rpartition("/")[2]
    return name in _SINGLE or name in (".tool-versions", "runtime.txt", ".sdkmanrc")


DESCRIPTOR = Descriptor("runtime-file", _matches, _read)
