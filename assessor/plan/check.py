"""Whether a bundle can work: the same questions for what this program writes and for what people made of it.

In: path -> text of the files of a bundle. Out: `Problem`s, sorted; none means that nothing is known to be wrong. Only texts are
looked at:
whether an image exists, or an application starts, shows when it is started.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml
from msgspec import Struct

from assessor.plan.check_recipe import check_recipe
from assessor.plan.check_service import SERVICE_KEYS, check_service
from assessor.plan.check_shape import circles, without, wrong_shapes
from assessor.plan.readings import secret_name

COMPOSE = ("compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml")
_TOP = {"name", "services", "volumes", "networks", "configs", "secrets", "include"}
_NAME = re.compile(r"^[a-zA-Z0-9][a-zA-Z0-9_.-]*$")
_PROJECT = re.compile(r"^[a-z0-9][a-z0-9_-]*$")
_VARIABLE = re.compile(r"(?<!\$)\$(?:\{([A-Za-z_]\w*)(?:(:?[-?+])([^{}]*))?\}|([A-Za-z_]\w*))")
_LARGEST = 2_000_000


class Problem(Struct, frozen=True, order=True):
    """What is wrong where. `line` 0 means the whole file."""

    path: str
    line: int
    what: str


class _Loader(yaml.SafeLoader):
    """Refuses a key that stands twice, of which YAML's own loader keeps the last without a word."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.tag != "tag:yaml.org,2002:merge" and key.value.__hash__ and key.value in seen:
                raise yaml.constructor.ConstructorError(None, None, f"the key '{key.value}' stands twice", key.start_mark)
            seen.add(key.value if key.value.__hash__ else "")
        return super().construct_mapping(node, deep)


def check(files: Mapping[str, str]) -> tuple[Problem, ...]:
    """All problems of the bundle made of `files` (POSIX paths relative to its folder)."""
    path = next((name for name in COMPOSE if name in files), "")
    if not path:
        return (Problem("compose.yaml", 0, "the file is missing"),)
    text = files[path]
    found = [*_dockerfiles(files), *_environment_file(files)]
    try:
        tree = yaml.load(text, _Loader) if len(text) < _LARGEST else None
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        return (*found, Problem(path, mark.line + 1 if mark else 0, f"not valid YAML: {getattr(error, 'problem', error)}"))
    if not isinstance(tree, dict) or not isinstance(tree.get("services"), dict) or not tree["services"]:
        return (*found, Problem(path, 0, "there are no services in it"))
    found += [Problem(path, line_of(text, *keys), what) for keys, what in (*_compose(tree, files), *_variables(tree, files))]
    return tuple(sorted(set(found)))


def _compose(tree: dict[str, Any], files: Mapping[str, str]) -> Iterator[tuple[tuple[str, ...], str]]:
    for key in tree:
        if key == "version":
            yield ("version",), "'version' is obsolete: remove the line"
        elif key not in _TOP and not str(key).startswith("x-"):
            yield (str(key),), f"unknown key '{key}'"
    if not _PROJECT.match(str(tree.get("name", "a"))):
        yield ("name",), f"'{tree['name']}' is no project name: lower case letters, digits, - and _"
    services, volumes = tree["services"], tree.get("volumes") or {}
    if not isinstance(volumes, dict):
        yield ("volumes",), "'volumes' must be a map"
        volumes = {}
    for ring in circles(services):
        yield ("services", ring[0], "depends_on"), f"{' waits for '.join((*ring, ring[0]))}: none of them starts"
    published: dict[str, str] = {}
    used: set[str] = set()
    for name, service in services.items():
        if not _NAME.match(str(name)):
            yield ("services", str(name)), f"'{name}' is no service name"
        if not isinstance(service, dict):
            yield ("services", str(name)), f"{name} is not a mapping"
            continue
        for key in service:
            if key not in SERVICE_KEYS and not str(key).startswith("x-"):
                yield ("services", str(name), str(key)), f"{name}: unknown key '{key}'"
        shapes = list(wrong_shapes(service))
        for shape, what in shapes:
            yield ("services", str(name), shape), f"{name}: {what}"
        for finding in check_service(str(name), without(service, shapes), services, files, published, used):
            yield ("services", str(name), finding.key), f"{name}: {finding.what}"
    for volume in sorted(used - set(volumes)):
        yield ("volumes",), f"the volume '{volume}' is used and not declared"
    for volume in volumes:
        if volume not in used:
            yield ("volumes", str(volume)), f"the volume '{volume}' is declared and not used"


def _variables(tree: dict[str, Any], files: Mapping[str, str]) -> Iterator[tuple[tuple[str, ...], str]]:
    explained = {line.partition("=")[0].lstrip("# ") for line in files.get(".env.example", "").splitlines() if "=" in line}
    for keys, text in _texts(tree, ()):
        for match in _VARIABLE.finditer(text):
            name = match.group(1) or match.group(4)
            if name not in explained:
                yield keys, f"the variable {name} is not explained in .env.example"
            if not match.group(2) and name not in {line.partition("=")[0] for line in files.get(".env.example", "").splitlines()}:
                yield keys, f"the variable {name} has neither a value nor a default"


def _texts(node: Any, keys: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(node, dict):
        for key, value in node.items():
            yield from _texts(value, (*keys, str(key)))
    elif isinstance(node, list):
        for value in node:
            yield from _texts(value, keys)
    elif isinstance(node, str):
        yield keys, node


def _dockerfiles(files: Mapping[str, str]) -> Iterator[Problem]:
    for path in sorted(files):
        name = path.rpartition("/")[2]
        if name.endswith(".dockerignore") or not (name.startswith("Dockerfile") or name.endswith(".Dockerfile")):
            continue
        yield from (Problem(path, number, what) for number, what in check_recipe(files[path]))


def _environment_file(files: Mapping[str, str]) -> Iterator[Problem]:
    for number, line in enumerate(files.get(".env.example", "").splitlines(), start=1):
        name, equals, value = line.partition("=")
        if line.strip() and not line.lstrip().startswith("#") and not re.match(r"^\s*(?:export\s+)?[A-Za-z_]\w*=", line):
            yield Problem(".env.example", number, "this line is no NAME=VALUE")
        if equals and re.fullmatch(r"[A-Za-z_]\w*", name) and value.strip("'\" ") and secret_name(name):
            yield Problem(".env.example", number, f"{name} is a secret: leave it empty")
    if ".env.example" not in files:
        yield Problem(".env.example", 0, "the file is missing")
    if ".env" in files:
        yield Problem(".env", 0, "it holds real values: keep it out of what is handed on")


def line_of(text: str, *keys: str) -> int:
    """The line on which the deepest of `keys` that exists stands, by indentation; 0 when not even the first does."""
    lines = [(number, line, len(line) - len(line.lstrip())) for number, line in enumerate(text.splitlines(), start=1)]
    lines = [(number, line.strip(), indent) for number, line, indent in lines if line.strip() and not line.lstrip().startswith("#")]
    found, start, end = 0, 0, len(lines)
    for key in keys:
        indent = lines[start][2] if start < end else 0
        names = (f"{key}:", f'"{key}":', f"'{key}':")
        at = next((index for index in range(start, end) if lines[index][2] == indent and lines[index][1].startswith(names)), -1)
        if at < 0:
            return found
        found, start = lines[at][0], at + 1
        end = next((index for index in range(start, end) if lines[index][2] <= indent), end)
    return found
