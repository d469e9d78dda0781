"""Fixes -> edits of the text."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from ..inference.bindings import Module
from .code import Code, Item, Layout, join, kept, origins
from .edits import Edit
from .imports import Imports, removal
from .literal import constant
from .style import Style
from .text import Comment, Text, is_atom
from .unit import Refusal, Unit

_VALUES = (ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Return, ast.Expr, ast.For, ast.AsyncFor)


class Renderer:
    """Writes the fixes ``units`` into one file."""

    def __init__(self, module: Module, text: Text, style: Style, imports: Imports, units: Iterable[Unit]) -> None:
        self.module, self.text, self.style, self.imports = module, text, style, imports
        self.units = list(units)
        self.replaced: dict[ast.AST, Code] = {}
        for unit in self.units:
            for node, code in {**unit.replaced, **unit.shared}.items():
                self.replaced.setdefault(node, code)
        self.writing: set[ast.AST] = set()  # replaced nodes whose code is being laid out
        self.gone: dict[ast.stmt, None] = {s: None for unit in self.units for s in unit.removed}

    def edits(self) -> list[Edit]:
        """All changes of the text. Raises Refusal where a place can't be written."""
        vanished = self.vanished()
        self._drop_read(vanished)
        found: list[Edit] = []
        for node in self._outermost():
            self.writing.add(node)
            found += self._edit(node)
            self.writing.discard(node)
        for statement in self.gone:
            if not any(a in self.gone for a in self.module.ancestors(statement)):
                found += removal(self.module, self.text, statement)
        for unit in self.units:
            for statement, code in unit.before:
                start, _ = self.text.span(statement)
                indent = self.text.indent_of(start)
                found.append(Edit(start, start, self._layout({}, {}).lay(code, indent, len(indent)) + f"\n{indent}"))
            for statement, code in unit.after:
                _, end = self.text.span(statement)
                line = statement.end_lineno or statement.lineno
                rest = self.module.source.lines[line - 1]
                at = self.text.starts[line] - (len(rest) - len(rest.rstrip("\r\n")))
                indent = self.text.indent_of(self.text.span(statement)[0])
                found.append(Edit(max(end, at), max(end, at), f"\n{indent}" + self._layout({}, {}).lay(code, indent, len(indent))))
        return _merged([*found, *self.imports.edits(self.units, vanished)], self.text.newline)

    def vanished(self) -> set[ast.AST]:
        """The nodes that are no longer in the file after the fixes."""
        lost: set[ast.AST] = set()
        for node, code in self.replaced.items():
            stays = {n for keep in kept(code) for n in ast.walk(keep)}
            lost |= {n for n in ast.walk(node) if n not in stays}
        for statement in self.gone:
            lost |= set(ast.walk(statement))
        return lost

    def _drop_read(self, vanished: set[ast.AST]) -> None:
        """Remove variables whose literal was written out in every place that read them."""
        while True:
            news = False
            for unit in self.units:
                for name, assignment in unit.read.items():
                    if assignment in self.gone:
                        continue
                    loads = [n for n in self.module.names.get(name.id, ()) if isinstance(n.ctx, ast.Load)]
                    bindings = self.module.bindings_of(name)
                    mine = [n for n in loads if self.module.bindings_of(n) is bindings]
                    if len(bindings) == 1 and all(n in vanished for n in mine) and name.id not in self._exported():
                        self.gone[assignment] = None
                        value = assignment.value
                        keeps = {n for code in self.replaced.values() for k in kept(code) for n in ast.walk(k)}
                        vanished |= {n for n in ast.walk(assignment) if n not in keeps}
                        news = value is not None
            if not news:
                return

    def _exported(self) -> set[str]:
        return self.imports._exported()

    def _outermost(self) -> list[ast.AST]:
        """The replaced nodes that stand in no other and in no statement that goes."""
        return [
            node for node in self.replaced
            if not any(a in self.replaced or a in self.gone for a in self.module.ancestors(node))
        ]  # fmt: skip

    # -- one replaced node ------------------------------------------------------------------------------------------

    def _edit(self, node: ast.AST) -> list[Edit]:
        code = self.replaced[node]
        start, end = inner = self.text.span(node)
        parent = self.module.parents.get(node)
        if isinstance(node, ast.expr) and isinstance(parent, _VALUES):
            start, end = self.text.parenthesised(start, end)
        elif isinstance(code, ast.expr) and not is_atom(code) and self.text.parenthesised(*inner) == inner:
            code = code if isinstance(parent, (ast.Call, ast.keyword, ast.List, ast.Tuple)) else _in_parentheses(code)
        string = next((a for a in self.module.ancestors(node) if isinstance(a, ast.JoinedStr)), None)
        if string is not None:
            return [Edit(start, end, self._in_string(string, node, code))]
        comments = self._lost_comments(start, end, code)
        above, behind, left = _attached([c for c in comments if c.start >= inner[0]], code, self.text)
        left = [*(c.text for c in comments if c.start < inner[0]), *left]
        indent = self.text.indent_of(start)
        line_start = self.text.starts[self.text.line_of(start) - 1]
        line_end = self.module.source.text.find("\n", end)
        tail = len(self.module.source.text[end : line_end if line_end >= 0 else None].split("#")[0].rstrip())
        layout = self._layout(above, behind)
        new = layout.lay(code, indent, start - line_start, tail)
        edits = [Edit(start, end, new)]
        if left:
            edits.append(self._above(node, left))
        return edits

    def _above(self, node: ast.AST, comments: list[str]) -> Edit:
        """Comments that found no place, on lines of their own above the statement."""
        current: ast.AST | None = node
        while current is not None and not isinstance(current, (ast.stmt, ast.ExceptHandler)):
            current = self.module.parents.get(current)
        assert isinstance(current, (ast.stmt, ast.ExceptHandler))
        line = min([current.lineno, *(d.lineno for d in getattr(current, "decorator_list", ()))])
        start = self.text.starts[line - 1]
        indent = self.text.indent_of(start)
        return Edit(start, start, "".join(f"{indent}{comment}\n" for comment in comments))

    def _layout(self, above: dict[int, list[str]], behind: dict[int, str]) -> Layout:
        return Layout(self.style, self.kept_text, above, behind)

    def _in_string(self, string: ast.AST, node: ast.AST, code: Code) -> str:
        """The code inside an f-string, whose quotes and lines it may not have."""
        source = self.module.source.segment(string)  # type: ignore[arg-type]
        flat = self._layout({}, {}).flat(code)
        quote = source.lstrip("rRfFbBuU")[:1]
        if quote in flat:
            other = "'" if quote == '"' else '"'
            if other in flat:
                raise Refusal("it stands in an f-string whose quotes it would need")
            flat = flat.replace(quote, other)
        if "\n" in flat or "\\" in flat or not _is_at(self.module, node):
            raise Refusal("it stands in an f-string that can't be changed safely")
        return flat

    def _lost_comments(self, start: int, end: int, code: Code) -> list[Comment]:
        """Comments between two characters that no kept node holds."""
        spans = [self.text.span(node) for node in kept(code)]
        return [c for c in self.text.within(start, end) if not any(low <= c.start < high for low, high in spans)]

    # -- kept nodes -------------------------------------------------------------------------------------------------

    def kept_text(self, node: ast.expr, indent: str) -> str:
        """A kept node's source, with what is rewritten inside it, for a block indented by ``indent``."""
        if not hasattr(node, "end_lineno") or node not in self.module.parents:
            return self._made(node)
        if node in self.replaced and node not in self.writing:  # code may keep the very node that it replaces
            return self._flat(node, indent)
        start, end = self.text.span(node)
        old = self.text.indent_of(start)
        inner = [n for n in self.replaced if n is not node and self._is_outermost_in(n, node)]
        out: list[str] = []
        place = start
        for span, part in sorted((self.text.span(n), n) for n in inner):
            out += [self._moved(place, span[0], old, indent), self._flat(part, indent)]
            place = span[1]
        out.append(self._moved(place, end, old, indent))
        text = "".join(out)
        return f"({text})" if isinstance(node, (ast.NamedExpr, ast.Yield, ast.YieldFrom)) else text

    def _flat(self, node: ast.AST, indent: str) -> str:
        self.writing.add(node)
        try:
            return self._layout({}, {}).flat(self.replaced[node], indent)
        finally:
            self.writing.discard(node)

    def _is_outermost_in(self, node: ast.AST, outer: ast.AST) -> bool:
        for ancestor in self.module.ancestors(node):
            if ancestor is outer:
                return True
            if ancestor in self.replaced:
                return False
        return False

    def _moved(self, start: int, end: int, old: str, new: str) -> str:
        """Source text whose further lines are indented anew, but for those that begin inside a string."""
        text = self.module.source.text[start:end]
        if "\n" not in text or old == new:
            return text
        lines = text.split("\n")
        number = self.text.line_of(start)
        for index in range(1, len(lines)):
            if number + index not in self.text.frozen and lines[index].startswith(old):
                lines[index] = new + lines[index][len(old) :]
        return "\n".join(lines)

    def _made(self, node: ast.expr) -> str:
        """The text of a node that was made, not read: a part of parsed GraphQL."""
        value = constant(node)
        if isinstance(value, str):
            return self.style.string(value)
        return ast.unparse(node)


