"""Imports that new code needs, and those that old code no longer does."""

from __future__ import annotations

import ast
import bisect
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from functools import cached_property

from ..inference.bindings import Module
from ..inference.scopes import Scope
from ..records import field, record
from ..usages import canonical_of
from .edits import Edit
from .style import Style
from .text import Text
from .unit import Import, Unit

ImportNode = ast.Import | ast.ImportFrom

# v3 symbol -> module and name of the same thing in v4: an import of it moves, and the code that uses its name stays.
MOVED: dict[str, tuple[str, str]] = {}

_OURS = ("weaviate", "functools")  # packages whose imports go with their last use; the second makes callbacks


class Imports:
    """The imports of one file."""

    def __init__(self, module: Module, text: Text, style: Style) -> None:
        self.module, self.text, self.style = module, text, style
        self.chosen: dict[tuple[str, str], str] = {}  # names that are new to the file
        self.known: dict[tuple[int, str], list[tuple[str, str, str]]] = {}  # what ``_imported`` has found

    # -- names for new code -----------------------------------------------------------------------------------------

    def reach(self, unit: Unit, node: ast.AST, module: str, name: str) -> str:
        """The text by which ``module.name`` is reached at ``node``; notes in the unit what that needs."""
        for bound, dotted, member in self._visible(node, module):
            if member == name and dotted == module:
                unit.imports[Import(module, name, bound)] = node
                return bound
        for bound, dotted, member in self._visible(node, module):
            if member and MOVED.get(canonical_of(f"{dotted}.{member}")) == (module, name):
                self.move(unit, bound, Import(module, name, bound))
                unit.imports[Import(module, name, bound)] = node
                return bound
        for bound, dotted, member in self._visible(node, module):
            path = f"{dotted}.{member}" if member else dotted
            if path == module or (path == "weaviate.classes" and module.startswith("weaviate.classes.")):
                unit.imports[Import(dotted, member, bound)] = node
                return f"{bound}{module.removeprefix(path)}.{name}"
        if (module, name) not in self.chosen:
            known = {*self.module.names, *self.module.scope.names, *self.module.defined}
            self.chosen[module, name] = name if name not in known else f"Weaviate{name}" if name[0].isupper() else f"weaviate_{name}"
        bound = self.chosen[module, name]
        unit.imports[Import(module, name, bound)] = node
        return bound

    def move(self, unit: Unit, bound: str, wanted: Import) -> None:
        """Note that all imports that bind ``bound`` to what v4 has as ``wanted`` move to that."""
        for statement in self.module.imports:
            if not isinstance(statement, ast.ImportFrom) or statement.level:
                continue
            for alias in statement.names:
                if (alias.asname or alias.name) != bound:
                    continue
                if MOVED.get(canonical_of(f"{statement.module}.{alias.name}")) == (wanted.module, wanted.name):
                    unit.moved[alias] = wanted

    def _visible(self, node: ast.AST, module: str) -> Iterator[tuple[str, str, str]]:
        """Imports of the package of ``module`` that can be used at ``node``: bound name, module, member (empty for a module)."""
        scope: Scope | None = self.module.scope_of(node)
        inner: list[Scope] = []
        while scope is not None:
            for name, dotted, member in self._imported(scope, module.split(".")[0]):
                if not any(name in each.names for each in inner):
                    yield name, dotted, member
            inner.append(scope)
            scope = scope.parent

    def _imported(self, scope: Scope, package: str) -> list[tuple[str, str, str]]:
        """The names of a scope that are imports of a package and nothing else, as ``_visible`` gives them."""
        if (id(scope), package) not in self.known:
            found = self.known[id(scope), package] = []
            for name, bindings in scope.names.items():
                if name not in self.module.imported or any(b.kind != "import" for b in bindings):
                    continue
                for binding in bindings:
                    top = binding.dotted.split(".")[0]
                    if top == package and not binding.level and not self.is_only_for_types(binding.node):
                        whole = name == top or binding.member is not None or self._renamed(binding.node, name)
                        dotted = (binding.dotted if whole and name != top else top) if binding.member is None else binding.dotted
                        found.append((name, dotted, binding.member or ""))
                        break
        return self.known[id(scope), package]

    def _renamed(self, statement: ast.AST, name: str) -> bool:
        return any(a.asname == name for a in getattr(statement, "names", ()))

    def is_only_for_types(self, statement: ast.AST) -> bool:
        """Whether an import stands under ``if TYPE_CHECKING``."""
        for outer in self.module.ancestors(statement):
            if isinstance(outer, ast.If) and "TYPE_CHECKING" in {getattr(n, "id", getattr(n, "attr", "")) for n in ast.walk(outer.test)}:
                return True
        return False

    # -- edits ------------------------------------------------------------------------------------------------------

    def edits(self, units: Iterable[Unit], vanished: set[ast.AST]) -> list[Edit]:
        """The changes of import statements that these fixes ask for; ``vanished`` nodes are no longer in the file."""
        units = list(units)
        plan: dict[ast.stmt | None, _Change] = defaultdict(_Change)
        used = {i.asname or i.name or i.module for unit in units for i in unit.imports}
        moved = {alias: wanted for unit in units for alias, wanted in unit.moved.items()}
        places: dict[Import, list[ast.stmt | None]] = defaultdict(list)
        for unit in units:
            for wanted, node in unit.imports.items():
                if wanted not in moved.values() and not self._has(wanted, node):
                    places[wanted].append(self._place(wanted, node))
        for wanted, found in places.items():
            for place in self._needed(found):
                plan[place].new.add(wanted)
        lost = {node.id for node in vanished if isinstance(node, ast.Name)}
        free = {bound for bound in {*lost, *map(_bound, moved)} if self._is_free(bound, vanished, used)}
        gone = (alias for bound in lost & free for alias in self._aliases.get(bound, ()))
        for alias in sorted({*moved, *gone}, key=lambda each: (each.lineno, each.col_offset)):
            statement = self.module.parents[alias]
            assert isinstance(statement, (ast.Import, ast.ImportFrom))
            unused = _bound(alias) in free and alias not in vanished and self._is_ours_whole(statement, alias)
            if alias not in moved and not unused:
                continue
            plan[statement].gone.append(alias)
            new = moved.get(alias)
            if new is not None and not (unused and (new.asname or new.name) == (alias.asname or alias.name)):
                plan[statement].new.add(new)
        return [edit for statement, change in plan.items() for edit in self._edit(statement, change)]

    def _needed(self, places: list[ast.stmt | None]) -> set[ast.stmt | None]:
        """Of several places of one import the first of those that all code can see, and those inside functions."""
        inside = {p for p in places if p is not None and self.module.function_of(self.module.scope_of(p)) is not None}
        open_to_all = [p for p in places if p not in inside]
        return {*inside, *sorted(open_to_all, key=lambda p: p.lineno if p is not None else 0)[:1]}

    def _has(self, wanted: Import, node: ast.AST) -> bool:
        return any(
            bound == (wanted.asname or wanted.name or wanted.module) and (dotted, member) == (wanted.module, wanted.name)
            for bound, dotted, member in self._visible(node, wanted.module)
        )

    @cached_property
    def _aliases(self) -> dict[str, list[ast.alias]]:
        """Imported names by what they are called in the file."""
        found: dict[str, list[ast.alias]] = defaultdict(list)
        for alias in (alias for statement in self.module.imports for alias in statement.names):
            found[_bound(alias)].append(alias)
        return found

    @staticmethod
    def _is_ours_whole(statement: ImportNode, alias: ast.alias) -> bool:
        """Whether one name is imported from a package of which no import stays unused."""
        path = alias.name if isinstance(statement, ast.Import) else "." * statement.level + (statement.module or "")
        return path.split(".")[0] in _OURS and alias.name != "*"

    def _is_free(self, bound: str, vanished: set[ast.AST], used: set[str]) -> bool:
        """Whether an imported name was used by code that is gone, and is used by no other."""
        loads = self.module.names.get(bound, [])
        if bound in used or any(n not in vanished for n in loads) or not loads:
            return False
        if any(bound in str(quoted.value) for quoted in self._quoted if quoted not in vanished) or bound in self._exported():
            return False
        return not self.module.source.path.endswith("__init__.py")

    @cached_property
    def _quoted(self) -> list[ast.Constant]:
        """The strings in annotations."""
        nodes = (node for annotation in self.module.annotations for node in ast.walk(annotation))
        return [node for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]

    def is_exported(self, bound: str) -> bool:
        """Whether a name of the module is for other files: named in ``__all__``, or imported by an ``__init__.py``."""
        return self.module.source.path.endswith("__init__.py") or bound in self._exported()

    def _exported(self) -> set[str]:
        found = set()
        for binding in self.module.scope.names.get("__all__", ()):
            if isinstance(binding.value, ast.expr):
                found |= {n.value for n in ast.walk(binding.value) if isinstance(n, ast.Constant) and isinstance(n.value, str)}
        return found

    def _place(self, wanted: Import, node: ast.AST) -> ast.stmt | None:
        """The statement that the import is added to or goes behind; None for the start of the file."""
        body = self.module.source.tree.body
        top = self._top or sorted(
            (s for a in self.module.ancestors(node) for s in self._ours.get(id(a), ())), key=lambda s: s.lineno
        )  # fmt: skip
        passed = bisect.bisect_left(top, getattr(node, "lineno", 0), key=lambda s: s.lineno) or 1  # a later one has not run yet
        for earlier in reversed(top[:passed] if wanted.name else ()):
            if isinstance(earlier, ast.ImportFrom) and earlier.module == wanted.module:
                return earlier
        if top:
            return top[:passed][-1]
        imports: list[ImportNode] = []
        for statement in body:  # the first run of imports, behind the docstring
            if isinstance(statement, (ast.Import, ast.ImportFrom)):
                imports.append(statement)
            elif imports:
                break
        # Those of other packages come before those of this one.
        imports = [s for s in imports if not (isinstance(s, ast.ImportFrom) and s.level)] or imports
        docstring = [s for s in body[:1] if isinstance(s, ast.Expr) and isinstance(s.value, ast.Constant)]
        return (imports or docstring or [None])[-1]

    @cached_property
    def _ours(self) -> dict[int, list[ImportNode]]:
        """The imports of Weaviate that run, by the (id of the) function, class or module whose names they bind."""
        found: dict[int, list[ImportNode]] = defaultdict(list)
        for statement in self.module.imports:
            if self._is_ours(statement) and not self.is_only_for_types(statement):
                found[id(self.module.scope_of(statement).node)].append(statement)
        return found

    @cached_property
    def _top(self) -> list[ImportNode]:
        """Those of them that stand in no function."""
        each = (s for statements in self._ours.values() for s in statements)
        return sorted((s for s in each if self.module.function_of(self.module.scope_of(s)) is None), key=lambda s: s.lineno)

    @staticmethod
    def _is_ours(statement: ImportNode) -> bool:
        if isinstance(statement, ast.ImportFrom):
            return not statement.level and (statement.module or "").split(".")[0] == "weaviate"
        return any(alias.name.split(".")[0] == "weaviate" for alias in statement.names)

    def _edit(self, statement: ast.stmt | None, change: _Change) -> Iterator[Edit]:
        if statement is None:
            first = self.module.source.tree.body[:1]
            place = self.text.starts[_first_line(first[0]) - 1] if first else 0
            yield Edit(place, place, "".join(f"{line}\n" for line in self._lines(change.new, "")) + ("\n\n" if first else ""))
            return
        start, end = self.text.span(statement)
        indent = self.text.indent_of(start)
        kept: list[str] = []
        new = set(change.new)
        if isinstance(statement, (ast.Import, ast.ImportFrom)):
            names = [a for a in statement.names if a not in change.gone]
            own = isinstance(statement, ast.ImportFrom) and statement.module
            more = {i for i in new if own and i.module == own and i.name and names and names[0].name != "*"}
            if not change.gone and not more:
                kept = [self.module.source.text[start:end]]
            elif names:
                kept = self._statement(statement, names, more, indent)
            new -= more
        else:
            kept = [self.module.source.text[start:end]]
        comments = [c.text for c in self.text.within(start, end)] if change.gone or kept != [self.module.source.text[start:end]] else []
        lines = [*comments, *kept, *self._lines(new, indent)]
        if isinstance(statement, ast.Expr):
            lines.insert(1, "")
        if lines:
            if end < len(self.module.source.text) and kept and len(lines) > len(kept) and not comments:
                # behind a comment on the statement's line
                rest = self.module.source.lines[(statement.end_lineno or statement.lineno) - 1]
                line_end = self.text.starts[statement.end_lineno or statement.lineno] - (len(rest) - len(rest.rstrip("\r\n")))
                if ";" not in self.module.source.text[end:line_end].split("#")[0]:
                    if kept != [self.module.source.text[start:end]]:
                        yield Edit(start, end, f"\n{indent}".join(kept))
                    yield Edit(line_end, line_end, "".join(f"\n{indent}{line}" for line in lines[len(kept) :]).replace(f"\n{indent}\n", "\n\n"))
                    return
            yield Edit(start, end, f"\n{indent}".join(lines))
        else:
            yield from removal(self.module, self.text, statement)

    def _statement(self, statement: ImportNode, names: list[ast.alias], more: set[Import], indent: str) -> list[str]:
        parts = [a.name + (f" as {a.asname}" if a.asname else "") for a in names]
        ordered = parts == sorted(parts)
        parts += [_named(i) for i in sorted(more)]
        if ordered:
            parts.sort()
        if isinstance(statement, ast.Import):
            return [f"import {', '.join(parts)}"]
        return [_from(f"{'.' * statement.level}{statement.module or ''}", parts, indent, self.style)]

    def _lines(self, wanted: Iterable[Import], indent: str) -> list[str]:
        modules: dict[str, list[str]] = defaultdict(list)
        lines = []
        for each in sorted(wanted):
            if each.name:
                modules[each.module].append(_named(each))
            else:
                lines.append(f"import {each.module}" + (f" as {each.asname}" if each.asname not in ("", each.module) else ""))
        return [*lines, *(_from(module, parts, indent, self.style) for module, parts in sorted(modules.items()))]


