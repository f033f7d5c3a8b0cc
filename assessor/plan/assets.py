"""What the pages of a PHP or Python application load and Node has to make first: the scripts that a stage of the image runs.

In: facts of the tree. Out: inputs of a Dockerfile template. Nothing, when no bundler is among the libraries of the `package.json`
beside the source, when no script builds, or when what it makes lies in the tree.
"""

import json
import re
from collections.abc import Callable, Collection, Iterator, Sequence

from assessor.domain.facts import Artifact, FileFacts, Library, Trait
from assessor.plan.names import plain_path
from assessor.plan.workspace import holds

_LOCKS = ("package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml")
_MADE = re.compile(
    r"(?:^|/)(?:mix-manifest|rev-manifest|asset-manifest|entrypoints|(?:\.vite|build|dist|build-[\w-]+)/manifest)\.json$"
)
"""What a bundler writes down about its output: Mix, gulp-rev, Create React App, Encore, Vite."""
_NAMED = re.compile(r"[\w./@-]+\.js\b")


def assets(
    facts: Sequence[FileFacts], folder: str, paths: Collection[str], read_text: Callable[[str], str], bundlers: Collection[str]
) -> tuple[tuple[str, str], ...]:
    """`asset_script` (`folder:script`, seen from `folder`), `asset_manifest` (`package.json` and lock files beside it),
    `asset_berry` for a Yarn from version two on. `paths` are all files of the tree, those written by tools as well,
    `bundlers` the libraries that can make something."""
    inside = f"{folder}/" if folder else ""
    manifests = {
        file.path.removeprefix(inside).rpartition("/")[0]: file
        for file in facts
        if file.path.startswith(inside) and file.path.rpartition("/")[2] == "package.json" and plain_path(file.path)
    }
    top = manifests.get("")
    if top is None or _lies_there(inside, paths, read_text):
        return ()
    modules = [module for fact in top.of(Artifact) for module in fact.modules]
    scripts = [
        (place, script)
        for place, file in sorted(manifests.items())
        if (not place or holds(modules, inside + place)) and (script := _script(file, bundlers))
    ]
    if any(not place for place, _ in scripts):
        scripts = [pair for pair in scripts if not pair[0]]
    if not scripts:
        return ()
    return (
        *(("asset_script", f"{place}:{script}") for place, script in scripts),
        ("asset_manifest", "package.json"),
        *(("asset_manifest", lock) for lock in _LOCKS if inside + lock in paths),
        *(("asset_berry", "yes") for _ in [0] if inside + ".yarnrc.yml" in paths),
    )


def _script(file: FileFacts, bundlers: Collection[str]) -> str:
    """The script that builds, when a bundler is there to be run by it."""
    libraries = {fact.name for fact in file.of(Library)}
    if libraries.isdisjoint(bundlers):
        return ""
    built = (dict(fact.fields)["name"] for fact in file.of(Trait) if fact.name == "build.script")
    return next(built, "")


def _lies_there(inside: str, paths: Collection[str], read_text: Callable[[str], str]) -> bool:
    """Whether a bundler's own list is in the tree, and the scripts it names are as well."""
    lists = sorted(path for path in paths if path.startswith(inside) and _MADE.search(path))
    if not lists:
        return False
    there: dict[str, list[str]] = {}
    for path in paths:
        there.setdefault(path.rpartition("/")[2], []).append(f"/{path}")
    for path in lists:
        made = set(_made(read_text(path)))
        if made and all(any(one.endswith(name) for one in there.get(name.rpartition("/")[2], ())) for name in made):
            return True
    return False


def _made(text: str) -> Iterator[str]:
    """Scripts in a list of what was made, as ends of paths: `/v1/js/app.js`."""
    try:
        listed = json.loads(text)
    except (ValueError, RecursionError):
        return
    for value in listed.values() if isinstance(listed, dict) else ():
        name = value.get("file") if isinstance(value, dict) else value
        found = _NAMED.search(name) if isinstance(name, str) else None
        if found:
            yield f"/{found.group().removeprefix('./').lstrip('/')}"
