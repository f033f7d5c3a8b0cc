"""A planned bundle that is written to another place than the one it was planned for: the ways to the sources begin anew there."""

import os
from pathlib import Path
from typing import Any

import msgspec

from assessor.domain.deployment import Deployment
from assessor.render.targets import way


def elsewhere(deployment: Deployment, before: Path, after: Path) -> Deployment:
    """`deployment` of the bundle in the folder `before`, for the folder `after`; both absolute."""
    if before == after or not deployment.sources:
        return deployment
    texts: list[tuple[str, str]] = []
    places = []
    for one in deployment.sources:
        source = Path(os.path.normpath(before / one.path))
        moved = msgspec.structs.replace(one, path=way(after, source), bundle=way(source, after))
        places.append(moved)
        texts += [(f":-{one.path}}}", f":-{moved.path}}}"), (f":-{one.bundle}}}", f":-{moved.bundle}}}")]
    again: Deployment = msgspec.convert(_written_anew(msgspec.to_builtins(deployment), texts), Deployment)
    return msgspec.structs.replace(again, sources=tuple(places))


def _written_anew(value: Any, texts: list[tuple[str, str]]) -> Any:
    if isinstance(value, str):
        for old, new in texts:
            if value.startswith("${") and old in value:
                return value.replace(old, new)
        return value
    if isinstance(value, dict):
        return {key: _written_anew(each, texts) for key, each in value.items()}
    return [_written_anew(each, texts) for each in value] if isinstance(value, (list, tuple)) else value
