"""Facts to landscape: what runs the application, what is started, and what it needs beside it.

In: facts of all files and the catalogue. Out: one `Landscape`, every tuple sorted.
"""

from assessor.domain.facts import FileFacts
from assessor.domain.knowledge import Knowledge
from assessor.domain.runtime import Landscape
from assessor.infer.deployables import deployables
from assessor.infer.scene import scene
from assessor.infer.services import services, thresholds


def infer(facts: tuple[FileFacts, ...], knowledge: Knowledge) -> Landscape:
    """The landscape of one application. Only first-party source decides; the order of `facts` does not matter."""
    seen = scene(facts)
    started, runtimes = deployables(knowledge.runtimes, seen)
    folders = sorted({each.folder for each in started})
    return Landscape(runtimes, started, services(knowledge.services, seen, folders, thresholds(knowledge.assumptions)))
