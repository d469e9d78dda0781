"""What a call can give."""

from __future__ import annotations

import ast
from functools import lru_cache

from .. import surface
from . import members, parameters
from .bindings import Module
from .engine import Engine
from .names import dotted, terminal
from .values import (
    OTHER,
    Class,
    Display,
    Function,
    Instance,
    Manager,
    Many,
    Method,
    Object,
    Ref,
    Returns,
    Row,
    Shape,
    Text,
    Value,
    Values,
    tells,
    union,
)

_SAME = frozenset("iter list tuple set sorted reversed frozenset aiter cycle islice chain as_completed".split())
_COPIES = frozenset("copy deepcopy proxy".split())
_NAMESPACES = frozenset("SimpleNamespace Namespace Munch Bunch AttrDict edict dict".split())
_FIRST = frozenset("next anext choice max min pop popleft".split())
_PAIRS = frozenset("enumerate zip items product".split())
_MOCKS = frozenset("Mock MagicMock AsyncMock NonCallableMock NonCallableMagicMock create_autospec mock_autospec".split())
_INNER = frozenset("run run_until_complete ensure_future create_task wait_for get_event_loop shield".split())
_FIELDS = frozenset("field Field PrivateAttr ib attrib".split())
_MANAGED = frozenset("contextmanager asynccontextmanager".split())


def result(engine: Engine, module: Module, node: ast.Call) -> Values:
    """What the call expression can give."""
    name = terminal(node.func)
    if name is not None and (handler := _SPECIAL.get(name)) is not None:
        found = handler(engine, module, node)
        if found is not None:
            return found
    values = engine.values(module, node.func)
    if len(values) == 1:
        return called(engine, values[0], module, node)
    return union(*(called(engine, value, module, node) for value in values))


def called(engine: Engine, value: Value, module: Module, call: ast.Call | None) -> Values:
    """What calling ``value`` can give; ``call`` is None for a property or a fixture."""
    if isinstance(value, Ref):
        return _called_path(value.path)
    if isinstance(value, Method):
        return _called_method(value, call)
    if isinstance(value, Class):
        return (Object(value),)
    if isinstance(value, Function):
        return _called_function(engine, value, module, call)
    if isinstance(value, Returns):
        return value.items
    if isinstance(value, Instance):
        found = surface.find_member(value.cls, "__call__")
        return members.typed(found.symbol, found.client) if found is not None else _unless_foreign(value)
    if isinstance(value, Object):
        inner = members.of_class(engine, value.cls, "__call__", value)
        return union(*(engine.called(v, module, call) for v in inner if isinstance(v, Function)))
    if isinstance(value, Shape):  # ``r.get("data")``, ``r.copy()``: members give the shape itself
        return _called_shape(value, call)
    return (OTHER,) if value == OTHER else ()


def _unless_foreign(value: Value) -> Values:
    return (OTHER,) if members.foreign(value) else ()


@lru_cache(maxsize=4096)
def _called_path(path: str) -> Values:
    if path.startswith("weaviate."):
        found = surface.find(path)
        if found is None:  # a private class, or one of another version, is none of those that are known
            return (Instance(path),) if path.rpartition(".")[2].lstrip("_")[:1].isupper() else ()
        if surface.load(found.client).kind(found.symbol) == "class":
            return (Instance(found.symbol),)
        return members.typed(found.symbol, found.client)
    if path.startswith("builtins."):
        return (OTHER,)
    if path.split(".")[0] in members.FOREIGN:
        return (OTHER,)
    last = path.rpartition(".")[2]
    return (Instance(path),) if last[:1].isupper() else ()


def _called_method(value: Method, call: ast.Call | None) -> Values:
    found = members.typed(value.symbol)
    if found and isinstance(found[0], Shape):
        return (Shape(found[0].kind, call),)
    # A fluent method returns its receiver, also where the receiver is a subclass of what the surface names.
    return tuple(Instance(value.receiver) if v == Instance(value.symbol.rpartition(".")[0]) else v for v in found)


