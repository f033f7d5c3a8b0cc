"""Node's `package.json`: libraries, what `npm start` runs, the Node version, workspaces.

A package that can be started (a start script, `bin`) is an artifact with `main`; each script that runs a server, a worker or a
migration is a process.
"""

import re
from collections.abc import Iterator

from assessor.domain.facts import Fact
from assessor.extract.command_kind import command_kind
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.reading import Reading
from assessor.extract.structured import Node, read_json

_SECTIONS = (
    ("dependencies", "runtime"),
    ("devDependencies", "development"),
    ("peerDependencies", "provided"),
    ("optionalDependencies", "optional"),
)
_STARTING = re.compile(
    r"^(?:start|serve|server|web|worker|workers|migrate|db:migrate|cron|scheduler|start:(?:prod"
    r"|production|server|worker|web|app|api))$"
)
_BUILDING = ("build", "build:production", "build:prod", "production", "prod")
"""Scripts that make what is deployed, the most usual first."""
_FRONTEND = re.compile(
    r"\b(?:react-scripts|vue-cli-service|ng|vite|webpack-dev-server|parcel|gatsby|http-server|expo"
    r"|electron|gulp|grunt|webpack)\b"
)
_WATCHED = re.compile(
    r"^(?:[A-Z_]{1,40}=\S{1,40} ){0,9}(?:node|nodemon|tsx|ts-node|bun)(?: -{1,2}[\w:.=@/-]{1,80}){0,6}"
    r" (?P<file>[\w./-]{1,100}\.[cm]?[jt]s)$"
)
"""What a development script starts and restarts: `node --watch --import=tsx index.js`."""
_BUNDLER = re.compile(
    r"(?:^|\s)(?:webpack|rspack)(?:\s|$)|\b(?:vite|parcel|ng|rspack|vue-cli-service|react-scripts) build\b|\brollup -c\b"
)
_PORT = re.compile(r"(?:--port[ =]|-p |PORT=)(\d{2,5})\b")


def _read(document: Document) -> Iterator[Fact]:
    reading = Reading(document, "npm")
    root = read_json(document.text)
    for section, scope in _SECTIONS:
        for name, version in root.get(section).mapping.items():
            yield reading.library(name, "npm", version.text, scope, version.line)
    scripts = root.get("scripts").mapping
    for name, script in scripts.items():
        if _STARTING.match(name) and script.text:
            kind = (
                "web"
                if name in ("start", "serve", "server", "web") and command_kind(script.text) == "service"
                else command_kind(script.text, name)
            )
            yield reading.process(name, script.text, "frontend" if _FRONTEND.search(script.text) else kind, script.line)
            for port in _PORT.findall(script.text):
                yield from reading.port(port, name, script.line)
    usual = [name for name in _BUILDING if name in scripts and scripts[name].text]
    built = next(iter(usual or (name for name, script in scripts.items() if _bundles(name, script.text))), "")
    if built:
        yield reading.trait("build.script", scripts[built].line, name=built)
    for runtime in ("node", "bun"):
        engine = root.get("engines", runtime) or root.get("volta", runtime)
        if engine.text:
            yield reading.trait("runtime.version", engine.line, name=runtime, version=engine.text)
    manager = root.get("packageManager")
    if manager.text:
        tool, _, release = manager.text.partition("@")
        yield reading.trait("build.tool", manager.line, name=tool, version=release.partition("+")[0])
    start = scripts.get("start")
    if start is None:
        # Published packages leave `npm start` out when their installer starts them: the development script tells the same file.
        for name in ("dev", "develop", "watch"):
            watched = _WATCHED.match(scripts[name].text) if name in scripts else None
            if watched:
                start = scripts[name]
                yield reading.process("start", f"node {watched['file']}", "web", start.line)
                break
    backend = start is not None and not _FRONTEND.search(start.text)
    named = root.get("name")
    yield reading.artifact(
        named.text or reading.folder.rpartition("/")[2],
        "package",
        start.line if start else named.line,
        version=root.get("version").text,
        main=backend or bool(root.get("bin")),
        modules=_workspaces(root, reading),
    )


def _bundles(name: str, command: str) -> bool:
    """Whether a script of another name makes what is deployed: it runs a bundler, once, for production."""
    return bool(_BUNDLER.search(command)) and not re.search(r"watch|serve|dev|start|test|storybook|analy[sz]e", f"{name} {command}")


def _workspaces(root: Node, reading: Reading) -> list[str]:
    listed = root.get("workspaces")
    return [f"{reading.folder}/{each.text}".lstrip("/") for each in (listed.get("packages") if listed.mapping else listed).texts()]


def _matches(path: str) -> bool:
    return path.rpartition("/")[2] == "package.json"


DESCRIPTOR = Descriptor("npm", _matches, _read)
