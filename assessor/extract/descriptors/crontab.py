"""Cron tables: `crontab`, `cron.d/*`, `*.cron`, and lines meant for one in install notes are not read."""

import re
from collections.abc import Iterator

from assessor.domain.facts import Fact
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.reading import Reading

_NAME = re.compile(
    r"(?i)(?:^|/)(?:[\w\-]{0,40}crontab(?:\.[\w]{1,20})?|cron\.(?:d|daily|hourly|weekly"
    r"|monthly)/[\w.\-]{1,60}|[\w.\-]{1,60}\.cron(?:tab)?|cron\.txt|cronjobs?(?:\.txt)?)$"
)
_FIELD = r"(?:[\d*/,\-]{1,60}|(?:[A-Za-z]{3}[,\-]?){1,7})"
_LINE = re.compile(
    rf"^[ \t]{{0,8}}(?P<schedule>@(?:reboot|yearly|annually|monthly|weekly|daily|midnight|hourly)"
    rf"|{_FIELD}[ \t]{{1,8}}{_FIELD}[ \t]{{1,8}}{_FIELD}[ \t]{{1,8}}{_FIELD}[ \t]{{1,8}}{_FIELD})[ \t]"
    rf"{{1,8}}(?P<command>\S.{{0,2000}})$"
)
_ASSIGNMENT = re.compile(r"^[ \t]{0,8}(?P<key>[A-Z_][A-Z0-9_]{1,60})[ \t]{0,4}=[ \t]{0,4}(?P<value>.{0,500})$")
_USER = re.compile(
    r"^(?P<user>root|www-data|apache|nginx|nobody|[a-z_][a-z0-9_\-]{1,30})[ \t]{1,8}(?=[/.\[(]"
    r"|[a-z]{2,10}[ \t/]|test |cd |php |python|bash|sh )"
)
_ADDRESS = re.compile(r"\w{0,20}@?\d{1,3}(?:\.\d{1,3}){3}\b")
_WORD = re.compile(r"[^\s;&|>]+")
_SCRIPT = re.compile(r"\.(?:php|py|sh|pl|rb|jar|js|exe|bat)$|/artisan$|manage\.py")
_PERIODIC = re.compile(r"cron\.(daily|hourly|weekly|monthly)/")


def _read(document: Document) -> Iterator[Fact]:
    reading = Reading(document, "crontab")
    periodic = _PERIODIC.search(document.path)
    if periodic:
        name = document.path.rpartition("/")[2]
        yield reading.process(name, document.path, "job", 1, f"@{periodic[1]}")
        yield reading.trait("scheduler.cron", 1, schedule=f"@{periodic[1]}", command=name)
        return
    in_system_table = "cron.d/" in document.path or document.path.startswith("etc/") or "/etc/crontab" in document.path
    for number, line in enumerate(document.text.split("\n"), 1):
        if found := _LINE.match(line[:3000].rstrip()):
            command = found["command"]
            user = (
                _USER.match(command)
                if in_system_table
                else re.match(r"^(?:root|www-data|apache|nginx|nobody|postgres|mysql)[ \t]{1,8}", command)
            )
            command = command[user.end() :] if user else command
            yield reading.process(_name(command), command, "job", number, found["schedule"])
            yield reading.trait("scheduler.cron", number, schedule=found["schedule"], command=command)
        elif found := _ASSIGNMENT.match(line[:1000]):
            yield from reading.setting(found["key"], found["value"], number)


def _name(command: str) -> str:
    """The script that is run, else the first path before redirections that is no address, else the program."""
    named = [word for word in _WORD.findall(command) if _SCRIPT.search(word)]
    paths = [word for word in _WORD.findall(command.partition(">")[0]) if ("." in word or "/" in word) and not _ADDRESS.match(word)]
    chosen = (named or paths or command.split())[0]
    return chosen.rstrip("/").rpartition("/")[2] or chosen


DESCRIPTOR = Descriptor("crontab", lambda path: bool(_NAME.search(path)), _read)
