"""What of a file is written anew: which nodes stand in which, and what of the source their code keeps."""

from __future__ import annotations

import ast
import bisect
from collections.abc import Iterable, Iterator

from ..inference.bindings import Module
from .code import Code, kept
from .text import Text
from .unit import Unit


class Replaced:
    """The replaced nodes of some fixes with their ``code``, and the statements that are ``gone``."""

    def __init__(self, module: Module, text: Text, units: Iterable[Unit]) -> None:
        self.module, self.text = module, text
        self.code: dict[ast.AST, Code] = {}
        self.gone: dict[ast.stmt, None] = {}
        for unit in units:
            for node, code in {**unit.replaced, **unit.shared}.items():
                self.code.setdefault(node, code)
            self.gone.update(dict.fromkeys(unit.removed))
        self.writing: set[ast.AST] = set()  # replaced nodes whose code is being laid out
        self._places: list[tuple[int, ast.AST]] = []  # the replaced nodes by where they start

    def outermost(self) -> list[ast.AST]:
        """The replaced nodes that stand in no other and in no statement that goes."""
        if len(self.code) == 1 and not self.gone:
            return list(self.code)
        return [
            node for node in self.code
            if not any(a in self.code or a in self.gone for a in self.module.ancestors(node))
        ]  # fmt: skip

    def inside(self, node: ast.AST) -> list[tuple[tuple[int, int], ast.AST]]:
        """The outermost replaced nodes inside a node, in order, with where they stand."""
        inner = [n for n in self._starting_in(*self.text.span(node)) if n is not node and self._is_outermost_in(n, node)]
        return sorted(((self.text.span(n), n) for n in inner), key=lambda each: each[0])

    def _starting_in(self, start: int, end: int) -> list[ast.AST]:
        """The replaced nodes that start between two characters."""
        if len(self._places) != len(self.code):
            self._places = sorted(((self.text.span(n)[0], n) for n in self.code), key=lambda place: place[0])
        low = bisect.bisect_left(self._places, start, key=lambda place: place[0])
        high = bisect.bisect_left(self._places, end, key=lambda place: place[0])
        return [node for _, node in self._places[low:high] if self.text.span(node)[1] <= end]

    def _is_outermost_in(self, node: ast.AST, outer: ast.AST) -> bool:
        for ancestor in self.module.ancestors(node):
            if ancestor is outer:
                return True
            if ancestor in self.code:
                return False
        return False

    def pieces(self, code: Code) -> Iterator[tuple[int, int]]:
        """The spans of source that new code keeps: its kept nodes, without what is written anew inside them."""
        for node in kept(code):
            if node not in self.module.parents:
                continue
            if node in self.code and node not in self.writing:
                yield from self._written(node)
                continue
            start, end = self.text.span(node)
            for span, part in self.inside(node):
                yield start, span[0]
                yield from self._written(part)
                start = span[1]
            yield start, end

    def _written(self, node: ast.AST) -> Iterator[tuple[int, int]]:
        """The spans of source that the new code of a replaced node keeps."""
        self.writing.add(node)
        yield from self.pieces(self.code[node])
        self.writing.discard(node)
