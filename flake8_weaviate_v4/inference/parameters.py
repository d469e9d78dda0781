"""What a function's parameter receives: by its place, annotation, default, fixture, or the calls in its file."""

from __future__ import annotations

import ast
from collections import defaultdict
from itertools import takewhile

from .bindings import Module, once
from .engine import Engine
from .names import dotted, terminal
from .scopes import FUNCTIONS, Binding, Scope, defaults
from .values import OTHER, Class, Function, FunctionNode, Many, Object, Values, tells, union

MOST_CALLS = 20  # calls looked at for one parameter


def received(engine: Engine, module: Module, scope: Scope, binding: Binding) -> Values:
    """Values of a parameter; empty where nothing tells."""
    node, argument = binding.value, binding.node
    if not isinstance(node, FUNCTIONS) or not isinstance(argument, ast.arg):
        return ()
    owner = _class_around(module, scope)
    arguments = node.args
    first = next(iter(_places(module, node)), None)
    static = "staticmethod" in _decorators(node)
    if owner is not None and argument.arg == first and not static and binding.annotation is None:
        on_class = "classmethod" in _decorators(node) or getattr(node, "name", "") == "__new__"
        return (owner,) if on_class else (Object(owner),)
    if argument is arguments.kwarg or argument is arguments.vararg:
        if argument.annotation is not None:
            inner = engine.annotation(module, argument.annotation)
        else:
            inner = _passed(engine, module, node, argument, owner, static)
        return (Many(inner, keyed=argument is arguments.kwarg),)
    declared = engine.annotation(module, binding.annotation) if binding.annotation is not None else ()
    default = _defaults(module, node).get(argument.arg)
    if any(tells(value) for value in declared) or OTHER in declared:
        return declared
    found = union(declared, engine.values(module, default) if default is not None else ())
    if _takes_fixtures(module, node, owner):
        found = union(found, fixture(engine, module, argument.arg, node))
    return union(
        found, _parametrized(engine, module, node, argument.arg), _decorated(engine, module, node, argument),
        _passed(engine, module, node, argument, owner, static),
    )  # fmt: skip


def _class_around(module: Module, scope: Scope) -> Class | None:
    parent = scope.parent
    return Class(module, parent.node) if parent is not None and isinstance(parent.node, ast.ClassDef) else None


def _decorators(node: ast.AST) -> set[str]:
    found = [d.func if isinstance(d, ast.Call) else d for d in getattr(node, "decorator_list", ())]
    return {(dotted(d) or "").rpartition(".")[2] for d in found}


@once
def _places(module: Module, node: FunctionNode) -> dict[str, int]:
    """Name -> place of a function's positional parameters."""
    return {a.arg: place for place, a in enumerate((*node.args.posonlyargs, *node.args.args))}


@once
def _defaults(module: Module, node: FunctionNode) -> dict[str, ast.expr]:
    """Name of a parameter -> its default."""
    return defaults(node.args)


def _passed(
    engine: Engine, module: Module, node: FunctionNode, argument: ast.arg, owner: Class | None, static: bool
) -> Values:
    """What the calls in the same file pass."""
    name = getattr(node, "name", None)
    if name is None:
        return _passed_to_lambda(engine, module, node, argument)
    arguments, places = node.args, _places(module, node)
    skipped = 1 if owner is not None and not static else 0
    called_as = owner.node.name if owner is not None and name in ("__init__", "__new__", "__call__") else name
    index = places[argument.arg] - skipped if argument.arg in places else None
    found: Values = ()
    calls = list(module.calls_by_name.get(called_as, ()))
    if called_as != name:
        calls += module.calls_by_name.get(name, ())  # super().__init__(...)
        heirs = module.heirs.get(owner.node.name, ()) if owner is not None else ()
        calls += [call for heir in heirs for call in module.calls_by_name.get(heir.name, ())]
    for call in calls[:MOST_CALLS]:
        if not _calls(engine, module, call, node, owner):
            continue
        for value in _given(module, call, arguments, argument, index, len(places) - skipped):
            found = union(found, engine.values(module, value))
    for use in module.handed.get(name, ())[:MOST_CALLS]:
        if any(isinstance(v, Function) and v.node is node for v in engine.values(module, use)):
            found = union(found, _handed_on(engine, module, use, argument.arg, index))
    return found


