"""What is found in a project file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import islice

from ..patterns import pattern
from . import requirements, servers
from .names import kind_of
from .spot import Spot, Unreadable

Reader = Callable[[str, tuple[int, int]], Iterable[Spot]]
_READERS: dict[str, Reader] = {
    "pip": requirements.pip_file,
    "pyproject": requirements.pyproject,
    "setup.cfg": requirements.setup_cfg,
    "pipfile": requirements.pipfile,
    "conda": requirements.conda,
    "compose": servers.compose,
    "helm": servers.helm,
}
_SERVICES = pattern(r"^[ \t]*services[ \t]*:", re.MULTILINE)
_KIND = pattern(r"^kind[ \t]*:", re.MULTILINE)


def _reader(path: str, text: str) -> Reader | None:
    kind = kind_of(path)
    if kind == "yaml":
        return servers.manifest if _KIND.search(text) else servers.compose if _SERVICES.search(text) else None
    return _READERS.get(kind)


def spots(path: str, text: str, target: tuple[int, int]) -> list[Spot]:
    """What is found in a project file for a v4 client of this version, in order. Raises Unreadable where it is not what its
    name says; a template which is no YAML until it is filled, or something else with that ending holds nothing."""
    if "weaviate" not in text.lower() or (read := _reader(path, text)) is None:
        return []
    try:
        return sorted(islice(read(text, target), requirements.MOST), key=lambda spot: (spot.start, spot.code))
    except Unreadable:
        if kind_of(path) in ("yaml", "helm") or "{{" in text or "{%" in text:
            return []
        raise
