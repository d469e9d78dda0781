"""Fixes -> edits of the text."""

from __future__ import annotations

import ast
import bisect
import contextlib
from collections.abc import Iterable
from functools import cached_property

from ..inference.bindings import Module
from ..inference.flow import reaching
from ..inference.project import Project
from ..records import replace
from .blocks import Wrap, heads, reshaped, reworded
from .code import Code, Layout, join, kept, listed
from .comments import VALUES, Comments
from .edits import Edit
from .imports import Imports, removal
from .literal import constant
from .order import joined
from .replaced import Replaced
from .style import Style
from .text import Text, is_atom
from .unit import Refusal, Unit

_OTHER_QUOTES = str.maketrans("\"'", "'\"")
_SHORT = 40  # characters that are never broken over several lines inside of a user's expression


class Renderer:
    """Writes the fixes ``units`` into one file."""

    def __init__(self, module: Module, text: Text, style: Style, imports: Imports, project: Project, units: Iterable[Unit]) -> None:
        self.module, self.text, self.style, self.imports, self.project = module, text, style, imports, project
        self.units = list(units)
        self.new = Replaced(module, text, self.units)
        self.comments = Comments(text, self.new)
        self.replaced, self.gone, self.writing = self.new.code, self.new.gone, self.new.writing

    def edits(self) -> list[Edit]:
        """All changes of the text. Raises Refusal where a place can't be written."""
        vanished = self.vanished()
        self._drop_read(vanished)
        self.comments.place(code for unit in self.units for _, code in [*unit.before, *unit.after])
        found: list[Edit] = []
        for node in self.new.outermost():
            self.writing.add(node)
            found += self._edit(node)
            self.writing.discard(node)
        for statement in self.gone:
            if not any(a in self.gone for a in self.module.ancestors(statement)):
                found += removal(self.module, self.text, statement, self.comments.moved, self.gone)
        for unit in self.units:
            for statement, _ in [*unit.before, *unit.after]:
                if not self.text.is_alone(statement):
                    raise Refusal("it shares its line with another statement")
            for statement, code in unit.before:
                start, _ = self.text.span(statement)
                indent = self.text.indent_of(start)
                found.append(Edit(start, start, self._layout().lay(code, indent, len(indent)) + f"\n{indent}"))
            for statement, code in unit.after:
                _, end = self.text.span(statement)
                line = statement.end_lineno or statement.lineno
                rest = self.module.source.lines[line - 1]
                at = self.text.starts[line] - (len(rest) - len(rest.rstrip("\r\n")))
                indent = self.text.indent_of(self.text.span(statement)[0])
                found.append(Edit(max(end, at), max(end, at), f"\n{indent}" + self._layout().lay(code, indent, len(indent))))
        for statement, clauses in ((s, c) for unit in self.units for s, c in unit.clauses.items()):
            found += reworded(self.text, statement, *clauses)
        edits = _merged([*found, *self.imports.edits([u for u in self.units if not self._is_buried(u)], vanished)])
        wraps = [Wrap(*each, unit.behind.get(each[1], [])) for unit in self.units for each in unit.wrapped]
        unwrapped = [statement for unit in self.units for statement in unit.unwrapped]
        if wraps or unwrapped:
            edits = reshaped(self.text, edits, wraps, unwrapped, self._head, self.style.indent)
        return [Edit(e.start, e.end, e.text.replace("\r\n", "\n").replace("\n", self.text.newline)) for e in edits]

    def _head(self, code: Code, indent: str) -> str:
        return self._layout(comments=False).lay(code, indent, len(indent), 1)

    def vanished(self) -> set[ast.AST]:
        """The nodes that are no longer in the file after the fixes."""
        lost: set[ast.AST] = set()
        moved = [code for unit in self.units for code in unit.statements()]  # to other statements
        beside = {n for code in moved for keep in kept(code) for n in ast.walk(keep)}
        for node, code in self.replaced.items():
            stays = {n for keep in kept(code) for n in ast.walk(keep)}
            moves = node not in beside
            lost |= {n for n in ast.walk(node) if n not in stays and not (moves and n in beside)}
        everywhere = {n for code in self.replaced.values() for keep in kept(code) for n in ast.walk(keep)}
        for statement in self.gone:
            lost |= set(ast.walk(statement)) - beside - everywhere
        for block in (b for unit in self.units for b in [*unit.unwrapped, *unit.clauses]):
            lost |= {n for head in heads(block) for n in ast.walk(head) if n not in everywhere}
        return lost

    def _is_buried(self, unit: Unit) -> bool:
        """Whether all that a fix writes stands in code that another one writes anew, without keeping it."""
        if not unit.replaced or unit.removed or unit.before or unit.after or unit.wrapped or unit.unwrapped or unit.moved:
            return False
        return all(self._is_lost(node, unit) for node in unit.replaced)

    def _is_lost(self, node: ast.AST, unit: Unit) -> bool:
        if len(self.units) == 1:
            return False
        inside: set[ast.AST] = {node}
        for outer in self.module.ancestors(node):
            if outer in self.replaced and outer not in unit.replaced and not any(k in inside for k in kept(self.replaced[outer])):
                return True
            inside.add(outer)
        return False

    def _drop_read(self, vanished: set[ast.AST]) -> None:
        """Remove variables whose literal was written out in every place that read them."""
        keeps = {n for code in self._codes() for k in kept(code) for n in ast.walk(k)} if any(unit.read for unit in self.units) else set()
        while True:
            news = False
            for unit in self.units:
                for name, assignment in unit.read.items():
                    if assignment in self.gone:
                        continue
                    reads = self._reads(name, assignment)
                    if self._is_missed(name, assignment, vanished):
                        continue
                    if all(n in vanished for n in reads) and not self._may_be_imported(name, assignment, reads):
                        self.gone[assignment] = None
                        value = assignment.value
                        vanished |= {n for n in ast.walk(assignment) if n not in keeps}
                        news = value is not None
            if not news:
                return

    def _may_be_imported(self, name: ast.Name, assignment: ast.stmt, reads: list[ast.Name]) -> bool:
        """Whether other code may read the variable: an attribute of a class, exported, or a public one that functions of the
        module or other files read."""
        if name.id in self._exported() or self.module.scope_of(assignment).is_class:
            return True
        if self.module.scope_of(assignment) is not self.module.scope or self.module.source.file is None:
            return False
        if self.project.is_named_elsewhere(self.module, name.id):
            return True
        if name.id.startswith("_"):
            return False
        return any(self.module.function_of(self.module.scope_of(read)) is not None for read in reads)

    def _is_missed(self, name: ast.Name, assignment: ast.stmt, vanished: set[ast.AST]) -> bool:
        """Whether a read that stays would have nothing in the file that binds its name."""
        if any(b.node is not assignment and b.node not in self.gone for b in self.module.bindings_of(name)):
            return False
        return any(load not in vanished for load in self.module.loads_of(name))

    def _reads(self, name: ast.Name, assignment: ast.stmt) -> list[ast.Name]:
        """All reads of a name that may see what the assignment gives it."""
        scope = self.module.scope_of(assignment)
        found = []
        for other in self.module.loads_of(name):
            own = self.module.scope_of(other) is scope
            if not own or any(b.node is assignment for b in reaching(self.module, scope, name.id, other)):
                found.append(other)
        return found

    def _codes(self) -> list[Code]:
        """All new code."""
        return [*self.replaced.values(), *(code for unit in self.units for code in unit.statements())]

    def _exported(self) -> set[str]:
        return self.imports._exported()

    # -- one replaced node ------------------------------------------------------------------------------------------

    def _edit(self, node: ast.AST) -> list[Edit]:
        code = self.replaced[node]
        start, end = inner = self.text.span(node)
        parent = self.module.parents.get(node)
        if isinstance(node, ast.expr) and isinstance(parent, VALUES):
            start, end = self.text.parenthesised(start, end)
            code = join(code) if isinstance(code, ast.expr) else code
        elif isinstance(code, ast.expr) and not is_atom(code) and self.text.parenthesised(*inner) == inner:
            code = code if isinstance(parent, (ast.Call, ast.keyword, ast.List, ast.Tuple)) else _in_parentheses(code)
        string = joined(self.module).get(node)
        if string is not None:
            return [Edit(start, end, self._in_string(string, node, code))]
        left = [c.text for c in self.comments.lost(start, end) if c.start not in self.comments.moved]
        indent = self.text.indent_of(start)
        line_start = self.text.starts[self.text.line_of(start) - 1]
        line_end = self.module.source.text.find("\n", end)
        tail = len(self.module.source.text[end : line_end if line_end >= 0 else None].split("#")[0].rstrip())
        layout = self._layout(place=start)
        new = layout.flat(code, indent)
        if isinstance(parent, VALUES) or "\n" in new or len(new) > _SHORT or layout.commented(code):
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

    def _style_at(self, place: int) -> Style:
        """The style for a place, narrower where a new block will indent it."""
        firsts, lasts = self._wrapped
        deeper = bisect.bisect_right(firsts, place) - bisect.bisect_right(lasts, place)
        return replace(self.style, width=self.style.width - deeper * len(self.style.indent)) if deeper else self.style

    @cached_property
    def _wrapped(self) -> tuple[list[int], list[int]]:
        """Where what gets new blocks around it begins, and where it ends."""
        wraps = [each for unit in self.units for each in unit.wrapped]
        return sorted(self.text.span(first)[0] for first, _, _ in wraps), sorted(self.text.span(last)[1] for _, last, _ in wraps)

    def _layout(self, comments: bool = True, place: int = -1) -> Layout:
        style = self._style_at(place)
        held = (self.comments.above, self.comments.behind, self.comments.below) if comments else ({}, {}, {})
        return Layout(style, self.kept_text, held[0], held[1], self.spelled, held[2])

    def _in_string(self, string: ast.AST, node: ast.AST, code: Code) -> str:
        """The code inside an f-string, whose quotes and lines it may not have."""
        flat = self._layout(comments=False).flat(code)
        flat = f" {flat}" if flat.startswith("{") else flat
        if "\n" in flat or "\\" in flat or not _is_at(self.module, node):
            raise Refusal("it stands in an f-string that can't be changed safely")
        text, (start, end), (low, high) = self.module.source.text, self.text.span(string), self.text.span(node)
        quote = text[start:end].lstrip("rRfFbBuU")[:1]
        if '"' in flat and "'" in flat:
            ways = [flat] if quote not in flat else []
        else:
            ways = [flat, flat.translate(_OTHER_QUOTES)]
            ways = ways[::-1] if quote in flat else ways
        for way in ways:  # the quotes may be those of another piece: ``"a" f'{b}'``
            with contextlib.suppress(SyntaxError, ValueError):
                ast.parse(f"({text[start:low]}{way}{text[high:end]})", mode="eval")
                return way
        raise Refusal("it stands in an f-string whose quotes it would need")

    # -- kept nodes -------------------------------------------------------------------------------------------------

    def kept_text(self, node: ast.expr, indent: str) -> str:
        """A kept node's source, with what is rewritten inside it, for a block indented by ``indent``."""
        if node in self.replaced and node not in self.writing:  # code may keep the very node that it replaces
            return self._flat(node, indent)
        start, end = self.text.span(node)
        old = self.text.indent_of(start)
        out: list[str] = []
        place = start
        for span, part in self.new.inside(node):
            out += [self._moved(place, span[0], old, indent), self._flat(part, indent)]
            place = span[1]
        out.append(self._moved(place, end, old, indent))
        text = "".join(out)
        return f"({text})" if isinstance(node, (ast.NamedExpr, ast.Yield, ast.YieldFrom)) else text

    def _flat(self, node: ast.AST, indent: str) -> str:
        self.writing.add(node)
        try:
            return self._layout(comments=False).flat(self.replaced[node], indent)
        finally:
            self.writing.discard(node)

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

    def spelled(self, node: ast.expr) -> Code:
        """The code of a node that was made, not read: a part of parsed GraphQL. Other nodes are kept."""
        if node in self.module.parents:
            return node
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return self.style.string(node.value)
        if isinstance(node, ast.List) and not all(isinstance(constant(e), (int, float)) for e in node.elts):
            return listed(list(node.elts))
        return self.style.interpolated(node) if isinstance(node, ast.JoinedStr) else ast.unparse(node)


def _in_parentheses(code: ast.expr) -> Code:
    return join("(", code, ")")


def _is_at(module: Module, node: ast.AST) -> bool:
    """Whether the source at the node's place is the node: inside f-strings Python before 3.12 counts wrongly."""
    try:
        found: ast.Expression = ast.parse(module.source.segment(node), mode="eval")  # type: ignore
    except (SyntaxError, ValueError, IndexError):
        return False
    return ast.dump(found.body) == ast.dump(node)


def _merged(edits: list[Edit]) -> list[Edit]:
    """Insertions at one place become one edit, in their order."""
    places: dict[tuple[int, int], list[str]] = {}
    for edit in edits:
        texts = places.setdefault((edit.start, edit.end), [])
        if edit.start != edit.end:
            texts.clear()
        texts.append(edit.text)
    return sorted(Edit(start, end, "".join(texts)) for (start, end), texts in places.items())
