"""Whether to write in colours."""

from __future__ import annotations

import os

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from typing import IO


def has_colours(stream: IO[str]) -> bool:
    """Whether a stream shows colours: what ``NO_COLOR``, ``FORCE_COLOR`` and ``TERM`` say, else whether it is a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") != "0":
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"