def _called_function(engine: Engine, function: Function, caller: Module, call: ast.Call | None) -> Values:
    module, node = function.module, function.node
    found: Values = ()
    if not isinstance(node, ast.Lambda) and node.returns is not None:
        found = tuple(v for v in engine.annotation(module, node.returns) if tells(v))
        found = _own_type(function, found)
    decorators = [d.func if isinstance(d, ast.Call) else d for d in getattr(node, "decorator_list", ())]
    names = {(dotted(d) or "").rpartition(".")[2] for d in decorators}
    if not found:
        found = union(*(_returned(engine, function, value, caller, call) for value in module.returned.get(node, ())))
        yielded = union(*(_yielded(engine, module, value) for value in module.yielded.get(node, ())))
        if yielded:
            found = union(found, (Many(yielded),))
    if names & _MANAGED or "fixture" in names:
        inner = union(*(v.items if isinstance(v, Many) else (v,) for v in found))
        return (Manager(inner),) if names & _MANAGED else inner
    return found


def _returned(engine: Engine, function: Function, value: ast.expr, caller: Module, call: ast.Call | None) -> Values:
    module, node = function.module, function.node
    through = parameters.handed_through(engine, module, node, value, caller, call) if call is not None else None
    return engine.values(module, value) if through is None else through


def _yielded(engine: Engine, module: Module, node: ast.expr) -> Values:
    return engine.elements(module, node.value) if isinstance(node, ast.YieldFrom) else engine.values(module, node)


def _own_type(function: Function, values: Values) -> Values:
    """``-> Self`` is the class that the method is bound to."""
    owner = function.owner
    if owner is None:
        return values
    cls = owner if isinstance(owner, Class) else owner.cls
    return tuple(Object(cls) if v in (Instance("typing.Self"), Instance("typing_extensions.Self")) else v for v in values)


def _called_shape(value: Shape, call: ast.Call | None) -> Values:
    if call is None or not isinstance(call.func, ast.Attribute):
        return ()
    if call.func.attr in ("get", "pop"):
        key = call.args[0].value if call.args and isinstance(call.args[0], ast.Constant) else None
        return members.item(value, key)
    if call.func.attr == "values":
        return (Many(members.item(value, None)),)
    if call.func.attr == "items":
        return (Many((Row(((), members.item(value, None))),)),)
    return (value,) if call.func.attr == "copy" else ()


# -- calls known by name: what they do is the same wherever they come from --------------------------------------------


def _getattr(engine: Engine, module: Module, node: ast.Call) -> Values | None:
    if len(node.args) < 2:
        return None
    names = [v.text for v in engine.values(module, node.args[1]) if isinstance(v, Text)]
    if len(names) > 1:
        return ()
    found = [engine.member(base, name) for base in engine.values(module, node.args[0]) for name in names]
    default = engine.values(module, node.args[2]) if len(node.args) > 2 else ()
    return union(*found, default)


def _import_module(engine: Engine, module: Module, node: ast.Call) -> Values | None:
    if not node.args:
        return None
    names = [v.text for v in engine.values(module, node.args[0]) if isinstance(v, Text)]
    if any(name.startswith(".") for name in names):
        return ()
    if terminal(node.func) == "__import__":
        names = [name.split(".")[0] for name in names]
    return union(*(engine.imported(module, name, 0, None) for name in names))


def _cast(engine: Engine, module: Module, node: ast.Call) -> Values | None:
    if len(node.args) != 2:
        return None
    return engine.annotation(module, node.args[0]) or engine.values(module, node.args[1])


def _partial(engine: Engine, module: Module, node: ast.Call) -> Values | None:
    if not node.args:
        return None
    return (Returns(union(*(engine.called(v, module, node) for v in engine.values(module, node.args[0])))),)


def _map_property(engine: Engine, module: Module, node: ast.Call) -> Values | None:
    """``client = property(_get_client)``: read as what it gives."""
    return union(*(engine.called(v, module, None) for v in engine.values(module, node.args[0]))) if node.args else None


def _same(engine: Engine, module: Module, node: ast.Call) -> Values | None:
    if len(node.args) < 1 or (isinstance(node.func, ast.Attribute) and terminal(node.func) in ("list", "set")):
        return None
    values = engine.values(module, node.args[0])
    if terminal(node.func) == "chain":
        return (Many(union(*(engine.elements(module, a) for a in node.args if not isinstance(a, ast.Starred)))),)
    return (Many(engine.elements(module, node.args[0])),) if any(not isinstance(v, Shape) for v in values) else values


def _copy(engine: Engine, module: Module, node: ast.Call) -> Values | None:
    return engine.values(module, node.args[0]) if node.args else None


