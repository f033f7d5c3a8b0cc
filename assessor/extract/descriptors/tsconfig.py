"""TypeScript's `tsconfig.json` (and `jsconfig.json`): what the prefixes of imports stand for.

`"baseUrl": "src", "paths": {"@shop/*": ["./shop/*"]}` gives `path.alias` traits `@shop/*` -> `src/shop/*` and `*` -> `src/*`, seen
from the root of the tree; `"extends": "../tsconfig.base.json"` a `path.extends` trait.
"""

import posixpath
from collections.abc import Iterator

from assessor.domain.facts import Fact
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.reading import Reading
from assessor.extract.structured import read_json


def _read(document: Document) -> Iterator[Fact]:
    reading = Reading(document, "tsconfig")
    root = read_json(document.text)
    options = root.get("compilerOptions")
    base = options.get("baseUrl")
    folder = _below(reading.folder, base.text)
    for pattern, targets in options.get("paths").mapping.items():
        for target in targets.texts():
            place = _below(folder, target.text)
            if place and len(pattern) <= 100:
                yield reading.trait("path.alias", target.line, pattern=pattern, target=place, folder=reading.folder)
    if base.text and folder is not None:
        yield reading.trait("path.alias", base.line, pattern="*", target=f"{folder}/*".lstrip("/"), folder=reading.folder)
    extends = root.get("extends")
    for each in extends.texts() if extends.kind == "sequence" else [extends]:
        place = _below(reading.folder, each.text) if each.text.startswith(".") else None
        if place:
            yield reading.trait("path.extends", each.line, target=place, folder=reading.folder)


def _below(folder: str | None, path: str) -> str | None:
    """The path seen from the root of the tree; None outside of it."""
    if folder is None or path.startswith("/") or "node_modules" in path:
        return None
    joined = posixpath.normpath(posixpath.join(folder, path))
    return None if joined.startswith("..") else "" if joined == "." else joined


def _matches(path: str) -> bool:
    name = path.rpartition("/")[2]
    return name.endswith(".json") and name.startswith(("tsconfig", "jsconfig"))


DESCRIPTOR = Descriptor("tsconfig", _matches, _read)
