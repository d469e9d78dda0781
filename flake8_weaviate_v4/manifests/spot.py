"""What a reader of project files finds: a place, what is wrong with it, and the change that would mend it."""

from __future__ import annotations

from ..records import record
from ..rewrite.edits import Edit


class Unreadable(ValueError):
    """A file that is not what its name says, with the 1-based line and column."""

    def __init__(self, why: str, line: int = 1, column: int = 1) -> None:
        super().__init__(why)
        self.line, self.column = line, column


@record(frozen=True)
class Spot:
    """Characters ``start`` to ``end`` (0-based, end excluded) break rule ``code``. ``values`` fill the rule's message."""

    start: int
    end: int
    code: str
    values: dict[str, str]
    edit: Edit | None = None
    doubt: str = ""