def _manager(engine: Engine, module: Module, node: ast.Call) -> Values | None:
    """``contextlib.closing(client)``."""
    return (Manager(engine.values(module, node.args[0])),) if node.args else None


def _map(engine: Engine, module: Module, node: ast.Call) -> Values | None:
    if not node.args:
        return None
    return (Many(union(*(engine.called(v, module, None) for v in engine.values(module, node.args[0])))),)


def _gather(engine: Engine, module: Module, node: ast.Call) -> Values | None:
    """``await asyncio.gather(a(), b())``."""
    if any(isinstance(a, ast.Starred) for a in node.args):
        return (Many(union(*(engine.elements(module, a.value) for a in node.args if isinstance(a, ast.Starred)))),)
    return (Row(tuple(engine.values(module, a) for a in node.args)),)


def _namespace(engine: Engine, module: Module, node: ast.Call) -> Values | None:
    """``SimpleNamespace(client=...)``, ``dict(client=...)``: read like the dictionary display."""
    named = [k for k in node.keywords if k.arg is not None]
    if not named:
        return None
    return (Display(module, ast.Dict([ast.Constant(k.arg) for k in named], [k.value for k in named])),)


def _new(engine: Engine, module: Module, node: ast.Call) -> Values | None:
    """``super().__new__(cls)``."""
    if not node.args or not isinstance(node.func, ast.Attribute):
        return None
    return union(*(engine.called(v, module, node) for v in engine.values(module, node.args[0]) if isinstance(v, (Ref, Class))))


def _fixture(engine: Engine, module: Module, node: ast.Call) -> Values | None:
    """``request.getfixturevalue("client")``."""
    names = [v.text for v in engine.values(module, node.args[0]) if isinstance(v, Text)] if node.args else []
    return parameters.fixture(engine, module, names[0], node) if len(names) == 1 else None


def _first(engine: Engine, module: Module, node: ast.Call) -> Values | None:
    if isinstance(node.func, ast.Attribute) and node.func.attr in ("pop", "popleft"):
        container = node.func.value
        if any(not isinstance(v, (Display, Many)) for v in engine.values(module, container)):
            return None
        return engine.held(module, container)
    if not node.args:
        return None
    container = node.args[0]
    values = engine.values(module, container)
    calls = [v for v in values if isinstance(v, (Display, Many, Shape))]
    return engine.elements(module, container) if calls else None


def _pairs(engine: Engine, module: Module, node: ast.Call) -> Values | None:
    name = terminal(node.func)
    if name == "items":
        if not isinstance(node.func, ast.Attribute):
            return None
        values = engine.values(module, node.func.value)
        if not any(isinstance(v, (Display, Many)) for v in values):
            return None
        return (Many((Row(((), engine.held(module, node.func.value))),)),)
    columns = [engine.elements(module, a) for a in node.args if not isinstance(a, ast.Starred)]
    if name == "enumerate":
        columns = [(OTHER,), *columns[:1]]
    return (Many((Row(tuple(columns)),)),)


def _values(engine: Engine, module: Module, node: ast.Call) -> Values | None:
    if not isinstance(node.func, ast.Attribute):
        return None
    values = engine.values(module, node.func.value)
    if not any(isinstance(v, (Display, Many)) for v in values):
        return None
    return (Many(engine.held(module, node.func.value)),)


def _get(engine: Engine, module: Module, node: ast.Call) -> Values | None:
    """``clients.get("main")`` of a dictionary, ``CLIENT.get()`` of a ContextVar."""
    if not isinstance(node.func, ast.Attribute):
        return None
    values = engine.values(module, node.func.value)
    default = [engine.values(module, a) for a in node.args[1:]]
    key = node.args[0].value if node.args and isinstance(node.args[0], ast.Constant) else None
    if fields := union(*(members.fields(engine, v, key) for v in values if isinstance(v, Object))):
        return union(fields, *default)
    if any(isinstance(v, Shape) for v in values):
        return None
    known = any(isinstance(v, (Display, Many)) for v in values)
    found = union(engine.held(module, node.func.value, key), *default)
    return found if known or (found and terminal(node.func.value) in module.element_stores) else None


