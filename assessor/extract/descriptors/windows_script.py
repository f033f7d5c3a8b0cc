"""Services and scheduled tasks that batch files and PowerShell set up on a Windows machine: what each of them starts. Never run.

`sc create`, `New-Service`, `nssm install`, `InstallUtil`, `prunsrv //IS//` and `schtasks /create`, `Register-ScheduledTask`.
"""

import re
from collections.abc import Callable, Iterator

import msgspec

from assessor.domain.facts import Fact
from assessor.extract.command_kind import command_kind
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.reading import Reading
from assessor.extract.windows_commands import commands

_SIGN = re.compile(
    r"(?i)schtasks|scheduledtask|\bsc(?:\.exe)?[\"']?\s+(?:\\\\\S{1,60}\s+)?(?:create|config)\b|new-service\b|nssm|installutil|//IS/"
)
_PLACE = re.compile(r"%[~\d*]\w{0,6}|\$args\b|^\$\(")
_UNKNOWN = re.compile(r"[%$]\w{1,60}%?")
_FIRST_WORDS = 8
"""A program stands among the first words: `if %x% equ 0 schtasks /create`."""


class _Started(msgspec.Struct):
    """A service or task as it is put together from several commands."""

    line: int
    by: str
    program: str = ""
    arguments: str = ""
    schedule: str = ""

    @property
    def command(self) -> str:
        return f"{self.program} {self.arguments}".strip()


class _Found(msgspec.Struct):
    services: dict[str, _Started]
    tasks: dict[str, _Started]
    action: tuple[str, str] = ("", "")
    trigger: str = ""


def _read(document: Document) -> Iterator[Fact]:
    if not _SIGN.search(document.text):
        return
    reading = Reading(document, "windows-script")
    found = _Found({}, {})
    for line, words in commands(reading.lines):
        for index, word in enumerate(words[:_FIRST_WORDS]):
            if reader := _READERS.get(_program(word)):
                reader(found, line, words[index + 1 :])
                break
        else:
            if (words and words[0].upper().startswith("//IS/")) or (len(words) > 1 and words[1].upper().startswith("//IS/")):
                _commons_daemon(found, line, words)
            elif words and (cmdlet := next((name for name in _CMDLETS if name in map(str.lower, words)), "")):
                _CMDLETS[cmdlet](found, line, words)
    yield from _facts(reading, found)


def _facts(reading: Reading, found: _Found) -> Iterator[Fact]:
    for name, service in found.services.items():
        yield reading.trait("deploy.windows-service", service.line, by=service.by)
        if name and not _PLACE.search(name) and service.program and not _UNKNOWN.fullmatch(service.command):
            yield from reading.started(name, service.command, command_kind(service.command, name), service.line)
    for name, task in found.tasks.items():
        yield reading.trait("windows.task", task.line, name=name)
        if task.program and not _UNKNOWN.fullmatch(task.command):
            schedule = task.schedule or "on demand"
            yield reading.process(name, task.command, "job", task.line, schedule)
            yield reading.trait("scheduler.windows-task", task.line, schedule=schedule, command=task.command)


def _program(word: str) -> str:
    """`C:\\tools\\nssm.exe` and `$NssmPath`, whose value nobody states, as `nssm`."""
    name = re.split(r"[\\/]", word)[-1].lower().removesuffix(".exe")
    return "nssm" if re.fullmatch(r"[%$]nssm\w{0,20}%?", name) else name


def _service_control(found: _Found, line: int, words: list[str]) -> None:
    words = words[1:] if words and words[0].startswith("\\\\") else words
    if len(words) < 2 or not words[1] or words[0].lower() not in ("create", "config"):
        return
    options = _assigned(words[2:])
    if words[0].lower() == "create" or "binpath" in options:
        known = found.services.setdefault(words[1], _Started(line, f"sc {words[0].lower()}"))
        known.program = options.get("binpath", known.program)


def _assigned(words: list[str]) -> dict[str, str]:
    """`binPath= "x"` in two words and `binPath=x` in one."""
    options: dict[str, str] = {}
    for index, word in enumerate(words):
        name, sign, value = word.partition("=")
        if sign and name.isalpha():
            options[name.lower()] = value or (words[index + 1] if index + 1 < len(words) else "")
    return options


