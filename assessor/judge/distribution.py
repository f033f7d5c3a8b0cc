"""Is the application several services today? Resolves who calls whom and who owns which store, by the names that the text shows.

A host is a sibling when it equals the sibling's name, folder, artefact or `spring.application.name`, ignoring case, `-`, `_` and
a trailing `service`, or the name under which a compose file builds it. Code that looks services up in a registry of its own
names them by constants; there the whole name must be the sibling's. A contract (an interface of Dubbo, a stub of gRPC or Thrift)
is the one sibling's that serves it. The caller is the root that the file lies in; for a client
in a shared module, the roots whose code uses it; for a manifest outside of all roots, the root that its key or file name names.
Programs that one root builds are roots of their own.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath
from typing import NamedTuple

from msgspec.structs import replace

from assessor.domain.architecture import Architecture
from assessor.domain.contracts import MESSAGES, Contracts
from assessor.domain.facts import Artifact, Connection, Endpoint, Evidence, FileFacts, Image, Process, RemoteCall, Setting, Trait
from assessor.domain.judgement import Distribution, ServiceCall, ServiceShare, ServiceStore
from assessor.domain.knowledge import Knowledge
from assessor.domain.language import Language
from assessor.domain.runtime import Landscape
from assessor.judge.assumed import assumed, words
from assessor.judge.clients import Constants, users
from assessor.judge.owners import Roots, holding
from assessor.judge.programs import programs
from assessor.judge.roots import SERVERS, shares

_HOST = re.compile(
    r"^(?:([a-z][a-z0-9+.-]{1,20}):(?:[a-z]{2,12}:)?//)?(?:[^/@\s]{1,80}@)?([A-Za-z0-9][\w.-]{1,80})(?::(\d{2,5}|\$\{[^}]{1,40}\}))?(?:[/?,]|$)"
)
_NAMED = re.compile(r"(?:(?:https\+)?https?://)?([a-z][a-z0-9-]{1,40})(?:[^a-z0-9.-]|$)")
"""A host of one word, in a literal that may go on with what is put in (`http://stock%s/items`)."""
_SPOKEN = re.compile(r"(?:^|[._-])(?:ur[il]s?|hosts?|addr|address(?:es)?|endpoints?|servers?|base-?ur[il]|service)$", re.IGNORECASE)
_MEANT = "registry"
"""How a service is spoken to that is named by a constant alone."""
_MENTIONED = "named"
"""How a host is spoken to that only a literal names."""
_UNSURE = re.compile(r"[$#{}%<>]")
_HERE = frozenset({"", "localhost", "127.0.0.1", "::1"})
"""The developer's own machine: the same database elsewhere is the one that is meant."""
SHOWN = 6


class _Call(NamedTuple):
    host: str
    protocol: str
    evidence: Evidence
    key: str
    serving: tuple[str, ...] = ()
    """Files that serve the contract that is called."""


def survey(facts: tuple[FileFacts, ...], landscape: Landscape, architecture: Architecture, knowledge: Knowledge) -> Distribution:
    """Services, calls between them and their stores, each sorted."""
    folders = {each.folder for each in landscape.deployables if each.role in SERVERS}
    divided = programs(facts, architecture, knowledge.languages, folders, assumed(knowledge)["services.least"])
    services, roots = shares(facts, landscape, architecture, words(knowledge, "infrastructure-libraries"), divided)
    servers = tuple(service for service in services if service.role in SERVERS and service.lines)
    names = _Names(servers, facts, roots)
    if len(servers) < 2:
        return Distribution(services)
    used = users(architecture, names.roots, names.by_folder)
    calls = _calls(facts, used, names)
    stores = _stores(facts, servers, names, words(knowledge, "store-schemes"))
    beside = {one.folder for each in divided.values() for one in each.all if not one.contract}
    keeping = {names.by_folder.get(folder, "") for folder in holding(architecture, roots)}
    pages = _showing(facts, knowledge.languages, names) - keeping - {one for each in stores for one in each.services}
    return Distribution(tuple(_counted(service, calls, beside, pages) for service in services), calls, stores)


def _counted(service: ServiceShare, calls: tuple[ServiceCall, ...], beside: set[str], pages: set[str]) -> ServiceShare:
    """A program of a module that builds several answers to a contract, or speaks with its siblings, or is a tool beside them.
    One that makes pages of what the others tell it, holds nothing and is asked by none of them, is their frontend."""
    if not service.counted:
        return service
    if service.folder in beside and not any(service.name in (c.source, c.target) for c in calls):
        return replace(service, counted=False, why="share.no-call")
    if service.name in pages and any(service.name == c.source for c in calls) and not any(service.name == c.target for c in calls):
        return replace(service, counted=False, why="share.pages")
    return service


