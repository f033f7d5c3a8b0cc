"""PHP's `composer.json`: libraries, extensions, the PHP version, and what the project is.

`"ext-gd": "*"` is the trait `php.extension`, `"php": ">=8.1"` is `runtime.version`; `config.platform.php` outranks it.
"""

from collections.abc import Iterator

from assessor.domain.facts import Fact
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.reading import Reading
from assessor.extract.structured import read_json


def _read(document: Document) -> Iterator[Fact]:
    reading = Reading(document, "composer")
    root = read_json(document.text)
    platform = root.get("config", "platform", "php")
    for section, scope in (("require", "runtime"), ("require-dev", "development"), ("suggest", "optional")):
        for name, version in root.get(section).mapping.items():
            stated = version.text if section != "suggest" else ""
            if name == "php" or name.startswith("php-"):
                if scope == "runtime" and name in ("php", "php-64bit") and not platform:
                    yield reading.trait("runtime.version", version.line, name="php", version=stated)
            elif name.startswith("ext-"):
                yield reading.trait("php.extension", version.line, name=name.removeprefix("ext-"), scope=scope)
            elif not name.startswith(("lib-", "composer-")) and name != "composer":
                yield reading.library(name, "composer", stated, scope, version.line)
    if platform:
        yield reading.trait("runtime.version", platform.line, name="php", version=platform.text)
    kind = root.get("type").text
    named = root.get("name")
    yield reading.artifact(
        named.text or reading.folder.rpartition("/")[2],
        "site" if kind == "project" else "package",
        named.line,
        version=root.get("version").text,
        main=kind == "project",
    )


def _matches(path: str) -> bool:
    return path.rpartition("/")[2] == "composer.json"


DESCRIPTOR = Descriptor("composer", _matches, _read)
