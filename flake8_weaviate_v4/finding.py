"""What every face tells: apart from what finds it, which not every run has to load."""

from __future__ import annotations

from .records import NamedTuple


class Finding(NamedTuple):
    """A usage that a rule speaks to. ``line`` is 1-based, ``column`` 0-based in characters; ``length`` is that of the
    marked name. ``message`` is one line without the link."""

    line: int
    column: int
    code: str
    message: str
    url: str
    length: int = 0
    symbol: str = ""
    guarded: bool = False
