"""Rewrites of v3 code into v4 code that sends the same requests."""

from .fix import Broken, Fixed, fix, fix_text
from .plan import Fix, Left, Planner
from .unit import Applicability

__all__ = ["Applicability", "Broken", "Fix", "Fixed", "Left", "Planner", "fix", "fix_text"]
