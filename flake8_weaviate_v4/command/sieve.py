"""Most files of a tree have nothing to do with Weaviate: a second process looks through half of them, which costs less to start than
one that could do more."""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable, Sequence

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from .paths import Found

WORTH_IT = 1000  # files of a run from which on it pays


def is_possible() -> bool:
    """Whether this process can be forked: not while other threads are at work, nor where system libraries don't stand it."""
    threading = sys.modules.get("threading")
    return sys.platform == "linux" and (threading is None or threading.active_count() == 1)


class Sieve:
    """A process that looks at files while this one goes on; ``passes`` tells of a file whether it is worth reading."""

    def __init__(self, found: Sequence[Found], passes: Callable[[Found], bool]) -> None:
        self._all = range(len(found))
        self._end, end = os.pipe()
        self._process = os.fork()
        if self._process:
            os.close(end)
            return
        try:  # from here on it is the other process, which ends here whatever happens
            with open(end, "wb") as stream:
                stream.write(marshal.dumps([place for place, each in enumerate(found) if passes(each)]))
            os._exit(0)
        finally:
            os._exit(1)

    def passed(self) -> Sequence[int]:
        """The places of the files that are worth reading: all of them where the process did not come to its end."""
        with open(self._end, "rb") as stream:
            told = stream.read()
        _, status = os.waitpid(self._process, 0)
        places: list[int] | range = self._all if status else marshal.loads(told)
        return places