@record()
class _Change:
    new: set[Import] = field(default_factory=set)
    gone: list[ast.alias] = field(default_factory=list)


def _bound(alias: ast.alias) -> str:
    return alias.asname or alias.name.split(".")[0]


def _named(wanted: Import) -> str:
    return wanted.name + (f" as {wanted.asname}" if wanted.asname not in ("", wanted.name) else "")


def _from(module: str, parts: list[str], indent: str, style: Style) -> str:
    line = f"from {module} import {', '.join(parts)}"
    if len(indent) + len(line) <= style.width:
        return line
    inner = "".join(f"{indent}{style.indent}{part},\n" for part in parts)
    return f"from {module} import (\n{inner}{indent})"


def _first_line(statement: ast.stmt) -> int:
    """The line that a statement begins on, with its decorators."""
    decorators: list[ast.expr] = getattr(statement, "decorator_list", [])
    return min([statement.lineno, *(each.lineno for each in decorators)])


def _blank_lines(lines: list[str], statement: ast.stmt) -> int:
    """How many of the blank lines behind a statement go with it, so that no more are left than stood at either side."""
    first, end = _first_line(statement) - 1, statement.end_lineno or statement.lineno
    before = next((n for n in range(first) if lines[first - 1 - n].strip()), first)
    after = next((n for n in range(len(lines) - end) if lines[end + n].strip()), len(lines) - end)
    above = lines[first - 1].strip() if first else ""
    if not before and after == 1 and (above.startswith("#") or above.endswith(":")):
        return 1  # a comment on what now follows, or the head of the block
    return min(before, after)


