"""Parse a text that was parsed before, with one letter less: only the statement that has changed is parsed again.

Python needs as long for the tree of a long file as everything else here does. A letter typed changes one statement at the top
of the file, so the trees of the others can stay.
"""

from __future__ import annotations

import ast

from .lines import lines_of


class Reparser:
    """Remembers the last text and its tree."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._tree: ast.Module | None = None

    def parse(self, text: str) -> ast.Module:
        """What ``ast.parse`` gives. Raises what it raises. Nodes may be those of the tree before."""
        lines = lines_of(text)
        self._tree = self._patched(lines) or ast.parse(text)
        self._lines = lines
        return self._tree

    def _patched(self, lines: list[str]) -> ast.Module | None:
        """The last tree with one statement parsed anew; None where that is not all that has changed."""
        old = self._lines
        if self._tree is None or len(old) != len(lines):
            return None
        changed = [number for number, (before, after) in enumerate(zip(old, lines, strict=True), 1) if before != after]
        if not changed:
            return self._tree
        body = self._tree.body
        index = next((i for i, s in enumerate(body) if _start(s) <= changed[0] and changed[-1] <= (s.end_lineno or 0)), None)
        if index is None:
            return None
        statement = body[index]
        first, last = _start(statement), statement.end_lineno or 0
        if (index and (body[index - 1].end_lineno or 0) >= first) or (index + 1 < len(body) and _start(body[index + 1]) <= last):
            return None  # another one on its line
        try:
            made = ast.parse("\n" * (first - 1) + "".join(lines[first - 1 : last])).body
        except (SyntaxError, ValueError):
            return None
        if len(made) != 1 or (_start(made[0]), made[0].end_lineno, made[0].col_offset) != (first, last, statement.col_offset):
            return None
        return ast.Module([*body[:index], made[0], *body[index + 1 :]], self._tree.type_ignores)


def _start(statement: ast.stmt) -> int:
    decorators: list[ast.expr] = getattr(statement, "decorator_list", [])
    return min([statement.lineno, *(decorator.lineno for decorator in decorators)])
