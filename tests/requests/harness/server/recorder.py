"""What was asked since the last reset."""

from __future__ import annotations

import threading
from typing import Any

from .state import State


class Recorder:
    """The state and the records of one server; requests are handled one at a time, under its lock."""

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self.state = State()
        self.records: list[dict[str, Any]] = []

    def control(self, command: str) -> Any:
        """``reset`` before a program, ``records`` after it."""
        if command == "reset":
            self.state.reset()
            self.records = []
        return self.records
