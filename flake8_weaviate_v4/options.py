"""What a user can switch."""

from __future__ import annotations

import re

from .records import record

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from .registry import Rule

NEWEST = (4, 24)


def target(text: str) -> tuple[int, int]:
    """The v4 version that a user names: ``4.9``, ``4.9.3``. Raises ValueError."""
    if match := re.fullmatch(r"4\.(\d{1,3})(?:\.\d+)?", text.strip()):
        return 4, int(match[1])
    raise ValueError(f"{text!r} is no version of weaviate-client v4, such as 4.9")


@record(frozen=True)
class Options:
    """What a user can switch: the v4 version that hints are for, guarded code, and the optional rules."""

    target: tuple[int, int] = NEWEST
    report_guarded: bool = False
    deprecations: bool = False
    unclosed: bool = False
    unused_noqa: bool = False

    def enabled(self, rule: Rule) -> bool:
        """Whether a rule speaks under these options."""
        return not rule.optional or bool(getattr(self, rule.optional))


DEFAULT = Options()
