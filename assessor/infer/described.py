"""A manifest in a folder of its own, beside the source it speaks of: `install/package.json` that starts `app.js` above it."""

import re

from msgspec.structs import replace

from assessor.infer.anchors import Anchor
from assessor.infer.globs import folder_of
from assessor.infer.scene import Scene

_STARTED = re.compile(
    r"^(?:[A-Z_]{1,40}=\S{1,40} ){0,9}node (?:-{1,2}[\w:.=@/-]{1,80} ){0,6}(?:\./)?([\w/-][\w./-]{0,100}?)(?:\.[cm]?js)?(?: |$)"
)


def at_source(anchor: Anchor, scene: Scene) -> Anchor:
    """The anchor with the folder above as its root, when what `npm start` runs lies there and not beside the manifest."""
    if not anchor.artifact or not anchor.root or folder_of(anchor.evidence.path) != anchor.root:
        return anchor
    above = folder_of(anchor.root)
    if f"{above}/package.json".lstrip("/") in scene.languages:
        return anchor
    for process in scene.processes:
        started = _STARTED.match(process.command) if process.name == "start" else None
        if process.evidence.path == anchor.evidence.path and started:
            file = f"{started.group(1)}.js"
            if f"{anchor.root}/{file}" not in scene.languages and f"{above}/{file}".lstrip("/") in scene.languages:
                return replace(anchor, root=above)
    return anchor