def _showing(facts: tuple[FileFacts, ...], languages: tuple[Language, ...], names: "_Names") -> set[str]:
    """The services with templates of pages."""
    templates = {language.id for language in languages if language.islands and language.kin != language.id}
    owners = (names.owner(file.path) for file in facts if file.role == "source" and file.language in templates)
    return {owner for owner in owners if owner is not None}


class _Names:
    """What the services are called, and where their files lie."""

    def __init__(self, servers: tuple[ServiceShare, ...], facts: tuple[FileFacts, ...], roots: Roots) -> None:
        self.roots = roots
        self.by_folder = {service.folder: service.name for service in servers}
        called: dict[str, set[str]] = defaultdict(set)
        for service in servers:
            for alias in (service.name, service.folder.rpartition("/")[2]):
                called[_plain(alias)].add(service.name)
        for file in facts:
            owner = self.owner(file.path)
            for fact in file.facts if owner else ():
                if isinstance(fact, Setting) and fact.key.lower() == "spring.application.name":
                    called[_plain(fact.value)].add(str(owner))
                elif isinstance(fact, Artifact) and fact.folder in self.by_folder:
                    called[_plain(fact.name)].add(self.by_folder[fact.folder])
        for alias, folder in _built(facts):
            if folder in self.by_folder:
                called[_plain(alias)].add(self.by_folder[folder])
        self._listed = {path: services for file in facts if (services := _listed(file)) for path in (file.path,)}
        self._called = {alias: next(iter(owners)) for alias, owners in called.items() if alias and len(owners) == 1}

    def owner(self, path: str) -> str | None:
        folder = self.roots.owner(path)
        return None if folder is None else self.by_folder.get(folder)

    def service(self, host: str) -> str | None:
        """The service that `host` names; of a dotted name the first label decides."""
        plain = _plain(host.partition(".")[0])
        return self._called.get(plain) or self._called.get(_plain(host))

    def whole(self, name: str) -> str | None:
        """The service that bears all of `name`, case and separators aside."""
        return self._called.get(_plain(name.partition("://")[2].strip("/") or name))

    def caller(self, path: str, line: int, key: str = "") -> str | None:
        """Who speaks at `path`: in a compose file the service whose lines these are, else the root that the file lies in, else whom
        the key or the file's name names."""
        listed = self._listed.get(path)
        if listed:
            before = [name for start, name in listed if start <= line]
            return self.service(before[-1]) if before else None
        inside = self.owner(path)
        if inside is not None and self.roots.owner(path):
            return inside
        for word in (*key.split("."), path.rpartition("/")[2].partition(".")[0], *reversed(path.split("/")[:-1])):
            named = self.service(word)
            if named is not None:
                return named
        return inside


def _listed(file: FileFacts) -> list[tuple[int, str]]:
    """The services that a compose file lists, by line; empty for other files."""
    listing = [fact for fact in file.facts if isinstance(fact, Process | Image) and fact.evidence.rule == "compose"]
    found = {(fact.evidence.line, fact.name if isinstance(fact, Process) else fact.of) for fact in listing}
    for fact in file.facts:
        if isinstance(fact, Trait) and fact.name == "compose.service":
            found.add((fact.evidence.line, dict(fact.fields).get("service", "")))
    return sorted(found)


def _built(facts: tuple[FileFacts, ...]) -> Iterator[tuple[str, str]]:
    """Services of compose files with the folder that each is built from."""
    for file in facts:
        for fact in file.of(Trait) if file.role == "source" else ():
            if fact.name == "compose.build":
                fields = dict(fact.fields)
                context = normpath(join(dirname(file.path), fields.get("context", ".")))
                yield fields.get("service", ""), context
                yield fields.get("service", ""), normpath(join(context, dirname(fields.get("dockerfile", ""))))


def _plain(name: str) -> str:
    """`Order-Service` and `orderservice` and `order` are one name."""
    plain = re.sub(r"[^a-z0-9]", "", name.lower())
    return plain.removesuffix("service").removesuffix("svc") or plain


