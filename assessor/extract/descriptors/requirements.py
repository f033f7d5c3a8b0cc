"""pip's `requirements.txt` and its relatives (`requirements/production.txt`, `requirements.in`, `constraints.txt`)."""

import re
from collections.abc import Iterator

from assessor.domain.facts import Fact
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.python_requirement import requirement
from assessor.extract.reading import Reading

_NAME = re.compile(
    r"(?i)(?:^|/)(?:[\w.\-]{0,60}requirements[\w.\-]{0,60}\.(?:txt|in|pip)|requirements/[\w.\-]{1,60}\.(?:txt|in|pip))$"
)
_DEVELOPMENT = re.compile(r"(?i)(?:dev|test|lint|doc|ci|local|debug|typing|mypy|format)")
_EGG = re.compile(r"#egg=([\w.\-]{1,100})")


def _read(document: Document) -> Iterator[Fact]:
    reading = Reading(document, "requirements")
    scope = "development" if _DEVELOPMENT.search(document.path.rpartition("requirements")[2]) else "runtime"
    for number, line in enumerate(document.text.split("\n"), 1):
        line = line[:1000]
        egg = _EGG.search(line)
        if egg and not line.lstrip().startswith("#"):
            yield reading.library(egg[1].lower(), "pypi", "", scope, number)
            continue
        found = requirement(line)
        if found:
            yield reading.library(found.name, "pypi", found.version, scope, number)
            for extra in found.extras:
                yield reading.trait("library.extra", number, library=found.name, extra=extra)


DESCRIPTOR = Descriptor("requirements", lambda path: bool(_NAME.search(path)), _read)
