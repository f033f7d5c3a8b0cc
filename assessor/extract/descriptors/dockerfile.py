"""Dockerfiles: base images, ports, processes, volumes, variables, packages. Nothing is built.

`FROM eclipse-temurin:17-jre AS run` is an image with use `base`; the image of the last stage is also the trait `image.final`.
"""

import json
import re
from collections.abc import Iterator

from assessor.domain.facts import Fact
from assessor.extract.command_kind import command_kind
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.reading import Reading
from assessor.extract.siblings import joined

_INSTRUCTION = re.compile(r"^[ \t]{0,40}(?P<name>[A-Za-z]{3,12})[ \t]{1,40}(?P<rest>.{0,20000})$", re.DOTALL)
_PAIR = re.compile(
    r"(?P<key>[A-Za-z_][\w.\-]{0,100})=(?P<value>\"(?:[^\"\\]|\\.){0,2000}\"|'[^']{0,2000}'|(?:[^\s\\]|\\.){0,2000})"
)
_FROM = re.compile(r"(?i)^(?:--platform=\S{1,60}\s{1,8})?(?P<image>\S{1,300})(?:\s{1,8}as\s{1,8}(?P<stage>\S{1,100}))?")
_PACKAGES = re.compile(
    r"(?:apt-get|apt|apk|yum|dnf|microdnf|tdnf"
    r"|zypper)(?:\s{1,8}-{1,2}[\w\-=]{1,30}){0,6}\s{1,8}(?:install|add)\s{1,8}(?P<names>[^&|;]{1,4000})"
)
_PACKAGE = re.compile(r"^[A-Za-z0-9][A-Za-z0-9+.\-_]{1,60}(?:=\S{1,40})?$")
_PHP_EXTENSIONS = re.compile(
    r"(?:docker-php-ext-install|install-php-extensions|docker-php-ext-enable)\s{1,8}(?P<names>[^&|;]{1,2000})"
)


def _read(document: Document) -> Iterator[Fact]:
    yield from joined(_facts(document))


def _facts(document: Document) -> Iterator[Fact]:
    reading = Reading(document, "dockerfile")
    arguments: dict[str, str] = {}
    stages: set[str] = set()
    stage, final = "", ("", 0)
    started: dict[str, tuple[str, int]] = {}
    for line, name, rest in _instructions(document.text):
        if name == "FROM" and (found := _FROM.match(rest)):
            reference = _filled(found["image"], arguments)
            stage = found["stage"] or ""
            if reference.lower() not in stages:
                yield reading.image(reference, "base", stage, line)
            final = (reference, line)
            started = {}
            stages.add(stage.lower())
        elif name == "ARG":
            key, _, value = rest.strip().partition("=")
            arguments[key.strip()] = value.strip().strip("\"'")
        elif name == "ENV":
            for key, value in _pairs(rest):
                arguments[key] = value
                yield from reading.setting(key, _filled(value, arguments), line)
        elif name == "EXPOSE":
            for each in _filled(rest, arguments).split():
                number, _, protocol = each.partition("/")
                yield from reading.port(number, stage, line, protocol.lower() or "tcp")
        elif name == "VOLUME":
            for path in _words(rest):
                yield reading.trait("volume.declared", line, target=path)
        elif name in ("CMD", "ENTRYPOINT"):
            started[name] = (" ".join(_words(rest)), line)
        elif name == "HEALTHCHECK" and rest.strip().upper() != "NONE":
            yield reading.trait(
                "probe.liveness", line, test=re.sub(r"^.{0,300}?\bCMD\s", "", rest, count=1, flags=re.DOTALL).strip()
            )
        elif name == "USER":
            yield reading.trait("image.user", line, name=_filled(rest.strip(), arguments))
        elif name == "WORKDIR":
            yield reading.trait("image.workdir", line, path=_filled(rest.strip(), arguments))
        elif name == "RUN":
            yield from _installed(reading, rest, line)
    yield from _finished(reading, final, stages, started)


def _finished(reading: Reading, final: tuple[str, int], stages: set[str], started: dict[str, tuple[str, int]]) -> Iterator[Fact]:
    if final[0] and final[0].lower() not in stages - {""}:
        yield reading.trait("image.final", final[1], reference=final[0])
    if started:
        entry, command = started.get("ENTRYPOINT", ("", 0)), started.get("CMD", ("", 0))
        text = f"{entry[0]} {command[0]}".strip()
        if text:
            yield from reading.started(reading.folder.rpartition("/")[2], text, command_kind(text), command[1] or entry[1])


def _instructions(text: str) -> Iterator[tuple[int, str, str]]:
    """(line, instruction, rest) with continued lines joined, comments inside them and heredocs left out."""
    kept, start, ending = "", 0, ""
    for number, line in enumerate(text.split("\n"), 1):
        if ending:
            ending = "" if line.strip() == ending else ending
            continue
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        start = start or number
        stripped = line.rstrip()
        kept += stripped.removesuffix("\\").removesuffix("`") + " "
        if stripped.endswith("\\") and len(kept) < 20_000:
            continue
        found = _INSTRUCTION.match(kept[:20_000].rstrip())
        if found:
            heredoc = re.search(r"<<-?[\"']?(\w{1,30})", found["rest"]) if found["name"].upper() in ("RUN", "COPY") else None
            ending = heredoc[1] if heredoc else ""
            yield start, found["name"].upper(), found["rest"]
        kept, start = "", 0


def _filled(text: str, arguments: dict[str, str]) -> str:
    return re.sub(r"\$\{?(\w{1,100})(?:[^{}]{0,100}\})?", lambda found: arguments.get(found[1]) or found[0], text)


def _pairs(rest: str) -> Iterator[tuple[str, str]]:
    if "=" in rest.split(None, 1)[0]:
        for found in _PAIR.finditer(rest):
            yield found["key"], found["value"].strip("\"'")
    elif len(parts := rest.split(None, 1)) == 2:
        yield parts[0], parts[1].strip()


def _words(rest: str) -> list[str]:
    if rest.lstrip().startswith("["):
        try:
            listed = json.loads(rest[: rest.rindex("]") + 1])
        except (ValueError, RecursionError):
            return rest.split()
        return [str(each) for each in listed if not isinstance(each, list | dict)]
    return rest.split()


def _installed(reading: Reading, rest: str, line: int) -> Iterator[Fact]:
    for found in _PHP_EXTENSIONS.finditer(rest):
        for name in found["names"].split():
            if re.fullmatch(r"[a-z][\w]{1,30}", name):
                yield reading.trait("php.extension", line, name=name, scope="image")
    for found in _PACKAGES.finditer(rest):
        for name in found["names"].split():
            if _PACKAGE.match(name):
                yield reading.trait("os.package", line, name=name.partition("=")[0])


def _matches(path: str) -> bool:
    name = path.rpartition("/")[2].lower()
    return (
        name in ("dockerfile", "containerfile")
        or name.startswith(("dockerfile.", "dockerfile-", "containerfile."))
        or name.endswith((".dockerfile", "-dockerfile"))
    )


DESCRIPTOR = Descriptor("dockerfile", _matches, _read)
