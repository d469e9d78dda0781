"""Functions and methods of the file: where they are used, and with which arguments."""

from __future__ import annotations

import ast

from ...inference.members import class_scope
from ...inference.names import terminal
from ...inference.scopes import Scope, defaults
from ...inference.values import Class, Function, Object
from ..site import Site
from ..unit import Refusal

_BY_NAME = frozenset("getattr methodcaller attrgetter __getattribute__".split())
_DEEPEST = 20  # bases of bases: more is a circle


def reads_of(site: Site, function: ast.FunctionDef) -> list[ast.expr]:
    """The names or attributes that mean the function. Raises Refusal where one may, and that can't be seen."""
    module, found, scope = site.module, list[ast.expr](), site.module.scope_of(function)
    name = function.name
    if scope.is_class:
        for attribute in module.attributes_named.get(name, ()):
            values = site.engine.values(module, attribute.value)
            owners = {owner(site, v.cls, name) for v in values if isinstance(v, Object)}
            if owners == {scope} or _is_own(site, attribute.value, scope):
                found.append(attribute)
            elif owners & {scope, None} or (not owners and name.startswith("_")):
                raise Refusal(f"`{name}` is used in a way that can't be followed")
    else:
        bindings = scope.names[name]
        found += [n for n in module.names.get(name, ()) if module.bindings_of(n) is bindings]
    if scope.is_class and _is_overridden(site, scope, name):
        raise Refusal(f"`{name}` is overridden")
    if name in site.planner.strings or len(scope.names[name]) != 1 or any(function in module.ancestors(read) for read in found):
        raise Refusal(f"`{name}` is used in a way that can't be followed")
    if scope.is_class and _is_named_in_text(site, name):
        site.unit.doubt(f"`{name}` may be read by its name as text")
    return found


def owner(site: Site, cls: Class, name: str, depth: int = 0) -> Scope | None:
    """The class that a member comes from, the class itself or one of its bases; None where that can't be seen."""
    scope = class_scope(cls)
    if scope is not None and name in scope.names:
        return scope
    for base in cls.node.bases if depth < _DEEPEST else ():
        for value in site.engine.values(cls.module, base):
            if isinstance(value, Class) and (found := owner(site, value, name, depth + 1)) is not None:
                return found
    return None


def _is_overridden(site: Site, scope: Scope, name: str) -> bool:
    """Whether a class of the file that inherits from the class of ``scope`` has another member of this name."""
    heirs = [Class(site.module, node) for node in site.module.classes if node is not scope.node]
    return any(owner(site, cls, name) is not scope for cls in heirs if _inherits(site, cls, scope))


def _inherits(site: Site, cls: Class, scope: Scope, depth: int = 0) -> bool:
    """Whether the class of ``scope`` is among the bases of a class, and theirs."""
    bases = [v for base in cls.node.bases for v in site.engine.values(cls.module, base) if isinstance(v, Class)]
    return depth < _DEEPEST and any(class_scope(base) is scope or _inherits(site, base, scope, depth + 1) for base in bases)


def _is_named_in_text(site: Site, name: str) -> bool:
    """Whether ``getattr`` may read a member of this name under a text that is put together."""
    for called in _BY_NAME:
        for call in site.module.calls_by_name.get(called, ()):
            text = call.args[-1] if len(call.args) == 1 else call.args[1] if call.args else None
            while isinstance(text, ast.BinOp):
                text = text.left
            first = text.values[0] if isinstance(text, ast.JoinedStr) and text.values else text
            if text is not None and name.startswith(str(first.value) if isinstance(first, ast.Constant) else ""):
                return True
    return False


def calls_of(site: Site, function: ast.FunctionDef) -> list[ast.Call]:
    """All calls of the function. Raises Refusal where it is handed on, or may be used in a way that can't be seen."""
    found = []
    for read in reads_of(site, function):
        parent = site.parent(read)
        if not isinstance(parent, ast.Call) or parent.func is not read:
            raise Refusal(f"`{ast.unparse(read)}` is handed on without a call")
        found.append(parent)
    return found


