"""Worker processes: a crash or a hang costs the guilty item, nothing else."""

import multiprocessing
import os
import signal
import sys
import time

import pytest

from assessor.extract.workers import Lost, run

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits are a matter of POSIX")
JOBS = pytest.mark.parametrize("jobs", [1, 2])


def prepare() -> None:
    """Nothing to prepare."""


def double(number: int) -> bytes:
    if number == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    if number == 77:
        time.sleep(60)
    if number == 78:
        while True:
            pass
    if number == 79:
        raise SystemExit("what a panic looks like: no Exception")
    if number == 80:
        return bytes(8 * 1024**3)[:1]
    if number == 99:
        raise ValueError("a fault of ours")
    return str(2 * number).encode()


def go(items: list[int], jobs: int, **limits: float) -> tuple[list[int], list[tuple[int, str]]]:
    done = list(run(double, items, jobs=jobs, setup=prepare, arguments=(), **limits))  # type: ignore[arg-type]
    assert sorted(item for item, _ in done) == sorted(items), "every item has one answer"
    lost = sorted((item, result.reason) for item, result in done if isinstance(result, Lost))
    return sorted(int(result) for _, result in done if isinstance(result, bytes)), lost


@JOBS
def test_everything_comes_back(jobs: int) -> None:
    assert go(list(range(100, 400)), jobs) == ([2 * n for n in range(100, 400)], [])
    assert go([], jobs) == ([], [])


@POSIX
@JOBS
def test_a_crash_loses_one_item(jobs: int) -> None:
    assert go([1, 2, 3, 13, 4, 5, 79, 6], jobs) == ([2, 4, 6, 8, 10, 12], [(13, "crashed"), (79, "crashed")])


@POSIX
def test_the_first_and_the_last_item_may_crash_too() -> None:
    assert go([13], 2) == ([], [(13, "crashed")])
    assert go([13, 1, 79], 1) == ([2], [(13, "crashed"), (79, "crashed")])


@JOBS
def test_a_hang_loses_one_item(jobs: int) -> None:
    assert go([1, 2, 77, 4], jobs, patience=0.5) == ([2, 4, 8], [(77, "timeout")])


@POSIX
def test_an_item_that_computes_without_end_loses_its_time() -> None:
    started = time.monotonic()
    assert go([1, 78, 4], 1, seconds=1) == ([2, 8], [(78, "timeout")])
    assert time.monotonic() - started < 60


def test_a_fault_of_ours_is_not_swallowed() -> None:
    with pytest.raises(ValueError, match="a fault of ours") as fault:
        go([1, 99], 1)
    assert "in double" in fault.value.__notes__[0]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not limit memory")
def test_memory_is_bounded() -> None:
    with pytest.raises(MemoryError):
        go([1, 80], 1)


def test_nobody_is_left_behind() -> None:
    go(list(range(10)), 2)
    assert multiprocessing.active_children() == []
