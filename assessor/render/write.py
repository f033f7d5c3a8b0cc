"""Writes outputs, and never over something that people have edited.

Each folder written to keeps a list of digests (`.assessor.json`). A file that is there and is not what the list says was
edited (or is somebody else's): the new version goes beside it (`report.new.html`) and is named, unless forced.
"""

from collections.abc import Mapping
from difflib import unified_diff
from hashlib import blake2b
from pathlib import Path, PurePosixPath

import msgspec

from assessor.errors import InputError

LIST = ".assessor.json"
_LONGEST = 200_000
"""Bytes of a text that is compared line by line."""


class Written(msgspec.Struct, frozen=True):
    """What lies where now. `beside` are new versions written next to edited files: (edited, new). `differences` belong to them in
    the same order: the lines of a unified diff from edited to new, none where a text is too long to be compared."""

    files: tuple[Path, ...]
    beside: tuple[tuple[Path, Path], ...]
    differences: tuple[tuple[str, ...], ...] = ()


def write_files(folder: Path, files: Mapping[str, bytes], *, force: bool) -> Written:
    """Writes relative POSIX paths below `folder`. Raises InputError when the folder cannot be written to."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        known = _known(folder)
        written: list[Path] = []
        beside: list[tuple[Path, Path]] = []
        differences: list[tuple[str, ...]] = []
        for name, content in sorted(files.items()):
            path = _inside(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            if not force and path.exists() and _digest(path.read_bytes()) not in (known.get(name, ""), _digest(content)):
                new = path.with_name(f"{path.stem}.new{path.suffix}")
                new.write_bytes(content)
                beside.append((path, new))
                differences.append(_difference(path.read_bytes(), content, path.name, new.name))
            else:
                path.write_bytes(content)
                written.append(path)
                known[name] = _digest(content)
        (folder / LIST).write_bytes(msgspec.json.format(msgspec.json.encode(dict(sorted(known.items())))) + b"\n")
    except OSError as error:
        at = str(error.filename or folder)
        raise InputError(f"cannot write here: {error.strerror}", at=at, hint="give another place with -o DIR") from None
    return Written(tuple(written), tuple(beside), tuple(differences))


def _difference(edited: bytes, new: bytes, edited_name: str, new_name: str) -> tuple[str, ...]:
    if max(len(edited), len(new)) > _LONGEST:
        return ()
    before, after = (text.decode("utf-8", "replace").splitlines() for text in (edited, new))
    return tuple(unified_diff(before, after, edited_name, new_name, lineterm="", n=1))


def _inside(folder: Path, name: str) -> Path:
    parts = PurePosixPath(name).parts
    if not parts or ".." in parts or name.startswith("/"):
        raise ValueError(f"an output must lie below its folder: {name!r}")
    return folder.joinpath(*parts)


def _known(folder: Path) -> dict[str, str]:
    try:
        return msgspec.json.decode((folder / LIST).read_bytes(), type=dict[str, str])
    except (OSError, msgspec.DecodeError):
        return {}


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()
