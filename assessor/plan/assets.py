"""What the pages of an application load and Node has to make first: the scripts that a stage of the image runs.

In: facts of the tree. Out: inputs of a Dockerfile template. Nothing, when no bundler is among the libraries of the `package.json`
beside the source, when no script builds, or when what it makes lies in the tree. Pages in a folder of their own (`frontend/`)
are made there.
"""

import json
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from posixpath import normpath

from assessor.domain.facts import Artifact, FileFacts, Library, Trait
from assessor.plan.make_targets import page_target
from assessor.plan.names import plain_path
from assessor.plan.workspace import holds

_LOCKS = ("package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml")
_MADE = re.compile(
    r"(?:^|/)(?:mix-manifest|rev-manifest|asset-manifest|entrypoints|(?:\.vite|build|dist|build-[\w-]+)/manifest)\.json$"
)
"""What a bundler writes down about its output: Mix, gulp-rev, Create React App, Encore, Vite."""
_APART = frozenset(
    [
        "docs",
        "doc",
        "documentation",
        "website",
        "site",
        "example",
        "examples",
        "demo",
        "test",
        "tests",
        "e2e",
        "cypress",
        "storybook",
        "mobile",
        "desktop",
        "electron",
        "extension",
        "plugins",
        "packages",
        "tools",
        "scripts",
        "benchmarks",
        "sdk",
    ]
)
"""Names of folders whose pages are not the application's."""
_INTO = re.compile(r"--(?:outDir|out-dir|dest|output-path)[ =](\S{1,200})")
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
    if _lies_there(inside, paths, read_text):
        return ()
    if top is None:
        return _apart(facts, inside, manifests, paths, read_text, bundlers)
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


def _apart(
    facts: Sequence[FileFacts],
    inside: str,
    manifests: dict[str, FileFacts],
    paths: Collection[str],
    read_text: Callable[[str], str],
    bundlers: Collection[str],
) -> tuple[tuple[str, str], ...]:
    """Pages in folders of their own: `asset_folder` (`folder:script`), `asset_lock` (`folder:lock file`), or `asset_make`, the
    target of the project's own Makefile that builds them."""
    found = [
        (place, script)
        for place, file in sorted(manifests.items())
        if place.count("/") < 2
        and not _APART & set(place.lower().split("/"))
        and not any(place.startswith(f"{other}/") for other in manifests if other and other != place)
        and (script := _script(file, bundlers))
    ]
    if not found:
        return ()
    target = page_target(read_text(f"{inside}Makefile")) if f"{inside}Makefile" in paths else ""
    if target:
        return (("asset_make", target),)
    embedded = _embedded(facts, inside)
    chosen = [(place, _chosen(read_text(f"{inside}{place}/package.json"), place, embedded) or script) for place, script in found]
    return (
        *(("asset_folder", f"{place}:{script}") for place, script in chosen),
        *(("asset_lock", f"{place}:{lock}") for place, _ in chosen for lock in _LOCKS if f"{inside}{place}/{lock}" in paths),
        *(("asset_berry", "yes") for place, _ in chosen[:1] if f"{inside}{place}/.yarnrc.yml" in paths),
    )


def _embedded(facts: Sequence[FileFacts], inside: str) -> set[str]:
    """Folders that become part of a Go program, seen from the source."""
    found = set()
    for file in facts:
        for trait in file.of(Trait):
            if trait.name == "assets.embedded" and file.path.startswith(inside):
                folder = file.path.removeprefix(inside).rpartition("/")[0]
                for path in dict(trait.fields).get("paths", "").split()[1:]:
                    found.add(normpath(f"{folder}/{path.removeprefix('all:').rstrip('*').rstrip('/')}").lstrip("/"))
    return found


def _chosen(text: str, place: str, embedded: Collection[str]) -> str:
    """The script that writes into a folder which the program embeds."""
    try:
        scripts = json.loads(text)["scripts"]
    except (ValueError, RecursionError, KeyError, TypeError):
        return ""
    for name, command in sorted(scripts.items()) if isinstance(scripts, dict) else ():
        into = _INTO.search(command) if isinstance(command, str) else None
        if into and isinstance(name, str) and re.fullmatch(r"[\w:-]{1,40}", name) and normpath(f"{place}/{into[1]}") in embedded:
            return name
    return ""


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


def beside_rails(
    folder: str, paths: Collection[str], libraries: Collection[str], of_scripts: Collection[str]
) -> tuple[tuple[str, str], ...]:
    """For Ruby, whose own task makes the assets and starts Node for it: `asset_manifest` and `asset_berry`, or `asset_runtime`
    where a gem (one of `of_scripts`) wants Node and the tree has no packages for it."""
    inside = f"{folder}/" if folder else ""
    wanted = not set(of_scripts).isdisjoint(libraries)
    locks = [lock for lock in _LOCKS if inside + lock in paths]
    if inside + "package.json" in paths and (wanted or locks):
        return (
            ("asset_manifest", "package.json"),
            *(("asset_manifest", lock) for lock in locks),
            *(("asset_berry", "yes") for _ in [0] if inside + ".yarnrc.yml" in paths),
        )
    return (("asset_runtime", "yes"),) if wanted else ()
