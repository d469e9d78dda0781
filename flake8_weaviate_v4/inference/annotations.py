"""Annotation -> the values that a name so annotated can have."""

from __future__ import annotations

import ast

from .. import surface
from .bindings import Module
from .engine import Engine
from .names import terminal
from .values import OTHER, Class, Instance, Manager, Many, Object, Ref, Returns, Row, Value, Values, union

_TRANSPARENT = frozenset(
    """Optional Union Annotated ClassVar Final Required NotRequired ReadOnly InitVar Awaitable
    SkipValidation TypeGuard Mapped""".split()
)
_CONTAINERS = frozenset(
    """list List Sequence MutableSequence Iterable Iterator AsyncIterator AsyncIterable set Set
    FrozenSet frozenset Collection Deque deque tuple Tuple
    Queue LifoQueue PriorityQueue SimpleQueue ContextVar""".split()
)
_MAPPINGS = frozenset("dict Dict Mapping MutableMapping DefaultDict defaultdict OrderedDict".split())
_MANAGERS = frozenset("ContextManager AbstractContextManager AsyncContextManager AbstractAsyncContextManager".split())
_VAGUE = frozenset("Any Final ClassVar TypeAlias object".split())
_TYPING = ("typing", "typing_extensions", "builtins", "collections.abc", "collections")


def read(engine: Engine, module: Module, node: ast.expr) -> Values:
    """Values of a name annotated with ``node``; empty where the annotation says nothing (``Any``)."""
    if isinstance(node, ast.Constant):
        return _quoted(engine, module, node)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        return union(read(engine, module, node.left), read(engine, module, node.right))
    if isinstance(node, ast.Subscript):
        return _subscripted(engine, module, node)
    if isinstance(node, ast.Call):  # Optional["X"] built by a helper, Depends(...) inside Annotated
        return ()
    return union(*(_instance(engine, value) for value in engine.values(module, node)))


def _instance(engine: Engine, value: Value) -> Values:
    """The instances that a class, an alias or a type stands for."""
    if isinstance(value, Ref):
        if value.path.startswith("weaviate") and _is_module(value.path):
            return ()  # ``client: weaviate.client`` names a module: what is meant shows elsewhere
        module, _, name = value.path.rpartition(".")
        if module in _TYPING:
            if name in _CONTAINERS or name in _MAPPINGS:
                return (Many((), keyed=name in _MAPPINGS),)
            return () if name in _VAGUE else (OTHER,) if module == "builtins" else (Instance(value.path),)
        return (Instance(value.path),)
    if isinstance(value, Class):
        return (Object(value),)
    if isinstance(value, (Instance, Object, Many, Row, Manager, Returns)):  # an alias: ``Db = Union[Client, None]``
        return (value,)
    return ()


def _is_module(path: str) -> bool:
    found = surface.find(path)
    return path == "weaviate" or (found is not None and surface.load(found.client).kind(found.symbol) == "module")


def _quoted(engine: Engine, module: Module, node: ast.Constant) -> Values:
    parsed = parse_quoted(module, node)
    return () if parsed is None else read(engine, module, parsed)


def parse_quoted(module: Module, node: ast.Constant) -> ast.expr | None:
    """The expression in a string annotation, placed in the module where the string stands; None if it is none."""
    if not isinstance(node.value, str) or len(node.value) > 500:
        return None
    try:
        parsed = ast.parse(node.value.strip(), mode="eval").body
    except (SyntaxError, ValueError):
        return None
    indent = len(node.value) - len(node.value.lstrip())
    start = module.source.segment(node).find(node.value)
    plain = start >= 0 and "\n" not in node.value
    for inner in ast.walk(parsed):
        for child in ast.iter_child_nodes(inner):
            module.parents[child] = inner
        if isinstance(inner, ast.expr):  # where it stands, so that a finding in it has a place
            offset = node.col_offset + start + indent
            inner.lineno, inner.end_lineno = node.lineno, node.lineno
            inner.col_offset = offset + inner.col_offset if plain else node.col_offset
            inner.end_col_offset = offset + (inner.end_col_offset or 0) if plain else node.end_col_offset
    module.parents[parsed] = node
    return parsed


def _subscripted(engine: Engine, module: Module, node: ast.Subscript) -> Values:
    name = terminal(node.value)
    arguments = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
    if name in ("Literal", "LiteralString"):
        return (OTHER,)
    if name == "Annotated":
        provided = [a for a in arguments[1:] if isinstance(a, ast.Call) and terminal(a.func) in ("Depends", "Security")]
        return read(engine, module, arguments[0]) or union(*(engine.values(module, call) for call in provided))
    if name == "Coroutine":  # what it takes in is not what it gives
        return read(engine, module, arguments[-1])
    if name in ("Generator", "AsyncGenerator"):
        return (Many(read(engine, module, arguments[0])),)
    if name in _TRANSPARENT:
        return union(*(read(engine, module, argument) for argument in arguments))
    if name in ("Type", "type"):
        inner = read(engine, module, arguments[0])
        refs = [Ref(v.cls) if isinstance(v, Instance) else v.cls if isinstance(v, Object) else None for v in inner]
        return tuple(v for v in refs if v is not None)
    if name in ("tuple", "Tuple") and not any(isinstance(a, ast.Constant) and a.value is ... for a in arguments):
        return (Row(tuple(read(engine, module, argument) for argument in arguments)),)
    if name in _CONTAINERS:
        return (Many(union(*(read(engine, module, argument) for argument in arguments))),)
    if name in _MAPPINGS:
        return (Many(read(engine, module, arguments[-1]), keyed=True),)
    if name in _MANAGERS:
        return (Manager(read(engine, module, arguments[0])),)
    if name == "Callable":
        return (Returns(read(engine, module, arguments[-1])),)
    return read(engine, module, node.value)
