"""Reads the folder of a bundle for `bundle --check`: the texts that `plan.check` looks at."""

from pathlib import Path

from assessor.errors import InputError

_LARGEST = 4_000_000
_MOST_FILES = 2_000


def read_bundle(folder: Path) -> dict[str, str]:
    """POSIX path relative to `folder` -> text. Raises `InputError` when there is no such folder or nothing in it can be read."""
    if not folder.is_dir():
        raise InputError("this folder does not exist", at=str(folder), hint="give the folder that holds compose.yaml")
    texts: dict[str, str] = {}
    for path in sorted(folder.rglob("*")):
        try:
            if path.is_symlink() or not path.is_file() or path.stat().st_size > _LARGEST:
                continue
            texts[path.relative_to(folder).as_posix()] = path.read_bytes().decode("utf-8", "replace")
        except OSError as error:
            raise InputError(f"cannot be read: {error.strerror}", at=str(path), hint="check its permissions") from None
        if len(texts) >= _MOST_FILES:
            raise InputError("too many files for a bundle", at=str(folder), hint="give the folder that holds compose.yaml")
    return texts
