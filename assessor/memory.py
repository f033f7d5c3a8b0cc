"""What earlier runs worked out, so that a run over something that has not changed does not think it through again.

In: a name, all that the value depends on, and how to make it. Out: the value. The key is a digest of the program, its templates,
the libraries under it and the `depends`: whatever changes, the key is another one, and nothing has to be declared stale. Values
lie in the cache of facts, which keeps to the user and may vanish at any time. Nothing that stands in no output gets there.
"""

import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from assessor import resources
from assessor.extract.cache import Cache, program

Value = TypeVar("Value")
_LIBRARIES = ("networkx", "inflection", "jinja2", "msgspec", "pathspec", "packageurl-python")
"""Besides those that `extract/cache.py` counts."""


@cache
def thinking() -> bytes:
    """Digest of all that turns facts into outputs, apart from the rules."""
    from importlib.metadata import version

    digest = blake2b(program())
    home = Path(__file__).parent
    for folder, pattern in ((home, "*.py"), (resources.folder("templates"), "*")):
        for path in sorted(each for each in folder.rglob(pattern) if each.is_file()):
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    for library in _LIBRARIES:
        digest.update(f"{library} {version(library)}\0".encode())
    return digest.digest()


def digest(depends: object) -> bytes:
    """Stands for `depends` where several values depend on the same."""
    return blake2b(msgspec.msgpack.encode(depends, order="deterministic"), digest_size=16).digest()


class Memory:
    """Of one run: what it made itself, and with a `cache` what earlier ones made."""

    def __init__(self, cache: Cache | None = None) -> None:
        self.cache = cache
        self._made: dict[bytes, Any] = {}

    def recall(
        self,
        name: str,
        kind: type[Value],
        depends: object,
        make: Callable[[], Value],
        lasting: Callable[[Value], bool] | None = None,
    ) -> Value:
        """See `domain/recall.py`. A value that is not `lasting` is for this run alone."""
        key = blake2b(
            msgspec.msgpack.encode((name, depends), order="deterministic"),
            digest_size=16,
            key=thinking(),
        ).digest()
        if key not in self._made:
            found = self._stored(key, kind)
            if found is None:
                found = make()
                if self.cache and (lasting is None or lasting(found)):
                    self.cache.store([(key, zlib.compress(msgspec.msgpack.encode(found), 1))])
            self._made[key] = found
        made: Value = self._made[key]
        return made

    def _stored(self, key: bytes, kind: type[Value]) -> Value | None:
        """None for what is not known. A value that cannot be read makes the whole cache worthless."""
        for _, value in self.cache.load([key]) if self.cache else ():
            try:
                return msgspec.msgpack.decode(zlib.decompress(value), type=kind)
            except (zlib.error, msgspec.DecodeError):
                assert self.cache is not None
                self.cache.discard()
        return None


@contextmanager
def remembering(wanted: bool) -> Iterator[Memory]:
    """The memory of a run; unless `wanted` it knows nothing of earlier ones and leaves nothing for later ones."""
    if not wanted:
        yield Memory()
        return
    kept = Cache()
    try:
        yield Memory(kept)
        kept.trim()
    finally:
        kept.close()
