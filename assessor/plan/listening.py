"""A process that listens on its own machine alone, which inside a container nobody reaches, and the variable that opens it.

`address = "localhost:9000"` of config.toml.sample, which LISTMONK_app__address outranks -> that variable is `0.0.0.0:9000`.
"""

import re
from collections.abc import Iterable

from assessor.domain.deployment import Variable
from assessor.domain.facts import Evidence
from assessor.plan.readings import Reading

_OWN_MACHINE = re.compile(r"(?i)(?:addr|address|bind|listen|host)\b[^#\n]{0,40}(?:localhost|127\.0\.0\.1)\b")
_ADDRESS = re.compile(r"^(?:https?://)?(?:localhost|127\.0\.0\.1)(?=:\d{2,5}$)")


def closed(places: Iterable[Evidence]) -> Evidence | None:
    """The place of those that state a port which says that only the machine itself may come."""
    return next((place for place in places if _OWN_MACHINE.search(place.excerpt)), None)


def opened(places: Iterable[Evidence], read: Iterable[Reading]) -> Variable | None:
    """The variable that outranks such a place, set so that the bundle's other containers reach the process."""
    place = closed(places)
    for reading in sorted(read) if place else ():
        if place in reading.evidence and _ADDRESS.match(reading.default):
            return Variable(reading.name, _ADDRESS.sub("0.0.0.0", reading.default), False, "", reading.evidence)
    return None
