"""The function that v3 calls with the results of each request of a batch: which it is, and the loop that it is made of."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from ...inference.scopes import Scope
from ...inference.values import Ref
from ...records import record
from ..literal import constant
from ..objects.operands import is_none
from ..site import Site, pure
from ..text import is_atom
from ..unit import Refusal

_NO_CALLBACK = "a batch callback has no v4 equivalent"


@record(frozen=True, eq=False)
class Callback:
    """A function or method of the file, the loop that it is made of, and what its parameters beside the results are bound to."""

    function: ast.FunctionDef
    loop: ast.For
    bound: dict[str, ast.expr]


def callback(site: Site, node: ast.expr) -> Callback:
    """The callback that an expression stands for. Raises Refusal where it does other things than going through the results."""
    found = _function(site, node)
    if found is None:
        raise Refusal(_NO_CALLBACK)
    function, name, bound = found
    block = function.body[1:] if ast.get_docstring(function, clean=False) is not None else function.body
    block = [s for s in block if not isinstance(s, (ast.Global, ast.Nonlocal))]
    if len(block) > 1 and isinstance(block[0], ast.If) and _leaves(block[0], name):
        block = block[1:]
    while len(block) == 1 and isinstance(block[0], ast.If) and not block[0].orelse and _is_given(block[0].test, name):
        block = block[0].body
    if len(block) != 1 or not isinstance(block[0], ast.For) or not _goes_through(block[0].iter, name):
        raise Refusal(_NO_CALLBACK)
    return Callback(function, block[0], bound)


def _function(site: Site, node: ast.expr) -> tuple[ast.FunctionDef, str, dict[str, ast.expr]] | None:
    """The function that a name, ``self.method``, ``partial(check, ...)`` or a lambda that hands its argument on stands for, which of
    its parameters gets the results, and what the others are given."""
    arguments: list[ast.expr | None] = [None]  # None for the results
    keywords: dict[str, ast.expr | None] = {}
    if isinstance(node, ast.Lambda) and isinstance(node.body, ast.Call) and len(node.args.args) == 1 and not node.args.defaults:
        results = node.args.args[0].arg
        call, node = node.body, node.body.func
        arguments = [None if _is_name(a, results) else a for a in call.args]
        keywords = {k.arg or "**": None if _is_name(k.value, results) else k.value for k in call.keywords}
    elif isinstance(node, ast.Call) and _is_partial(site, node):
        call, node = node, node.args[0]
        arguments = [*call.args[1:], None]
        keywords = {k.arg or "**": k.value for k in call.keywords}
    function = _named(site, node)
    if function is None:
        return None
    parameters = [a.arg for a in function.args.args[isinstance(node, ast.Attribute) :]]
    given: dict[str, ast.expr | None] = dict(zip(reversed(parameters), reversed(function.args.defaults), strict=False))
    given |= {**dict(zip(parameters, arguments, strict=False)), **keywords}
    is_starred = any(isinstance(a, ast.Starred) for a in arguments) or len(arguments) > len(parameters)
    results_of = [name for name, value in given.items() if value is None]
    if is_starred or given.keys() != set(parameters) or len(results_of) != 1:
        return None
    return function, results_of[0], {name: value for name, value in given.items() if value is not None}


def makes_function(site: Site, node: ast.expr) -> bool:
    """Whether an expression is a lambda or a ``partial(...)``, which do nothing before they are called."""
    if isinstance(node, ast.Call) and _is_partial(site, node):
        return all(pure(part) for part in [*node.args, *(keyword.value for keyword in node.keywords)])
    return isinstance(node, ast.Lambda)


def _is_partial(site: Site, call: ast.Call) -> bool:
    values = site.engine.values(site.module, call.func)
    return bool(call.args) and bool(values) and all(isinstance(v, Ref) and v.path == "functools.partial" for v in values)


def _named(site: Site, node: ast.expr) -> ast.FunctionDef | None:
    """The function or method that a name or ``self.method`` stands for."""
    found: list[ast.AST] = []
    if isinstance(node, ast.Name):
        found = [b.node for b in site.module.bindings_of(node)]
    elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and (owner := _class(site, node, node.value.id)):
        found = [n for n in owner.body if isinstance(n, ast.FunctionDef) and n.name == node.attr]
    if len(found) != 1 or not isinstance(function := found[0], ast.FunctionDef) or function.decorator_list:
        return None
    given_to = function.args
    plain = not (given_to.posonlyargs or given_to.kwonlyargs or given_to.vararg or given_to.kwarg)
    return function if plain and len(given_to.args) > isinstance(node, ast.Attribute) else None


def _class(site: Site, node: ast.AST, name: str) -> ast.ClassDef | None:
    """The class whose object ``name`` is where ``node`` stands: the first parameter of the method."""
    method = site.function(node)
    while isinstance(method, ast.Lambda):
        method = site.function(site.parent(method))
    owner = site.parent(method) if isinstance(method, ast.FunctionDef) else None
    if not isinstance(owner, ast.ClassDef) or not isinstance(method, ast.FunctionDef):
        return None
    return owner if method.args.args and method.args.args[0].arg == name and not method.decorator_list else None


def _is_given(test: ast.expr, name: str) -> bool:
    """Whether a test only asks if there are results."""
    if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And):
        return all(_is_given(value, name) for value in test.values)
    if isinstance(test, ast.Compare) and len(test.ops) == 1:
        operator, right = test.ops[0], test.comparators[0]
        if isinstance(operator, (ast.IsNot, ast.NotEq)) and is_none(right):
            return _is_name(test.left, name)
        return isinstance(operator, ast.Gt) and constant(right) == 0 and _is_length(test.left, name)
    return _is_name(test, name) or _is_length(test, name)


def _leaves(statement: ast.If, name: str) -> bool:
    """Whether a statement returns where there are no results."""
    if len(statement.body) != 1 or not isinstance(statement.body[0], ast.Return) or statement.orelse:
        return False
    test = statement.test
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return _is_given(test.operand, name)
    absent = isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.ops[0], ast.Is)
    return absent and is_none(test.comparators[0]) and _is_name(test.left, name)  # type: ignore[attr-defined]


def _is_name(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def _is_length(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Call) and _is_name(node.func, "len") and len(node.args) == 1 and _is_name(node.args[0], name)


def _goes_through(node: ast.expr, name: str) -> bool:
    """Whether a loop is over the results, or over ``results or []``."""
    if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.Or) and constant(node.values[-1]) == [] and len(node.values) == 2:
        node = node.values[0]
    return _is_name(node, name)


def check_names(site: Site, called: Callback, block: list[ast.stmt]) -> None:
    """Raise Refusal where a callback's names mean something else behind the ``with``, or the statements that fill the batch, or the
    ``with`` itself, see what they collect."""
    statement, function, loop = block[0], called.function, called.loop
    first = function.args.args[0].arg if isinstance(site.parent(function), ast.ClassDef) else ""
    here = site.module.scope_of(statement)
    inner = site.module.scope_of(loop.body[0])
    own = {n.id for n in ast.walk(loop) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)} - set(inner.elsewhere)
    for node in (n for s in loop.body for n in ast.walk(s) if isinstance(n, ast.Name) and n.id not in own):
        if node.id in called.bound:
            continue
        if node.id == first:
            same = _class(site, statement.items[0].context_expr if isinstance(statement, ast.With) else statement, first)
            meant = same is site.parent(function)
        elif node.id in inner.names or (node.id in inner.elsewhere and here.elsewhere.get(node.id) != inner.elsewhere[node.id]):
            meant = inner.elsewhere.get(node.id) == "global" and here is site.module.scope
        else:
            meant = _scope(inner, node.id) is _scope(here, node.id)
        if not meant:
            raise Refusal("the callback is made of names that mean something else where the batch is opened")
    body = statement.body if isinstance(statement, ast.With) and len(block) == 1 else block
    read = {ast.unparse(n) for s in body for n in ast.walk(s) if isinstance(n, (ast.Name, ast.Attribute))}
    if any(ast.unparse(target) in read for target in _changed(loop)):
        raise Refusal("the batch's block reads what its callback collects")


def _scope(scope: Scope | None, name: str) -> Scope | None:
    """The scope that binds a name; None for a builtin."""
    first = scope
    while scope is not None and (name not in scope.names or (scope.is_class and scope is not first)):
        scope = scope.parent
    return scope


def _changed(loop: ast.For) -> Iterator[ast.expr]:
    """What the statements of a loop add to: ``errors`` in ``errors.append(...)``, ``count`` in ``count += 1``."""
    for node in ast.walk(loop):
        if isinstance(node, ast.AugAssign):
            yield node.target.value if isinstance(node.target, ast.Subscript) else node.target
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("append", "add", "extend", "update"):
            yield node.func.value


def shown(site: Site, node: ast.expr) -> str:
    """The text of what a parameter is bound to, for the place of the parameter. Raises Refusal where it has several lines."""
    text = site.module.source.segment(node) if node in site.module.parents else ast.unparse(node)
    if "\n" in text:
        raise Refusal(_NO_CALLBACK)
    return text if is_atom(node) or isinstance(node, ast.Constant) else f"({text})"