def _in_parentheses(code: ast.expr) -> Code:
    return join("(", code, ")")


def _is_at(module: Module, node: ast.AST) -> bool:
    """Whether the source at the node's place is the node: inside f-strings Python before 3.12 counts wrongly."""
    try:
        found: ast.Expression = ast.parse(module.source.segment(node), mode="eval")  # type: ignore
    except (SyntaxError, ValueError, IndexError):
        return False
    return ast.dump(found.body) == ast.dump(node)


def _attached(comments: list[Comment], code: Code, text: Text) -> tuple[dict[int, list[str]], dict[int, str], list[str]]:
    """Comments by the item that they stand at: above it, behind it, and those that found none."""
    above: dict[int, list[str]] = {}
    behind: dict[int, str] = {}
    left: list[str] = []
    regions = sorted(((_region(item, text), item) for item in origins(code)), key=lambda r: r[0])
    for comment in comments:
        item = _item_at(comment, regions, text)
        if item is None or (not comment.own and id(item) in behind):
            left.append(comment.text)
        elif comment.own:
            above.setdefault(id(item), []).append(comment.text)
        else:
            behind[id(item)] = comment.text
    return above, behind, left


def _region(item: Item, text: Text) -> tuple[int, int]:
    """Where an item's origin stands; of a link in a chain its own part, without what comes before it."""
    origin = item.origin or item.value
    assert isinstance(origin, ast.AST)
    start, end = text.span(origin)
    if isinstance(origin, ast.Call) and isinstance(origin.func, ast.Attribute):
        start = text.span(origin.func.value)[1]
    return start, end


def _item_at(comment: Comment, regions: list[tuple[tuple[int, int], Item]], text: Text) -> Item | None:
    inside = [item for (start, end), item in regions if start <= comment.start < end]
    if inside:
        return inside[-1]
    if comment.own:
        return next((item for (start, _), item in regions if start > comment.start), None)
    line = text.line_of(comment.start)
    return next((item for (_, end), item in reversed(regions) if end <= comment.start and text.line_of(end) == line), None)


def _merged(edits: list[Edit], newline: str) -> list[Edit]:
    """Insertions at one place become one edit, in their order; lines end as the file's do."""
    places: dict[tuple[int, int], list[str]] = {}
    for edit in edits:
        texts = places.setdefault((edit.start, edit.end), [])
        if edit.start != edit.end:
            texts.clear()
        texts.append(edit.text)
    return sorted(
        Edit(start, end, "".join(texts).replace("\r\n", "\n").replace("\n", newline)) for (start, end), texts in places.items()
    )
