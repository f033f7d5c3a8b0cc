"""Init scripts of System V and jobs of Upstart: what the script starts, by its own words. Never run.

`start-stop-daemon --start --exec $DAEMON -- $ARGS`, `daemon --user x cmd`, `su x -c "cmd"`, `nohup cmd &` and Upstart's `exec cmd`,
with the variables that the file itself sets to plain text.
"""

import re
from collections.abc import Iterator

from assessor.domain.facts import Fact
from assessor.extract.command_kind import command_kind
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.reading import Reading
from assessor.extract.redaction import is_secret

_NAME = re.compile(
    r"(?:^|/)(?:etc/)?(?:init\.d|rc\.d)/(?P<name>[\w.\-]{1,60})$|(?:^|/)(?P<init>[\w.\-]{1,60})\.(?:init(?:\.d|script)?|upstart)$"
    r"|(?:^|/)etc/init/(?P<upstart>[\w.\-]{1,60})\.conf$"
)
_ASSIGNED = re.compile(
    r"^(?:export\s{1,4}|env\s{1,4}|readonly\s{1,4})?(?P<name>[A-Za-z_]\w{0,60})=(?P<value>\"[^\"`]{0,500}\"|'[^']{0,500}'|[^\s\"'`]{0,500})(?:\s{0,4}[;#].*)?$"
)
_USED = re.compile(r"\$\{?(?P<name>[A-Za-z_]\w{0,60})\b\}?")
_DEFAULT = re.compile(r"\$\{(?P<name>[A-Za-z_]\w{0,60}):?[-=](?P<default>[^{}$]{0,200})\}")
_STARTED = (
    re.compile(
        r"\bstart-stop-daemon\b(?=.{0,600}(?:--start\b|\s-S\b)).{0,600}?(?:--exec|--startas|\s-x|\s-a)[\s=]{1,4}(?P<command>.+)"
    ),
    re.compile(r"(?:^|[;&|]\s{0,4}|\bthen\s|\bdo\s)daemon\s{1,4}(?P<command>.+)"),
    re.compile(
        r"(?:\b|/)(?:su|runuser|sudo)\s(?=.{0,200}\s-c\s).{0,200}?\s-c\s{1,4}(?P<quote>[\"'])(?P<command>.+?)(?P=quote)(?:\s|;|&|$)"
    ),
    re.compile(r"(?:^|[\s/])su\s{1,4}(?:-\s{1,4}|--?\w{1,20}\s{1,4}){0,3}\S{1,60}\s{1,4}(?P<command>(?!-)\S.+)"),
    re.compile(r"(?:^|[;&|]\s{0,4})nohup\s{1,4}(?P<command>.+)"),
    re.compile(r"^exec\s{1,4}(?!>|<|\d>)(?P<command>\S.+)"),
)
_STOPS = re.compile(r"(?i)\b(?:stop|shutdown|kill|status|dbshut)(?:\.sh)?\b|\s(?:get|is|check|list|show)-\w")
_OF_THE_CALLER = re.compile(r"(?:exec\s{1,4})?[\"']?\$[\d@*]")
_TAIL = re.compile(r"\s{0,4}(?:\d?>{1,2}|<|&(?!&)|\|\||&&|;(?:\s|$)|\|(?!\|)).*$")
_OPTIONS = re.compile(
    r"^(?:(?:--?(?:user|u|pidfile|p|chdir|c)\s{1,4}\S{1,200}|--?[\w\-]{1,30}(?:=\S{1,200})?|[+\-]\d{1,3})\s{1,4})+"
)
_DAEMON = ("daemon", "exec", "prog", "cmd", "command")
_LONGEST = 2000


def _read(document: Document) -> Iterator[Fact]:
    found = _NAME.search(document.path)
    name = next(filter(None, found.groups()), "") if found else ""
    reading = Reading(document, "init-script")
    line, command = _command(reading.lines)
    if not command and document.path.endswith(".conf"):
        return
    yield reading.trait("init.script", line or 1, name=name)
    if command:
        yield from reading.started(name, command, command_kind(command, name), line)


def _command(lines: list[str]) -> tuple[int, str]:
    """(line from 1, command) of the first line that starts something, else of what `DAEMON=` names; (0, "") for neither."""
    values: dict[str, str] = {}
    places: dict[str, int] = {}
    for number, line in _joined(lines):
        if assigned := _ASSIGNED.match(line):
            name, value = assigned["name"], _filled(assigned["value"].strip("\"'"), values)
            if is_secret(name, value) or "$(" in value:
                values.pop(name, None)
            elif f"${name}" not in value and f"${{{name}" not in value:
                values[name], places[name.lower()] = value, number
            continue
        if command := _started(line, values):
            return number, command
    for name in _DAEMON:
        written = next((key for key in values if key.lower() == name), "")
        if written and "/" in values[written]:
            return places[name], values[written]
    return 0, ""


def _joined(lines: list[str]) -> Iterator[tuple[int, str]]:
    kept, start = "", 0
    for number, text in enumerate(lines, 1):
        line = text[:_LONGEST].strip()
        if line.startswith("#"):
            continue
        start = start or number
        if line.endswith("\\") and len(kept) < _LONGEST:
            kept += line.rstrip("\\") + " "
            continue
        yield start, (kept + line)[:_LONGEST]
        kept, start = "", 0


def _started(line: str, values: dict[str, str]) -> str:
    if line.startswith(("echo", "log_", "printf", "test ", "function ", "[")):
        return ""
    for pattern in _STARTED:
        if found := pattern.search(line):
            program, _, arguments = found["command"].partition(" -- ")
            if pattern is _STARTED[0]:  # options of its own may follow the program
                program = program.split()[0] if program.strip() else ""
            command = _TAIL.sub("", _OPTIONS.sub("", f"{program} {arguments}".strip()))
            if _OF_THE_CALLER.match(command):  # `su -c 'exec "$0" "$@"' user -- node app.js`
                command = _TAIL.sub("", line.partition(" -- ")[2])
            command = _filled(command, values).strip().strip("\"'")
            if (
                command
                and not _OF_THE_CALLER.match(command)
                and not _STOPS.search(command)
                and not re.fullmatch(r"\$\{?\w{1,60}\}?", command)
            ):
                return command
    return ""


def _filled(text: str, values: dict[str, str]) -> str:
    text = _DEFAULT.sub(lambda found: values.get(found["name"], found["default"]), text)
    return _USED.sub(lambda found: values.get(found["name"], found[0]), text)[:_LONGEST]


_HINTS = ("init.d", "rc.d", ".init", "etc/init/", ".upstart")


def _matches(path: str) -> bool:
    return any(hint in path for hint in _HINTS) and bool(_NAME.search(path))


DESCRIPTOR = Descriptor("init-script", _matches, _read)
