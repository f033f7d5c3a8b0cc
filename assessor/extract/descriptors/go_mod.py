"""Go's `go.mod`: the module, its Go version, what it requires; indirect requirements are somebody else's."""

import re
from collections.abc import Iterator

from assessor.domain.facts import Fact
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.reading import Reading

_REQUIRE = re.compile(
    r"^[ \t]{0,8}(?:require[ \t]{1,4})?(?P<name>[\w.\-~]{1,80}(?:/[\w.\-~]{1,80}){0,10})[ \t]{1,4}(?P<v"
    r"ersion>v\d[\w.+\-]{0,60})(?P<indirect>[ \t]{1,4}//[ \t]{0,2}indirect)?"
)


def _read(document: Document) -> Iterator[Fact]:
    reading = Reading(document, "go.mod")
    inside = ""
    for number, line in enumerate(reading.lines, 1):
        line = line[:500]
        words = line.split()
        if not words or words[0].startswith("//"):
            continue
        if words[0] == "module" and len(words) > 1:
            yield reading.artifact(words[1].strip('"'), "go-module", number)
        elif words[0] == "go" and len(words) > 1:
            yield reading.trait("runtime.version", number, name="go", version=words[1])
        elif words[0] in ("require", "replace", "exclude", "retract", "tool") and words[-1] == "(":
            inside = words[0]
        elif words[0] == ")":
            inside = ""
        elif (inside == "require" or words[0] == "require") and (found := _REQUIRE.match(line)):
            yield reading.library(found["name"], "golang", found["version"], "indirect" if found["indirect"] else "runtime", number)


DESCRIPTOR = Descriptor("go.mod", lambda path: path.rpartition("/")[2] == "go.mod", _read)
