"""Files that hold nothing but a version: `.python-version`, `.ruby-version`, `.nvmrc`, `runtime.txt`, `.tool-versions`,
`.meteor/release`.

`3.11.4` in `.python-version` and `python-3.11.4` in `runtime.txt` are the trait `runtime.version` of `python`.
"""

import re
from collections.abc import Iterator

from assessor.domain.facts import Fact
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.reading import Reading

_FILES = {
    ".python-version": "python",
    ".ruby-version": "ruby",
    ".nvmrc": "node",
    ".node-version": "node",
    ".java-version": "java",
    ".php-version": "php",
    ".go-version": "go",
}
_RELEASE = ".meteor/release"
_NAMES = {"nodejs": "node", "golang": "go", "dotnet-core": "dotnet"}
"""asdf's names of plugins, https://asdf-vm.com/manage/configuration.html"""
_LISTED = re.compile(r"^(?P<name>[a-z][a-z-]{1,30})[ \t-]{1,8}(?P<version>\d[\w.+-]{0,40})")
_METEOR = re.compile(r"^METEOR@(?P<release>(?P<version>\d[\d.]{0,20})[\w.+-]{0,40})[ \t]{0,8}$")
_VERSION = re.compile(r"^(?:[a-z]{2,20}-)?[vV]?(?P<version>\d[\w.+-]{0,40})[ \t]{0,8}$")


def _read(document: Document) -> Iterator[Fact]:
    reading = Reading(document, "version-file")
    meteor = document.path.endswith(_RELEASE)
    runtime = "meteor" if meteor else _FILES.get(document.path.rpartition("/")[2].lower())
    for number, line in enumerate(document.text.split("\n")[:100], 1):
        listed = (_METEOR if meteor else _VERSION if runtime else _LISTED).match(line.strip()[:200])
        if listed:
            name = runtime or listed["name"].rstrip("-")
            stated = {"release": listed["release"]} if meteor else {}
            yield reading.trait("runtime.version", number, name=_NAMES.get(name, name), version=listed["version"], **stated)
            if runtime:
                return


def _matches(path: str) -> bool:
    name = path.rpartition("/")[2].lower()
    return name in _FILES or name in (".tool-versions", "runtime.txt") or f"/{path}".endswith(f"/{_RELEASE}")


DESCRIPTOR = Descriptor("version-file", _matches, _read)
