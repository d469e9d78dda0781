"""What can be told of a rewrite, apart from what makes it, which not every run has to load."""

from __future__ import annotations

from enum import IntEnum

from ..finding import Finding
from ..records import record
from .edits import Edit


class Applicability(IntEnum):
    """How sure a fix is, in ruff's words."""

    DISPLAY = 0
    UNSAFE = 1
    SAFE = 2


@record(frozen=True)
class Fix:
    """A change that mends findings: ``edits`` of the file's text, how sure it is, why it is not safe, what it mends."""

    edits: tuple[Edit, ...]
    applicability: Applicability
    doubts: tuple[str, ...]
    findings: tuple[Finding, ...]


@record(frozen=True)
class Left:
    """A use that is not rewritten, at 1-based ``line`` and 0-based ``column``, and why."""

    line: int
    column: int
    symbol: str
    why: str
