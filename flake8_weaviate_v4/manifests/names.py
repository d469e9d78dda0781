"""Which files are project files by their names: what the walk over folders asks of each file, so nothing is imported here."""

from __future__ import annotations

import re

_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("pip", re.compile(r"(?:.*[-_.])?(?:requirements|constraints)(?:[-_.].*)?\.(?:txt|in)")),
    ("pyproject", re.compile(r"pyproject\.toml")),
    ("setup.cfg", re.compile(r"setup\.cfg")),
    ("pipfile", re.compile(r"Pipfile")),
    ("conda", re.compile(r"(?:.*[-_.])?environment(?:[-_.].*)?\.ya?ml")),
    ("compose", re.compile(r"(?:docker-)?compose(?:[-_.].*)?\.ya?ml|.*[-_.]compose\.ya?ml")),
    ("helm", re.compile(r"(?:.*[-_.])?values(?:[-_.].*)?\.ya?ml")),
    ("yaml", re.compile(r".*\.ya?ml")),  # of these the content decides
)
_ENDS = (".txt", ".in", ".toml", ".cfg", ".yml", ".yaml", "Pipfile")
_PIP_FOLDER = re.compile(r"(?:^|.*[/\\])(?:requirements|constraints)[/\\][^/\\]+\.(?:txt|in)")


def kind_of(path: str) -> str:
    """The kind of a project file, empty for other files."""
    if not path.endswith(_ENDS):
        return ""
    name = path[max(path.rfind("/"), path.rfind("\\")) + 1 :]
    found = next((kind for kind, pattern in _KINDS if pattern.fullmatch(name)), "")
    return found or ("pip" if _PIP_FOLDER.match(path) else "")