def _given(
    module: Module, call: ast.Call, arguments: ast.arguments, argument: ast.arg, index: int | None, places: int
) -> list[ast.expr]:
    """The arguments of a call that a parameter gets."""
    if argument is arguments.vararg:
        return [a for a in call.args[places:] if not isinstance(a, ast.Starred)]
    if argument is arguments.kwarg:
        names = {a.arg for a in (*arguments.args, *arguments.kwonlyargs)}
        return [k.value for k in call.keywords if k.arg is not None and k.arg not in names]
    value = _argument(module, call, argument.arg, index)
    return [] if value is None else [value]


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
        return not receivers or (isinstance(call.func.value, ast.Call) and terminal(call.func.value.func) == "super")
    return False


def handed_through(engine: Engine, module: Module, node: ast.AST, value: ast.expr, caller: Module, call: ast.Call) -> Values | None:
    """What a function gives that returns a parameter as it is: this call's own argument; None where it does not."""
    if not isinstance(value, ast.Name) or not isinstance(node, FUNCTIONS):
        return None
    bindings = module.bindings_of(value)
    if len(bindings) != 1 or bindings[0].value is not node or not isinstance(bindings[0].node, ast.arg):
        return None
    places = _places(module, node)
    bound = isinstance(call.func, ast.Attribute) and next(iter(places), None) in ("self", "cls")
    index = places[value.id] - bound if value.id in places else None
    given = _argument(caller, call, value.id, index)
    return engine.values(caller, given) if given is not None else None


def _argument(module: Module, call: ast.Call, name: str, index: int | None) -> ast.expr | None:
    """What a call of ``module`` gives for the parameter of this name and place."""
    plain, named = _arguments(module, call)
    if name in named:
        return named[name]
    return plain[index] if index is not None and 0 <= index < len(plain) else None


@once
def _arguments(module: Module, call: ast.Call) -> tuple[list[ast.expr], dict[str | None, ast.expr]]:
    """The arguments of a call before a starred one, and those that are named."""
    plain = list(takewhile(lambda a: not isinstance(a, ast.Starred), call.args))
    return plain, {k.arg: k.value for k in reversed(call.keywords)}


def _handed_on(engine: Engine, module: Module, use: ast.expr, name: str, index: int | None) -> Values:
    """``executor.submit(f, client)``, ``Thread(target=f, args=(client,))``."""
    parent = module.parents.get(use)
    if isinstance(parent, ast.keyword) and parent.arg == "target":
        call = module.parents.get(parent)
        for keyword in call.keywords if isinstance(call, ast.Call) else ():
            if keyword.arg == "args" and isinstance(keyword.value, (ast.Tuple, ast.List)):
                elements = keyword.value.elts
                if index is not None and 0 <= index < len(elements):
                    return engine.values(module, elements[index])
            if keyword.arg == "kwargs" and isinstance(keyword.value, ast.Dict):
                if found := engine.held(module, keyword.value, name):
                    return found
        return ()
    if not isinstance(parent, ast.Call) or use not in parent.args:
        return ()
    place = parent.args.index(use)
    if terminal(parent.func) == "map":
        over = parent.args[place + 1 :]
        return engine.elements(module, over[index]) if index is not None and index < len(over) else ()
    value = _argument(module, parent, name, None if index is None else place + 1 + index)
    return engine.values(module, value) if value is not None else ()


def _passed_to_lambda(engine: Engine, module: Module, node: FunctionNode, argument: ast.arg) -> Values:
    """``map(lambda c: ..., clients)``, ``(lambda c: ...)(client)``, ``run = lambda c: ...; run(client)``."""
    parent = module.parents.get(node)
    if isinstance(parent, ast.Call) and terminal(parent.func) in ("map", "filter") and len(parent.args) == 2:
        return engine.elements(module, parent.args[1])
    arguments, places = node.args, _places(module, node)
    calls: list[ast.Call] = []
    if isinstance(parent, ast.Call) and parent.func is node:
        calls = [parent]
    elif isinstance(parent, ast.Assign):
        named = [name for target in parent.targets if (name := terminal(target)) is not None]
        found = [call for name in named for call in module.calls_by_name.get(name, ())[:MOST_CALLS]]
        calls = [c for c in found if any(isinstance(v, Function) and v.node is node for v in engine.values(module, c.func))]
    given = [_given(module, call, arguments, argument, places.get(argument.arg), len(places)) for call in calls]
    return union(*(engine.values(module, value) for values in given for value in values))


