"""Write a surface as JSON that reads well as a diff: one symbol a line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def render(surface: dict[str, Any]) -> str:
    """Return the JSON text of a surface: `versions`, then `aliases` and `symbols` with one entry a line."""
    parts = [f' "versions": {json.dumps(surface["versions"])}']
    for name in ("aliases", "symbols"):
        lines = [f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in surface[name].items()]
        parts.append(f' "{name}": {{\n' + ",\n".join(lines) + "\n }")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def write(surface: dict[str, Any], path: Path) -> None:
    """Write a surface to a file, making its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(render(surface), encoding="utf-8")
