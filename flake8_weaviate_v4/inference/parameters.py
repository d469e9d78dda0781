"""What a function's parameter receives: by its place, annotation, default, fixture, or the calls in its file."""

from __future__ import annotations

import ast

from .bindings import FUNCTIONS, Binding, Module, Scope, dotted, terminal
from .engine import Engine
from .values import Class, Function, Many, Object, Values, union

_HANDED_ON = frozenset("submit partial to_thread run_in_threadpool run_sync apply_async start_soon create_task Thread Process".split())
MOST_CALLS = 20  # calls looked at for one parameter


def received(engine: Engine, module: Module, scope: Scope, binding: Binding) -> Values:
    """Values of a parameter; empty where nothing tells."""
    node, argument = binding.value, binding.node
    if not isinstance(node, FUNCTIONS) or not isinstance(argument, ast.arg):
        return ()
    owner = _class_around(module, scope)
    arguments = node.args
    positional = [*arguments.posonlyargs, *arguments.args]
    static = "staticmethod" in _decorators(node)
    if owner is not None and positional and argument is positional[0] and not static and binding.annotation is None:
        on_class = "classmethod" in _decorators(node) or getattr(node, "name", "") == "__new__"
        return (owner,) if on_class else (Object(owner),)
    if argument is arguments.kwarg or argument is arguments.vararg:
        return (Many(engine.annotation(module, argument.annotation)),) if argument.annotation is not None else ()
    declared = engine.annotation(module, binding.annotation) if binding.annotation is not None else ()
    default = _default(arguments, argument)
    if declared:
        return declared
    found = engine.values(module, default) if default is not None else ()
    if _takes_fixtures(module, node, owner):
        found = union(found, fixture(engine, module, argument.arg, node))
    return union(found, _passed(engine, module, node, argument, owner, static))


def _class_around(module: Module, scope: Scope) -> Class | None:
    parent = scope.parent
    return Class(module, parent.node) if parent is not None and isinstance(parent.node, ast.ClassDef) else None


def _decorators(node: ast.AST) -> set[str]:
    found = (d.func if isinstance(d, ast.Call) else d for d in getattr(node, "decorator_list", ()))
    return {(dotted(d) or "").rpartition(".")[2] for d in found}


def _default(arguments: ast.arguments, argument: ast.arg) -> ast.expr | None:
    positional = [*arguments.posonlyargs, *arguments.args]
    if argument in positional:
        index = positional.index(argument) - (len(positional) - len(arguments.defaults))
        return arguments.defaults[index] if index >= 0 else None
    if argument in arguments.kwonlyargs:
        return arguments.kw_defaults[arguments.kwonlyargs.index(argument)]
    return None


def _passed(
    engine: Engine, module: Module, node: ast.AST, argument: ast.arg, owner: Class | None, static: bool
) -> Values:
    """What the calls in the same file pass."""
    name = getattr(node, "name", None)
    if name is None:
        return _passed_to_lambda(engine, module, node, argument)
    arguments = node.args  # type: ignore[attr-defined]
    positional = [a.arg for a in (*arguments.posonlyargs, *arguments.args)]
    skipped = 1 if owner is not None and not static else 0
    called_as = owner.node.name if owner is not None and name in ("__init__", "__new__", "__call__") else name
    index = positional.index(argument.arg) - skipped if argument.arg in positional else None
    found: Values = ()
    calls = list(module.calls_by_name.get(called_as, ()))
    if called_as != name:
        calls += module.calls_by_name.get(name, ())  # super().__init__(...)
        heirs = [c.name for c in module.classes if owner is not None and owner.node.name in map(terminal, c.bases)]
        calls += [call for heir in heirs for call in module.calls_by_name.get(heir, ())]
    for call in calls[:MOST_CALLS]:
        if not _calls(engine, module, call, node, owner):
            continue
        value = _argument(call, argument.arg, index)
        if value is not None:
            found = union(found, engine.values(module, value))
    for use in module.names.get(name, ())[:MOST_CALLS]:
        found = union(found, _handed_on(engine, module, use, argument.arg, index))
    return found