def _parametrized(engine: Engine, module: Module, node: ast.AST, name: str) -> Values:
    """``@pytest.mark.parametrize("client", [...])``."""
    for decorator in getattr(node, "decorator_list", ()):
        if isinstance(decorator, ast.Call) and terminal(decorator.func) == "parametrize" and len(decorator.args) > 1:
            names = decorator.args[0]
            if isinstance(names, ast.Constant) and names.value == name:
                return engine.elements(module, decorator.args[1])
    return ()


def _decorated(engine: Engine, module: Module, node: FunctionNode, argument: ast.arg) -> Values:
    """What a decorator of the same file gives the function that it wraps."""
    found: Values = ()
    for decorator in getattr(node, "decorator_list", ()):
        for value in engine.values(module, decorator) if isinstance(decorator, ast.Name) else ():
            if not isinstance(value, Function) or not (wrapped := value.node.args.args[:1]):
                continue
            index = _places(module, node).get(argument.arg)
            for call in value.module.calls_by_name.get(wrapped[0].arg, ())[:MOST_CALLS]:
                if not any(outer is value.node for outer in value.module.ancestors(call)):
                    continue
                if (given := _argument(value.module, call, argument.arg, index)) is not None:
                    found = union(found, engine.values(value.module, given))
    return found


def constructed(engine: Engine, cls: Class, name: str) -> Values:
    """What the calls of a dataclass in its file give the field ``name``."""
    module, node = cls.module, cls.node
    if "dataclass" not in _decorators(node):
        return ()
    fields = [s.target.id for s in node.body if isinstance(s, ast.AnnAssign) and isinstance(s.target, ast.Name)]
    found: Values = ()
    for call in module.calls_by_name.get(node.name, ())[:MOST_CALLS] if name in fields else ():
        if cls in engine.values(module, call.func) and (value := _argument(module, call, name, fields.index(name))) is not None:
            found = union(found, engine.values(module, value))
    return found


def _takes_fixtures(module: Module, node: ast.AST, owner: Class | None) -> bool:
    name = getattr(node, "name", "")
    return name.startswith("test") or "fixture" in _decorators(node)


def fixture(engine: Engine, module: Module, name: str, asking: ast.AST) -> Values:
    """What the pytest fixture ``name`` gives: of the file, else of the ``conftest.py`` above it."""
    for where in [module, *engine.project.conftests(module)]:
        for binding in _fixtures(where).get(name, ()):
            if binding.node is not asking and isinstance(binding.node, FUNCTIONS):
                scope = where.roots[binding.node]
                owner = Class(where, scope.node) if isinstance(scope.node, ast.ClassDef) else None
                function = Function(where, binding.node, Object(owner) if owner else None)
                return engine.called(function, where, None)
    return ()


@once
def _fixtures(module: Module) -> dict[str, list[Binding]]:
    """Fixture functions by the name under which tests ask for them."""
    found: dict[str, list[Binding]] = defaultdict(list)
    scopes = [module.scope, *(s for s in {id(s): s for s in module.roots.values()}.values() if s.is_class)]
    for scope in scopes:
        for key, bindings in scope.names.items():
            for binding in bindings:
                if binding.kind == "function" and "fixture" in _decorators(binding.node):
                    found[_fixture_alias(binding.node) or key].append(binding)
    return found


def _fixture_alias(node: ast.AST) -> str | None:
    for decorator in getattr(node, "decorator_list", ()):
        if isinstance(decorator, ast.Call):
            for keyword in decorator.keywords:
                if keyword.arg == "name" and isinstance(keyword.value, ast.Constant):
                    return str(keyword.value.value)
    return None
