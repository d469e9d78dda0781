"""Where texts to fuzz come from: the grammar, real files of this project or of any folder, and their mutations."""

from __future__ import annotations

import io
import keyword
import tokenize
from collections.abc import Callable
from pathlib import Path
from random import Random

from .grammar import program
from .mutations import mutate

_ROOT = Path(__file__).parents[2]
_OWN = ("tests/requests/programs", "examples")
_LARGEST = 40_000  # bytes: larger files only cost time
HEAD = "import weaviate\nclient = weaviate.Client()\n"
_V3_NAMES = "client weaviate query schema batch get do data_object with_where with_limit with_additional result create_class".split()

Texts = Callable[[Random], str]


def real(folder: Path | None = None) -> list[Path]:
    """Python files: this project's programs for v3 and its examples, or those of a folder."""
    folders = [folder] if folder else [_ROOT / name for name in _OWN]
    found = [path for each in folders for path in sorted(each.rglob("*.py")) if folder or not path.name.endswith(".v4.py")]
    return [path for path in found if path.stat().st_size < _LARGEST]


def mutated(files: list[Path]) -> Texts:
    """Texts of files, spoilt."""

    def make(random: Random) -> str:
        text = random.choice(files).read_bytes().decode("utf-8", "replace")
        return mutate(text, random)

    return make


def mutated_program(random: Random) -> str:
    """A program of the grammar, spoilt now and then."""
    text = program(random)
    return mutate(text, random, 2) if random.random() < 0.3 else text


def about_v3(text: str, random: Random) -> str:
    """Any program, with names of v3 in the place of some of its own."""
    names: dict[str, str] = {}
    out, last = [], (1, 0)
    lines = io.StringIO(text).readlines()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.NAME and not keyword.iskeyword(token.string):
            name = names.setdefault(token.string, random.choice([*_V3_NAMES, token.string]))
            out += [_between(lines, last, token.start), name]
            last = token.end
    out.append(_between(lines, last, (len(lines) + 1, 0)))
    return HEAD + "".join(out)


def _between(lines: list[str], start: tuple[int, int], end: tuple[int, int]) -> str:
    """The text from one row and column to another."""
    if start[0] == end[0]:
        return lines[start[0] - 1][start[1] : end[1]]
    first = lines[start[0] - 1][start[1] :] if start[0] <= len(lines) else ""
    last = lines[end[0] - 1][: end[1]] if end[0] <= len(lines) else ""
    return "".join([first, *lines[start[0] : end[0] - 1], last])
