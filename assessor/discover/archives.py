"""Unpacks a WAR, EAR, JAR or ZIP that was given as the application: capped, and never outside its target."""

import zipfile
from pathlib import Path, PurePosixPath

from assessor.domain.sources import Unread
from assessor.errors import InputError

SUFFIXES = frozenset({".war", ".ear", ".jar", ".zip", ".rar", ".sar", ".har"})
_MOST_ENTRIES = 200_000
_MOST_BYTES = 2 * 1024**3
_MOST_RATIO = 200
_ENTRY_BYTES = 64 * 1024**2
_INNER = frozenset({".war", ".ear", ".rar", ".sar"})


def unpack(archive: Path, target: Path, depth: int = 0) -> list[Unread]:
    """Unpacks into `target` (created); archives of modules inside become folders of their own name. Returns what was left out.

    Raises InputError when the outer archive cannot be opened at all.
    """
    unread: list[Unread] = []
    try:
        with zipfile.ZipFile(archive) as opened:
            _unpack(opened, target, unread)
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError) as error:
        if depth:
            return [Unread(target.name, "archive-broken", str(error)[:200])]
        raise InputError(
            f"this archive cannot be opened: {error}", at=str(archive), hint="check that the file is complete"
        ) from None
    if depth < 2:
        for inner in sorted(p for p in target.rglob("*") if p.suffix.lower() in _INNER and p.is_file()):
            aside = inner.with_name(inner.name + ".archive")
            inner.rename(aside)
            unread.extend(unpack(aside, inner, depth + 1))
            aside.unlink()
    return unread


def _unpack(opened: zipfile.ZipFile, target: Path, unread: list[Unread]) -> None:
    target.mkdir(parents=True, exist_ok=True)
    total = 0
    for number, entry in enumerate(sorted(opened.infolist(), key=lambda e: e.filename)):
        name = entry.filename.replace("\\", "/")
        parts = PurePosixPath(name).parts
        if entry.is_dir() or not parts:
            continue
        shown = name[:200]
        if name.startswith("/") or ".." in parts or ":" in parts[0]:
            unread.append(Unread(shown, "outside-link", "an archive entry that points outside"))
        elif (entry.external_attr >> 16) & 0o170000 == 0o120000:
            unread.append(Unread(shown, "outside-link", "a symbolic link inside an archive"))
        elif number >= _MOST_ENTRIES or total + entry.file_size > _MOST_BYTES:
            unread.append(Unread(shown, "archive-too-large", "the archive is larger than the cap; the rest was left out"))
            return
        elif entry.file_size > _ENTRY_BYTES or entry.file_size > _MOST_RATIO * max(entry.compress_size, 1024):
            unread.append(Unread(shown, "archive-too-large", "an entry that unpacks to far more than it should"))
        else:
            total += _write(opened, entry, target.joinpath(*parts), unread, shown)


def _write(opened: zipfile.ZipFile, entry: zipfile.ZipInfo, path: Path, unread: list[Unread], shown: str) -> int:
    """Writes one entry, never more than its header promised (headers lie); returns the bytes written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with opened.open(entry) as source:
            data = source.read(entry.file_size + 1)
        if len(data) > entry.file_size:
            unread.append(Unread(shown, "archive-too-large", "an entry that is larger than its header says"))
            return 0
        path.write_bytes(data)
        return len(data)
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, EOFError) as error:
        unread.append(Unread(shown, "archive-broken", str(error)[:200]))
        return 0
