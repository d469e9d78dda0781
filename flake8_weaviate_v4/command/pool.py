"""Work on many files in several processes: the same results, in the same order."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Executor

T = TypeVar("T")
R = TypeVar("R")

WORTH_IT = 500_000  # characters of code from which on processes are started unasked: before, starting them costs more
_CHUNKS = 8  # a process; neighbours stay together, for they import the same files

_kept: dict[str, Any] = {}  # what a process keeps between chunks


def processes(jobs: int, files: int, characters: int) -> int:
    """How many processes to work in: as many as asked for, of its own accord only where they pay; 1 is this one."""
    if jobs:
        return min(jobs, files)
    return min(_cores(), files) if characters >= WORTH_IT else 1


def _cores() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        return os.cpu_count() or 1


class Pool:
    """Processes that each made their own tool (``make``, called once in each) and use it on chunks of items."""

    def __init__(self, workers: int, make: Callable[[], Any]) -> None:
        self.workers = workers
        from concurrent.futures import ProcessPoolExecutor  # late: most runs are this process alone

        self._executor: Executor = ProcessPoolExecutor(workers, initializer=_begin, initargs=(make,))

    def map(self, work: Callable[[Any, Sequence[T]], R], items: Sequence[T]) -> Iterator[R]:
        """``work(tool, chunk)`` of each chunk of the items, in their order."""
        size = max(1, -(-len(items) // (self.workers * _CHUNKS)))
        chunks = [items[start : start + size] for start in range(0, len(items), size)]
        yield from self._executor.map(_do, [work] * len(chunks), chunks)

    def close(self) -> None:
        """End the processes, whatever they are at."""
        self._executor.shutdown(wait=False, cancel_futures=True)


def _begin(make: Callable[[], Any]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process hears of it and ends the others
    _kept["tool"] = make()


def _do(work: Callable[[Any, Sequence[Any]], Any], chunk: Sequence[Any]) -> Any:
    return work(_kept["tool"], chunk)
