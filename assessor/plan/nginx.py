"""A found nginx configuration for the bundle: the same locations, the containers' names, plain HTTP behind whatever ends TLS.

`upstream clinic { server 127.0.0.1:8000; }` -> `upstream clinic { server web:8000; }`
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from assessor.plan.haproxy import Adapted

_TOKEN = re.compile(r"\s+|#[^\n]*|\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|[{};]|[^\s{};\"']+")
_LARGEST = 200_000
_OF_THE_IMAGE = frozenset(
    (
        "user",
        "worker_processes",
        "pid",
        "events",
        "error_log",
        "access_log",
        "include",
        "default_type",
        "sendfile",
        "tcp_nopush",
        "tcp_nodelay",
        "keepalive_timeout",
        "types_hash_max_size",
        "log_format",
        "load_module",
        "daemon",
        "worker_rlimit_nofile",
        "types",
    )
)
_DROPPED = {"access_log", "error_log", "include", "listen"}


@dataclass
class Directive:
    """`words` up to `;` or `{`; `block` is None for a simple directive."""

    words: list[str]
    block: "list[Directive] | None" = field(default=None)

    @property
    def name(self) -> str:
        return self.words[0] if self.words else ""


def adapted(text: str, web: str, web_port: int) -> tuple[Adapted, tuple[str, ...]] | None:
    """`text` for `/etc/nginx/conf.d/default.conf`, and the folders it serves files from. None when nothing can be kept: no server
    with an address to pass on, or one that speaks FastCGI or uwsgi instead of HTTP."""
    if len(text) > _LARGEST:
        return None
    try:
        tree = _parse(list(_tokens(text)))
    except (IndexError, ValueError):
        return None
    level = next((directive.block for directive in tree if directive.name == "http" and directive.block is not None), tree)
    notes: set[str] = set()
    folders: set[str] = set()
    kept: list[Directive] = []
    for directive in level:
        if directive.name == "server" and directive.block is not None:
            server = _server(directive, web, web_port, notes, folders)
            if server:
                kept.append(server)
        elif directive.name == "upstream" and directive.block is not None:
            kept.append(Directive(directive.words, _upstream(directive.block, web, web_port)))
        elif directive.name not in _OF_THE_IMAGE:
            kept.append(directive)
    body = "\n".join(_print(kept))
    if not any(directive.name == "server" for directive in kept) or re.search(r"\b(fastcgi|uwsgi|scgi)_pass\b", body):
        return None
    return Adapted(body + "\n", (80,), (), tuple(sorted(notes))), tuple(sorted(folders))


def _server(server: Directive, web: str, web_port: int, notes: set[str], folders: set[str]) -> Directive | None:
    block = server.block or []
    if not any(part.name == "location" for part in block):
        if any(part.name in ("return", "rewrite") for part in block):
            notes.add("the redirect to HTTPS is left out: TLS ends before the bundle")
        return None
    kept = [Directive(["listen", "80"])]
    if any(part.name.startswith("ssl") for part in block):
        notes.add("TLS is left out: its certificate is not part of the source; end it before the bundle, or mount it here")
    for part in block:
        if part.name.startswith("ssl") or part.name == "http2" or part.name in _DROPPED:
            continue
        kept.append(_inside(part, web, web_port, notes, folders))
    return Directive(server.words, kept)


def _inside(part: Directive, web: str, web_port: int, notes: set[str], folders: set[str]) -> Directive:
    if part.block is not None:
        return Directive(
            part.words, [_inside(inner, web, web_port, notes, folders) for inner in part.block if inner.name not in _DROPPED]
        )
    if part.name in ("alias", "root") and len(part.words) > 1 and part.words[1].startswith("/"):
        folders.add(part.words[1].rstrip("/"))
    if part.name == "proxy_pass" and len(part.words) > 1:
        return Directive([part.name, _address(part.words[1], web, web_port)])
    return part


def _address(url: str, web: str, web_port: int) -> str:
    """Upstream names stay; addresses of machines become the container."""
    return re.sub(
        r"^(https?)://(localhost|\d+(?:\.\d+){3}|[\w-]+(?:\.[\w-]+)+|unix:[^:]*)(?::\d+)?", f"http://{web}:{web_port}", url
    )


def _upstream(block: list[Directive], web: str, web_port: int) -> list[Directive]:
    servers = [part for part in block if part.name == "server"]
    rest = [part for part in block if part.name not in ("server", "ip_hash", "least_conn", "hash", "random")]
    return ([Directive(["server", f"{web}:{web_port}"])] if servers else []) + rest


def _tokens(text: str) -> Iterator[str]:
    position = 0
    while position < len(text):
        found = _TOKEN.match(text, position)
        if not found:
            raise ValueError(position)
        position = found.end()
        token = found.group()
        if not token.isspace() and not token.startswith("#"):
            yield token


def _parse(tokens: list[str]) -> list[Directive]:
    stack: list[list[Directive]] = [[]]
    spoken: list[str] = []
    for token in tokens:
        if token == ";":
            if spoken:
                stack[-1].append(Directive(spoken))
            spoken = []
        elif token == "{":
            block: list[Directive] = []
            stack[-1].append(Directive(spoken, block))
            stack.append(block)
            spoken = []
            if len(stack) > 20:
                raise ValueError("too deep")
        elif token == "}":
            stack.pop()
            spoken = []
        else:
            spoken.append(token)
    if len(stack) != 1:
        raise ValueError("unbalanced")
    return stack[0]


def _print(directives: list[Directive], depth: int = 0) -> Iterator[str]:
    indent = "    " * depth
    for directive in directives:
        if directive.block is None:
            yield f"{indent}{' '.join(directive.words)};"
        else:
            yield f"{indent}{' '.join(directive.words)} {{"
            yield from _print(directive.block, depth + 1)
            yield f"{indent}}}"
