"""The version of a service that the application's clients are made for, where another would refuse them.

`spring-boot-starter-parent` 2.7.5 brings the client of Elasticsearch 7; `@elastic/elasticsearch` ^8.11 is of version 8 itself.
"""

import re

from assessor.domain.catalogue import ServiceKind
from assessor.infer.scene import Scene

_ONE_LINE = re.compile(r"\s*(?:\^|~>?|~=|==?)?\s*v?(\d{1,4}(?:\.\d{1,4}){0,2})(?:[.-][A-Za-z][\w.-]{0,60})?(?:[.*x]{0,6})\s*$")
"""A version, or a range within one release line; `>=7`, `7 || 8` leave room for several."""
_UNUSED = ("test", "development")


def for_clients(kind: ServiceKind, scene: Scene) -> str:
    """The version that all clients agree on; empty when none tells it, or when they differ in the first number."""
    for one in kind.clients:
        found = set[str]()
        for library in scene.libraries_fitting(one.names):
            stated = _ONE_LINE.match(library.version) if library.scope not in _UNUSED else None
            if stated:
                found.add(_of(one.versions, stated[1]) if one.versions else stated[1])
        found.discard("")
        if len({version.partition(".")[0] for version in found}) == 1:
            return min(found, key=lambda version: [int(part) for part in version.split(".")])
    return ""


def _of(versions: dict[str, str], stated: str) -> str:
    fitting = [line for line in versions if stated == line or stated.startswith(f"{line}.")]
    return versions[max(fitting, key=len)] if fitting else ""
