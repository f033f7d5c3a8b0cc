"""Addresses of the application's own parts, as they are on a developer's machine, and what they are in the bundle.

`baseUrls:apiBase` = `https://localhost:5099/api/`, and 5099 is where `PublicApi/Properties/launchSettings.json` starts that
project -> `http://localhost:${PUBLICAPI_PORT:-8080}/api/`.
"""

import re
from collections.abc import Sequence

from assessor.domain.deployment import Container, Variable
from assessor.domain.facts import FileFacts, Setting
from assessor.plan.application import Image
from assessor.plan.expressions import literal
from assessor.plan.names import variable_name
from assessor.plan.ports import with_free_ports
from assessor.plan.readings import Reading

_ADDRESS = re.compile(r"^https?://(?:localhost|127\.0\.0\.1):(\d{2,5})(/[^\s$]*)?$")
_LAUNCH = re.compile(r"(?i)(?:^|/)Properties/launchSettings\.json$")


def neighbours(read: Sequence[Reading], facts: Sequence[FileFacts], made: Sequence[Image]) -> dict[str, Variable]:
    """Name of a variable -> the same with the place at which a browser on this machine finds the part: pages hand such addresses
    on to browsers. A server of Spring asks another one by its name."""
    known = _ports(facts, made)
    folders = {one.name: image.folder for image in made for one in image.containers}
    found: dict[str, Variable] = {}
    for reading in read:
        place = _ADDRESS.match(reading.default)
        container = known.get(int(place[1])) if place else None
        if place and container and not reading.secret:
            port = container.ports[0]
            published = f"localhost:${{{variable_name(container.name)}_PORT:-{port.host}}}"
            asked = reading.via == "spring" and not any(
                one.path.startswith(f"{folders[container.name]}/") for one in reading.evidence
            )
            answers = f"{container.name}:{port.container}" if asked else published
            value = f"http://{answers}{literal(place[2] or '')}"
            found[reading.name] = Variable(reading.name, value, False, "", reading.evidence)
    return found


def _ports(facts: Sequence[FileFacts], made: Sequence[Image]) -> dict[int, Container]:
    """Ports of a developer's machine, and the container whose process they are there."""
    found: dict[int, Container] = {}
    free = {one.name: one for one in with_free_ports(one for image in made for one in image.containers)}
    for image in made:
        web = next((free[one.name] for one in image.containers if one.ports and one.ports[0].host), None)
        inside = f"{image.folder}/" if image.folder else ""
        if web is None:
            continue
        if web.ports[0].evidence and len(made) > 1:
            found.setdefault(web.ports[0].container, web)
        for file in facts:
            if file.path.startswith(inside) and _LAUNCH.search(file.path.removeprefix(inside)):
                for setting in file.of(Setting):
                    if setting.key.lower().endswith(("applicationurl", "sslport")):
                        for number in re.findall(r"(?:^|:)(\d{2,5})\b", setting.value):
                            found.setdefault(int(number), web)
    return found
