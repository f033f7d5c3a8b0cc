"""A found Apache configuration for the PHP image: the same folders, rules and PHP values; logs to the terminal, no TLS.

In: the text of a site's file. Out: what goes to `/etc/apache2/sites-enabled/`, its document root and the modules it needs.
"""

import re

from msgspec import Struct

_MODULES = (
    ("rewrite", r"^\s*Rewrite(?:Engine|Rule|Cond)\b"),
    ("headers", r"^\s*(?:Request)?Header\b"),
    ("expires", r"^\s*Expires\w+\b"),
    ("proxy proxy_http", r"^\s*(?:ProxyPass|ProxyPassReverse)\b"),
    ("remoteip", r"^\s*RemoteIP\w+\b"),
    ("vhost_alias", r"^\s*Virtual\w+\b"),
    ("substitute", r"^\s*Substitute\b"),
    ("auth_digest", r"^\s*AuthType\s+Digest\b"),
)
_DROPPED = re.compile(
    r"^\s*(?:SSL\w+|Include(?:Optional)?|LoadModule|Listen|PidFile|User|Group|NameVirtualHost|LogFormat|TransferLog|JkMount|WSGI\w+)\b",
    re.I,
)


class Site(Struct, frozen=True):
    """`text` for the image; `root` its DocumentRoot, `modules` to switch on, `notes` what was changed."""

    text: str
    root: str
    modules: tuple[str, ...]
    notes: tuple[str, ...]


def site(text: str) -> Site | None:
    """The first virtual host for plain HTTP in `text`, or the one for HTTPS without its TLS lines; None without a DocumentRoot."""
    blocks = re.findall(r"^[ \t]*<VirtualHost[^>\n]*>.*?^[ \t]*</VirtualHost>", text, re.I | re.M | re.S)
    chosen = next((block for block in blocks if "documentroot" in block.lower()), "")
    root = re.search(r"^\s*DocumentRoot\s+\"?(/[^\s\"]+)\"?", chosen, re.I | re.M)
    if not root:
        return None
    notes, kept = set(), []
    for line in chosen.splitlines():
        if _DROPPED.match(line):
            notes.add(f"{line.split()[0]} is left out")
        elif re.match(r"^\s*<VirtualHost\b", line, re.I):
            kept.append("<VirtualHost *:80>")
        elif re.match(r"^\s*ErrorLog\b", line, re.I):
            kept.append("    ErrorLog /var/log/apache2/error.log")
        elif re.match(r"^\s*CustomLog\b", line, re.I):
            kept.append("    CustomLog /var/log/apache2/access.log combined")
        else:
            kept.append(line.rstrip())
    body = "\n".join(kept) + "\n"
    if re.search(r"^\s*Require\s+(?:ip|host)\b|^\s*(?:Allow|Deny)\s+from\s+\d", body, re.I | re.M):
        notes.add("access is limited by address: behind a proxy the address is the proxy's, see RemoteIPHeader")
    return Site(body, root.group(1).rstrip("/"), modules(body), tuple(sorted(notes)))


def modules(text: str) -> tuple[str, ...]:
    """Apache modules that the directives in `text` need beyond those of the image, sorted."""
    found = [name for name, pattern in _MODULES if re.search(pattern, text, re.I | re.M)]
    return tuple(sorted({word for name in found for word in name.split()}))
