"""Work on many files in several processes: the same results, in the same order."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from .told import Wrong

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from concurrent.futures import Executor
    from typing import Any, TypeVar

    T = TypeVar("T")
    R = TypeVar("R")

WORTH_IT = 500_000  # characters of code from which on processes are started unasked: before, starting them costs more
_MOST = 8  # processes a core, whatever a configuration asks for: they could fill the machine
_SAFE_PATH = "PYTHONSAFEPATH"
_CHUNKS = 8  # a process; neighbours stay together, for they import the same files

_kept: dict[str, Any] = {}  # what a process keeps between chunks


def processes(jobs: int, files: int, characters: int) -> int:
    """How many processes to work in: as many as asked for, of its own accord only where they pay; 1 is this one."""
    if sys.version_info < (3, 11) and sys.platform in ("darwin", "win32"):
        return 1  # see Pool: there is no PYTHONSAFEPATH yet, and processes are not forked
    if jobs:
        return min(jobs, files, _MOST * _cores())
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
        self._safe_path = os.environ.get(_SAFE_PATH)
        os.environ[_SAFE_PATH] = "1"  # where they are not forked they would look for modules in the working folder first
        from concurrent.futures import ProcessPoolExecutor  # late: most runs are this process alone

        self._executor: Executor = ProcessPoolExecutor(workers, initializer=_begin, initargs=(make,))

    def map(self, work: Callable[[Any, Sequence[T]], R], items: Sequence[T]) -> Iterator[R]:
        """``work(tool, chunk)`` of each chunk of the items, in their order. Raises Wrong where a process is killed."""
        size = max(1, -(-len(items) // (self.workers * _CHUNKS)))
        return self.each(work, (items[start : start + size] for start in range(0, len(items), size)))

    def each(self, work: Callable[[Any, Sequence[T]], R], chunks: Iterable[Sequence[T]]) -> Iterator[R]:
        """``work(tool, chunk)`` of each chunk, in their order. Raises Wrong where a process is killed."""
        from concurrent.futures import BrokenExecutor

        try:
            yield from self._executor.map(partial(_do, work), chunks)
        except BrokenExecutor as error:
            raise Wrong("a process that worked on the files was ended from outside; nothing was written") from error

    def close(self) -> None:
        """End the processes, whatever they are at."""
        children = list((getattr(self._executor, "_processes", None) or {}).values())
        self._executor.shutdown(wait=False, cancel_futures=True)
        for child in children:
            child.terminate()
        if self._safe_path is None:
            os.environ.pop(_SAFE_PATH, None)


def _begin(make: Callable[[], Any]) -> None:
    import signal
    import threading

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process hears of it and ends the others
    threading.Thread(target=_end_with_the_first, daemon=True).start()
    _kept["tool"] = make()


def _end_with_the_first() -> None:
    """End this process when the first is killed: it would wait for work for ever, and keep the streams open."""
    from multiprocessing import connection, parent_process

    if (first := parent_process()) is not None:
        connection.wait([first.sentinel])
        os._exit(1)


def _do(work: Callable[[Any, Sequence[Any]], Any], chunk: Sequence[Any]) -> Any:
    return work(_kept["tool"], chunk)
