"""Data files of the package, from wherever it was imported: a folder or a zip."""

from __future__ import annotations

import os

TYPE_CHECKING = False  # as in typing, which not all that read data have need of
if TYPE_CHECKING:
    from typing import Any


def read(name: str) -> Any:
    """What the JSON file ``name`` of the package holds, None where there is no such file."""
    import json  # late, for who reads no JSON

    found = raw(name)
    return None if found is None else json.loads(found)


def raw(name: str) -> bytes | None:
    """The bytes of the file ``name`` of the package, None where there is no such file (``importlib.resources`` takes longer to
    import than this file to read)."""
    loader: Any = globals()["__spec__"].loader
    try:
        found: bytes = loader.get_data(os.path.join(os.path.dirname(__file__), *name.split("/")))
    except OSError:
        return None
    return found
