"""One file's text, syntax tree and line index."""

from __future__ import annotations

import ast
import bisect
import io
import os
from array import array
from itertools import accumulate

from .records import field, record

_LONG = 1000  # characters of a line of which each is looked up in a table


@record(eq=False)
class Source:
    """A parsed file.

    ``path`` is the name to show; ``file`` is where the text lies on disk (None for text that has no file), from which
    imports of the same checkout are followed. ``lines`` keep their line ends, as ``readlines`` gives them.
    """

    path: str
    lines: list[str]
    tree: ast.Module
    file: str | None = None
    _text: str | None = field(default=None, repr=False)
    _columns: dict[int, array[int]] = field(default_factory=dict, repr=False)  # of a long line: where its characters end

    @classmethod
    def parse(cls, text: str, path: str = "<unknown>", file: str | os.PathLike[str] | None = None) -> Source:
        """Source of ``text``. Raises SyntaxError or ValueError (null bytes) as ``ast.parse`` does."""
        lines = io.StringIO(text, newline=None).readlines()  # a form feed ends no line, as for Python's parser
        return cls(path, lines, ast.parse(text), None if file is None else os.fspath(file), text)

    @property
    def text(self) -> str:
        """The whole text."""
        if self._text is None:
            self._text = "".join(self.lines)
        return self._text

    def column(self, line: int, offset: int) -> int:
        """0-based character column of UTF-8 byte ``offset`` in 1-based ``line``."""
        if not 0 < line <= len(self.lines):
            return offset
        text = self.lines[line - 1]
        if text.isascii():
            return offset
        if len(text) > _LONG:
            if line not in self._columns:
                sizes = (len(character.encode("utf-8", "surrogatepass")) for character in text)
                self._columns[line] = array("Q", accumulate(sizes))
            return bisect.bisect_right(self._columns[line], offset)
        return len(text.encode("utf-8", "surrogatepass")[:offset].decode("utf-8", "ignore"))

    def segment(self, node: ast.expr | ast.stmt | ast.keyword) -> str:
        """The node's source text; lines keep their breaks."""
        first, last = node.lineno, node.end_lineno or node.lineno
        start = self.column(first, node.col_offset)
        end = self.column(last, node.end_col_offset or 0)
        if first == last:
            return self.lines[first - 1][start:end] if first <= len(self.lines) else ""
        return "".join([self.lines[first - 1][start:], *self.lines[first : last - 1], self.lines[last - 1][:end]])