def _mock(engine: Engine, module: Module, node: ast.Call) -> Values | None:
    specs = [k.value for k in node.keywords if k.arg in ("spec", "spec_set", "wraps")] or (
        node.args[:1] if terminal(node.func) in ("create_autospec",) or node.args else []
    )
    found: list[Value] = []
    for spec in specs:
        for value in engine.values(module, spec):
            if isinstance(value, Ref):
                found.append(Instance(value.path))
            elif isinstance(value, Class):
                found.append(Object(value))
            elif isinstance(value, (Instance, Object)):
                found.append(value)
    return union(found)


def _inner(engine: Engine, module: Module, node: ast.Call) -> Values | None:
    """``asyncio.run(main())`` gives what its argument gives; ``future.result()`` is not followed."""
    base = dotted(node.func) or ""
    if not base.startswith(("asyncio.", "anyio.", "loop.", "trio.")) or not node.args:
        return None
    return engine.values(module, node.args[0])


def _depends(engine: Engine, module: Module, node: ast.Call) -> Values | None:
    """FastAPI's ``Depends(get_client)``: what the provider returns or yields."""
    if not node.args:
        return None
    found = union(*(engine.called(v, module, None) for v in engine.values(module, node.args[0])))
    return union(*(v.items if isinstance(v, (Many, Manager)) else (v,) for v in found))


def _field(engine: Engine, module: Module, node: ast.Call) -> Values | None:
    """A dataclass's ``field(default_factory=make)``, and the like of pydantic and attrs."""
    found: list[Values] = []
    for keyword in node.keywords:
        if keyword.arg == "default":
            found.append(engine.values(module, keyword.value))
        elif keyword.arg in ("default_factory", "factory"):
            found += [engine.called(v, module, None) for v in engine.values(module, keyword.value)]
    return union(*found) if found else None


def _type_variable(engine: Engine, module: Module, node: ast.Call) -> Values | None:
    """``TypeVar("C", bound=Client)``, ``NewType("Db", Client)``: read as the type that it stands for."""
    bounds = [k.value for k in node.keywords if k.arg == "bound"] or node.args[1:]
    return union(*(engine.annotation(module, bound) for bound in bounds)) or None


def _entered(engine: Engine, module: Module, node: ast.Call) -> Values | None:
    return engine.entered(engine.values(module, node.args[0])) if node.args else None


def _super(engine: Engine, module: Module, node: ast.Call) -> Values | None:
    function = module.function_of(module.scope_of(node)) if node in module.parents else None
    if function is None or function.parent is None or not isinstance(function.parent.node, ast.ClassDef):
        return None
    found: list[Value] = []
    for base in function.parent.node.bases:
        for value in engine.values(module, base):
            found.append(Object(value) if isinstance(value, Class) else Instance(value.path) if isinstance(value, Ref) else value)
    return union(found)


def _to_thread(engine: Engine, module: Module, node: ast.Call) -> Values | None:
    """``asyncio.to_thread(f, ...)``, ``run_in_executor(None, f, ...)`` give what ``f`` returns."""
    place = 1 if terminal(node.func) == "run_in_executor" else 0
    if len(node.args) <= place:
        return None
    return union(*(engine.called(v, module, None) for v in engine.values(module, node.args[place])))


_SPECIAL = {
    "getattr": _getattr, "import_module": _import_module, "__import__": _import_module, "cast": _cast,
    "partial": _partial, "Depends": _depends, "Security": _depends, "enter_context": _entered,
    "enter_async_context": _entered, "property": _map_property, "map": _map, "imap": _map, "gather": _gather,
    "closing": _manager, "aclosing": _manager, "nullcontext": _manager, "__new__": _new, "setdefault": _get,
    "getfixturevalue": _fixture, "importorskip": _import_module, "submit": _partial, "apply_async": _partial,
    **dict.fromkeys(_COPIES, _copy), **dict.fromkeys(_NAMESPACES, _namespace),
    "TypeVar": _type_variable, "NewType": _type_variable, "super": _super, "values": _values, "get": _get, "to_thread": _to_thread,
    "run_in_executor": _to_thread, "run_in_threadpool": _to_thread, "run_sync": _to_thread,
    **dict.fromkeys(_SAME, _same), **dict.fromkeys(_FIRST, _first), **dict.fromkeys(_PAIRS, _pairs),
    **dict.fromkeys(_MOCKS, _mock), **dict.fromkeys(_FIELDS, _field), **dict.fromkeys(_INNER, _inner),
}  # fmt: skip
