"""The variables in a rule's message (``$RECEIVER``, ``$CLASS_NAME``), for which something else is put in."""

from __future__ import annotations

import re
from functools import lru_cache

from .patterns import pattern

_VARIABLE = pattern(r"\$\$?\$?([A-Z_]+)")


def plain(message: str) -> str:
    """A rule's message without any code to speak of: ``...`` in the place of its variables."""
    return fill(template(message), {})


@lru_cache(maxsize=1024)
def template(text: str) -> list[str]:
    """The text in parts: every second one is the name of a variable."""
    return _VARIABLE.split(text)


def fill(template: list[str], values: dict[str, str]) -> str:
    """A template with these values for its variables; several ``...`` in a row are one."""
    parts = template.copy()
    parts[1::2] = [values.get(name) or ("client" if name == "RECEIVER" else "...") for name in template[1::2]]
    filled = "".join(parts)
    if "..., ..." in filled:  # several arguments that are left out
        return re.sub(r"\(\.\.\.(, \.\.\.)+\)", "(...)", filled)
    return filled
