"""The headers of a v3 client, which v4 takes as they are but for None: v3 sends no header then, v4 raises."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from ...inference.names import dotted
from ..code import Code, call, join
from ..literal import bound, constant, loads_of, pairs_of
from ..objects.operands import may_be_none
from ..site import Site

GETENV = frozenset("os.getenv os.environ.get getenv environ.get".split())
_RAISES = "a header that is None raises in v4, v3 leaves it out"


def headers(site: Site, node: ast.expr) -> Code:
    """The headers as they are, with an empty one in the place of each that may be None: the server takes it for none.

    A variable that is read elsewhere as well shows the change there, which is in doubt.
    """
    through: list[ast.expr] = []
    filled = [_fill(site, name, value) for name, value in _entries(site, node, through)]
    for variable in through if any(filled) else ():
        if isinstance(variable, ast.Attribute) or any(_is_other(site, load, through) for load in _loads(site, variable)):
            site.unit.doubt(f"a header that is None is empty wherever `{ast.unparse(variable)}` is read")
    return node


def _entries(site: Site, node: ast.expr | None, through: list[ast.expr]) -> Iterator[tuple[object, ast.expr]]:
    """The names and values of headers as far as they can be seen; ``through`` gets the variables that hold them."""
    if isinstance(node, (ast.Name, ast.Attribute)):
        if any(ast.unparse(node) == ast.unparse(each) for each in through):
            return
        through.append(node)
        for value in _bound(site, node):
            yield from _entries(site, value, through)
        yield from _added(site, node, through)
    elif isinstance(node, ast.Dict):
        for key, value in pairs_of(node):
            yield from [(constant(key), value)] if key is not None else _entries(site, value, through)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "dict":
        for inner in node.args:
            yield from _entries(site, inner, through)
        for keyword in node.keywords:
            yield from [(keyword.arg, keyword.value)] if keyword.arg else _entries(site, keyword.value, through)
    elif isinstance(node, (ast.IfExp, ast.BoolOp)):
        for inner in node.values if isinstance(node, ast.BoolOp) else (node.body, node.orelse):
            yield from _entries(site, inner, through)


def _bound(site: Site, node: ast.Name | ast.Attribute) -> Iterator[ast.expr | None]:
    """What a variable is bound to once, or an attribute at any time in the class or function."""
    if isinstance(node, ast.Name):
        if (value := bound(site, node)) is not node:
            yield value
        return
    for each in _region(site, node):
        if isinstance(each, (ast.Assign, ast.AnnAssign)):
            targets = each.targets if isinstance(each, ast.Assign) else [each.target]
            if any(ast.unparse(target) == ast.unparse(node) for target in targets):
                yield each.value


def _added(site: Site, node: ast.Name | ast.Attribute, through: list[ast.expr]) -> Iterator[tuple[object, ast.expr]]:
    """What is put into a dictionary after it is made: ``headers["X-..."] = value``, ``headers.update(...)``."""
    for load in _loads(site, node):
        place = site.parent(load)
        outer = site.parent(place) if place is not None else None
        if isinstance(place, ast.Subscript) and place.value is load and isinstance(outer, ast.Assign) and place in outer.targets:
            yield constant(place.slice), outer.value
        elif isinstance(place, ast.Attribute) and place.attr == "update" and isinstance(outer, ast.Call) and outer.func is place:
            for inner in outer.args:
                yield from _entries(site, inner, through)
            yield from ((keyword.arg, keyword.value) for keyword in outer.keywords if keyword.arg)


def _loads(site: Site, node: ast.expr) -> list[ast.expr]:
    """Where the variable or attribute is read."""
    if isinstance(node, ast.Name):
        return [*loads_of(site, node)]
    text = ast.unparse(node)
    return [e for e in _region(site, node) if isinstance(e, ast.Attribute) and isinstance(e.ctx, ast.Load) and ast.unparse(e) == text]


def _region(site: Site, node: ast.expr) -> Iterator[ast.AST]:
    """The code of the class around a node, else of the function or module."""
    cls = next((outer for outer in site.module.ancestors(node) if isinstance(outer, ast.ClassDef)), None)
    return ast.walk(cls if cls is not None else site.scope(node).node)


def _is_other(site: Site, load: ast.expr, through: list[ast.expr]) -> bool:
    """Whether headers in a variable are read by something else than a client that gets them, or what adds to them."""
    if load in through:
        return False
    parent = site.parent(load)
    if isinstance(parent, ast.Subscript):
        return not isinstance(parent.ctx, ast.Store)
    if isinstance(parent, ast.Attribute):
        return parent.attr != "update"
    outer = site.parent(parent) if isinstance(parent, ast.keyword) else parent
    return not isinstance(outer, ast.Call) or not site.planner.is_use(outer.func, "weaviate.Client")


def _fill(site: Site, name: object, value: ast.expr) -> bool:
    """Write an empty header in the place of one that may be None; whether it may be."""
    source = bound(site, value.value if isinstance(value, ast.NamedExpr) else value)
    read = isinstance(source, ast.Call) and dotted(source.func) in GETENV and len(source.args) == 1 and not source.keywords
    if not read and not may_be_none(site, value):
        return False
    if isinstance(value, ast.NamedExpr) or not isinstance(name, str) or not name.lower().startswith("x-"):
        site.unit.doubt(_RAISES)
        return False
    empty = site.string("")
    site.unit.shared[value] = call(value.func, value.args[0], empty) if isinstance(value, ast.Call) else join(value, f" or {empty}")
    return True
