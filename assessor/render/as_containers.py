"""The bundle as files: `compose.yaml`, a Dockerfile for each image, `.env.example`, init SQL, proxy configuration and `README.md`.

Image `web` is made by `web.Dockerfile`, and Docker reads `web.Dockerfile.dockerignore` beside it: the build context is the
application's source, where nothing may be written.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from jinja2 import Environment

from assessor.domain.assessment import Assessment
from assessor.domain.deployment import Build, Container, Deployment, PublishedPort, SourcePlace
from assessor.domain.findings import Finding
from assessor.domain.knowledge import Knowledge
from assessor.render.answers import Answer, answers
from assessor.render.containers_data import folders, load, save
from assessor.render.containers_text import environment, places
from assessor.render.format import OutputFormat, RenderOptions
from assessor.render.links import Links, first, linked

FOLDER = "bundle"


def render(assessment: Assessment, knowledge: Knowledge, options: RenderOptions) -> dict[str, bytes]:
    """The files of the bundle under `bundle/`."""
    made = answered_files(assessment.deployment, assessment.findings, assessment.tool.version)
    return {f"{FOLDER}/{path}": content for path, content in made.items()}


def answered_files(deployment: Deployment, findings: Iterable[Finding], version: str) -> dict[str, bytes]:
    """The files of the bundle, which say what of it answers which finding."""
    return bundle_files(deployment, version, answers(findings))


def linked_to_bundle(findings: Sequence[Finding], deployment: Deployment) -> tuple[Finding, ...]:
    """The findings with the lines of the bundle that answer them (`handled_at`)."""
    links = Links(answers(findings))
    _texts(deployment, "", links)
    return linked(findings, links)


def bundle_files(deployment: Deployment, version: str = "", answered: tuple[Answer, ...] = ()) -> dict[str, bytes]:
    """Path inside the bundle -> bytes, sorted. A bundle that cannot be made is its README, which says why."""
    texts = _texts(deployment, version, Links(answered))
    return {path: texts[path].encode("utf-8", "backslashreplace") for path in sorted(texts)}


def _texts(deployment: Deployment, version: str, links: Links) -> dict[str, str]:
    templates = environment()
    shared = {
        "bundle": deployment,
        "port_variable": port_variable,
        "suffix": suffix,
        "version": version,
        "answers": {part: answered for part, answered in links.answers.items() if part},
        "undone": links.answers.get("", ()),
        "above": links.above,
        "row": links.row,
        "first_places": first,
        "load": load,
        "save": save,
        "folders": folders(deployment),
    }
    texts = {"README.md": _tidy(templates.get_template("README.md.j2").render(shared))}
    if deployment.containers:
        builds = {build.name: build for build in deployment.builds}
        template = templates.get_template("service.yaml.j2")
        builders = {
            container.build: container
            for container in reversed(deployment.containers)
            if container.build and not container.commented
        }

        def service(container: Container) -> str:
            build = builds.get(container.build)
            return (
                template.render(shared, container=container, build=build, first=builders.get(container.build)).rstrip("\n") + "\n"
            )

        texts["compose.yaml"] = _tidy(templates.get_template("compose.yaml.j2").render(shared, service=service))
        texts[".env.example"] = _tidy(templates.get_template("env.example.j2").render(shared))
        for build in deployment.builds:
            if not build.existing:
                texts[build.dockerfile] = dockerfile(templates, build, links)
                texts[f"{build.dockerfile}.dockerignore"] = templates.get_template("dockerignore.j2").render(build=build)
        texts[".dockerignore"] = (
            "# Nothing of this folder belongs into an image; what is kept out of each image stands beside its Dockerfile.\n*\n"
        )
    settled = {path: links.settle(path, text) for path, text in texts.items()}
    if deployment.containers:
        settled |= {file.path: file.content for file in deployment.files}
    return settled


def dockerfile(templates: Environment, build: Build, links: Links | None = None) -> str:
    """The Dockerfile of `build`. In a template `one(name)` is an input's only value or empty, `many(name)` all of them."""
    inputs: dict[str, list[str]] = {}
    for name, value in build.inputs:
        inputs.setdefault(name, []).append(value)
    names: dict[str, Any] = {
        "base": build.base,
        "one": lambda name: next(iter(inputs.get(name, ())), ""),
        "many": lambda name: list(inputs.get(name, ())),
        "title": f"Image {build.name}, written by assessor. Build it with `docker compose build`."
        + ("" if build.proven else " Not run here: no image of this kind was built in our tests."),
        "places": places(build.evidence, "# ")
        + ("\n" if build.evidence else "")
        + (links.above(f"image {build.name}") if links else ""),
    }
    return _tidy(templates.get_template(f"{build.template}.dockerfile.j2").render(names))


def port_variable(container: Container, port: PublishedPort) -> str:
    """`WEB_PORT`; a second port of the same container carries its number."""
    base = container.name.upper().replace("-", "_")
    return f"{base}_PORT" if port == container.ports[0] else f"{base}_PORT_{port.container}"


def suffix(place: SourcePlace) -> str:
    """What the variables of one of several source folders end with."""
    return f"_{place.root.upper().replace('-', '_')}" if place.root else ""


def _tidy(text: str) -> str:
    """At most one empty line in a row, none at the end, no blanks at line ends."""
    lines: list[str] = []
    for line in text.split("\n"):
        if line.strip() or (lines and lines[-1]):
            lines.append(line.rstrip())
    return "\n".join(lines).rstrip("\n") + "\n"


FORMAT = OutputFormat("containers", FOLDER, render, default=True)
