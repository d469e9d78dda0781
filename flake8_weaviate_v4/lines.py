"""Lines, as Python counts them."""

from __future__ import annotations

import io


def lines_of(text: str) -> list[str]:
    """The lines of a text with their ends, as Python counts lines: a form feed ends none."""
    return io.StringIO(text, newline="").readlines()
