"""What tests of the checker share: run it on a text, and compare with what the text's own comments promise."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from flake8_weaviate_v4.check import Checker
from flake8_weaviate_v4.options import Options
from flake8_weaviate_v4.source import Source

DEFAULT = Options()
_MARK = re.compile(r"#((?: WV\d{3})+)\s*$")
_TITLE = re.compile(r"^## (.+)\n", re.MULTILINE)
_CLIENT = ("WV10", "WV11")  # importing and making a client


def found(text: str, path: str = "app.py", options: Options = DEFAULT, file: Path | None = None) -> list[tuple[int, int, str]]:
    """Line, column (1-based, in characters) and code of every finding in ``text``."""
    source = Source.parse(dedent(text), path, file)
    return [(f.line, f.column + 1, f.code) for f in Checker(options).check(source)]


def codes(text: str, path: str = "app.py", options: Options = DEFAULT, file: Path | None = None) -> list[tuple[int, str]]:
    """Line and code of every finding in ``text``."""
    return [(line, code) for line, _, code in found(text, path, options, file)]


def marks(text: str) -> list[tuple[int, str]]:
    """Line and code of what comments such as ``# WV410 WV501`` at the ends of lines promise."""
    promised = []
    for number, line in enumerate(dedent(text).splitlines(), 1):
        if match := _MARK.search(line):
            promised += [(number, code) for code in match[1].split()]
    return sorted(promised)


def assert_marked(text: str, path: str = "app.py", options: Options = DEFAULT, file: Path | None = None) -> None:
    """The findings are those that the text's comments promise.

    Making a client (``weaviate.Client("...")``) counts only where a comment speaks of it, so that most cases can be
    about what is done with the client.
    """
    promised = marks(text)
    seen = codes(text, path, options, file)
    if not any(code.startswith(_CLIENT) for _, code in promised):
        seen = [(line, code) for line, code in seen if not code.startswith(_CLIENT)]
    assert not (told := difference(seen, promised)), told


def difference(seen: list[tuple[int, str]], promised: list[tuple[int, str]]) -> str:
    """What was promised and not found, and what was found and not promised; empty where all is well."""
    lost, extra = Counter(promised) - Counter(seen), Counter(seen) - Counter(promised)
    told = [f"not found {line}: {code}" for line, code in sorted(lost.elements())]
    told += [f"not promised {line}: {code}" for line, code in sorted(extra.elements())]
    return ", ".join(told)


def cases(text: str) -> list[Any]:
    """Parameters of a table in one string: after each line ``## id`` the source of a case."""
    parts = _TITLE.split(dedent(text))
    assert not parts[0].strip(), "a table starts with a title"
    titles, sources = parts[1::2], parts[2::2]
    assert len(set(titles)) == len(titles), "two cases of one name"
    return [pytest.param(source, id=title.strip()) for title, source in zip(titles, sources, strict=True)]


def write_tree(folder: Path, files: dict[str, str]) -> Iterator[tuple[Path, str]]:
    """Write files (path -> text) below ``folder``; gives their paths and texts."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), "utf-8")
        yield path, dedent(text)


def assert_tree_marked(folder: Path, files: dict[str, str], options: Options = DEFAULT) -> None:
    """In a checkout of these files, one run finds in each file what its comments promise."""
    checker = Checker(options)
    for path, text in list(write_tree(folder, files)):
        if path.suffix != ".py":
            continue
        try:
            source = Source.parse(text, str(path), path)
        except SyntaxError:
            continue
        promised = marks(text)
        seen = [(f.line, f.code) for f in checker.check(source)]
        if not any(code.startswith(_CLIENT) for _, code in promised):
            seen = [(line, code) for line, code in seen if not code.startswith(_CLIENT)]
        assert not (told := difference(seen, promised)), f"{path.relative_to(folder)}: {told}"
