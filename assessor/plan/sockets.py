"""Sockets that the application's own code opens beside its pages: devices and other programs speak to them, so they are published.

In: the places at which code opens one (`new ServerSocket(properties.getPort())` in TrackerTcpServer.java), and the settings that
hold ports (`tracker.tcp.port` = 5027). Out: `Listener`s with the port that was found, and the places whose port nothing tells.
"""

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from assessor.domain.deployment import PublishedPort
from assessor.domain.facts import Evidence, FileFacts, Port, Setting, Trait
from assessor.plan.application import Image
from assessor.plan.names import words
from assessor.plan.readings import Reading

_LISTENS = "socket.listen"
_OWN_MACHINE = re.compile(r"(?i)loopback|localhost|127\.0\.0\.1")
_DATAGRAMS = re.compile(r"(?i)datagram|udp")
_HOSTS = {"host", "hostname", "url", "uri", "address", "server", "ip"}
_EVERYWHERE = ("", "localhost", "127.0.0.1", "0.0.0.0", "*", "::")
_GENERAL = {"port", "ports", "server", "socket", "listen", "listener", "listening", "config", "configuration", "properties"}
_GENERAL |= {"settings", "service", "app", "application", "get", "new", "number", "default", "main", "http", "https", "java", "cs"}
"""Words that say nothing about which of several listeners is meant."""
_FIRST_FREE, _LAST = 1024, 65535


class Listener(Struct, frozen=True, order=True):
    """A port that code listens on; `settings` are the places that state it."""

    number: int
    evidence: Evidence
    settings: tuple[Evidence, ...] = ()


class Listening(Struct, frozen=True):
    """What was found: ports to publish, and places whose port is stated nowhere or that listen for datagrams."""

    ports: tuple[Listener, ...]
    unknown: tuple[Evidence, ...]


def listening(facts: Sequence[FileFacts], read: Iterable[Reading], rules: Sequence[str]) -> Listening:
    """The sockets that the code rules `rules` found. A port is the one written there, or that of the only setting that shares a
    word with the place: `tcp.port` and `TrackerTcpServer`."""
    stated = _stated(facts, read) if rules else {}
    ports: dict[int, Listener] = {}
    unknown: set[Evidence] = set()
    for place, number in _opened(facts, rules):
        if _DATAGRAMS.search(place.excerpt):
            unknown.add(place)
            continue
        spoken = set(words(f"{place.path.rpartition('/')[2]} {place.excerpt}")) - _GENERAL
        meant = {port: seen for port, seen in stated.items() if not number and spoken & seen[0]}
        if number or len(meant) == 1:
            number = number or next(iter(meant))
            settings = tuple(sorted(meant[number][1])) if meant else ()
            ports.setdefault(number, Listener(number, place, settings))
        else:
            unknown.add(place)
    return Listening(tuple(ports[number] for number in sorted(ports)), tuple(sorted(unknown)))


def _opened(facts: Sequence[FileFacts], rules: Sequence[str]) -> list[tuple[Evidence, int]]:
    """Places in the application's own code, each with the port that is written there (0: none)."""
    found: set[tuple[Evidence, int]] = set()
    for file in facts:
        if file.role != "source":
            continue
        for port in file.of(Port):
            if port.evidence.rule in rules and _FIRST_FREE <= port.number <= _LAST:
                found.add((port.evidence, port.number))
        for trait in file.of(Trait):
            if trait.name == _LISTENS and trait.evidence.rule in rules:
                found.add((trait.evidence, 0))
    return sorted(one for one in found if not _OWN_MACHINE.search(one[0].excerpt))


def _stated(facts: Sequence[FileFacts], read: Iterable[Reading]) -> dict[int, tuple[set[str], set[Evidence]]]:
    """Ports that settings hold, with the words that say what for. One with a host beside it is somebody else's port."""
    settings: list[tuple[str, str, tuple[Evidence, ...]]]
    settings = [(one.key, one.value, (one.evidence,)) for file in facts if file.role == "source" for one in file.of(Setting)]
    settings += [(one.key or one.name, one.default, one.evidence) for one in read]
    elsewhere = {spoken[:-1] for key, value, _ in settings if (spoken := words(key))[-1:] and _elsewhere(spoken, value)}
    found: dict[int, tuple[set[str], set[Evidence]]] = {}
    for key, value, places in settings:
        spoken, number = words(key), int(value) if re.fullmatch(r"[0-9]{4,5}", value) else 0
        if spoken[-1:] == ("port",) and _FIRST_FREE <= number <= _LAST and spoken[:-1] not in elsewhere:
            seen = found.setdefault(number, (set(), set()))
            seen[0].update(set(spoken) - _GENERAL)
            seen[1].update(places)
    return found


def _elsewhere(spoken: tuple[str, ...], value: str) -> bool:
    return spoken[-1] in _HOSTS and value not in _EVERYWHERE


def with_sockets(image: Image, facts: Sequence[FileFacts], read: Iterable[Reading], folders: Iterable[str]) -> Image:
    """The image, its first container with the sockets of its own code. `folders` are those of all images."""
    inside = f"{image.folder}/" if image.folder else ""
    inner = tuple(f"{folder}/" for folder in folders if folder.startswith(inside) and folder != image.folder)
    own = [file for file in facts if file.path.startswith(inside) and not file.path.startswith(inner)]
    found = listening(own, read, image.packaging.sockets)
    first = next((one for one in image.containers if one.ports), None)
    if first is None:
        return image
    taken = {port.container for port in first.ports}
    further = tuple(
        PublishedPort(one.number, one.number, tuple(sorted({one.evidence, *one.settings})), pages=False)
        for one in found.ports
        if one.number not in taken
    )
    todos = tuple(
        f"{place.path}:{place.line} opens a socket, and no setting that holds its port was found: "
        "publish the port where others need it"
        for place in found.unknown
    )
    told = replace(first, ports=(*first.ports, *further), todos=(*first.todos, *todos))
    return replace(image, containers=tuple(told if one.name == first.name else one for one in image.containers))
