"""Which files are project files by their names: what the walk over folders asks of each file, so nothing is imported here."""

from __future__ import annotations

from ..patterns import pattern

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    import re

# The kind, what its names hold one of (which is looked up faster), and the names.
_KINDS: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...] = (
    ("pip", ("requirements", "constraints"), pattern(r"(?:.*[-_.])?(?:requirements|constraints)(?:[-_.].*)?\.(?:txt|in)")),
    ("pyproject", ("pyproject.toml",), pattern(r"pyproject\.toml")),
    ("setup.cfg", ("setup.cfg",), pattern(r"setup\.cfg")),
    ("pipfile", ("Pipfile",), pattern(r"Pipfile")),
    ("conda", ("environment",), pattern(r"(?:.*[-_.])?environment(?:[-_.].*)?\.ya?ml")),
    ("compose", ("compose",), pattern(r"(?:docker-)?compose(?:[-_.].*)?\.ya?ml|.*[-_.]compose\.ya?ml")),
    ("helm", ("values",), pattern(r"(?:.*[-_.])?values(?:[-_.].*)?\.ya?ml")),
    ("yaml", (".yml", ".yaml"), pattern(r".*\.ya?ml")),  # of these the content decides
)
ENDS = (".txt", ".in", ".toml", ".cfg", ".yml", ".yaml", "Pipfile")
_PIP_FOLDERS = ("requirements", "constraints")
_PIP_FOLDER = pattern(r"(?:^|.*[/\\])(?:requirements|constraints)[/\\][^/\\]+\.(?:txt|in)")


def kind_of(path: str) -> str:
    """The kind of a project file, empty for other files."""
    if not path.endswith(ENDS):
        return ""
    name = path[max(path.rfind("/"), path.rfind("\\")) + 1 :]
    for kind, words, names in _KINDS:
        if any(word in name for word in words) and names.fullmatch(name):
            return kind
    return "pip" if any(word in path for word in _PIP_FOLDERS) and _PIP_FOLDER.match(path) else ""
