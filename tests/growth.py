"""How much more is done for a program that is twice as long: calls are counted, time is not taken."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType, ModuleType

MOST = 2.25  # times as many calls for twice as much code


def _shapes() -> ModuleType:
    spec = importlib.util.spec_from_file_location("shapes", Path(__file__).parents[1] / "benchmarks/shapes.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


shapes = _shapes()


def calls(function: Callable[[], object]) -> int:
    """How many functions are called while one runs, those of C included."""
    number = 0

    def count(frame: FrameType, event: str, _: object) -> None:
        nonlocal number
        number += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        function()
    finally:
        sys.setprofile(before)
    return number
