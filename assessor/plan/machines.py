"""The machines an application runs on today, as far as its deployment files and addresses tell.

In: facts and the landscape. Out: hosts with the places that name them: backends of a proxy, targets of deployment scripts, hosts
of the stores that the bundle would contain, machines of Terraform. No host named means that nobody knows, not that there is none.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from assessor.domain.facts import Connection, Evidence, FileFacts, Setting, Trait
from assessor.domain.runtime import Landscape

_DEPLOYING = frozenset({"ssh", "ftp", "sftp"})
_ADDRESS = re.compile(r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.]*\w)")


def machines(
    facts: Iterable[FileFacts], landscape: Landscape, ignored: Sequence[str], resources: Sequence[str]
) -> dict[str, tuple[Evidence, ...]]:
    """Host -> places, sorted; a Terraform machine is called by its type and name."""
    inside = {(place.path, place.line) for s in landscape.services if s.placement == "bundle" for place in s.evidence}
    found: dict[str, list[Evidence]] = defaultdict(list)
    for file in facts:
        if file.role != "source":
            continue
        for fact in file.facts:
            for host in _hosts(fact, inside, frozenset(resources)):
                if not _ignored(host.lower(), ignored):
                    found[host.lower()].append(fact.evidence)  # type: ignore[union-attr]
    return {host: tuple(sorted(set(places))) for host, places in sorted(found.items())}


def _hosts(fact: object, inside: set[tuple[str, int]], resources: frozenset[str]) -> Iterator[str]:
    if isinstance(fact, Trait):
        fields = dict(fact.fields)
        if fact.name == "proxy.backend" and _ADDRESS.match(fields.get("backend", "")):
            yield fields["backend"].partition(":")[0]
        elif fact.name == "infrastructure.resource" and fields.get("type") in resources:
            yield f"{fields['type']}.{fields.get('name', '')}"
    elif isinstance(fact, Connection):
        deploys = fact.scheme in _DEPLOYING and _ADDRESS.fullmatch(fact.host) is not None
        named = (fact.evidence.path, fact.evidence.line) in inside
        if deploys or (named and "." in fact.host):
            yield fact.host
    elif isinstance(fact, Setting) and not fact.secret and (fact.evidence.path, fact.evidence.line) in inside:
        yield from _ADDRESS.findall(fact.value[:500])


def _ignored(host: str, ignored: Sequence[str]) -> bool:
    local = host.startswith(("127.", "0.", "255.", "::1")) or "$" in host or "{" in host
    return local or any(host == one or host.endswith(f".{one}") for one in ignored)
