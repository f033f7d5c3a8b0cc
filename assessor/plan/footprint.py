"""Today's machines, the bundle and a forced split, figure by figure: what each takes and what somebody has to look after.

Today is read from the deployment files where they name hosts, else it is one machine for the application and one for each store.
The split is that into the candidate parts of the cut and the rest. All constants come from `rules/assumptions/footprint.*`.
"""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from assessor.domain.assessment import FootprintFigure
from assessor.domain.criteria import Assumption
from assessor.domain.cut import Cut
from assessor.domain.deployment import Container, Deployment
from assessor.domain.facts import Evidence, FileFacts
from assessor.domain.knowledge import Knowledge
from assessor.domain.runtime import Landscape
from assessor.domain.sentences import joined, say
from assessor.plan.machines import machines

STORES = frozenset({"database", "document-database", "cache", "search", "queue", "object-store"})
UNKNOWN = -1.0
_PLACES = 3


class _Scene(Struct, frozen=True):
    """What the figures are computed from. `services` of a forced split is 0 when there is nothing to split into. `memory` is that
    of the containers with a limit, `unlimited` the number of those without; `stated` when all have one that was not assumed."""

    hosts: Mapping[str, tuple[Evidence, ...]]
    today: int
    running: tuple[Container, ...]
    stores: tuple[Container, ...]
    services: int
    calls: int
    loops: int
    longest: int
    path: str
    memory: int
    unlimited: int
    stated: bool
    known: Mapping[str, Assumption]

    def value(self, name: str) -> float:
        return self.known[f"footprint.{name}"].value

    @property
    def inside(self) -> float:
        """MiB of all containers; one without a limit counts as a small service does."""
        return self.memory + self.unlimited * self.value("service-memory")

    def ends(self, name: str) -> tuple[float, float]:
        one = self.known[f"footprint.{name}"]
        return (one.low, one.high) if one.high else (one.value, one.value)


def footprint(
    facts: Iterable[FileFacts], landscape: Landscape, deployment: Deployment, cut: Cut, knowledge: Knowledge
) -> tuple[FootprintFigure, ...]:
    """The figures in the order a report shows them; none when there is no bundle."""
    lists = {one.id: one.words for one in knowledge.assumptions if one.kind == "list"}
    running = tuple(container for container in deployment.containers if not container.commented)
    if not running:
        return ()
    hosts = machines(facts, landscape, lists.get("footprint.no-machine", ()), lists.get("footprint.machine-resources", ()))
    slots = {service.id for service in landscape.services if service.placement == "bundle" and service.slot in STORES}
    stores = tuple(
        container for container in running if container.name in slots or (not container.build and container.role in STORES)
    )
    together = {charge.item: charge.count for charge in cut.together}
    services = len(cut.candidates) + 1 if cut.candidates else 0
    scene = _Scene(
        hosts=hosts,
        today=len(hosts) or 1 + len(stores),
        running=running,
        stores=stores,
        services=services,
        calls=together.get("calls", 0),
        loops=together.get("looped-calls", 0),
        longest=together.get("path-calls", 0),
        path=next(
            (f"{p.path}:{p.line}" for charge in cut.together if charge.item == "path-calls" for p in charge.evidence[:1]), ""
        ),
        memory=deployment.memory_mib or sum(container.memory_mib for container in running),
        unlimited=sum(not container.memory_mib for container in running),
        stated=all(container.memory_mib and not container.memory_basis.startswith("assumed") for container in running),
        known={one.id: one for one in knowledge.assumptions},
    )
    return tuple(_figures(scene, knowledge))


