"""How a container of the application says that it works, with what its image has on board."""

import re
from collections.abc import Sequence

from assessor.domain.deployment import Healthcheck
from assessor.domain.facts import Endpoint, Evidence, FileFacts

_PATH = re.compile(
    r"^/?(?:api/|actuator/|manage/|internal/|-/)?(?:health(?:z|check|_check|-check)?|status|ping|ready|alive|livez?|up|lbcheck(?:\.\w+)?)/?$"
)
_HTTPCHK = re.compile(r"^\s*option\s+httpchk\s+(?:GET|HEAD)\s+(/[\w./-]*)", re.M)


def health_path(facts: Sequence[FileFacts], proxy_text: str) -> tuple[str, tuple[Evidence, ...]]:
    """The page that was made for it: the one a proxy asks, or an endpoint of that name. Empty when there is none."""
    asked = _HTTPCHK.search(proxy_text)
    if asked:
        return asked.group(1), ()
    found = sorted(
        (fact.path, fact.evidence)
        for file in facts
        if file.role == "source"
        for fact in file.of(Endpoint)
        if fact.protocol == "http" and fact.method in ("", "GET", "ANY") and _PATH.match(fact.path)
    )
    if not found:
        return "", ()
    path, evidence = min(found, key=lambda one: (len(one[0]), one))
    return f"/{path.lstrip('/')}", (evidence,)


def healthcheck(template: str, port: int, path: str, inputs: Sequence[tuple[str, str]]) -> Healthcheck | None:
    """A page that answers well, or (without `path`) anything that answers on `port`. None when the image, which is built from
    `inputs`, has nothing to ask with."""
    address = f"http://127.0.0.1:{port}{path or '/'}"
    if template.startswith("php"):
        return Healthcheck(("CMD", "curl", "-sS", *(("-f",) if path else ()), "-o", "/dev/null", address))
    if template.startswith(("python", "django")):
        code = (
            f"import urllib.request as r; r.urlopen('{address}', timeout=4)"
            if path
            else f"import socket; socket.create_connection(('127.0.0.1', {port}), 4)"
        )
        return Healthcheck(("CMD", "python", "-c", code))
    if template.startswith(("node", "meteor")):
        good = "r.statusCode < 400" if path else "true"
        code = f"require('http').get('{address}', r => process.exit({good} ? 0 : 1)).on('error', () => process.exit(1))"
        return Healthcheck(("CMD", "node", "-e", code))
    if template.startswith("static"):
        address = f"http://127.0.0.1:{port}/"  # the pages themselves: `path` is that of the server behind them
        return Healthcheck(("CMD-SHELL", f"wget -q -O /dev/null {address} || curl -fsS -o /dev/null {address}"))
    if template.startswith("dotnet-framework"):
        call = f"Invoke-WebRequest -UseBasicParsing -TimeoutSec 4 {address} | Out-Null"
        ask = f"try {{ {call} }} catch {{ if (-not $$_.Exception.Response) {{ exit 1 }} }}"
        return Healthcheck(("CMD", "powershell", "-Command", ask), start_period="90s")
    if template.startswith("go"):
        lent = any(name == "health_image" for name, _ in inputs)
        return Healthcheck(("CMD", "/usr/local/bin/wget", "-q", "-O", "/dev/null", address)) if lent else None
    return Healthcheck(("CMD", "bash", "-c", f"exec 3<>/dev/tcp/127.0.0.1/{port}"), start_period="90s")
