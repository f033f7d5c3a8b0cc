"""What starts the application's processes: systemd units, Procfiles, supervisord, uwsgi.

`web: gunicorn app:app` in a Procfile, `ExecStart=` in a unit and `command=` in a supervisord program are each one process.
"""

import re
from collections.abc import Iterator

from assessor.domain.facts import Fact
from assessor.extract.command_kind import command_kind
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.reading import Reading
from assessor.extract.sections import Entry, sections

_UNIT = re.compile(
    r"(?i)(?:^|/)(?P<name>[\w@.\-]{1,80})\.(?P<kind>service|timer|socket)(?:\.(?:j2|template|tmpl|in|example|erb))?$"
)
_PROCFILE = re.compile(r"(?:^|/)Procfile(?:\.\w{1,20})?$")
_SUPERVISOR = re.compile(
    r"(?i)(?:^|/)(?:[\w.\-]{0,40}supervisor[\w.\-]{0,40}|supervisor(?:\.d"
    r"|d)?/(?:conf\.d/)?[\w.\-]{1,60})\.(?:conf|ini)(?:\.\w{1,12})?$"
)
_UWSGI = re.compile(r"(?i)(?:^|/)[\w.\-]{0,40}uwsgi[\w.\-]{0,40}\.ini(?:\.\w{1,12})?$")
_LINE = re.compile(r"^(?P<name>[\w\-]{1,60}):[ \t]{1,8}(?P<command>\S.{0,2000})$")
_TYPES = {
    "web": "web",
    "worker": "worker",
    "release": "one-shot",
    "clock": "scheduler",
    "scheduler": "scheduler",
    "beat": "scheduler",
    "cron": "scheduler",
    "migrate": "one-shot",
}
_BINDING = re.compile(r"(?:-b|--bind|--port|-p|--http|--http-socket|--listen)[ =](?:[\w.]{0,60}:)?(\d{2,5})\b")


def _read(document: Document) -> Iterator[Fact]:
    unit = _UNIT.search(document.path)
    if unit:
        yield from _systemd(document, unit["name"], unit["kind"].lower())
    elif _PROCFILE.search(document.path):
        yield from _procfile(document)
    elif _SUPERVISOR.search(document.path):
        yield from _supervisor(document)
    else:
        yield from _uwsgi(document)


def _systemd(document: Document, name: str, kind: str) -> Iterator[Fact]:
    reading = Reading(document, "systemd")
    entries = [entry for _, group in sections(document.text) for entry in group]
    values = {entry.key.lower(): entry for entry in entries}
    if kind == "timer":
        for key in ("oncalendar", "onunitactivesec", "onbootsec"):
            if key in values:
                unit = values["unit"].value if "unit" in values else f"{name}.service"
                yield reading.process(name, unit, "job", values[key].line, values[key].value)
                yield reading.trait("scheduler.cron", values[key].line, schedule=values[key].value, command=unit)
        return
    if kind == "socket":
        for entry in entries:
            if entry.key.lower() == "listenstream":
                yield from reading.port(entry.value.rpartition(":")[2], name, entry.line)
        return
    if "execstart" in values:
        started = values["execstart"]
        once = "type" in values and values["type"].value == "oneshot"
        yield from reading.started(
            name, started.value.lstrip("-@+!:"), "one-shot" if once else command_kind(started.value, name), started.line
        )
        yield reading.trait("systemd.unit", started.line, name=name)
        yield from _ports(reading, started, name)
    for entry in entries:
        if entry.key.lower() == "environment":
            for pair in re.findall(r"\"([^\"]{1,1000})\"|(\S{1,1000})", entry.value):
                key, sign, value = (pair[0] or pair[1]).partition("=")
                if sign:
                    yield from reading.setting(key, value, entry.line)
                    yield from reading.heap(value, entry.line)
        elif entry.key.lower() in ("user", "workingdirectory", "environmentfile"):
            yield from reading.setting(f"systemd.{entry.key}", entry.value, entry.line)


def _procfile(document: Document) -> Iterator[Fact]:
    reading = Reading(document, "procfile")
    for number, line in enumerate(document.text.split("\n"), 1):
        if found := _LINE.match(line[:3000]):
            kind = _TYPES.get(found["name"]) or command_kind(found["command"], found["name"])
            yield from reading.started(found["name"], found["command"], kind, number)
            yield from _ports(reading, Entry("", found["command"], number), found["name"])


def _supervisor(document: Document) -> Iterator[Fact]:
    reading = Reading(document, "supervisord")
    for title, entries in sections(document.text):
        kind, _, name = title.partition(":")
        if kind.strip() != "program":
            continue
        for entry in entries:
            if entry.key == "command":
                yield from reading.started(name.strip(), entry.value, command_kind(entry.value, name), entry.line)
                yield from _ports(reading, entry, name.strip())
            elif entry.key == "numprocs":
                yield reading.trait("replicas", entry.line, service=name.strip(), n=entry.value)
            elif entry.key == "environment":
                for key, value in re.findall(r"([A-Za-z_]\w{0,80})=(\"[^\"]{0,1000}\"|'[^']{0,1000}'|[^,]{0,1000})", entry.value):
                    yield from reading.setting(key, value.strip("\"'"), entry.line)


def _uwsgi(document: Document) -> Iterator[Fact]:
    reading = Reading(document, "uwsgi")
    for title, entries in sections(document.text):
        for entry in entries if title == "uwsgi" else ():
            if entry.key in ("http", "http-socket", "socket", "https"):
                yield from reading.port(entry.value.partition(",")[0].rpartition(":")[2], entry.key, entry.line)
            elif entry.key in ("module", "wsgi-file", "wsgi"):
                yield reading.process("uwsgi", f"uwsgi {entry.value}", "web", entry.line)
            elif entry.key in ("processes", "workers") and entry.value.isdecimal():
                yield reading.trait("pool.size", entry.line, n=entry.value, key=entry.key)
            elif entry.key.startswith(("attach-daemon", "cron", "mule")):
                yield reading.process("uwsgi", entry.value, command_kind(entry.value, entry.key), entry.line)


def _ports(reading: Reading, entry: Entry, name: str) -> Iterator[Fact]:
    for number in _BINDING.findall(entry.value[:2000]):
        yield from reading.port(number, name, entry.line)


_HINTS = (".service", ".timer", ".socket", "procfile", "supervisor", "uwsgi")


def _matches(path: str) -> bool:
    lower = path.lower()
    if not any(hint in lower for hint in _HINTS):
        return False
    return any(pattern.search(path) for pattern in (_UNIT, _PROCFILE, _SUPERVISOR, _UWSGI))


DESCRIPTOR = Descriptor("processes", _matches, _read)
