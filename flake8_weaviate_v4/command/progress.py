"""A bar that tells how far a long run is: on a terminal, from half a second on, gone when the run ends."""

from __future__ import annotations

import sys
import time

_WAIT, _EVERY, _WIDTH = 0.5, 0.1, 30  # seconds, seconds, characters


class Progress:
    """How many of ``total`` steps are ``done``; None where nobody knows how many there are. Shows nothing where the error stream
    is no terminal, or nothing is wanted."""

    def __init__(self, what: str, total: int | None, wanted: bool = True) -> None:
        self._what, self._total, self.done = what, total, 0
        self._next = time.monotonic() + _WAIT
        self._wanted = wanted and total not in (0, 1) and sys.stderr.isatty()
        self._shown = False

    def step(self, count: int = 1) -> None:
        """``count`` more are done."""
        self.done += count
        if self._wanted and (now := time.monotonic()) >= self._next:
            self._next, self._shown = now + _EVERY, True
            sys.stderr.write(f"\r{self._what} {self._bar()}")
            sys.stderr.flush()

    def _bar(self) -> str:
        if self._total is None:
            return f"{self.done} files"
        full = _WIDTH * self.done // self._total
        return f"[{'=' * full}{' ' * (_WIDTH - full)}] {self.done}/{self._total}"

    def end(self) -> None:
        """Take the bar away."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
