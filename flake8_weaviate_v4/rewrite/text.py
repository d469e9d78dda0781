"""Source text by node: places in it, kept comments, and what is written in a node's place."""

from __future__ import annotations

import ast
import bisect
import tokenize
from collections.abc import Iterable

from ..records import field, record
from ..source import Source

_ATOMS = (
    ast.Name, ast.Attribute, ast.Call, ast.Subscript, ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp,
    ast.JoinedStr, getattr(ast, "TemplateStr", ast.JoinedStr),
)  # fmt: skip


@record(frozen=True)
class Comment:
    """``# ...`` at character ``start``; ``own`` where nothing else stands on its line."""

    start: int
    text: str
    own: bool


@record()
class Text:
    """A source's characters: offsets of nodes, its comments and the lines that begin inside a string."""

    source: Source
    starts: list[int] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    frozen: set[int] = field(default_factory=set)  # 1-based lines that begin inside a string: never indented anew
    newline: str = "\n"  # how most lines end
    brackets: dict[int, int] = field(default_factory=dict)  # offset of "(" -> offset of its ")"
    begin: int = 0  # the first character that is not blank

    def __post_init__(self) -> None:
        text = self.source.text
        self.begin = len(text) - len(text.lstrip())
        self.newline = "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"
        place = 0
        for line in self.source.lines:
            self.starts.append(place)
            place += len(line)
        self.starts.append(place)
        open_brackets: list[int] = []
        tokens = list(tokenize.generate_tokens(iter(self.source.lines).__next__))
        self.frozen = frozen(tokens)
        for token in tokens:
            kind, text, (row, column), _, line = token
            at = self.starts[row - 1] + column
            if kind == tokenize.COMMENT:
                self.comments.append(Comment(at, text, not line[:column].strip()))
            elif kind == tokenize.OP and text == "(":
                open_brackets.append(at)
            elif kind == tokenize.OP and text == ")" and open_brackets:
                self.brackets[open_brackets.pop()] = at

    def offset(self, line: int, column: int) -> int:
        """Character offset of a 1-based line and a UTF-8 byte column, as syntax trees have them."""
        return self.starts[line - 1] + self.source.column(line, column)

    def span(self, node: ast.AST) -> tuple[int, int]:
        """Where a node starts and ends."""
        line, column = node.lineno, node.col_offset  # type: ignore[attr-defined]
        end, end_column = node.end_lineno, node.end_col_offset  # type: ignore[attr-defined]
        return self.offset(line, column), self.offset(end, end_column)

    def line_of(self, offset: int) -> int:
        """The 1-based line of a character."""
        return bisect.bisect_right(self.starts, offset, 0, len(self.starts) - 1)

    def indent_of(self, offset: int) -> str:
        """The white space that the line of a character starts with."""
        line = self.source.lines[self.line_of(offset) - 1] if self.source.lines else ""
        return line[: len(line) - len(line.lstrip(" \t\f"))].lstrip("\f")

    def is_alone(self, statement: ast.stmt) -> bool:
        """Whether no other statement stands on the lines of a statement."""
        start, end = self.span(statement)
        line_end = self.starts[statement.end_lineno or statement.lineno]
        before, after = self.source.text[self.starts[statement.lineno - 1] : start], self.source.text[end:line_end]
        return not before.strip() and not after.split("#")[0].strip()

    def parenthesised(self, start: int, end: int) -> tuple[int, int]:
        """The span grown by the parentheses that hold nothing else."""
        text = self.source.text
        while True:
            before, after = self._back(start), self._forth(end)
            if before < 0 or text[before] != "(" or self.brackets.get(before) != after:
                return start, end
            start, end = before, after + 1

    def _back(self, place: int) -> int:
        """Offset of the last character before ``place`` that is code."""
        text = self.source.text
        place -= 1
        while place >= 0:
            if text[place] in " \t\f\r\n\\":
                place -= 1
                continue
            index = bisect.bisect_right(self.comments, place, key=lambda c: c.start) - 1
            if index >= 0 and place < self.comments[index].start + len(self.comments[index].text):
                place = self.comments[index].start - 1
                continue
            return place
        return -1

    def _forth(self, place: int) -> int:
        """Offset of the first character from ``place`` on that is code."""
        text = self.source.text
        while place < len(text):
            if text[place] in " \t\f\r\n\\":
                place += 1
            elif text[place] == "#":
                place = self.starts[self.line_of(place)]
            else:
                return place
        return -1

    def within(self, start: int, end: int) -> list[Comment]:
        """The comments between two characters."""
        low = bisect.bisect_left(self.comments, start, key=lambda c: c.start)
        high = bisect.bisect_left(self.comments, end, key=lambda c: c.start)
        return self.comments[low:high]


def united(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, as one where they meet."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def frozen(tokens: Iterable[tokenize.TokenInfo]) -> set[int]:
    """The 1-based lines that begin inside a string."""
    found: set[int] = set()
    for token in tokens:
        if token.type == tokenize.STRING or tokenize.tok_name[token.type] in ("FSTRING_MIDDLE", "TSTRING_MIDDLE"):
            found.update(range(token.start[0] + 1, token.end[0] + 1))
    return found


def is_atom(node: ast.expr) -> bool:
    """Whether an attribute or item can follow the expression without parentheses."""
    if isinstance(node, ast.Constant):
        return not isinstance(node.value, (int, float, complex)) or isinstance(node.value, bool)
    return isinstance(node, _ATOMS)
