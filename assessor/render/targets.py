"""What `-o` means: a folder for the default formats, or FORMAT=PATH for single ones; and where nothing may be written."""

import re
from collections.abc import Sequence
from pathlib import Path, PurePath

from msgspec import Struct

from assessor.errors import InputError, nearest


class Targets(Struct, frozen=True):
    """`folder` for the default formats (None: only `single`); `single` maps a format to a path, `-` is stdout."""

    folder: Path | None
    single: tuple[tuple[str, str], ...] = ()

    @property
    def bundle(self) -> Path:
        """Where the bundle of the first application will lie; where none is written, as if in ./assessment/."""
        alone = next((Path(place) for name, place in self.single if name == "containers" and place != "-"), None)
        return alone if alone and self.folder is None else (self.folder or Path("assessment")) / "bundle"


def beside(path: Path, application: str) -> Path:
    """Where a single output goes for an application that is not the first: with its name before the ending."""
    return path.with_name(f"{path.stem}-{folder_name(application)}{path.suffix}")


def targets(outputs: Sequence[str], analysed: Sequence[Path], formats: Sequence[str], here: Path) -> Targets:
    """Reads the options. Any FORMAT=PATH suppresses the default folder.

    The default is ./assessment/, or ../NAME-assessment/ where that would lie inside the analysed tree.
    """
    single: list[tuple[str, str]] = []
    folder: Path | None = None
    for output in outputs:
        name, equals, place = output.partition("=")
        if equals and place and re.fullmatch(r"[A-Za-z][\w-]*", name):
            if name not in formats:
                raise InputError(
                    f"unknown format '{name}'{nearest(name, list(formats))}", hint=f"one of: {', '.join(sorted(formats))}"
                )
            single.append((name, place))
        elif folder is not None:
            raise InputError("only one output folder can be given", hint="use FORMAT=PATH for single files")
        else:
            folder = Path(output)
    if folder is None and not single:
        folder = default_folder(analysed, here)
    return Targets(folder, tuple(single))


def default_folder(analysed: Sequence[Path], here: Path) -> Path:
    """./assessment, or a folder beside the analysed tree when that would lie inside it."""
    wanted = here / "assessment"
    for path in analysed:
        root = path.resolve()
        if root.is_dir() and wanted.resolve().is_relative_to(root):
            return root.parent / f"{root.name or 'application'}-assessment"
    return wanted


def way(start: PurePath, end: PurePath) -> str:
    """The relative way between two absolute folders, POSIX: from C:\\a\\out to C:\\a\\shop it is ../shop.

    On another drive there is none: then it is the absolute path of `end` with forward slashes, which compose understands.
    """
    if start.anchor.lower() != end.anchor.lower():
        return end.as_posix()
    shared = 0
    for left, right in zip(start.parts, end.parts, strict=False):
        if type(start)(left) != type(end)(right):  # compared as the system compares names: without case on Windows
            break
        shared += 1
    parts = [".."] * (len(start.parts) - shared) + list(end.parts[shared:])
    return "/".join(parts) or "."


_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))})


def folder_name(application: str) -> str:
    """A name for a folder that every system accepts: letters, digits, `.`, `_`; everything else a hyphen."""
    clean = "".join(c if c.isalnum() or c in "._-" else "-" for c in application).strip(".-")[:80].rstrip(".-")
    return f"{clean}-application" if clean.lower().partition(".")[0] in _RESERVED else clean or "application"
