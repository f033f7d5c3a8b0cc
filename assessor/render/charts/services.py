"""The containers of the bundle in columns: who waits for whom, what is published, what stays outside."""

from assessor.domain.deployment import Container, Deployment
from assessor.render.charts.diagram import SMALL, Box, Diagram, Frame, Wire, column, more, straight, users
from assessor.render.wording import clip, memory, width

BOXES, COLUMNS, OUTSIDE, SAME = 18, 4, 8, 3
LEFT, RIGHT, BEYOND, LABEL = 136.0, 672.0, 200.0, 44.0
"""The sides of the frame, the width beyond it, and the room for the published port in front of the first box."""


def services(deployment: Deployment) -> Diagram:
    """At most `BOXES` containers; on larger bundles those of one role share a box."""
    running = [container for container in deployment.containers if not container.commented]
    if not running:
        return Diagram(0, 0, None, (), ())
    groups = _groups(running)
    depth = _depth(groups, running)
    columns: list[list[str]] = [[] for _ in range(max(depth.values()) + 1)]
    for name in groups:
        columns[depth[name]].append(name)
    outside = [(o.name, ", ".join(o.variables) or o.kind, True) for o in deployment.outside]
    if len(outside) > OUTSIDE:
        outside = [*outside[: OUTSIDE - 1], more(len(outside) - OUTSIDE + 1)]
    rows = max(len(names) for names in columns)
    height = max(rows * 76.0 + 48, len(outside) * 60.0, 132.0) + 16
    middle = height / 2
    gap = 40.0 if len(columns) > 3 else 48.0
    wide = min(136.0, (RIGHT - LEFT - LABEL - 20 - gap * (len(columns) - 1)) / len(columns))
    start = LEFT + (LABEL - 20) / 2 + (RIGHT - LEFT - wide * len(columns) - gap * (len(columns) - 1)) / 2
    placed: dict[str, Box] = {}
    by_name = {container.name: container for container in running}
    for n, names in enumerate(columns):
        texts = [_texts(name, groups[name], by_name, (wide - 12) / SMALL) for name in names]
        placed |= zip(names, column(texts, round(start + n * (wide + gap), 1), round(wide, 1), 48, 28, middle + 10), strict=True)
    wires = [straight(placed[a], placed[b]) for a, b in _wires(groups, running) if placed[a].x < placed[b].x]
    beyond = column(outside, 752, BEYOND, 48, 12, middle)
    wires += [Wire(f"M{RIGHT} {b.y + 24}H751") for b in beyond]
    people = [users(middle - 14, 108)] if _published(running) else []
    for name, members in groups.items():
        ports = _published([by_name[member] for member in members])
        if ports and people:
            target = placed[name]
            label = f"{ports[0]} +{len(ports) - 1}" if len(ports) > 1 else str(ports[0])
            wires.append(Wire(straight(people[0], target, early=True).path, label, target.x - 10, target.y + 18, ends=True))
    frame = Frame(LEFT, 8, RIGHT - LEFT, height - 16, "one container host", fixed=True)
    return Diagram(753 + BEYOND, height, frame, (*people, *placed.values(), *beyond), tuple(wires))


def _groups(running: list[Container]) -> dict[str, list[str]]:
    """Name of the box -> containers in it, in the order of the deployment."""
    roles: dict[str, list[str]] = {}
    for container in running:
        roles.setdefault(container.role, []).append(container.name)
    large = {role for role, names in roles.items() if len(running) > BOXES and len(names) > SAME}
    groups: dict[str, list[str]] = {}
    for container in running:
        groups.setdefault(f"role {container.role}" if container.role in large else container.name, []).append(container.name)
    return groups


def _wires(groups: dict[str, list[str]], running: list[Container]) -> list[tuple[str, str]]:
    group = {member: name for name, members in groups.items() for member in members}
    pairs = {(group[c.name], group[d.container]) for c in running for d in c.depends_on if d.container in group}
    return sorted(pair for pair in pairs if pair[0] != pair[1])


def _depth(groups: dict[str, list[str]], running: list[Container]) -> dict[str, int]:
    """The column of each box: behind everything that waits for it; a circle of waiting ends at the last column."""
    wires = _wires(groups, running)
    depth = dict.fromkeys(groups, 0)
    for _ in range(len(groups)):
        for source, target in wires:
            depth[target] = max(depth[target], min(COLUMNS - 1, depth[source] + 1))
    return depth


def _texts(name: str, members: list[str], by_name: dict[str, Container], room: float) -> tuple[str, str, bool]:
    """Name and second line of a box; the image is cut so that the memory stays readable in `room` letters."""
    size = sum(by_name[member].memory_mib for member in members)
    first = by_name[members[0]]
    if len(members) > 1:
        return f"{len(members)} × {first.role}", memory(size) if size else "", False
    image = first.image.rsplit("/", 1)[-1].partition("@")[0].partition(":")[0] or first.role
    return first.name, f"{clip(image, max(3, room - width(memory(size)) - 2))}, {memory(size)}" if size else image, False


def _published(containers: list[Container]) -> list[int]:
    return sorted({port.host for container in containers for port in container.ports if port.host})