def _behind(lines: list[str], number: int, indent: str) -> int:
    """The last line of a block that ends with this line: comments that stand deeper than its head belong to it."""
    last = number
    for at in range(number, len(lines)):
        line = lines[at].strip()
        if line and not (line.startswith("#") and len(lines[at]) - len(lines[at].lstrip()) > len(indent)):
            break
        last = at + 1 if line else last
    return last


def removal(
    module: Module, text: Text, statement: ast.stmt, moved: Container[int] = (), gone: Container[ast.stmt] = ()
) -> Iterator[Edit]:  # fmt: skip
    """Take a statement out of its block; comments on its lines stay but for those that ``moved``, and a block that would be
    empty, as the others of it are ``gone``, gets ``pass``."""
    start, end = text.span(statement)
    source = module.source
    last = source.lines[(statement.end_lineno or statement.lineno) - 1]
    before = source.text[text.starts[statement.lineno - 1] : start]
    start = text.starts[_first_line(statement) - 1] + len(before)
    line_end = text.starts[statement.end_lineno or statement.lineno]
    after = source.text[end:line_end]
    parent, block = module.parents.get(statement), module.fields.get(statement, "body")
    beside: list[ast.stmt] = getattr(parent, block, [statement])
    alone = all(s in gone for s in beside if s is not statement) and beside[0] is statement and not isinstance(parent, ast.Module)
    ending = last[len(last.rstrip("\r\n")) :] or "\n"
    if before.strip() or after.split("#")[0].strip() or alone:
        inside = [c.text for c in text.within(start, end) if c.start not in moved and not before.strip()]
        yield Edit(start, end, "".join(f"{c}{ending}{before}" for c in inside) + "pass")
        return
    if isinstance(statement, ast.FunctionDef):
        line_end = text.starts[_behind(source.lines, statement.end_lineno or statement.lineno, before)]
    comments = [c.text for c in text.within(start, line_end) if c.start not in moved]
    if not comments and start <= text.begin:  # a file does not start with blank lines
        line_end += len(source.text[line_end:]) - len(source.text[line_end:].lstrip("\r\n"))
    elif not comments and isinstance(statement, (ast.Assign, ast.AnnAssign, ast.FunctionDef, ast.Expr)):
        line_end = text.starts[(statement.end_lineno or statement.lineno) + _blank_lines(source.lines, statement)]
    yield Edit(start - len(before), line_end, "".join(f"{before}{c}{ending}" for c in comments))
