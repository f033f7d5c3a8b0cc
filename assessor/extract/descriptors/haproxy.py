"""haproxy configuration: who listens, which servers stand behind, which routes lead there, and whether sessions stick."""

import re
from collections.abc import Iterator

from assessor.domain.facts import Connection, Fact
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.reading import Reading, defaults_filled

_SECTIONS = frozenset("global defaults frontend backend listen peers resolvers userlist mailers cache program".split())  # noqa: SIM905
_ADDRESS = re.compile(r"^(?:ipv[46]@)?(?P<host>[\w.\-*]{0,253}|\[[0-9a-fA-F:]{2,45}\]):(?P<port>\d{1,5})")
_MATCH = re.compile(r"path(?:_beg|_end|_reg|_dir|_sub)?|hdr|url(?:_beg|_reg)?")


def _read(document: Document) -> Iterator[Fact]:
    reading = Reading(document, "haproxy")
    yield reading.trait("server.haproxy", 1)
    section, name, listener = "", "", ""
    conditions: dict[str, str] = {}
    for number, line in enumerate(document.text.split("\n"), 1):
        words = defaults_filled(line[:2000].partition(" #")[0]).split()
        if not words or words[0].startswith("#"):
            continue
        if words[0] in _SECTIONS and (not line[:1].isspace() or words[0] in ("frontend", "backend", "listen")):
            section, name, listener = words[0], words[1] if len(words) > 1 else "", ""
            conditions = {} if section == "frontend" else conditions
            if section == "listen" and len(words) > 2:
                words = ["bind", words[2]]
            else:
                continue
        if words[0] == "bind" and len(words) > 1:
            for address in words[1].split(","):
                port = address.rpartition(":")[2]
                listener = f"{listener},{port}".strip(",")
                yield from reading.port(port, name, number)
        elif words[0] == "server" and len(words) > 2 and section in ("backend", "listen"):
            yield reading.trait("proxy.backend", number, name=name, server=words[1], backend=words[2], listener=listener)
            if (found := _ADDRESS.match(words[2])) and found["host"] and int(found["port"]) < 65536:
                yield Connection(
                    words[2], _mode(document.text, name), found["host"], int(found["port"]), "", reading.evidence(number)
                )
        elif words[0] == "cookie" and len(words) > 1:
            yield reading.trait("session.sticky", number, by="cookie", cookie=words[1], name=name)
        elif words[0] == "stick" or (words[0] == "balance" and len(words) > 1 and words[1] in ("source", "rdp-cookie")):
            yield reading.trait("session.sticky", number, by=" ".join(words[:2]), name=name)
        elif words[0] == "acl" and len(words) > 2 and _MATCH.search(words[2]):
            conditions[words[1]] = " ".join([conditions.get(words[1], ""), *words[3:]]).strip()
        elif words[0] in ("use_backend", "default_backend") and len(words) > 1:
            asked = " ".join(conditions.get(word, word) for word in words[3:]) if len(words) > 3 else ""
            yield reading.trait("proxy.route", number, path=asked, target=words[1], listener=listener)
        elif words[:2] == ["option", "httpchk"]:
            yield reading.trait("probe.liveness", number, test=" ".join(words[2:]), name=name)
        elif words[0] in ("maxconn", "timeout", "mode", "balance", "log") and section != "":
            yield from reading.setting(f"{section}.{name}.{words[0]}".replace("..", "."), " ".join(words[1:]), number)


def _mode(text: str, name: str) -> str:
    """`tcp` when the section or the defaults say so, else `http`."""
    for head in (rf"(?:backend|listen)\s{{1,8}}{re.escape(name)}", "defaults"):
        found = re.search(rf"(?ms)^{head}\b.{{0,4000}}?^\s{{0,8}}mode\s{{1,8}}(tcp|http)\b", text)
        if found and not re.search(r"(?m)^(?:frontend|backend|listen|defaults)\b", found[0].partition("\n")[2]):
            return found[1]
    return "tcp"


def _matches(path: str) -> bool:
    name = path.rpartition("/")[2].lower()
    return (
        "haproxy" in path.lower() and name.endswith((".cfg", ".conf", ".tmpl", ".template", ".example", ".j2"))
    ) or name == "haproxy.cfg"


DESCRIPTOR = Descriptor("haproxy", _matches, _read)
