"""Worker processes: a crash or a hang costs the guilty item, nothing else."""

import os
import signal
import sys
import time

import pytest

from assessor.extract.workers import Lost, chunks, run


def prepare() -> None:
    """Nothing to prepare."""


def double(chunk: list[int]) -> list[int]:
    result = []
    for number in chunk:
        if number == 13:
            os.kill(os.getpid(), signal.SIGKILL)
        if number == 77:
            time.sleep(60)
        if number == 99:
            raise ValueError("a fault of ours")
        result.append(2 * number)
    return result


def go(items: list[int], jobs: int, patience: float = 60.0) -> tuple[list[int], list[tuple[int, str]], list[int]]:
    done: list[int] = []
    results, lost = run(
        double, chunks(items, lambda _: 0, 6_000), jobs=jobs, setup=prepare, arguments=(), done=done.extend, patience=patience
    )
    return sorted(n for part in results for n in part), sorted((each.item, each.reason) for each in lost), sorted(done)


def test_chunks_keep_order_and_end_where_the_limit_is_passed() -> None:
    assert chunks([5, 5, 20, 1], lambda n: n * 1000, 9_000) == [[5, 5], [20], [1]]
    assert chunks([], lambda n: n) == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_everything_comes_back(jobs: int) -> None:
    assert go(list(range(10)), jobs) == ([2 * n for n in range(10)], [], list(range(10)))


@pytest.mark.skipif(sys.platform == "win32", reason="signals are a matter of POSIX")
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_crash_loses_one_item(jobs: int) -> None:
    items = [1, 2, 3, 13, 4, 5, 6, 7, 8]
    assert go(items, jobs) == ([2, 4, 6, 8, 10, 12, 14, 16], [(13, "crashed")], sorted(items))


@pytest.mark.skipif(sys.platform == "win32", reason="signals are a matter of POSIX")
def test_a_hang_loses_one_item() -> None:
    assert go([1, 2, 77, 4], 2, patience=1.0) == ([2, 4, 8], [(77, "timeout")], [1, 2, 4, 77])


def test_a_fault_of_ours_is_not_swallowed() -> None:
    with pytest.raises(ValueError, match="a fault of ours"):
        go([1, 99], 1)


def test_lost_names_item_and_reason() -> None:
    lost = Lost(3, "crashed")
    assert (lost.item, lost.reason) == (3, "crashed")
