"""What a command ends in: what it has to tell, or why the command line can't be followed. Nothing else is imported with it."""

from __future__ import annotations

from ..records import field, record


class Wrong(Exception):
    """A command line or configuration that can't be followed, and why."""


@record()
class Report:
    """What goes to the two streams, in order, and the exit code. ``passed`` is code that goes from the standard input to the
    standard output, before all else, wherever the rest goes."""

    code: int = 0
    passed: bytes | None = None
    out: list[str | bytes] = field(default_factory=list)
    err: list[str] = field(default_factory=list)


def counted(number: int) -> str:
    """``1 finding``, ``2 findings``."""
    return f"{number} finding{'' if number == 1 else 's'}"
