"""A bar that tells how far a long run is: on a terminal, from half a second on, gone when the run ends."""

from __future__ import annotations

import sys
import time

_WAIT, _EVERY, _WIDTH = 0.5, 0.1, 30  # seconds, seconds, characters


class Progress:
    """How many of ``total`` steps are done. Shows nothing where the error stream is no terminal, or nothing is wanted."""

    def __init__(self, what: str, total: int, wanted: bool = True) -> None:
        self._what, self._total, self._done = what, total, 0
        self._next = time.monotonic() + _WAIT
        self._wanted = wanted and total > 1 and sys.stderr.isatty()
        self._shown = False

    def step(self, count: int = 1) -> None:
        """``count`` more are done."""
        self._done += count
        if self._wanted and (now := time.monotonic()) >= self._next:
            self._next, self._shown = now + _EVERY, True
            full = _WIDTH * self._done // self._total
            bar = "=" * full + " " * (_WIDTH - full)
            sys.stderr.write(f"\r{self._what} [{bar}] {self._done}/{self._total}")
            sys.stderr.flush()

    def end(self) -> None:
        """Take the bar away."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
