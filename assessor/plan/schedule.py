"""Jobs of a crontab as one scheduler container from the application's own image.

In: processes with a schedule. Out: the crontab and the start script, as files of the bundle, and the entries that were left out
with the reason.
"""

import re
import shlex
from collections.abc import Callable, Sequence

from msgspec import Struct

from assessor.domain.deployment import BundleFile
from assessor.domain.facts import Evidence, FileFacts, Process

_INTERPRETERS = re.compile(r"^(?:/usr/(?:local/)?bin/)?(php|python3?|perl|ruby|node|java|bash|sh|rake|bundle)[\d.]*$")
_FOREIGN = re.compile(
    r"\b(mysqldump|mysqladmin|pg_dump(?:all)?|rsync|scp|ssh|lftp|ncftp|sftp|systemctl|service|mongodump|logrotate|certbot|tar|expdp|exp)\b"
)
_WHEN = re.compile(
    r"^(?:@(?:yearly|annually|monthly|weekly|daily|midnight|hourly|reboot)|[\d*/,A-Za-z-]+(?:\s+[\d*/,A-Za-z-]+){4})$"
)

START = """#!/bin/sh
# cron starts its jobs in another folder and with an empty environment: hand over the container's own, then stay in the foreground.
set -eu
umask 077
export -p > /run/bundle-environment
printf "cd '%s'\\n" "$PWD" >> /run/bundle-environment
install -m 0644 /bundle/crontab /etc/cron.d/bundle
exec cron -f
"""


class Job(Struct, frozen=True, order=True):
    """One line of the crontab. `left_out` says why it does not run in the bundle."""

    schedule: str
    command: str
    evidence: Evidence
    left_out: str = ""


def jobs(facts: Sequence[FileFacts], program: str, home: str, read_text: Callable[[str], str]) -> tuple[Job, ...]:
    """The scheduled processes of the tree in their order of place; `program` is the application's interpreter (php, python...)."""
    by_path = {file.path for file in facts}
    found: dict[tuple[str, str], Job] = {}
    for file in facts:
        if file.role not in ("source", "data"):
            continue
        for fact in file.of(Process):
            if fact.schedule and fact.command:
                key = (fact.schedule, fact.command)
                if key not in found or fact.evidence < found[key].evidence:
                    found[key] = Job(
                        fact.schedule,
                        fact.command,
                        fact.evidence,
                        _left_out(fact.schedule, fact.command, program, home, by_path, read_text),
                    )
    return tuple(sorted(found.values(), key=lambda job: (job.evidence.path, job.evidence.line, job)))


def _left_out(schedule: str, command: str, program: str, home: str, paths: set[str], read_text: Callable[[str], str]) -> str:
    if not _WHEN.match(schedule.strip()):
        return f"TODO: its schedule '{schedule.strip()}' is not one of cron's"
    if "\n" in command or "***" in command:
        return "TODO: it holds a secret; start it with a variable instead"
    tool = _FOREIGN.search(command)
    if tool:
        return f"it needs {tool.group(1)}, which is a task of the host or of the bundle's backup (see README.md)"
    script = next((word for word in command.split() if word.startswith(home + "/")), "")
    relative = script.removeprefix(home + "/")
    if script.endswith(".sh") and relative in paths:
        tool = _FOREIGN.search(re.sub(r"^\s*#.*$", "", read_text(relative), flags=re.M))
        if tool:
            return f"{relative} needs {tool.group(1)}, which is a task of the host or of the bundle's backup (see README.md)"
    first = command.split()[0]
    if first.startswith("/") and not first.startswith((home + "/", "/usr/", "/bin/", "/sbin/")):
        return f"TODO: {first} is not in the image: find out what makes it and put it there"
    interpreter = _INTERPRETERS.match(first)
    if interpreter and interpreter.group(1) not in (program, "sh", "bash", "php" if program == "apache2-foreground" else program):
        return f"TODO: it needs {interpreter.group(1)}, which the image does not have"
    return ""


def scheduler_files(planned: Sequence[Job], user: str) -> tuple[BundleFile, ...]:
    """`scheduler/crontab` and `scheduler/start.sh`. Each line runs as `user`; what a job prints goes to the container's log."""
    lines = [
        "# The scheduled jobs that were found, run by the container `scheduler`. Written by assessor.",
        "SHELL=/bin/sh",
        "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        'MAILTO=""',
        "",
    ]
    for job in planned:
        lines.append(f"# {_one_line(job.evidence.path)}:{job.evidence.line}")
        inner = (
            f". /run/bundle-environment; exec runuser -u {user} -- sh -c {shlex.quote(_one_line(job.command))} >/proc/1/fd/1 2>&1"
        )
        if job.left_out:
            lines.append(f"# not here: {_one_line(job.left_out)}")
            lines.append(f"# {_one_line(job.schedule)} {_one_line(job.command)}")
        else:
            lines.append(f"{' '.join(job.schedule.split())} root {inner}")
    places = tuple(job.evidence for job in planned)
    return (
        BundleFile("scheduler/crontab", "\n".join(lines) + "\n", places),
        BundleFile("scheduler/start.sh", START),
    )


def _one_line(text: str) -> str:
    return re.sub(r"[\x00-\x1f\x7f]+", " ", text)
