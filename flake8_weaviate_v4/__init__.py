"""Finds weaviate-client v3 code and says what replaces it in v4."""

from __future__ import annotations

__version__ = "0.1.0"
__all__ = ["Finding", "__version__", "check_source", "fix_source"]

TYPE_CHECKING = False  # as in typing, which takes as long to import as all else here together
if TYPE_CHECKING:
    from typing import Any

    from .api import Finding, check_source, fix_source


def __getattr__(name: str) -> Any:
    """The public functions, loaded when they are asked for: flake8 imports the package with each run."""
    if name in __all__:
        from . import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
