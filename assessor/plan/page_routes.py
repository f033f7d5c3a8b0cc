"""What a server of pages hands on to the server behind it, as the development server of those pages does.

`proxy: { "/api": { target: "http://localhost:8888", rewrite: ... } }` of vite.config.js, and 8888 is the port of the container
`server` -> nginx passes `/api/` on to `http://server:8888/`.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from assessor.domain.deployment import Container
from assessor.domain.facts import FileFacts
from assessor.plan.application import Image

_CONFIGURED = re.compile(
    r"^(?:vite\.config\.[cm]?[jt]s|vue\.config\.[cm]?js|proxy\.conf\.(?:js|json|mjs)|src/proxy\.conf\.(?:js|json))$"
)
_ASSIGNED = re.compile(r"(?m)^[ \t]*([A-Z][A-Z0-9_]{1,60})[ \t]*=[ \t]*[\"']?([^\s\"'#]{1,200})")
_READ = r"(?:process\.env|import\.meta\.env|env)\.([A-Z][A-Z0-9_]{1,60})"
_ENTRY = re.compile(
    r"(?:\"(?P<double>/[^\"]{0,80})\"|'(?P<single>/[^']{0,80})'|\[" + _READ + r"\])\s*:\s*"
    r"(?:\{(?P<body>(?:[^{}]|\{[^{}]*\})*)\}|[\"'`](?P<short>https?:[^\"'`\s]{1,200})[\"'`])"
)
_TARGET = re.compile(r"\btarget[\"']?\s*:(?P<said>[^\n]{0,300}(?:\n\s*(?:[?:]|process\.|env\.)[^\n]{0,200}){0,4})")
_QUOTED = re.compile(r"[\"'`]((?:https?:|\$\{)[^\"'`\s]{1,200})[\"'`]")
_THIS_MACHINE = re.compile(r"^https?://(?:localhost|127\.0\.0\.1|\[::1\]):(\d{2,5})(?:/|$)")
_PREFIX = re.compile(r"/[A-Za-z0-9_-]+(?:/[A-Za-z0-9_-]+){0,3}")
_LONGEST = 60_000
Route = tuple[str, int, bool, bool]
"""Beginning of the path, port on the developer's machine, whether the beginning is taken away, whether sockets pass."""


def with_page_routes(made: tuple[Image, ...], facts: Sequence[FileFacts], read_text: Callable[[str], str]) -> tuple[Image, ...]:
    """The images, those of pages with an input `route` (`/api server:8888 strip ws`) for each server of the bundle behind them."""
    servers = {one.ports[0].container: one for image in made for one in image.containers if one.ports and one.role != "frontend"}
    pages = [image.build.template.startswith("static") and bool(servers) for image in made]
    return tuple(
        _with_routes(image, servers, facts, read_text) if served else image for image, served in zip(made, pages, strict=True)
    )


def _with_routes(image: Image, servers: dict[int, Container], facts: Sequence[FileFacts], read_text: Callable[[str], str]) -> Image:
    inside = f"{image.folder}/" if image.folder else ""
    there = {file.path for file in facts}
    found: dict[str, str] = {}

    def values(*names: str) -> dict[str, str]:
        texts = (read_text(inside + name)[:_LONGEST] for name in names if inside + name in there)
        return {name: value for text in texts for name, value in _ASSIGNED.findall(text)}

    for path in sorted(there):
        if path.startswith(inside) and _CONFIGURED.match(path.removeprefix(inside)):
            known = values(".env", ".env.development")
            for begin, port, strips, sockets in routes(read_text(path), known, known | values(".env", ".env.production")):
                if port in servers:
                    options = f"{' strip' if strips else ''}{' ws' if sockets else ''}"
                    found.setdefault(begin, f"{begin} {servers[port].name}:{port}{options}")
    added = tuple(("route", found[begin]) for begin in sorted(found))
    return replace(image, build=replace(image.build, inputs=(*image.build.inputs, *added)))


def routes(text: str, known: dict[str, str], built: dict[str, str]) -> Iterator[Route]:
    """The routes that a configuration states; `known` are the values of variables on a developer's machine, `built` those that the
    finished pages have."""
    begins = re.search(r"\bproxy\s*:\s*\{|^\s*\{", text[:_LONGEST])
    for entry in _ENTRY.finditer(text[:_LONGEST], begins.end() - 1) if begins else ():
        path = (entry["double"] or entry["single"] or built.get(entry[3] or "", "")).rstrip("/*")
        body = entry["body"] or ""
        said = target["said"] if (target := _TARGET.search(body)) else ""
        stated = [
            entry["short"] or "",
            *_QUOTED.findall(said),
            *(known.get(name, "") for name in re.findall(r"\.([A-Z][A-Z0-9_]+)", said)),
        ]
        filled = (re.sub(r"\$\{" + _READ + r"\}", lambda one: known.get(one[1], ""), address) for address in stated)
        place = next((found for address in filled if (found := _THIS_MACHINE.match(address))), None)
        if place and _PREFIX.fullmatch(path):
            strips = bool(re.search(r"(?:pathR|\br)ewrite[\"']?\s*:", body)) and bool(re.search(r"[\"'`]{2}", body))
            yield path, int(place[1]), strips, bool(re.search(r"\bws[\"']?\s*:\s*true", body))
