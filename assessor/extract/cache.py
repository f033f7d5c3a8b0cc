"""Facts of files that were read before, so that a second run reads only what has changed.

In: keys (see `keys`) and encoded `FileFacts`. It is one SQLite file in the user's own cache folder, private to the user, and holds
only what a worker sends: facts with their secrets masked. It may vanish, be corrupt or belong to somebody else at any time:
then everything is read anew. Two runs may use it at once.
"""

import os
import sqlite3
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path

from assessor import __version__
from assessor.domain.sources import SourceFile

MOST_BYTES = 1024**3
"""Size above which the entries that were not used for the longest time are dropped, down to three quarters."""
_APPLICATION = 0x41535352  # "ASSR", so that somebody else's database is not taken for ours
_SCHEMA = 1
_TRIES, _BETWEEN_TRIES = 20, 0.05
_BUSY_SECONDS = 5.0
_DAY = 86_400
_AT_ONCE = 500  # SQLite's limit of variables in one statement was 999 before 3.32
_CREATE = "CREATE TABLE IF NOT EXISTS facts (key BLOB PRIMARY KEY, used INTEGER NOT NULL, value BLOB NOT NULL)"


def folder() -> Path:
    """Where caches lie on this system; `ASSESSOR_CACHE` says otherwise."""
    stated = os.environ.get("ASSESSOR_CACHE", "")
    if stated:
        return Path(stated)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "assessor" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "assessor"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "assessor"


@cache
def program() -> bytes:
    """Digest of all that turns a text into facts, apart from the rules: this program's reading stages and the parsers under it."""
    from importlib.metadata import version

    digest = blake2b(digest_size=16)
    home = Path(__file__).parent.parent
    for source in sorted((*home.glob("extract/**/*.py"), home / "domain" / "facts.py", home / "domain" / "sources.py")):
        digest.update(source.relative_to(home).as_posix().encode() + b"\0" + source.read_bytes() + b"\0")
    for package in ("ast-grep-py", "lxml", "PyYAML", "javaproperties"):
        digest.update(f"{package} {version(package)}\0".encode())
    digest.update(f"{__version__} {sys.version_info[:2]}".encode())
    return digest.digest()


def keys(files: Iterable[SourceFile], rules: bytes) -> Iterator[bytes]:
    """For each file what its facts depend on: its bytes, what discovery says of it (parsers go by the path), rules, program."""
    ours = blake2b(rules + program()).digest()
    for file in files:
        told = (file.path, file.language, file.role, file.size, file.lines, file.encoding, file.digest)
        yield blake2b(repr(told).encode("utf-8", "backslashreplace"), digest_size=16, key=ours).digest()


class Cache:
    """An open cache. Every method works, and does nothing, when the database cannot be used."""

    def __init__(self, place: Path | None = None, now: float | None = None) -> None:
        self._path = (place or folder()) / f"facts-{_SCHEMA}.sqlite"
        self._now = int(time.time() if now is None else now)
        self._database: sqlite3.Connection | None = None
        with suppress(sqlite3.Error, OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._open()

    def _open(self) -> None:
        # Changing the journal's mode does not wait for others as writing does: two runs that begin at once try in turn.
        for _ in range(_TRIES):
            with suppress(sqlite3.OperationalError):
                self._database = self._connected()
                return
            time.sleep(_BETWEEN_TRIES)
        self._database = self._connected()

    def _connected(self) -> sqlite3.Connection:
        try:
            return self._connect()
        except sqlite3.OperationalError:  # locked, no right to write, no room: whoever owns it now keeps it
            raise
        except sqlite3.DatabaseError:
            for ending in ("", "-wal", "-shm"):
                self._path.with_name(self._path.name + ending).unlink(missing_ok=True)
            return self._connect()

    def _connect(self) -> sqlite3.Connection:
        self._path.touch(mode=0o600)
        database = sqlite3.connect(self._path, timeout=_BUSY_SECONDS, isolation_level=None)
        try:
            database.execute("BEGIN")  # one view: another run may be creating it right now
            ours = database.execute("PRAGMA application_id").fetchone()[0]
            filled = database.execute("SELECT 1 FROM sqlite_master").fetchone()
            database.execute("COMMIT")
            if ours not in (0, _APPLICATION) or (not ours and filled):
                raise sqlite3.DatabaseError("not a cache of this program")
            database.execute("PRAGMA journal_mode = WAL")
            database.execute("PRAGMA synchronous = NORMAL")
            database.execute("BEGIN IMMEDIATE")
            database.execute(f"PRAGMA application_id = {_APPLICATION}")
            database.execute(_CREATE)
            database.execute("COMMIT")
            database.execute("SELECT key, used, value FROM facts LIMIT 1").fetchone()
        except sqlite3.Error:
            database.close()
            raise
        return database

    def load(self, keys: Sequence[bytes]) -> Iterator[tuple[bytes, bytes]]:
        """(key, value) of those that are known, in no particular order."""
        if self._database is None:
            return
        for start in range(0, len(keys), _AT_ONCE):
            part = keys[start : start + _AT_ONCE]
            holes = ",".join("?" * len(part))
            try:
                rows = self._database.execute(f"SELECT key, value, used FROM facts WHERE key IN ({holes})", part).fetchall()
                old = [(self._now, name) for name, _, used in rows if used < self._now - _DAY]
                if old:
                    self._write("UPDATE facts SET used = ? WHERE key = ?", old)
            except sqlite3.Error:
                self.discard()
                return
            yield from ((name, value) for name, value, _ in rows if isinstance(value, bytes))

    def store(self, entries: Iterable[tuple[bytes, bytes]]) -> None:
        """Keeps values; what is already there is replaced."""
        if self._database is None:
            return
        with suppress(sqlite3.Error):
            self._write("INSERT OR REPLACE INTO facts (key, used, value) VALUES (?, ?, ?)", [(k, self._now, v) for k, v in entries])

    def _write(self, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
        assert self._database is not None
        self._database.execute("BEGIN IMMEDIATE")
        try:
            self._database.executemany(statement, rows)
            self._database.execute("COMMIT")
        except sqlite3.Error:
            with suppress(sqlite3.Error):
                self._database.execute("ROLLBACK")
            raise

    def discard(self) -> None:
        """Throws everything away: something in it was not what it should be."""
        self.close()
        with suppress(sqlite3.Error, OSError):
            for ending in ("", "-wal", "-shm"):
                self._path.with_name(self._path.name + ending).unlink(missing_ok=True)
            self._open()

    def trim(self, most: int = MOST_BYTES) -> None:
        """Drops what was not used for the longest time when the file has grown beyond `most` bytes."""
        if self._database is None:
            return
        with suppress(sqlite3.Error, OSError):
            if self._path.stat().st_size <= most:
                return
            total = 0
            rows = self._database.execute("SELECT key, length(value) FROM facts ORDER BY used DESC, key").fetchall()
            dropped = [(name,) for name, size in rows if (total := total + size + 100) > most * 3 // 4]
            self._write("DELETE FROM facts WHERE key = ?", dropped)
            self._database.execute("VACUUM")

    def close(self) -> None:
        """Ends the use of the database."""
        if self._database is not None:
            with suppress(sqlite3.Error), closing(self._database):
                pass
            self._database = None
