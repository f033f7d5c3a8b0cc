"""Caches and clusters inside the process: `ehcache.xml`, `hazelcast.xml`, Infinispan, JGroups, Ignite; multicast named as such."""

import re
from collections.abc import Iterator

from assessor.domain.facts import Fact
from assessor.extract.addresses import host_ports
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.markup import Markup, attribute, local_name
from assessor.extract.reading import Reading

_NAME = re.compile(
    r"(?i)(?:^|/)[\w.\-]{0,40}(?:ehcache|hazelcast|infinispan|jgroups|ignite|oscache|coherence"
    r"|terracotta|tc-config)[\w.\-]{0,40}\.xml$"
)
_TOOL = re.compile(r"(?i)ehcache|hazelcast|infinispan|jgroups|ignite|oscache|coherence|terracotta")


def _read(document: Document) -> Iterator[Fact]:
    markup = Markup(document)
    reading = Reading(document, "cache")
    name = document.path.rpartition("/")[2].lower()
    found = _TOOL.search(name)
    tool = found[0] if found else "terracotta"
    yield reading.trait("cache.embedded", markup.line(markup.root), tool=tool)
    for each in markup.all(
        "cacheManagerPeerProviderFactory",
        "cacheManagerPeerListenerFactory",
        "transport",
        "cluster",
        "cluster-config",
        "terracottaConfig",
        "terracotta",
    ):
        yield reading.trait("cache.clustered", markup.line(each), tool=tool, by=local_name(each))
    for each in markup.all("multicast", "UDP", "MPING"):
        if attribute(each, "enabled").lower() != "false":
            yield reading.trait("discovery.multicast", markup.line(each), tool=tool)
    spills = [each for each in markup.all("cache", "defaultCache", "persistence") if _spills(each)]
    for each in markup.all("diskStore") if spills else ():
        yield reading.trait("cache.disk", markup.line(each), path=attribute(each, "path"))
    for each in markup.all("member", "TCPPING", "server", "interface"):
        text = (each.text or "").strip() or attribute(each, "initial_hosts", "host")
        for address in host_ports(re.sub(r"\[(\d{2,5})\]", r":\1", text)):
            yield from reading.setting(f"{tool}.member", f"tcp://{address.host}:{address.port}", markup.line(each))


def _spills(cache: object) -> bool:
    """Whether entries of this cache go to disk: `overflowToDisk="true"`, or a strategy of Ehcache 2.6 other than `none`."""
    stated = [attribute(cache, name).lower() for name in ("overflowToDisk", "diskPersistent")]
    return "true" in stated or attribute(cache, "strategy").lower().startswith("local")


DESCRIPTOR = Descriptor("cache", lambda path: path.endswith((".xml", ".XML")) and bool(_NAME.search(path)), _read)