def _calls(engine: Engine, module: Module, call: ast.Call, node: ast.AST, owner: Class | None) -> bool:
    """Whether the call can be one of the function ``node``."""
    values = engine.values(module, call.func)
    for value in values:
        if isinstance(value, Function) and value.node is node:
            return True
        if owner is not None and isinstance(value, Class):
            return True
    if isinstance(call.func, ast.Attribute) and owner is not None:
        receivers = engine.values(module, call.func.value)
        return not receivers or isinstance(call.func.value, ast.Call) and terminal(call.func.value.func) == "super"
    return False


def _argument(call: ast.Call, name: str, index: int | None) -> ast.expr | None:
    for keyword in call.keywords:
        if keyword.arg == name:
            return keyword.value
    if index is not None and 0 <= index < len(call.args):
        if not any(isinstance(a, ast.Starred) for a in call.args[: index + 1]):
            return call.args[index]
    return None


def _handed_on(engine: Engine, module: Module, use: ast.Name, name: str, index: int | None) -> Values:
    """``executor.submit(f, client)``, ``Thread(target=f, args=(client,))``."""
    parent = module.parents.get(use)
    if isinstance(parent, ast.keyword) and parent.arg == "target":
        call = module.parents.get(parent)
        for keyword in call.keywords if isinstance(call, ast.Call) else ():
            if keyword.arg == "args" and isinstance(keyword.value, (ast.Tuple, ast.List)):
                elements = keyword.value.elts
                if index is not None and 0 <= index < len(elements):
                    return engine.values(module, elements[index])
        return ()
    if not isinstance(parent, ast.Call) or use not in parent.args or terminal(parent.func) not in _HANDED_ON:
        return ()
    place = parent.args.index(use)
    value = _argument(parent, name, None if index is None else place + 1 + index)
    return engine.values(module, value) if value is not None else ()


def _passed_to_lambda(engine: Engine, module: Module, node: ast.AST, argument: ast.arg) -> Values:
    """``map(lambda c: ..., clients)``."""
    call = module.parents.get(node)
    if isinstance(call, ast.Call) and terminal(call.func) in ("map", "filter") and len(call.args) == 2:
        return engine.elements(module, call.args[1])
    return ()


def _takes_fixtures(module: Module, node: ast.AST, owner: Class | None) -> bool:
    name = getattr(node, "name", "")
    return name.startswith("test") or "fixture" in _decorators(node)


def fixture(engine: Engine, module: Module, name: str, asking: ast.AST) -> Values:
    """What the pytest fixture ``name`` gives: of the file, else of the ``conftest.py`` above it."""
    for where in [module, *getattr(engine, "project").conftests(module)]:
        for binding in fixtures_named(where, name):
            if binding.node is not asking and isinstance(binding.node, FUNCTIONS):
                scope = where.roots[binding.node]
                owner = Class(where, scope.node) if isinstance(scope.node, ast.ClassDef) else None
                function = Function(where, binding.node, Object(owner) if owner else None)
                return engine.called(function, where, None)
    return ()


def fixtures_named(module: Module, name: str) -> list[Binding]:
    """Bindings of fixture functions called ``name`` (or declared with ``name=``)."""
    found = []
    scopes = [module.scope, *(s for s in {id(s): s for s in module.roots.values()}.values() if s.is_class)]
    for scope in scopes:
        for key, bindings in scope.names.items():
            for binding in bindings:
                if binding.kind == "function" and "fixture" in _decorators(binding.node):
                    alias = _fixture_alias(binding.node)
                    if (alias or key) == name:
                        found.append(binding)
    return found


def _fixture_alias(node: ast.AST) -> str | None:
    for decorator in getattr(node, "decorator_list", ()):
        if isinstance(decorator, ast.Call):
            for keyword in decorator.keywords:
                if keyword.arg == "name" and isinstance(keyword.value, ast.Constant):
                    return str(keyword.value.value)
    return None
