"""Rewrites of v3 code into v4 code that sends the same requests."""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from typing import Any

    from .change import Applicability, Fix, Left
    from .fix import Broken, Fixed, fix_text
    from .plan import Planner

__all__ = ["Applicability", "Broken", "Fix", "Fixed", "Left", "Planner", "fix_text"]
_HOMES = {"Applicability": ".change", "Fix": ".change", "Left": ".change", "Planner": ".plan"}


def __getattr__(name: str) -> Any:
    """Loaded when asked for: what only reads a text or its edits needs none of the engine."""
    if name in __all__:
        return getattr(import_module(_HOMES.get(name, ".fix"), __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
