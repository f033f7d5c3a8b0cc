"""How much memory a container may take: what the application states for its heap, else the catalogue's figure."""

import re
from collections.abc import Sequence

from assessor.domain.catalogue import RuntimeContainer
from assessor.domain.facts import FileFacts, Process, Setting

_HEAP = re.compile(r"-Xmx(\d+)([mMgGkK])|--max[-_]old[-_]space[-_]size[= ](\d+)")
_OVERHEAD = 1.35
"""A JVM needs about a third beside its heap (metaspace, threads, code): assumed."""
_STEP = 64
_BUILDING = ("gradle.properties", "jvm.config", "maven.config", ".mavenrc", "gradle-wrapper.properties")
"""Files whose heap is the build tool's own."""


def memory(packaging: RuntimeContainer, facts: Sequence[FileFacts]) -> tuple[int, str]:
    """MiB, rounded up to 64, and where the figure is from."""
    largest, place = 0, ""
    facts = facts if packaging.memory_settings else ()
    for file in facts:
        if file.role not in ("source", "data") or file.path.rpartition("/")[2] in _BUILDING:
            continue
        for fact in file.facts:
            text = fact.value if isinstance(fact, Setting) else fact.command if isinstance(fact, Process) else ""
            for number, unit, node in _HEAP.findall(text[:2_000]) if "-" in text else ():
                found = int(node or number) * {"g": 1024, "k": 0}.get(unit.lower(), 1)
                if largest < found < 1_000_000 and isinstance(fact, Setting | Process):
                    largest, place = found, f"{fact.evidence.path}:{fact.evidence.line}"
    if not largest:
        return packaging.memory_mib, packaging.memory_source
    return -(-int(largest * _OVERHEAD) // _STEP) * _STEP, place


def unmeasured(basis: str) -> str:
    """What is said of a container that serves no pages: the catalogue's figure counts the processes of a web server."""
    return "assumed" if basis.startswith("assumed") else basis
