"""The report as one page that needs nothing else: its data is in it, and it loads nothing."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any


def as_page(data: dict[str, Any]) -> str:
    """The page. What comes from the code is data to it: JSON that can close no element, shown as text only."""
    template = files(__package__).joinpath("page.html").read_text("utf-8")
    text = json.dumps(data, separators=(",", ":"), ensure_ascii=True)
    for character in "<>&":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return template.replace("@DATA@", text)
