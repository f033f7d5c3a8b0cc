"""Reads `rules/` (and the folders a user lays on top of it) into `Knowledge`.

In: folders of the shape `languages/ code/<language>/ services/ ...`, one YAML file per piece of knowledge.
Out: typed values, sorted by id. A later folder's file with the same id replaces the earlier one.
Anything wrong is a `RuleError` with file, line and hint.
"""

import re
import typing
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec
import yaml

from assessor.domain.knowledge import Knowledge
from assessor.errors import RuleError, nearest

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Loaded(msgspec.Struct, frozen=True):
    """`places` says which file each rule id comes from, for messages."""

    knowledge: Knowledge
    places: dict[str, str]


class RuleFile(msgspec.Struct, frozen=True):
    """A file as it was read: the folder it was found in, the place in there, the bytes."""

    folder: str
    path: str
    raw: bytes


def load(folders: Sequence[Path]) -> Loaded:
    """Knowledge of all `folders`, the later ones on top."""
    return parsed(files(folders))


def files(folders: Sequence[Path]) -> tuple[RuleFile, ...]:
    """The rule files of all `folders`, in their order. RuleError for a folder that is none."""
    found = []
    for folder in folders:
        if not folder.is_dir():
            raise RuleError(
                "this folder of rules does not exist", at=str(folder), hint="give a folder shaped like rules/ to --rules"
            )
        for name in _kinds():
            paths = sorted((p for p in (folder / name).rglob("*.yml") if p.is_file()), key=lambda p: p.as_posix())
            found += [RuleFile(str(folder), path.relative_to(folder).as_posix(), path.read_bytes()) for path in paths]
    return tuple(found)


def _kinds() -> dict[str, Any]:
    """Folder of `rules/` -> the type its files hold."""
    hints = typing.get_type_hints(Knowledge).items()
    return {name: typing.get_args(hint)[0] for name, hint in hints if name not in ("digest", "given")}


def parsed(read: Sequence[RuleFile]) -> Loaded:
    """Knowledge of the files, the later ones on top."""
    digest = blake2b(digest_size=16)
    kinds = _kinds()
    found: dict[str, dict[str, Any]] = {name: {} for name in kinds}
    places: dict[str, str] = {}
    seen: dict[tuple[str, str, str], str] = {}
    given: set[str] = set()
    for file in read:
        digest.update(file.path.encode() + b"\0" + file.raw + b"\0")
        name, place = file.path.partition("/")[0], str(Path(file.folder, file.path))
        value = read_rule(file.raw, kinds[name], place)
        other = seen.setdefault((file.folder, name, value.id), place)
        if other != place:
            raise RuleError(f"the id '{value.id}' is used twice", at=f"{place}:1", hint=f"rename it here or in {other}")
        if file.folder != read[0].folder:
            given.add(value.id)
        found[name][value.id] = value
        places[value.id] = place
    loaded = {name: tuple(values[key] for key in sorted(values)) for name, values in found.items()}
    return Loaded(Knowledge(**loaded, digest=digest.hexdigest(), given=tuple(sorted(given))), places)


def read_rule(raw: bytes, kind: Any, path: str) -> Any:
    """One rule file as a value of `kind`; `path` is for messages only."""
    try:
        tree = yaml.load(raw, Loader=_Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise RuleError(
            f"not valid YAML: {getattr(error, 'problem', None) or error}", at=f"{path}:{line}", hint="mend the syntax there"
        ) from None
    if not isinstance(tree, dict):
        raise RuleError("a rule file holds one mapping", at=f"{path}:1", hint="start it with 'id: ...'")
    try:
        return msgspec.convert(tree, kind, strict=True)
    except msgspec.ValidationError as error:
        where = _where(str(error))
        raise RuleError(
            _said(str(error), kind),
            at=f"{path}:{_line(raw, where)}",
            hint="see 'assessor schema rules' for what a rule file may hold",
        ) from None


def _where(message: str) -> list[str]:
    """The keys on the way to the fault: "... - at `$.metadata.invalid[0].code`" -> [metadata, invalid, 0, code]."""
    found = re.search(r"at `(?:key in )?\$?([^`]*)`", message)
    keys = re.findall(r"[^.\[\]]+", found.group(1)) if found else []
    unknown = re.search(r"unknown field `([^`]+)`", message)
    return keys + ([unknown.group(1)] if unknown else [])


def _said(message: str, kind: Any) -> str:
    unknown = re.search(r"unknown field `([^`]+)`", message)
    if unknown:
        keys = [field.encode_name for field in msgspec.structs.fields(_kind_at(kind, _where(message)[:-1]))]
        return f"unknown key '{unknown.group(1)}'{nearest(unknown.group(1), keys)}"
    return message


def _kind_at(kind: Any, keys: list[str]) -> Any:
    """The struct that the keys lead to, through tuples and optional fields; the outermost when that cannot be told."""
    found = kind
    for key in keys:
        if key.isdigit() or key == "...":
            continue
        fields = {field.encode_name: field.type for field in msgspec.structs.fields(found)}
        inner = [each for each in _structs(fields.get(key)) if each is not None]
        if not inner:
            return found
        found = inner[0]
    return found


def _structs(hint: Any) -> Iterator[Any]:
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        yield hint
    for argument in typing.get_args(hint):
        yield from _structs(argument)


def _line(raw: bytes, keys: list[str]) -> int:
    """The line of the deepest node on the way `keys` that exists."""
    node: Any = yaml.compose(raw, Loader=_Loader)
    line = 1
    for key in keys:
        if isinstance(node, yaml.MappingNode):
            for name, value in node.value:
                if name.value == key:
                    line, node = name.start_mark.line + 1, value
                    break
            else:
                return line
        elif isinstance(node, yaml.SequenceNode) and key.isdigit() and int(key) < len(node.value):
            node = node.value[int(key)]
            line = node.start_mark.line + 1
        else:
            return line
    return line
