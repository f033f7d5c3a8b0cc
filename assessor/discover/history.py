"""Asks git how the analysed folder changed: `git log` with nothing of the repository's own settings able to run a program.

In: a folder. Out: its commits, newest first; none without git, outside a repository, or when git does not answer in time.
Addresses of people become numbers here and go no further.
"""

import os
import shutil
import subprocess
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from msgspec import Struct

from assessor.discover.repository import is_own
from assessor.domain.history import Commit

MOST_COMMITS = 5_000
_SECONDS = 30.0
_MOST_BYTES = 64 * 1024**2
_MOST_PATHS = 500
"""Paths of one commit that are kept; the rest is counted. A commit of this size says nothing about what belongs together."""
_LONGEST_LINE = 8_192
_ROBOT = "[bot]@"  # how GitHub and GitLab write the addresses of applications

_SETTINGS = (
    "core.fsmonitor=false", "core.hooksPath=/dev/null", "core.pager=cat", "core.quotePath=false", "core.sshCommand=false",
    "diff.external=", "gpg.program=false", "log.showSignature=false", "mailmap.blob=",
    "mailmap.file=/dev/null", "protocol.allow=never", "safe.directory=*", "color.ui=false",
)  # fmt: skip
"""`safe.directory` stands against programs that a stranger's settings start; none of them can start one here."""
_OPTIONS = (
    "--no-merges", "--no-renames", "--no-ext-diff", "--no-textconv", "--no-show-signature", "--no-color", "--no-notes",
    "--ignore-submodules=all", "-O/dev/null", "--name-only", "--relative", "--format=%x01%H %ct %aE",
)  # fmt: skip


Record = tuple[str, list[str], int]
"""Head line, paths, and how many paths there are, of one commit."""


class Log(Struct, frozen=True):
    """Commits of all folders, newest first; `complete` when there were no more."""

    commits: tuple[Commit, ...] = ()
    complete: bool = True


def read(folders: Sequence[tuple[str, Path]], most: int = MOST_COMMITS) -> Log:
    """The log of `folders`, given as (prefix of their paths in the tree, folder); a commit that touches several is one commit."""
    program = shutil.which("git")
    if program is None:
        return Log()
    people: dict[str, int] = {}
    commits: dict[str, Commit] = {}
    complete = True
    for prefix, folder in folders:
        if not is_own(folder):
            continue
        records, whole = _records(program, folder, most)
        complete = complete and whole and len(records) < most
        for head, plain, size in records:
            commit = _commit(head, [f"{prefix}/{path}" if prefix else path for path in plain], size, people)
            if commit is None:
                continue
            known = commits.get(commit.id)
            if known is not None:
                paths = tuple(sorted({*known.paths, *commit.paths}))
                commit = Commit(known.seconds, known.id, known.author, known.size + commit.size, paths)
            commits[commit.id] = commit
    return Log(tuple(sorted(commits.values(), reverse=True)), complete)


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {
        **kept,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_ALLOW_PROTOCOL": "none",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_PAGER": "cat",
        "LC_ALL": "C",
    }


def _records(program: str, folder: Path, most: int) -> tuple[list[Record], bool]:
    """Every commit that touches the folder, and whether git could tell all of them in the time and space it is given."""
    command = [*_git(program), "log", f"--max-count={most}", *_OPTIONS, "--", "."]
    try:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError:
        return [], True
    timer = threading.Timer(_SECONDS, process.kill)
    timer.daemon = True
    timer.start()
    try:
        assert process.stdout is not None
        records = list(_parsed(process.stdout))
        whole = timer.is_alive() and not process.stdout.read(1)
        return records, whole and not (records and _shallow(program, folder))
    finally:
        timer.cancel()
        process.kill()
        process.stdout.close()  # type: ignore[union-attr]
        process.wait()


def _git(program: str) -> list[str]:
    return [program, "--no-pager", "--no-replace-objects", *(part for setting in _SETTINGS for part in ("-c", setting))]


def _shallow(program: str, folder: Path) -> bool:
    """True for a copy that was made without its older commits (`git clone --depth`)."""
    command = [*_git(program), "rev-parse", "--is-shallow-repository"]
    try:
        said = subprocess.run(
            command, cwd=folder, env=_environment(), stdin=subprocess.DEVNULL, capture_output=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return True
    return said.stdout.strip() == b"true"


def _parsed(stream: IO[bytes]) -> Iterator[Record]:
    """What git wrote: a head line for every commit, then its paths. Of more than `_MOST_BYTES` the rest is left out."""
    head = ""
    paths: list[str] = []
    size = total = 0
    while line := stream.readline(_LONGEST_LINE):
        total += len(line)
        if total > _MOST_BYTES:
            return
        text = line.decode("utf-8", "backslashreplace").rstrip("\n")
        if text.startswith("\x01"):
            if head:
                yield head, paths, size
            head, paths, size = text[1:], [], 0
        elif text:
            size += 1
            if len(paths) < _MOST_PATHS:
                paths.append(text)
    if head:
        yield head, paths, size


def _commit(head: str, paths: list[str], size: int, people: dict[str, int]) -> Commit | None:
    """`<hash> <seconds> <address>` and its paths as a commit; None for robots and for what is no such line."""
    name, _, rest = head.partition(" ")
    seconds, _, address = rest.partition(" ")
    if not seconds.isdecimal() or len(seconds) > 12 or _ROBOT in address:
        return None
    author = people.setdefault(address.strip().lower(), len(people))
    return Commit(int(seconds), name, author, size, tuple(sorted(set(paths))))