def _is_own(site: Site, base: ast.expr, scope: Scope) -> bool:
    """Whether it is the ``self`` of a method of the class."""
    function = site.function(base)
    if not isinstance(base, ast.Name) or not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)) or not function.args.args:
        return False
    return function.args.args[0].arg == base.id and site.module.scope_of(function) is scope and not function.decorator_list


def given(function: ast.FunctionDef, use: ast.expr) -> dict[str, ast.expr]:
    """Parameter -> what it is in a call (or the read of a property): an argument, or its default."""
    plain = [*function.args.posonlyargs, *function.args.args]
    positional = [a.arg for a in plain]
    known = defaults(function.args)
    arguments: list[ast.expr] = []
    keywords: list[ast.keyword] = []
    called = use
    if isinstance(use, ast.Call):
        arguments, keywords, called = list(use.args), use.keywords, use.func
    is_static = any(getattr(d, "id", "") == "staticmethod" for d in function.decorator_list)
    if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Call) and terminal(called.value.func) == "super":
        raise Refusal(f"`{function.name}` is called by `super()`")
    if isinstance(called, ast.Attribute) and not is_static:
        arguments.insert(0, called.value)
    if any(isinstance(a, ast.Starred) for a in arguments) or any(k.arg is None for k in keywords):
        raise Refusal("arguments come through `*` or `**`")
    found = {**known, **dict(zip(positional, arguments, strict=False)), **{str(k.arg): k.value for k in keywords}}
    if len(arguments) > len(positional) or found.keys() != {a.arg for a in [*plain, *function.args.kwonlyargs]}:
        raise Refusal(f"`{function.name}` is called in a wrong way")
    return found


def is_plain(site: Site, function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether the decorators leave what the function is given, and what it returns, as it is."""
    return all(_is_kind(decorator) or _hands_on(site, decorator) for decorator in function.decorator_list)


def _is_kind(decorator: ast.expr) -> bool:
    return isinstance(decorator, ast.Name) and decorator.id in ("staticmethod", "classmethod")


def _hands_on(site: Site, decorator: ast.expr) -> bool:
    """Whether a decorator of the file returns a function that gives all it gets to the decorated one, and returns what that returns."""
    found = [v.node for v in site.engine.values(site.module, decorator) if isinstance(v, Function)]
    if len(found) != 1 or not isinstance(outer := found[0], ast.FunctionDef) or len(outer.args.args) != 1 or outer.decorator_list:
        return False
    *before, inner, last = [None, None, *(s for s in outer.body if not (isinstance(s, ast.Expr) and isinstance(s.value, ast.Constant)))]
    if any(before) or not isinstance(inner, ast.FunctionDef) or not isinstance(last, ast.Return) or not isinstance(last.value, ast.Name):
        return False
    given = inner.args
    if last.value.id != inner.name or given.vararg is None or given.kwarg is None or given.kwonlyargs or given.posonlyargs:
        return False
    wanted = [*(a.arg for a in given.args), f"*{given.vararg.arg}", f"**{given.kwarg.arg}"]
    nodes = list(ast.walk(inner))
    reads = [n for n in nodes if isinstance(n, ast.Name) and n.id == outer.args.args[0].arg]
    calls = [n for n in nodes if isinstance(n, ast.Call) and n.func in reads and [ast.unparse(a) for a in [*n.args]] == wanted[:-1]]
    calls = [call for call in calls if [(k.arg, ast.unparse(k.value)) for k in call.keywords] == [(None, given.kwarg.arg)]]
    returns = [n.value for n in nodes if isinstance(n, ast.Return)]
    stored = {n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    names = {a.arg for a in given.args} | {given.vararg.arg, given.kwarg.arg}
    wraps = [n for d in inner.decorator_list for n in ast.walk(d) if n in reads]
    return bool(calls) and len(calls) == len(reads) - len(wraps) and all(value in calls for value in returns) and not stored & names
