"""A found haproxy configuration for the bundle: same routes and rules, but the containers' names, one server each, logs to the
terminal.

`server web1 10.20.0.21:80 check` -> `server web web:80 check resolvers docker init-addr last,libc,none`
"""

import re
from collections.abc import Mapping

from msgspec import Struct

_DROPPED = re.compile(r"^\s*(user|group|daemon|chroot|pidfile|stats\s+(socket|timeout)|ca-base|crt-base|nbproc|cpu-map)\b")
_SERVER = re.compile(r"^(\s*)server\s+(\S+)\s+([^\s:]+):(\d+)(.*)$")
_BIND = re.compile(r"^(\s*bind\s+)(\S*):(\d+)(.*)$")
_AUTH = re.compile(r"^(\s*stats\s+auth\s+)([^\s:]+):(\S+)")
_LONGEST_LINE = 2_000

RESOLVERS = """
# bundle: containers get new addresses when they are made again, so haproxy asks again
resolvers docker
    parse-resolv-conf
    hold valid 10s
"""


class Adapted(Struct, frozen=True):
    """A configuration, the ports it listens on, the variables it wants (all secret), and what was changed."""

    text: str
    ports: tuple[int, ...]
    secrets: tuple[str, ...]
    notes: tuple[str, ...]


def adapted(text: str, containers: Mapping[int, str], web: str, web_port: int) -> Adapted | None:
    """`text` for the bundle; `containers` maps a port to the backing service that listens on it, everything else goes to `web`.

    None when it has no frontend that could be kept.
    """
    lines, ports, secrets, notes = [], [], [], set()
    served = False
    for line in text.splitlines():
        if len(line) > _LONGEST_LINE:
            return None
        server, bind, auth = _SERVER.match(line), _BIND.match(line), _AUTH.match(line)
        if re.match(r"^\S", line) and not line.startswith("#"):
            served = False
        if line.lstrip().startswith("#"):
            lines.append(line)
        elif _DROPPED.match(line):
            notes.add(f"{line.split()[0]} is left to the image")
        elif re.match(r"^\s*log\s+\S*/", line):
            lines.append(re.sub(r"^(\s*log\s+)\S+", r"\1stdout format raw", line))
        elif server:
            if served:
                notes.add(f"server {server.group(2)} is left out: one container answers")
                continue
            served = True
            name, port = _target(int(server.group(4)), containers, web, web_port)
            lines.append(f"{server.group(1)}server {name} {name}:{port}{server.group(5)} resolvers docker init-addr last,libc,none")
        elif bind:
            if re.search(r"\bssl\b", bind.group(4)):
                notes.add(f"port {bind.group(3)} with TLS is left out: its certificate is not part of the source")
                continue
            ports.append(int(bind.group(3)))
            lines.append(f"{bind.group(1)}*:{bind.group(3)}{bind.group(4)}")
        elif auth:
            secrets.append("PROXY_STATS_PASSWORD")
            lines.append(f'{auth.group(1)}"{auth.group(2)}:${{PROXY_STATS_PASSWORD}}"')
        elif re.search(r"\bscheme https\b", line):
            notes.add("the redirect to HTTPS is left out: TLS ends before the bundle")
        else:
            lines.append(line)
    if not ports:
        return None
    return Adapted(
        "\n".join(lines) + "\n" + RESOLVERS, tuple(dict.fromkeys(ports)), tuple(dict.fromkeys(secrets)), tuple(sorted(notes))
    )


def _target(port: int, containers: Mapping[int, str], web: str, web_port: int) -> tuple[str, int]:
    return (containers[port], port) if port in containers else (web, web_port)
