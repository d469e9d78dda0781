"""Regular expressions that are compiled when they are first used: most runs use few of the package's, and all together take as long
to compile as a small file to check."""

from __future__ import annotations

import re

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from typing import Any


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` returns, for all that is asked of it. An error in ``text`` shows when it is used."""
    late: Any = _Late(text, flags)
    return late  # type: ignore[no-any-return]


class _Late:
    def __init__(self, text: str, flags: int) -> None:
        self._text, self._flags = text, flags

    def __getattr__(self, name: str) -> Any:
        """A method of the compiled expression, kept so that it is found at once from then on."""
        found = getattr(re.compile(self._text, self._flags), name)
        setattr(self, name, found)
        return found