def _calls(facts: tuple[FileFacts, ...], used: Mapping[str, frozenset[str]], names: _Names) -> tuple[ServiceCall, ...]:
    sites: dict[tuple[str, str, str], set[Evidence]] = defaultdict(set)
    mentioned: dict[tuple[str, str, str], set[Evidence]] = defaultdict(set)
    listeners: dict[str, str] = {}
    for file in facts:
        for fact in file.of(Endpoint) if file.role == "source" else ():
            if fact.protocol in MESSAGES and fact.path:
                listeners.setdefault(fact.path.lower(), names.owner(file.path) or "")
    constants, contracts = Constants(facts), Contracts(facts)
    for file in facts:
        if file.role != "source":
            continue
        for call in _spoken(file, constants, contracts):
            serving = {names.owner(path) for path in call.serving}
            if serving:
                target = next(iter(serving)) if len(serving) == 1 else None
            elif call.protocol in MESSAGES:
                target = listeners.get(call.host.lower())
            else:
                target = names.whole(call.host) if call.protocol == _MEANT else names.service(call.host)
            declared = used.get(file.path, frozenset()) if file.language else frozenset()
            for source in declared or {names.caller(file.path, call.evidence.line, call.key)}:
                if source and target and source != target:
                    (mentioned if call.protocol == _MENTIONED else sites)[source, target, call.protocol].add(call.evidence)
    spoken_to = {(source, target) for source, target, _ in sites}
    for (source, target, _), places in mentioned.items():
        if (source, target) not in spoken_to:  # else the literal is what those calls are made of
            sites[source, target, "http"] |= places
    found = []
    for (source, target, protocol), places in sorted(sites.items()):
        found.append(ServiceCall(source, target, protocol, len({(p.path, p.line) for p in places}), tuple(sorted(places))[:SHOWN]))
    return tuple(found)


def _spoken(file: FileFacts, constants: Constants, contracts: Contracts) -> Iterator[_Call]:
    """Everything in a file that names a host (or a queue, or a contract) that is spoken to."""
    for fact in file.facts:
        if isinstance(fact, RemoteCall):
            if fact.protocol in MESSAGES:
                yield _Call(fact.target, fact.protocol, fact.evidence, "")
            elif serving := contracts.serving(fact, file):
                yield _Call("", fact.protocol, fact.evidence, "", serving)
            else:
                host = _HOST.match(constants.target(fact.target.strip(), file).lstrip("/"))
                if host:
                    yield _Call(host.group(2), fact.protocol, fact.evidence, "")
        elif isinstance(fact, Trait) and fact.name == "host.named":
            named = _NAMED.match(dict(fact.fields).get("url", ""))
            if named:
                yield _Call(named.group(1), _MENTIONED, fact.evidence, "")
        elif isinstance(fact, Trait) and fact.name == "service.meant":
            fields = dict(fact.fields)
            name = constants.named(fields.get("name", ""), file, fields.get("holder", ""))
            if name:
                yield _Call(name, _MEANT, fact.evidence, "")
        elif (
            isinstance(fact, Connection)
            and fact.host
            and fact.scheme in ("http", "https", "lb", "grpc", "dubbo", "tcp", "ws", "wss", "rmi", "")
        ):
            yield _Call(fact.host, fact.scheme or "tcp", fact.evidence, "")
        elif isinstance(fact, Setting) and not fact.secret and len(fact.value) < 300:
            host = _HOST.match(fact.value.strip())
            if host and (
                host.group(1) in ("http", "https", "lb", "grpc", "dubbo", "tcp")
                or (not host.group(1) and (host.group(3) or _SPOKEN.search(fact.key)))
            ):
                yield _Call(host.group(2), host.group(1) or "tcp", fact.evidence, fact.key)


def _stores(
    facts: tuple[FileFacts, ...], servers: tuple[ServiceShare, ...], names: _Names, schemes: tuple[str, ...]
) -> tuple[ServiceStore, ...]:
    found: list[tuple[Connection, str]] = []
    for file in facts:
        for fact in file.facts if file.role == "source" else ():
            if not isinstance(fact, Connection) or fact.scheme not in schemes or _UNSURE.search(fact.host + fact.database):
                continue
            if not fact.database and fact.host in _HERE:
                continue
            owner = names.caller(file.path, fact.evidence.line)
            if owner is not None:
                found.append((fact, owner))
    elsewhere: dict[tuple[str, str], set[str]] = defaultdict(set)
    ports: dict[tuple[str, str], set[int]] = defaultdict(set)
    """Of databases on the developer's own machine: several are several databases of one name."""
    for fact, _ in found:
        if fact.host not in _HERE:
            elsewhere[fact.scheme, fact.database].add(fact.host)
        elif fact.port:
            ports[fact.scheme, fact.database].add(fact.port)
    users: dict[str, set[str]] = defaultdict(set)
    places: dict[str, set[Evidence]] = defaultdict(set)
    for fact, owner in found:
        name = fact.scheme, fact.database
        where = fact.host
        if where in _HERE and len(elsewhere[name]) == 1:
            where = next(iter(elsewhere[name]))
        elif where in _HERE and len(ports[name]) > 1 and fact.port:
            where = f"{where}:{fact.port}"
        store = f"{fact.scheme} {fact.database or where}" + (f" at {where}" if fact.database and where else "")
        users[store].add(owner)
        places[store].add(fact.evidence)
    return tuple(
        ServiceStore(store, tuple(sorted(by)), tuple(sorted(places[store]))[:SHOWN]) for store, by in sorted(users.items())
    )
