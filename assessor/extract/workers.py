"""Runs one function over many items in worker processes, so that a crash, a hang or a memory blow-up costs one item, not the run.

In: items with a weight. Out: (item, result) in the order they are done, with `Lost` as the result of an item that its worker did
not survive. A worker answers its items one by one and in order, so whoever dies, the guilty item is the first that is missing.
"""

import multiprocessing
import os
import pickle
import signal
import sys
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from math import ceil
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

from msgspec import Struct

Item = TypeVar("Item")
Work = Callable[[Any], bytes]

SECONDS = 9
"""Processor time one item may take before its worker is killed. Rounded up to whole seconds by the system."""

PATIENCE = 20.0 if sys.platform == "win32" else 180.0
"""Seconds on the clock after which an item counts as hung, whatever its worker does. Where processor time is limited only a
worker that waits gets that far: a loaded machine is no fault of a file."""

MEMORY_BYTES = 1536 * 1024**2
"""Address space one worker may grow by, where the system can limit it."""

AHEAD = 400_000
"""Weight (bytes of source) that a worker is given at once: small enough to balance, large enough that it never waits."""
_LEAST_WEIGHT = 4_000
_ANSWERS_AT_ONCE = 20
_ANSWER, _FAULT = b"a", b"f"
_ends: set[Any] = set()
"""Our ends of all pipes. A forked worker closes its copies, so that it sees the end when we are gone."""


class Lost(Struct, frozen=True):
    """Why an item has no result: `crashed`, or `timeout`."""

    reason: str


def run(
    work: Work,
    items: Sequence[Item],
    *,
    jobs: int,
    setup: Callable[..., None],
    arguments: tuple[Any, ...],
    weight: Callable[[Item], int] = lambda item: 1,
    seconds: int = SECONDS,
    patience: float = PATIENCE,
) -> Iterator[tuple[Item, bytes | Lost]]:
    """`work(item)` for every item, in no particular order. `setup(*arguments)` runs once in every worker.

    An exception that `work` raises is a fault of ours: it is raised here.
    """
    waiting = deque(items)
    crew: list[_Worker[Item]] = [_Worker(work, setup, arguments, seconds) for _ in range(max(1, min(jobs, len(items))))]
    try:
        while True:
            for worker in crew:
                worker.feed(waiting, weight)
            busy = {worker.pipe: worker for worker in crew if worker.items}
            if not busy:
                return
            soonest = min(worker.since for worker in busy.values()) + patience
            for pipe in wait(list(busy), timeout=max(0.0, soonest - time.monotonic())):
                yield from busy[pipe].answers()
            for worker in busy.values():
                if worker.items and time.monotonic() - worker.since > patience and not worker.pipe.poll():
                    yield worker.restart("timeout")
    finally:
        for worker in crew:
            worker.stop()


class _Worker(Generic[Item]):
    """One process, the items it was given and has not answered, and since when it has been at the first of them."""

    def __init__(self, work: Work, setup: Callable[..., None], arguments: tuple[Any, ...], seconds: int) -> None:
        self.items: deque[Item] = deque()
        self.since = 0.0
        self._pending: deque[Item] = deque()
        self._retried: Item | None = None
        self._call = (work, setup, arguments, seconds)
        self._start()

    def _start(self) -> None:
        context: Any = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
        self.pipe, theirs = context.Pipe()
        _ends.add(self.pipe)
        self._process = context.Process(target=_serve, args=(theirs, *self._call), daemon=True)
        self._process.start()
        theirs.close()
        self.since = time.monotonic()

    def feed(self, waiting: deque[Item], weight: Callable[[Item], int]) -> None:
        """Gives more as soon as little is left; items that came back from a dead worker go first."""
        if len(self.items) > 1:
            return
        batch: list[Item] = []
        total = 0
        while total < AHEAD and (self._pending or waiting):
            item = (self._pending or waiting).popleft()
            batch.append(item)
            total += max(weight(item), _LEAST_WEIGHT)
        if not batch:
            return
        if not self.items:
            self.since = time.monotonic()
        self.items.extend(batch)
        try:
            self.pipe.send(batch)
        except OSError:
            return  # it has just died, which the next reading shows

    def answers(self) -> Iterator[tuple[Item, bytes | Lost]]:
        """What it has answered by now, but not so much that others wait for us."""
        try:
            for _ in range(_ANSWERS_AT_ONCE):
                message = self.pipe.recv_bytes()
                if message[:1] == _FAULT:
                    raise pickle.loads(message[1:])
                self.since = time.monotonic()
                yield self.items.popleft(), message[1:]
                if not self.pipe.poll():
                    break
            return
        except (EOFError, OSError):
            pass
        self._process.join()
        if not self.items:
            self._renew()
        elif sys.platform != "win32" and self._process.exitcode == -signal.SIGXCPU:
            yield self.restart("timeout")
        elif self._retried is self.items[0]:
            yield self.restart("crashed")
        else:  # memory that earlier items left behind, or somebody's kill: the same item gets one more worker of its own
            self._retried = self.items[0]
            self._renew()

    def restart(self, reason: str) -> tuple[Item, Lost]:
        """A new process for the items after the guilty one, which is returned."""
        guilty = self.items.popleft()
        self._renew()
        return guilty, Lost(reason)

    def _renew(self) -> None:
        self.stop()
        self._pending.extendleft(reversed(self.items))
        self.items.clear()
        self._start()

    def stop(self) -> None:
        self._process.kill()
        self._process.join()
        _ends.discard(self.pipe)
        self.pipe.close()


def _serve(pipe: "Connection[Any, Any]", work: Work, setup: Callable[..., None], arguments: tuple[Any, ...], seconds: int) -> None:
    """The life of a worker: batches of items in, one answer for each out."""
    for end in _ends:
        end.close()
    try:
        _confine()
        setup(*arguments)
        while True:
            for item in pipe.recv():
                _allow(seconds)
                pipe.send_bytes(_ANSWER + work(item))
    except EOFError:
        return
    except Exception as error:
        error.add_note(traceback.format_exc())
        pipe.send_bytes(_FAULT + pickle.dumps(error))
    except BaseException:  # a panic of the parser's own language
        os._exit(1)


def _confine() -> None:
    """No interrupts (the parent stops us), no messages of parsers on the terminal, no core files, bounded memory."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ["RUST_BACKTRACE"] = "0"
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 2)
    os.close(silence)
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    if sys.platform == "linux" and resource.getrlimit(resource.RLIMIT_AS)[1] == resource.RLIM_INFINITY:
        with open("/proc/self/statm", encoding="ascii") as statm:  # noqa: PTH123  # the process's own size
            used = int(statm.read().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY_BYTES, resource.RLIM_INFINITY))


def _allow(seconds: int) -> None:
    """Processor time for the next item; the system kills us when it is used up."""
    if sys.platform != "win32":
        import resource

        limit = ceil(time.process_time()) + seconds
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        if hard == resource.RLIM_INFINITY or limit < hard:
            resource.setrlimit(resource.RLIMIT_CPU, (limit, hard))
