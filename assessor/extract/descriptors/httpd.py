"""Apache httpd: `httpd.conf`, `sites-available/*`, `.htaccess`: ports, document roots, proxies, PHP settings, log files."""

import re
from collections.abc import Iterator

from assessor.domain.facts import Connection, Fact
from assessor.extract.addresses import addresses
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.reading import Reading

_NAME = re.compile(
    r"(?i)(?:^|/)(?:\.htaccess[\w.\-]{0,20}|_?htaccess(?:\.\w{1,10})?|[\w.\-]{0,40}(?:httpd|apache"
    r"|vhosts?|virtualhost)[\w.\-]{0,40}\.(?:conf|config|template|tmpl|example|dist|vhost)|(?:apache2?"
    r"|httpd|sites-(?:available|enabled)|conf-available|conf\.d|vhosts?)/[\w.\-]{1,60}\.(?:conf"
    r"|vhost))$"
)
_LINE = re.compile(
    r"^[ \t]{0,40}(?P<open><?)(?P<name>[A-Za-z][A-Za-z0-9_]{1,40})(?:[ \t]{1,20}(?P<rest>.{0,4000}?))?>?[ \t]{0,20}$"
)
_APACHE = re.compile(
    r"(?im)^[ \t]{0,40}(?:<(?:VirtualHost|Directory|IfModule|Files|Location|FilesMatch)\b"
    r"|RewriteEngine\b|ServerName\b|DocumentRoot\b|LoadModule\b|Options\b|Order\b|Deny\b|Require\b"
    r"|php_(?:admin_)?(?:value|flag)\b|ProxyPass\b|SetEnv\b|Listen\b)"
)
_NGINX = re.compile(r"(?m)^\s{0,40}(?:server|upstream\s[^{\n]{1,100}|location\s[^{\n]{1,200})\s{0,8}\{")
_NEEDED = re.compile(
    r"(?im)^\s{0,40}(?:RewriteRule|RewriteCond|php_(?:admin_)?(?:value|flag)|SetEnv|AuthType"
    r"|AddHandler|FallbackResource)\b"
)
_WORD = re.compile(r"\"([^\"]{0,1000})\"|'([^']{0,1000})'|(\S{1,1000})")
_KEPT = """
    documentroot servername maxrequestworkers maxclients timeout directoryindex wsgidaemonprocess passengerapproot passengerruby
    limitrequestbody sslcertificatefile sslcertificatekeyfile user group serverroot sethandler alias wsgiscriptalias
"""
_SETTINGS = frozenset(_KEPT.split())


def _read(document: Document) -> Iterator[Fact]:
    if not _APACHE.search(document.text) or _NGINX.search(document.text):
        return
    reading = Reading(document, "httpd")
    by_folder = "htaccess" in document.path.lower()
    if not by_folder or _NEEDED.search(document.text):
        yield reading.trait("server.httpd", 1, by="htaccess" if by_folder else "")
    listener, location, balancer = "", "", ""
    for number, line in _lines(document.text):
        found = _LINE.match(line)
        if not found:
            if line.lstrip().lower().startswith("</location"):
                location = ""
            continue
        name = found["name"].lower()
        words = [a or b or c for a, b, c in _WORD.findall(found["rest"] or "")]
        if not words:
            continue
        if found["open"] and name == "virtualhost":
            listener = words[0].rpartition(":")[2]
            yield from reading.port(listener, "http", number)
        elif found["open"] and name in ("location", "proxy"):
            location, balancer = (words[-1], "") if name == "location" else ("", words[-1])
        elif name == "listen":
            yield from reading.port(words[0].rpartition(":")[2], "http", number)
        elif name in ("proxypass", "proxypassmatch", "jkmount", "rewriterule", "balancermember"):
            yield from _route(reading, name, words, location or balancer, listener, number)
        elif name in ("php_value", "php_admin_value", "php_flag", "php_admin_flag", "setenv") and len(words) > 1:
            yield from reading.setting(words[0], " ".join(words[1:]), number)
        elif name in ("errorlog", "customlog", "transferlog") and not words[0].startswith(("|", "/dev/", "/proc/", "syslog")):
            yield reading.trait("logging.file", number, path=words[0])
        elif name == "loadmodule":
            yield reading.trait("httpd.module", number, name=words[0])
        elif name in _SETTINGS:
            yield from reading.setting(found["name"], " ".join(words), number)
        if "stickysession" in line.lower():
            yield reading.trait("session.sticky", number, by="stickysession")


def _lines(text: str) -> Iterator[tuple[int, str]]:
    kept, start = "", 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.lstrip().startswith("#"):
            continue
        start = start or number
        if line.rstrip().endswith("\\") and len(kept) < 4000:
            kept += line.rstrip()[:-1] + " "
            continue
        yield start, (kept + line)[:5000]
        kept, start = "", 0


def _route(reading: Reading, name: str, words: list[str], location: str, listener: str, number: int) -> Iterator[Fact]:
    if name == "rewriterule" and not (len(words) > 2 and re.search(r"[\[,]P[,\]]", words[2])):
        return
    if name == "balancermember":
        path, target = location, words[0]
    elif name == "jkmount":
        path, target = words[0], words[-1]
    else:
        path, target = (words[0], words[1]) if len(words) > 1 else (location, words[0])
    if target == "!":
        return
    if name == "balancermember":
        yield reading.trait("proxy.backend", number, name=location, backend=target, listener=listener)
    else:
        yield reading.trait("proxy.route", number, path=path, target=target, listener=listener)
    for address in addresses(target):
        if address.scheme != "balancer" and not address.host.startswith("$"):
            yield Connection(address.url, address.scheme, address.host, address.port, "", reading.evidence(number))


DESCRIPTOR = Descriptor("httpd", lambda path: bool(_NAME.search(path)), _read)
