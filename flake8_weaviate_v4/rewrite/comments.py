"""Where the comments of code that is written anew go."""

from __future__ import annotations

import ast
import bisect
from collections.abc import Iterable

from .code import Code, Item, origins
from .replaced import Replaced
from .text import Comment, Text, united

VALUES = (ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Return, ast.Expr, ast.For, ast.AsyncFor)


class Comments:
    """The comments of one file, and the items of new code that they stand at, by the items' ids."""

    def __init__(self, text: Text, replaced: Replaced) -> None:
        self.text, self.replaced = text, replaced
        self.above: dict[int, list[str]] = {}
        self.behind: dict[int, str] = {}
        self.below: dict[int, list[str]] = {}
        self.moved: set[int] = set()  # where the comments stood that are written elsewhere
        self._kept: list[tuple[int, int]] = []  # spans of the source

    def place(self, added: Iterable[Code]) -> None:
        """Find the items of new code, ``added`` statements among it, that the comments of replaced and removed code stand at: above or
        behind them."""
        top = self.replaced.outermost()
        gone = [s for s in self.replaced.gone if not any(a in self.replaced.gone for a in self.replaced.module.ancestors(s))]
        codes = [self.replaced.code[node] for node in top]
        codes += added
        self._kept = united(piece for code in codes for piece in self.replaced.pieces(code))
        items = [i for code in codes for i in origins(code) if (i.origin or i.value) in self.replaced.module.parents]
        regions = sorted(((_region(item, self.text), item) for item in items), key=lambda r: r[0])
        for node in [*top, *gone]:
            start, end = self.text.span(node)
            if isinstance(self.replaced.module.parents.get(node), VALUES):
                end = self.text.parenthesised(start, end)[1]
            lost = self.lost(start, end)
            low, high = (bisect.bisect_left(regions, at, key=lambda each: each[0][0]) for at in (start, end)) if lost else (0, 0)
            inner = [(region, item) for region, item in regions[low:high] if region[1] <= end]
            for comment in lost:
                place, item = _item_at(comment, inner, self.text)
                if item is None or (place == "behind" and id(item) in self.behind):
                    continue
                self.moved.add(comment.start)
                if place == "behind":
                    self.behind[id(item)] = comment.text
                else:
                    (self.above if place == "above" else self.below).setdefault(id(item), []).append(comment.text)
            self.moved |= {c.start for c in self.text.within(start, end) if self._is_kept(c)}

    def lost(self, start: int, end: int) -> list[Comment]:
        """Comments between two characters that no kept node holds."""
        return [c for c in self.text.within(start, end) if not self._is_kept(c)]

    def _is_kept(self, comment: Comment) -> bool:
        index = bisect.bisect_right(self._kept, comment.start, key=lambda span: span[0]) - 1
        return index >= 0 and comment.start < self._kept[index][1]


def _region(item: Item, text: Text) -> tuple[int, int]:
    """Where an item's origin stands; of a link in a chain its own part, without what comes before it."""
    origin = item.origin or item.value
    assert isinstance(origin, ast.AST)
    start, end = text.span(origin)
    if isinstance(origin, ast.Call) and isinstance(origin.func, ast.Attribute):
        start = text.span(origin.func.value)[1]
    return start, end


def _item_at(comment: Comment, regions: list[tuple[tuple[int, int], Item]], text: Text) -> tuple[str, Item | None]:
    """The item that a comment stands at, of those with their regions in order, and where: above, behind or below it."""
    around = next((r for r in reversed(regions) if r[0][0] <= comment.start < r[0][1]), None)
    if around is not None:  # what is inside the innermost of those that the comment is in comes first
        (start, end), outer = around
        inner = [r for r in regions if r is not around and start <= r[0][0] and r[0][1] <= end]
        place, item = _item_at(comment, inner, text)
        return (place, item) if item is not None else ("above" if comment.own else "behind", outer)
    line = text.line_of(comment.start)
    before = [r for r in regions if r[0][1] <= comment.start and text.line_of(r[0][1]) == line]
    if before and not comment.own:  # what ends last: the item, not a part of it
        return "behind", max(before, key=lambda r: r[0][1])[1]
    if after := [item for (start, _), item in regions if start > comment.start]:
        return "above", after[0]
    last = max((region for region in regions if region[0][1] <= comment.start), key=lambda r: r[0][1], default=None)
    return "below", last[1] if last is not None and comment.own else None