def _nssm(found: _Found, line: int, words: list[str]) -> None:
    if len(words) < 2:
        return
    verb, name, rest = words[0].lower(), words[1], words[2:]
    if verb == "install":
        found.services[name] = _Started(line, "nssm install", rest[0] if rest else "", " ".join(rest[1:]))
    elif verb == "set" and name in found.services and len(rest) > 1:
        if rest[0].lower() == "application":
            found.services[name].program = rest[1]
        elif rest[0].lower() == "appparameters":
            found.services[name].arguments = " ".join(rest[1:])


def _install_util(found: _Found, line: int, words: list[str]) -> None:
    if any(word.lower() in ("/u", "-u", "/uninstall") for word in words):
        return
    for word in words:
        if word.lower().endswith((".exe", ".dll")):
            name = re.split(r"[\\/]", word)[-1].rpartition(".")[0]
            found.services[name] = _Started(line, "InstallUtil", word)


def _commons_daemon(found: _Found, line: int, words: list[str]) -> None:
    """`prunsrv //IS//shop --Classpath shop.jar --StartClass Main` or `--StartImage shop.exe`, each with a space or `=`."""
    at = next(index for index, word in enumerate(words) if word.upper().startswith("//IS/"))
    options: dict[str, str] = {}
    for index, word in enumerate(words[at + 1 :], at + 1):
        if word.startswith(("--", "++")):
            name, sign, value = word[2:].partition("=")
            options[name.lower()] = value if sign else (words[index + 1] if index + 1 < len(words) else "")
    service = _Started(line, "//IS//", options.get("startimage", ""), options.get("startparams", ""))
    if options.get("startclass") and not service.program:
        path = f' -classpath "{options["classpath"]}"' if options.get("classpath") else ""
        service.program, service.arguments = "java", f"{path.strip()} {options['startclass']} {service.arguments}".strip()
    found.services[words[at][6:]] = service


def _scheduler(found: _Found, line: int, words: list[str]) -> None:
    options: dict[str, str] = {}
    for index, word in enumerate(words):
        if re.fullmatch(r"[/-][A-Za-z]{1,6}", word):
            after = words[index + 1] if index + 1 < len(words) else ""
            options[word[1:].lower()] = "" if re.fullmatch(r"/[A-Za-z]{1,6}", after) else after
    if "create" in options and options.get("tn"):
        when = " ".join(options[key].strip() for key in ("sc", "mo", "d", "m", "st", "ri") if options.get(key))
        found.tasks[options["tn"].strip("\\")] = _Started(line, "schtasks", options.get("tr", ""), "", when)


def _named(words: list[str]) -> dict[str, str]:
    """The parameters of a cmdlet by name, in lower case."""
    options: dict[str, str] = {}
    for index, word in enumerate(words):
        if re.fullmatch(r"-[A-Za-z]{1,30}:?", word):
            after = words[index + 1] if index + 1 < len(words) else ""
            options[word.strip("-:").lower()] = "" if re.fullmatch(r"-[A-Za-z]{2,30}:?", after) else after.rstrip(")")
    return options


def _new_service(found: _Found, line: int, words: list[str]) -> None:
    options = _named(words)
    found.services[options.get("name", "")] = _Started(line, "New-Service", options.get("binarypathname", ""))


def _new_action(found: _Found, line: int, words: list[str]) -> None:
    options = _named(words)
    found.action = options.get("execute", ""), options.get("argument", "")


def _new_trigger(found: _Found, line: int, words: list[str]) -> None:
    at = next(index for index, word in enumerate(words) if word.lower() == "new-scheduledtasktrigger")
    found.trigger = " ".join(word.strip("-()") for word in words[at + 1 : at + 9])


def _register(found: _Found, line: int, words: list[str]) -> None:
    name = _named(words).get("taskname", "")
    if name and "xml" not in _named(words):
        found.tasks[name] = _Started(line, "Register-ScheduledTask", *found.action, found.trigger)


_READERS: dict[str, Callable[[_Found, int, list[str]], None]] = {
    "sc": _service_control,
    "nssm": _nssm,
    "installutil": _install_util,
    "schtasks": _scheduler,
}
_CMDLETS: dict[str, Callable[[_Found, int, list[str]], None]] = {
    "new-service": _new_service,
    "new-scheduledtaskaction": _new_action,
    "new-scheduledtasktrigger": _new_trigger,
    "register-scheduledtask": _register,
}


DESCRIPTOR = Descriptor("windows-script", lambda path: path.lower().endswith((".bat", ".cmd", ".ps1", ".psm1")), _read)
