"""The life of a client: where it is one block, the block closes it (``with weaviate.connect_to_local() as client:``)."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from ...inference.names import terminal
from ...inference.scopes import FUNCTIONS
from ...inference.values import Instance
from ..code import Code, join
from ..site import Site

_STEPS = 3  # functions that a client is passed through


def enclosed(site: Site, code: Code) -> bool:
    """Put what follows into a block that ``code`` opens, where the client is used in that alone; whether that was done.

    The client is made in the body of a function, or of ``if __name__ == "__main__"``, under a name that only calls of its
    methods read, or functions of the file that do no more with it.
    """
    made = site.parent(site.call)
    if not isinstance(made, ast.Assign) or len(made.targets) != 1 or not isinstance(made.targets[0], ast.Name):
        return False
    block = _block(site, made)
    rest = block[block.index(made) + 1 :] if made in block else []
    if not rest or not _is_used_in(site, made.targets[0], rest):
        return False
    site.unit.removed[made] = None
    site.unit.wrapped.append((made, rest[-1], join("with ", code, f" as {made.targets[0].id}")))
    return True


def _block(site: Site, made: ast.Assign) -> list[ast.stmt]:
    parent = site.parent(made)
    if isinstance(parent, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return [] if any(isinstance(n, (ast.Yield, ast.YieldFrom)) for n in ast.walk(parent)) else parent.body
    if isinstance(parent, ast.If) and made in parent.body and "__main__" in ast.unparse(parent.test):
        return parent.body
    return []


def _is_used_in(site: Site, target: ast.Name, rest: list[ast.stmt]) -> bool:
    module = site.module
    scope = module.scope_of(target)
    if len(scope.names.get(target.id, ())) != 1 or scope.elsewhere.get(target.id):
        return False
    inside = {n for statement in rest for n in ast.walk(statement)}
    loads = module.loads_of(target)
    return bool(loads) and all(n in inside and module.scope_of(n) is scope and _stays(site, n, _STEPS) for n in loads)


def _stays(site: Site, load: ast.Name, steps: int) -> bool:
    """Whether nothing that needs the open client is kept by the code that reads it here."""
    parent = site.parent(load)
    if isinstance(parent, ast.Attribute):
        return _is_used_up(site, parent)
    if isinstance(parent, ast.keyword):
        parent = site.parent(parent)
    if not isinstance(parent, ast.Call) or not isinstance(parent.func, ast.Name) or not steps:
        return False
    return any(all(_stays(site, n, steps - 1) for n in reads) for reads in _passed(site, parent, load))


def _is_used_up(site: Site, member: ast.Attribute) -> bool:
    """Whether a member of the client is called or entered, and what that gives needs the client no more."""
    node: ast.AST = member
    called = False
    while isinstance(outer := site.parent(node), (ast.Attribute, ast.Call, ast.Subscript)):
        if node is not (outer.func if isinstance(outer, ast.Call) else outer.value):
            break
        called = called or isinstance(outer, ast.Call)
        node = outer
    if isinstance(outer, ast.withitem):
        return outer.context_expr is node
    if not called or isinstance(outer, ast.Expr):
        return called
    return not any(isinstance(v, Instance) and v.cls.startswith("weaviate.") for v in site.engine.values(site.module, node))


def _is_awaited(site: Site, call: ast.Call) -> bool:
    """Whether the end of an asynchronous function is waited for where it is called."""
    parent = site.parent(call)
    return isinstance(parent, ast.Await) or (isinstance(parent, ast.Call) and terminal(parent.func) in ("run", "run_until_complete"))


def _passed(site: Site, call: ast.Call, load: ast.Name) -> Iterator[list[ast.Name]]:
    """The reads of the parameter that gets the client, where the called function is one of the file."""
    assert isinstance(call.func, ast.Name)
    bindings = site.module.scope.names.get(call.func.id, ())
    if len(bindings) != 1 or not isinstance(function := bindings[0].node, FUNCTIONS) or isinstance(function, ast.Lambda):
        return
    if site.module.bindings_of(call.func) is not bindings or any(isinstance(n, (ast.Yield, ast.YieldFrom)) for n in ast.walk(function)):
        return
    if function.decorator_list or (isinstance(function, ast.AsyncFunctionDef) and not _is_awaited(site, call)):
        return  # it may run when the block is over
    arguments = function.args
    names = [a.arg for a in (*arguments.posonlyargs, *arguments.args)]
    keyword = next((k.arg for k in call.keywords if k.value is load), None)
    place = call.args.index(load) if load in call.args else -1
    name = keyword if place < 0 else names[place] if place < len(names) else None
    if name is None or any(isinstance(a, ast.Starred) for a in call.args):
        return
    reads = [n for n in ast.walk(function) if isinstance(n, ast.Name) and n.id == name]
    scopes = [site.module.scope_of(n) for n in reads]
    if all(s.node is function and [b.kind for b in s.names.get(name, ())] == ["parameter"] for s in scopes):
        yield reads
