"""Section 11: the bundle: its containers, how they hang together, and the compose file block by block with the reasons."""

import re

from msgspec import Struct

from assessor.domain.deployment import Container, Deployment
from assessor.domain.facts import Evidence
from assessor.registry import offered
from assessor.render.charts.diagram import Diagram
from assessor.render.charts.services import services
from assessor.render.citations import Citation
from assessor.render.format import OutputFormat, RenderOptions
from assessor.render.report import Report, View

COMPOSE = "compose.yaml"
SERVICE = re.compile(r"^(?:  |# {1,3})([A-Za-z0-9][A-Za-z0-9._-]*):\s*(?:#.*)?$")
CLIMBING = re.compile(r"(\$\{(?:APP_SOURCE|BUNDLE_DIR)\w*:-)(?:\.\./){2,}(?:[^/}\n]+/)*([^/}\n]+)\}")
"""A default that leaves the folder of the bundle far behind: it names folders of the machine that wrote it."""
TOP = re.compile(r"^[a-z][a-z0-9_-]*:")


class Line(Struct, frozen=True):
    """A container in the table."""

    container: Container
    citations: tuple[Citation, ...]


class Block(Struct, frozen=True):
    """Some lines of the compose file and what to know about them; what the notes say is not said again among the lines."""

    code: str
    name: str
    notes: tuple[str, ...]
    todos: tuple[str, ...]
    citations: tuple[Citation, ...]


class File(Struct, frozen=True):
    """Another file of the bundle, shown whole when it is a Dockerfile."""

    path: str
    lines: int
    code: str


class Bundle(Struct, frozen=True):
    """`impossible` says why there is no bundle; then all else is empty. `budget` of containers and memory as decided."""

    impossible: str
    lines: tuple[Line, ...]
    commented: tuple[Container, ...]
    memory: int
    ports: tuple[int, ...]
    diagram: Diagram
    blocks: tuple[Block, ...]
    files: tuple[File, ...]
    existing: tuple[Citation, ...]
    notes: tuple[str, ...]
    todos: tuple[str, ...]


def build(report: Report) -> Bundle:
    """The values of the section."""
    deployment = report.assessment.deployment
    running = [container for container in deployment.containers if not container.commented]
    written = bundle_files(report)
    return Bundle(
        impossible=deployment.impossible,
        lines=tuple(
            Line(c, report.citations.cite("bundle", report.text("container %(name)s", name=c.name), _evidence(c), 4))
            for c in running
        ),
        commented=tuple(container for container in deployment.containers if container.commented),
        memory=deployment.memory_mib or sum(container.memory_mib for container in running),
        ports=tuple(sorted({port.host for container in running for port in container.ports if port.host})),
        diagram=services(deployment),
        blocks=_blocks(report, deployment, written.get(COMPOSE, "")),
        files=tuple(
            File(path, text.count("\n"), text if path.endswith("Dockerfile") else "")
            for path, text in sorted(written.items())
            if path != COMPOSE
        ),
        existing=report.citations.cite(
            "bundle", report.text("container files the application brings along"), deployment.existing, 6
        ),
        notes=deployment.notes,
        todos=deployment.todos,
    )


def bundle_files(report: Report) -> dict[str, str]:
    """The text files the bundle is written as, by path inside the bundle; empty while no format writes it.

    Long ways to the source are cut to their last folder.
    """
    from assessor import render

    for found in offered(render, "FORMAT"):
        if isinstance(found, OutputFormat) and found.name in ("bundle", "containers"):
            files = found.render(report.plain or report.assessment, report.knowledge, RenderOptions(report.language))
            texts = {path.removeprefix("bundle/"): data.decode("utf-8", "replace") for path, data in files.items()}
            return {path: CLIMBING.sub(r"\1…/\2}", text) for path, text in texts.items() if "\0" not in text}
    return {}


def _blocks(report: Report, deployment: Deployment, compose: str) -> tuple[Block, ...]:
    containers = {container.name: container for container in deployment.containers}
    written = {container.name: container for container in (report.plain or report.assessment).deployment.containers}
    pieces: list[tuple[str, list[str]]] = []
    inside = False
    for line in compose.splitlines():
        if TOP.match(line):
            inside = line.startswith("services:")
            if not inside and (not pieces or pieces[-1][0]):
                pieces.append(("", []))
        found = SERVICE.match(line) if inside else None
        if found and found[1] in containers:
            pieces.append((found[1], []))
        elif not pieces:
            pieces.append(("", []))
        pieces[-1][1].append(line)
    blocks = []
    for name, lines in pieces:
        container = containers.get(name)
        text = "\n".join(lines).strip("\n")
        if not text.strip():
            continue
        if container is None:
            blocks.append(Block(text, "", (), (), ()))
            continue
        if name in written:
            text = "\n".join(line for line in text.splitlines() if not noted(line, written[name]))
        cited = report.citations.cite("bundle", report.text("container %(name)s", name=name), _evidence(container), 5)
        blocks.append(Block(text, name, container.notes, container.todos, cited))
    return tuple(blocks)


def noted(line: str, container: Container) -> bool:
    """Whether the line is a comment that says a note or a task of the container."""
    said = " ".join(line.strip().lstrip("# ").split())
    return line.lstrip().startswith("#") and said in {
        " ".join(text.split()) for text in (*container.notes, *(f"TODO: {todo}" for todo in container.todos))
    }


def _evidence(container: Container) -> tuple[Evidence, ...]:
    """What the container rests on: itself, then its mounts, ports and variables."""
    parts = (container.mounts, container.ports, container.environment)
    return (*container.evidence, *(place for group in parts for part in group for place in part.evidence))


VIEW = View("bundle", build)
