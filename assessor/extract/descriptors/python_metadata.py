"""What an installed Python distribution says of itself: `METADATA` in `*.dist-info`, `PKG-INFO` in a source distribution.

`Requires-Dist: celery[redis]>=5.3; extra == "worker"` gives the library with scope `optional`. The headers end at
the first empty line.
"""

import re
from collections.abc import Iterator

from assessor.domain.facts import Fact
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.reading import Reading

_REQUIREMENT = re.compile(
    r"^(?P<name>[A-Za-z0-9][\w.-]{0,100})\s{0,4}(?P<extras>\[[\w,. -]{0,200}\])?\s{0,4}\(?(?P<version>[^;()]{0,200})\)?"
    r"\s{0,4}(?:;(?P<marker>.{0,300}))?$"
)


def _read(document: Document) -> Iterator[Fact]:
    reading = Reading(document, "python-metadata")
    for number, line in enumerate(document.text.split("\n"), 1):
        if not line.strip():
            return
        header, _, value = line.partition(":")
        value = value.strip()
        if header == "Requires-Dist":
            found = _REQUIREMENT.match(value[:800])
            if found:
                scope = "optional" if "extra" in (found["marker"] or "") else "runtime"
                yield reading.library(found["name"].lower(), "pypi", found["version"].strip(), scope, number)
        elif header == "Requires-Python":
            yield reading.trait("runtime.version", number, name="python", version=value)


def _matches(path: str) -> bool:
    return path.endswith((".dist-info/METADATA", "PKG-INFO"))


DESCRIPTOR = Descriptor("python-metadata", _matches, _read)
