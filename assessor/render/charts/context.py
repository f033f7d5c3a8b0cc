"""The context diagram: who uses the system, what is started in it, what it reaches."""

from collections.abc import Callable

from assessor.domain.runtime import BackingService, Deployable, Landscape
from assessor.render.charts.diagram import Box, Diagram, Frame, Wire, column, more, straight, users
from assessor.render.wording import clip

DEPLOYABLES, SERVICES = 8, 9
"""Boxes at most: with the users and the two remainders never more than twenty."""
PLACEMENTS = ("bundle", "outside", "optional")
"""Placements that are boxes of their own; what is embedded or only mentioned stands in the inventory."""


def _plain(text: str, **values: object) -> str:
    return text % values if values else text


def context(application: str, landscape: Landscape, word: Callable[..., str] = _plain) -> Diagram:
    """`word` says our words in the language of the page.

    Users, the deployables in their frame, and what they reach; nothing to draw without deployables and services.
    """
    started = sorted(landscape.deployables, key=lambda deployable: (not deployable.port, deployable.name))
    reached = sorted((s for s in landscape.services if s.placement in PLACEMENTS), key=lambda s: PLACEMENTS.index(s.placement))
    if not started and not reached:
        return Diagram(0, 0, None, (), ())
    inside = _capped([(d.name, _started(d, word), False) for d in started], DEPLOYABLES) or [(application, "", False)]
    right = _capped([(s.name, _reached(s, word), s.placement == "outside") for s in reached], SERVICES)
    height = max(len(inside) * 64.0 + 44, len(right) * 58.0, 120.0) + 16
    boxes = column(inside, 264, 272, 48, 16, height / 2 + 12)
    services = column(right, 712, 168, 44, 14, height / 2)
    slots = (
        [word(service.slot) for service in reached]
        if len(reached) <= SERVICES
        else [word(s.slot) for s in reached[: SERVICES - 1]] + [""]
    )
    wires = [Wire(f"M569 {s.y + 22}H711", clip(slot, 20), 577, s.y + 16) for s, slot in zip(services, slots, strict=True)]
    answering = [drawn for drawn, deployable in zip(boxes, started, strict=False) if deployable.port]
    people: list[Box] = []
    if answering:
        middle = sum(drawn.y for drawn in answering) / len(answering)
        people = [users(middle, 128)]
        wires += [straight(people[0], drawn) for drawn in answering]
    return Diagram(881, height, Frame(232, 8, 336, height - 16, application), (*people, *boxes, *services), tuple(wires))


def _capped(texts: list[tuple[str, str, bool]], limit: int) -> list[tuple[str, str, bool]]:
    if len(texts) <= limit:
        return texts
    return [*texts[: limit - 1], more(len(texts) - limit + 1)]


def _started(deployable: Deployable, word: Callable[..., str]) -> str:
    port = word("port %(number)s", number=deployable.port) if deployable.port else ""
    return ", ".join(part for part in (word(deployable.role or ""), word(deployable.artifact or ""), port) if part)


def _reached(service: BackingService, word: Callable[..., str]) -> str:
    return word("version %(number)s", number=service.version) if service.version else ""
