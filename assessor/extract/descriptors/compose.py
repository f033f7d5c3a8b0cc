"""Compose files: images, processes, ports, variables, volumes, health checks, replicas of every service."""

import re
from collections.abc import Iterator

from assessor.domain.facts import Fact
from assessor.extract.command_kind import command_kind
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.reading import Reading
from assessor.extract.siblings import joined
from assessor.extract.structured import Node, read_yaml

_NAME = re.compile(
    r"(?i)(?:^|/)(?:docker-)?(?:compose|stack)[\w.\-]{0,60}\.ya?ml(?:\.(?:example|dist|sample))?$|(?:^"
    r"|/)[\w.\-]{1,40}[.\-](?:docker-)?compose\.ya?ml$"
)
_FOLDER = re.compile(r"(?i)(?:^|/)(?:docker-?)?compose/[\w.\-]{1,60}\.ya?ml$")
"""A folder of compose files has other files too (`compose/apps.yml`, `compose/prometheus.yml`): what they hold decides."""
_PORT = re.compile(
    r"^(?:(?P<address>[\d.]{7,15}|\[[0-9a-fA-F:]{2,45}\]):)?(?:(?P<published>[^:]{0,80}"
    r"|\$\{[^{}]{1,80}\}):)?(?P<target>\d{1,5}"
    r"|\$\{[^{}]{1,80}\})(?:-\d{1,5})?(?:/(?P<protocol>\w{1,5}))?$"
)
_PROFILE = re.compile(r"(?i)(?:docker-)?compose[.\-_](?P<profile>[\w\-]{1,40})\.ya?ml")


def _read(document: Document) -> Iterator[Fact]:
    named = _PROFILE.search(document.path)
    reading = Reading(document, "compose", named["profile"] if named else "")
    for root in read_yaml(document.text):
        services = root.get("services") if root.get("services").mapping else Node("mapping", 1)
        if not _NAME.search(document.path) and not any(_starts(each) for each in services.mapping.values()):
            continue
        for name, service in services.mapping.items():
            yield from joined(_service(reading, name, service))
        for name, volume in root.get("volumes").mapping.items():
            yield reading.trait("volume.named", volume.line, name=name)


def _starts(service: Node) -> bool:
    return any(service.get(key) for key in ("image", "build", "extends"))


def _service(reading: Reading, name: str, service: Node) -> Iterator[Fact]:
    image, build = service.get("image"), service.get("build")
    yield reading.trait("compose.service", service.line, service=name)
    if image.text:
        yield reading.image(image.text, "built" if build else "service", name, image.line)
    if build:
        context = build.text or build.get("context").text or "."
        yield reading.trait(
            "compose.build",
            build.line,
            service=name,
            context=context,
            dockerfile=build.get("dockerfile").text,
            target=build.get("target").text,
        )
    command = " ".join(each.text for key in ("entrypoint", "command") for each in service.get(key).texts())
    if command or build:
        at = service.get("command") or service.get("entrypoint") or service
        kind = command_kind(command, name) if build or not image.text else "service"
        yield from reading.started(name, command, kind, at.line)
    yield from _ports(reading, name, service)
    yield from _environment(reading, service)
    yield from _volumes(reading, name, service)
    depends = service.get("depends_on")
    for other in [*depends.mapping, *(each.text for each in depends.texts())]:
        yield reading.trait("compose.depends", depends.line, service=name, on=other)
    check = service.get("healthcheck", "test")
    if check:
        yield reading.trait("probe.liveness", check.line, service=name, test=" ".join(each.text for each in check.texts()))
    replicas = service.get("deploy", "replicas") or service.get("scale")
    if replicas.text:
        yield reading.trait("replicas", replicas.line, service=name, n=replicas.text)
    memory = service.get("deploy", "resources", "limits", "memory") or service.get("mem_limit")
    if memory.text:
        yield reading.trait("memory.limit", memory.line, service=name, value=memory.text)


def _ports(reading: Reading, name: str, service: Node) -> Iterator[Fact]:
    for each in [*service.get("ports").items, *service.get("expose").items]:
        if each.mapping:
            target, protocol, published = each.get("target").text, each.get("protocol").text, each.get("published").text
        elif found := _PORT.match(each.text.strip()):
            target, protocol, published = found["target"], found["protocol"] or "", found["published"] or ""
        else:
            continue
        yield from reading.port(target, name, each.line, protocol.lower() or "tcp")
        if published:
            yield reading.trait("port.published", each.line, service=name, published=published, target=target)


def _environment(reading: Reading, service: Node) -> Iterator[Fact]:
    environment = service.get("environment")
    pairs = [(key, value.text, value.line) for key, value in environment.mapping.items() if value.kind == "scalar"]
    for each in environment.items:
        key, sign, value = each.text.partition("=")
        pairs.append((key, value if sign else f"${{{key}}}", each.line))
    for key, value, line in pairs:
        yield from reading.setting(key, value, line)
    for each in [*service.get("env_file").texts()]:
        yield reading.trait("compose.env-file", each.line, path=each.text)


def _volumes(reading: Reading, name: str, service: Node) -> Iterator[Fact]:
    for each in service.get("volumes").items:
        if each.mapping:
            source, target = each.get("source").text, each.get("target").text
        else:
            parts = re.split(r":(?![^{]*\})", each.text)
            source, target = (parts[0], parts[1]) if len(parts) > 1 else ("", parts[0])
        kind = "bind" if source.startswith((".", "/", "~", "$")) else "named" if source else "anonymous"
        if target:
            yield reading.trait("volume.declared", each.line, service=name, source=source, target=target, kind=kind)


DESCRIPTOR = Descriptor("compose", lambda path: bool(_NAME.search(path) or _FOLDER.search(path)), _read)
