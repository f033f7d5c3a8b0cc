"""nginx configuration: listeners, upstreams, locations and where they lead; templates with variables are read as they are."""

import re
from collections.abc import Iterator

from assessor.domain.facts import Connection, Fact
from assessor.extract.addresses import host_ports
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.reading import Reading, defaults_filled

_NAME = re.compile(
    r"(?i)(?:^|/)(?:[\w.\-]{0,60}nginx[\w.\-]{0,60}(?:\.(?:conf|template|tmpl|example|dist|sample|tpl"
    r"|erb|j2))?|(?:nginx|sites-(?:available|enabled)|conf\.d)/(?:[\w.\-]{1,40}/){0,3}[\w.\-]{1,60})$"
)
_NGINX = re.compile(r"(?m)^\s{0,40}(?:server|http|upstream\s[^{\n]{1,100}|location\s[^{\n]{1,200})\s{0,8}\{")
_VARIABLE = r"\$\{[^{}\n]{1,100}\}|\{\{[^{}\n]{1,100}\}\}"
_TOKEN = re.compile(
    r"#[^\n]*|\"(?:[^\"\\]|\\.){0,4000}\"|'(?:[^'\\]|\\.){0,4000}'|[;\n]"
    rf"|(?:{_VARIABLE}|[^\s{{}};\"'#](?<!\$)|\$(?!\{{))(?:{_VARIABLE}|[^\s{{}};\"']){{0,4000}}|.",
    re.DOTALL,
)
_PASSES = ("proxy_pass", "fastcgi_pass", "uwsgi_pass", "grpc_pass", "scgi_pass", "memcached_pass")
_SETTINGS = (
    "root",
    "client_max_body_size",
    "server_name",
    "fastcgi_read_timeout",
    "proxy_read_timeout",
    "worker_processes",
    "ssl_certificate",
    "index",
)
_DEEPEST = 30


def _read(document: Document) -> Iterator[Fact]:
    if not _NGINX.search(document.text):
        return
    reading = Reading(document, "nginx")
    yield reading.trait("server.nginx", 1)
    upstreams: dict[str, list[str]] = {}
    context: list[list[str]] = []
    listener = ""
    for line, words, opens in _directives(document.text):
        if opens is None:
            if context:
                context.pop()
            continue
        if opens:
            if len(context) < _DEEPEST:
                context.append(words)
            if words[0] == "server":
                listener = ""
            continue
        name, values = words[0], [defaults_filled(word.strip("\"'")) for word in words[1:]]
        if not values:
            if name in ("ip_hash", "sticky"):
                yield reading.trait("session.sticky", line, by=name)
            continue
        block = next((each for each in reversed(context) if each and each[0] in ("location", "upstream", "server", "stream")), [""])
        if name == "listen":
            number = values[0].rpartition(":")[2].rstrip("]")
            listener = ",".join(dict.fromkeys([*listener.split(","), number])).strip(",")
            yield from reading.port(number, "https" if "ssl" in values else "http", line, "udp" if "udp" in values else "tcp")
        elif name == "server" and block[0] == "upstream":
            upstreams.setdefault(block[1] if len(block) > 1 else "", []).append(values[0])
            yield reading.trait("proxy.backend", line, name=block[1] if len(block) > 1 else "", backend=values[0])
            yield from _connections(reading, values[0], "tcp", line)
        elif (
            name in ("hash", "sticky")
            and block[0] == "upstream"
            and (name == "sticky" or "remote_addr" in values[0] or "cookie" in values[0])
        ):
            yield reading.trait("session.sticky", line, by=name)
        elif name in _PASSES:
            path = block[-1] if block[0] == "location" else ""
            yield reading.trait("proxy.route", line, path=path, target=values[0], listener=listener)
            if re.sub(r"^\w{1,10}://", "", values[0]).partition("/")[0] not in upstreams:
                yield from _connections(reading, values[0], "http" if name == "proxy_pass" else name.removesuffix("_pass"), line)
        elif (
            name in ("access_log", "error_log")
            and values[0] not in ("off", "stderr")
            and not values[0].startswith(("/dev/", "syslog"))
        ):
            yield reading.trait("logging.file", line, path=values[0])
        elif name in _SETTINGS:
            yield from reading.setting(name, " ".join(values), line)


def _directives(text: str) -> Iterator[tuple[int, list[str], bool | None]]:
    """(line, words, opens): opens is True for a block's head, None for its end."""
    words: list[str] = []
    line, start = 1, 1
    for match in _TOKEN.finditer(text):
        token = match[0]
        if token in (";", "{"):
            if words:
                yield start, words, token == "{"
            elif token == "{":
                yield line, [""], True
            words = []
        elif token == "}":
            yield line, [], None
            words = []
        elif token.strip() and not token.startswith("#"):
            if not words:
                start = line
            words.append(token)
        line += token.count("\n")


def _connections(reading: Reading, target: str, scheme: str, line: int) -> Iterator[Fact]:
    bare = re.sub(r"^\w{1,10}://", "", target).partition("/")[0]
    if bare.startswith(("unix:", "$")) or "$" in bare.partition(":")[0]:
        return
    found = host_ports(bare)
    host, port = (found[0].host, found[0].port) if found else (bare, 0)
    if re.fullmatch(r"[\w.\-]{1,253}", host):
        yield Connection(target, scheme, host, port, "", reading.evidence(line))


DESCRIPTOR = Descriptor("nginx", lambda path: bool(_NAME.search(path)), _read)
