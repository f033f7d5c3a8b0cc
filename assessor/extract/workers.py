"""Runs one function over many files in worker processes, so that a crash, a hang or a memory blow-up costs one file, not the run.

In: items with a weight. Out: results, or for an item that killed its worker the reason why. A pool that breaks is built
anew with one worker, the chunk that was running is cut in halves until one item is left, and that one is reported.
"""

import multiprocessing
import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import Any, Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

CHUNK_WEIGHT = 400_000
"""Bytes of source in one chunk: small enough to balance, large enough to hide the cost of sending."""

PATIENCE = 60.0
"""Seconds without any chunk coming back after which the running chunks count as hung."""

MEMORY_BYTES = 3 * 1024**3
"""Address space one worker may grow by, where the system can limit it."""


class Lost(Generic[Item]):
    """An item whose worker died (`crashed`) or never came back (`timeout`)."""

    def __init__(self, item: Item, reason: str) -> None:
        self.item = item
        self.reason = reason


def chunks(items: Sequence[Item], weight: Callable[[Item], int], limit: int = CHUNK_WEIGHT) -> list[list[Item]]:
    """Items in order, cut where the sum of weights passes `limit`."""
    result: list[list[Item]] = []
    size = limit
    for item in items:
        if size >= limit:
            result.append([])
            size = 0
        result[-1].append(item)
        size += weight(item) + 2_000
    return result


def _start(setup: Callable[..., None], arguments: tuple[Any, ...]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the parent, which ends the pool
    if sys.platform != "win32":
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        if sys.platform == "linux" and hard == resource.RLIM_INFINITY:
            with open("/proc/self/statm", encoding="ascii") as statm:  # noqa: PTH123  # the process's own size
                used = int(statm.read().split()[0]) * resource.getpagesize()
            resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY_BYTES, hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    setup(*arguments)


def run(
    work: Callable[[list[Item]], Result],
    todo: Iterable[list[Item]],
    *,
    jobs: int,
    setup: Callable[..., None],
    arguments: tuple[Any, ...],
    done: Callable[[list[Item]], None],
    patience: float = PATIENCE,
) -> tuple[list[Result], list[Lost[Item]]]:
    """Results in no particular order, and what was lost. `setup(*arguments)` runs once in every worker."""
    pending = list(todo)
    results: list[Result] = []
    lost: list[Lost[Item]] = []
    workers = jobs
    while pending:
        finished, broken = _round(work, pending, workers, setup, arguments, patience, results, done)
        left = [chunk for index, chunk in enumerate(pending) if index not in finished]
        if not broken:
            return results, lost
        if workers > 1 and len(left) > 1:
            # Several chunks were running: find the guilty one by running them alone, the earliest first.
            workers = 1
            pending = left
            continue
        guilty, rest = left[0], left[1:]
        if len(guilty) == 1:
            lost.append(Lost(guilty[0], broken))
            done(guilty)
            pending = rest
            workers = jobs
        else:
            middle = len(guilty) // 2
            pending = [guilty[:middle], guilty[middle:], *rest]
            workers = 1
    return results, lost


def _round(
    work: Callable[[list[Item]], Result],
    pending: list[list[Item]],
    workers: int,
    setup: Callable[..., None],
    arguments: tuple[Any, ...],
    patience: float,
    results: list[Result],
    done: Callable[[list[Item]], None],
) -> tuple[set[int], str]:
    """One pool until everything is done or it breaks: the indexes that finished, and why it broke (empty: it did not)."""
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    pool = ProcessPoolExecutor(max_workers=workers, mp_context=context, initializer=_start, initargs=(setup, arguments))
    finished: set[int] = set()
    running: dict[Future[Result], int] = {}
    broken = ""
    try:
        waiting = iter(enumerate(pending))
        exhausted = False
        while True:
            while not exhausted and len(running) < workers + (1 if workers > 1 else 0):
                try:
                    index, chunk = next(waiting)
                except StopIteration:
                    exhausted = True
                    break
                running[pool.submit(work, chunk)] = index
            if not running:
                return finished, ""
            ready, _ = wait(running, timeout=patience, return_when=FIRST_COMPLETED)
            if not ready:
                broken = "timeout"
                return finished, broken
            for future in ready:
                index = running.pop(future)
                results.append(future.result())
                finished.add(index)
                done(pending[index])
    except BrokenProcessPool:
        broken = "crashed"
        return finished, broken
    finally:
        if broken == "timeout":
            for process in list((pool._processes or {}).values()):
                process.kill()
        pool.shutdown(wait=True, cancel_futures=True)
