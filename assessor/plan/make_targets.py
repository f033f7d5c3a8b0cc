"""The target of a Makefile that makes the pages: what the project itself runs before it builds its program.

`build-frontend: frontend/dist` with `cd frontend && yarn build` under `frontend/dist` -> `build-frontend`.
"""

import re
from collections.abc import Iterator

_ASSIGNED = re.compile(r"^([A-Za-z_][\w.-]*)\s*[?:+]?=\s*(.*)$")
_TARGET = re.compile(r"^([^\s:#=][^:#=]*):(?!=)(.*)$")
_USED = re.compile(r"\$[({]([A-Za-z_][\w.-]*)[)}]")
_BUILDS = re.compile(r"\b(?:npm|yarn|pnpm)\s+(?:run\s+)?[\w:-]*build\b|\b(?:npm|yarn|pnpm)\s+run\s+(?:pack|dist|release)\b")
_WITH_NODE = frozenset(
    [
        "cd",
        "mkdir",
        "cp",
        "mv",
        "rm",
        "touch",
        "export",
        "echo",
        "test",
        "[",
        "if",
        "then",
        "else",
        "fi",
        "true",
        "sed",
        "find",
        "npm",
        "npx",
        "yarn",
        "pnpm",
        "node",
        "corepack",
    ]
)
"""First words of commands that a stage with Node alone can run."""
_NAME = re.compile(r"[A-Za-z][\w-]{0,40}")
_LONGEST = 100_000
_DEEPEST = 12


def page_target(text: str) -> str:
    """The target that runs the most scripts which build, itself or before it, and nothing but such; empty when there is none."""
    targets = _targets(text)
    best = ("", 0)
    for name in sorted(targets):
        commands = _commands(name, targets, 0, set()) if _NAME.fullmatch(name) else []
        builds = sum(bool(_BUILDS.search(line)) for line in commands)
        if builds > best[1] and all(word in _WITH_NODE for line in commands for word in _first_words(line)):
            best = (name, builds)
    return best[0]


def _first_words(line: str) -> Iterator[str]:
    """The programs that a line starts, without what make works out itself: `$(shell git describe)`."""
    for _ in range(6):
        line = re.sub(r"\$\([^()]*\)", "", line)
    for part in re.split(r"&&|\|\||;|\|", re.sub(r"\"[^\"]*\"|'[^']*'", "", line)):
        words = [word for word in part.split() if not re.match(r"[A-Za-z_]\w*=", word)]
        while words[:1] and words[0] in ("if", "then", "else", "!"):
            words = words[1:]
        yield from words[:1]


def _targets(text: str) -> dict[str, tuple[list[str], list[str]]]:
    """Name -> what comes before it, and its own commands, with variables filled in."""
    values: dict[str, str] = {}
    found: dict[str, tuple[list[str], list[str]]] = {}
    current: list[str] = []
    for line in text[:_LONGEST].replace("\\\n", " ").split("\n"):
        if line.startswith("\t"):
            for name in current:
                found[name][1].append(_filled(line.strip().lstrip("@-"), values))
        elif assigned := _ASSIGNED.match(line):
            values[assigned[1]] = assigned[2].strip()
        elif target := _TARGET.match(line):
            current = [name for name in _filled(target[1], values).split() if not name.startswith(".")]
            for name in current:
                found.setdefault(name, ([], []))[0].extend(_filled(target[2], values).split())
    return found


def _filled(text: str, values: dict[str, str]) -> str:
    for _ in range(4):
        text = _USED.sub(lambda one: values.get(one[1], "")[:2000], text)[:8000]
    return text


def _commands(name: str, targets: dict[str, tuple[list[str], list[str]]], depth: int, seen: set[str]) -> list[str]:
    if name in seen or name not in targets or depth > _DEEPEST:
        return []
    seen.add(name)
    before, own = targets[name]
    return [*(line for one in before for line in _commands(one, targets, depth + 1, seen)), *own]