def _figures(scene: _Scene, knowledge: Knowledge) -> Iterable[FootprintFigure]:
    texts = {s.id: {"en": s.en, "zh-CN": s.zh_CN} for book in knowledge.sentences for s in book.sentences}
    named = sorted(f"{place.path}:{place.line}" for places in scene.hosts.values() for place in places[:1])
    today = "stated" if scene.hosts else "assumed"
    evidence = tuple(sorted({place for places in scene.hosts.values() for place in places}))[:12]
    stores = len(scene.stores)
    columns: tuple[float, float, tuple[float, float]]

    def figure(
        item: str,
        unit: str,
        columns: tuple[float, float, tuple[float, float]],
        bases: tuple[str, str],
        note: str,
        /,
        **values: object,
    ) -> FootprintFigure:
        now, bundle, (low, high) = columns
        if not scene.services:
            low = high = UNKNOWN
        whole = f"footprint.note.{note}.whole"
        says = whole if not scene.services and whole in texts else f"footprint.note.{note}"
        said = say(texts, says, [(name, str(value)) for name, value in sorted(values.items())])
        shown = _rounded(now), _rounded(bundle), _rounded(low), _rounded(high)
        places = evidence if bases[0] == "stated" else ()
        title = texts[f"footprint.{item}"]["en"]
        return FootprintFigure(title, unit, *shown, *bases, "assumed", said, places)

    running, further = sum(container.role != "one-shot" for container in scene.running), scene.services - 1
    double = 2 if stores else 1
    note = "machines" if scene.hosts else "machines.assumed"
    columns = (scene.today, running, (running + further, running + further * double))
    yield figure("machines", "count", columns, (today, "measured"), note, machines=len(scene.hosts), places=joined(_some(named)))

    guest = scene.value("machine-memory")
    inside = "stated" if scene.stated else "assumed"
    columns = ((scene.today * guest + scene.inside) / 1024, (guest + scene.inside) / 1024, _split_memory(scene))
    yield figure("memory", "GiB", columns, ("assumed", inside), "memory", services=scene.services)

    images = len({container.build or container.image for container in scene.running})
    columns = (UNKNOWN, images, (images + further, images + further))
    yield figure("images", "count", columns, ("assumed", "measured"), "images")

    columns = (scene.today, 1, (scene.services + stores, running + further * double))
    yield figure("addresses", "count", columns, (today, "assumed"), "addresses")

    least, most = scene.ends("platform")
    columns = (scene.today + running, 1 + running, (1 + running + further + least, 1 + running + further * double + most))
    yield figure("operate", "count", columns, (today, "measured"), "operate")

    depth, start = _depth(scene.running), scene.value("container-start")
    columns = (scene.value("machine-start"), depth * start, (depth * start, (depth + 1) * start))
    yield figure("start", "s", columns, ("assumed", "assumed"), "start", depth=depth)

    each, chain = scene.value("availability") / 100, scene.services + stores
    columns = (100 * each ** (1 + stores), 100 * each, (100 * each**chain, 100 * each**2))
    said = {"each": f"{each * 100:g}", "today": 1 + stores, "most": chain}
    yield figure("availability.item", "%", columns, ("assumed", "assumed"), "availability", **said)

    least, most = scene.ends("call-latency")
    columns = (0, 0, (least, most * max(scene.longest, 1)))
    said = {"calls": f"{scene.calls:,}", "loops": f"{scene.loops:,}", "longest": scene.longest, "path": scene.path}
    yield figure("latency", "ms", columns, ("assumed", "assumed"), "latency.path" if scene.longest else "latency", **said)


def _split_memory(scene: _Scene) -> tuple[float, float]:
    """The same programs; for each further service a runtime at least, at most what public manifests ask for, store and sidecar."""
    guest, further = scene.value("machine-memory"), scene.services - 1
    plain = scene.value("service-memory")
    store = max((container.memory_mib or plain for container in scene.stores), default=0.0)
    high = scene.ends("service-memory")[1] + scene.value("sidecar-memory") + store
    same = guest + scene.inside
    return (same + further * scene.value("runtime-memory")) / 1024, (same + further * high) / 1024


def _depth(running: Sequence[Container]) -> int:
    """How many containers wait for each other in the longest chain."""
    waits = {container.name: tuple(one.container for one in container.depends_on) for container in running}

    def below(name: str, seen: frozenset[str]) -> int:
        return 1 + max((below(one, seen | {one}) for one in waits.get(name, ()) if one in waits and one not in seen), default=0)

    return max((below(name, frozenset({name})) for name in sorted(waits)), default=0)


def _some(names: Sequence[str]) -> list[str]:
    return list(names) if len(names) <= _PLACES else [*names[: _PLACES - 1], f"{len(names) - _PLACES + 1} more"]


def _rounded(value: float) -> float:
    return float(f"{value:.4g}") if value >= 0 else UNKNOWN
