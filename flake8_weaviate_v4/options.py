"""What a user can switch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .registry import Rule

NEWEST = (4, 24)


@dataclass(frozen=True, slots=True)
class Options:
    """What a user can switch: the v4 version that hints are for, guarded code, and the two optional rule sets."""

    target: tuple[int, int] = NEWEST
    report_guarded: bool = False
    deprecations: bool = False
    unclosed: bool = False

    def enabled(self, rule: Rule) -> bool:
        """Whether a rule speaks under these options."""
        return not rule.optional or bool(getattr(self, rule.optional))


DEFAULT = Options()
