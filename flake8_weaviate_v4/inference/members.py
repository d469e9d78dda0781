"""What an attribute, an item or an import of a value can be."""

from __future__ import annotations

import ast
from collections import defaultdict
from functools import lru_cache

from .. import surface
from . import parameters, shapes
from .bindings import Module, once
from .engine import Engine
from .names import dotted
from .project import Project
from .scopes import FUNCTIONS, Binding, Scope
from .values import (
    OTHER,
    Class,
    Display,
    Function,
    Instance,
    Local,
    Manager,
    Many,
    Method,
    Object,
    Ref,
    Returns,
    Shape,
    Value,
    Values,
    union,
)

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from typing import TypeAlias

# Third-party and standard modules whose objects are surely not a Weaviate client, whatever their attributes' names.
FOREIGN = frozenset(
    """requests httpx aiohttp urllib3 urllib json sqlalchemy flask_sqlalchemy django elasticsearch redis pymongo motor
    qdrant_client pinecone chromadb pymilvus opensearchpy psycopg psycopg2 asyncpg boto3 botocore google kubernetes
    stripe pandas numpy torch gql graphql strawberry graphene ariadne sgqlc neo4j peewee tortoise mongoengine pydantic
    marshmallow os sys re collections datetime itertools pathlib subprocess time random math logging""".split()
)
_PROPERTY = frozenset("property cached_property hybrid_property abstractproperty lazy_property computed_field reify".split())
MOST_HEIRS = 20  # classes that mix one in
MOST_KIN = 60  # the same with those below them
DEEPEST = 20  # bases of bases: more is a circle, or made to be looked at for ever
MOST_STORES = 50  # assignments to one attribute that are looked at
_PASSED = ("return_value", "side_effect")  # a mock's stand-in for the call


def member(engine: Engine, value: Value, name: str) -> Values:
    """What ``value.name`` can be; empty where it is not known."""
    if isinstance(value, Ref):
        return of_path(f"{value.path}.{name}")
    if isinstance(value, Instance):
        return _of_instance(value, name)
    if isinstance(value, Object):
        return of_class(engine, value.cls, name, value)
    if isinstance(value, Class):
        return of_class(engine, value, name, value)
    if isinstance(value, Local):
        return of_module(engine, value.module, name)
    if isinstance(value, Method) and name in _PASSED:
        return typed(value.symbol)
    if isinstance(value, Returns) and name == "result":  # a future
        return (value,)
    if isinstance(value, Display) and isinstance(value.node, ast.Dict):  # SimpleNamespace(client=...)
        named = [v for k, v in zip(value.node.keys, value.node.values, strict=True) if k is not None and _is(k, name)]
        return union(*(engine.values(value.module, v) for v in named))
    if isinstance(value, Shape) and name in ("items", "values", "get", "pop", "copy", "keys"):
        return (value,)
    if isinstance(value, (Many, Shape, Manager)):
        return ()
    return (OTHER,) if value == OTHER else ()


def _is(key: ast.expr, name: str) -> bool:
    return isinstance(key, ast.Constant) and key.value == name


@lru_cache(maxsize=4096)
def of_path(path: str) -> Values:
    """What a dotted path outside the checkout leads to."""
    if path.startswith("weaviate."):
        found = surface.find(path)
        if found is not None:
            known = surface.load(found.client)
            if known.kind(found.symbol) in ("module", "class", "function"):
                return (Ref(path if known.kind(found.symbol) == "module" else found.symbol),)
            return typed(found.symbol, found.client)
    return (Ref(path),)


def is_known(path: str) -> bool:
    """Whether a dotted path leads to something of the client."""
    return path == "weaviate" or (path.startswith("weaviate.") and surface.find(path) is not None)


def foreign(value: Value) -> bool:
    """Whether a value is known to be no Weaviate object and to hold none."""
    if value == OTHER:
        return True
    path = value.path if isinstance(value, Ref) else value.cls if isinstance(value, Instance) else ""
    return path.split(".")[0] in FOREIGN


def tells_nothing(value: Value) -> bool:
    """Whether a value is a name of another library, of which nothing is known, or no Weaviate object."""
    return value == OTHER or (isinstance(value, Ref) and not value.path.startswith("weaviate"))


@lru_cache(maxsize=4096)
def _of_instance(value: Instance, name: str) -> Values:
    found = surface.find_member(value.cls, name)
    if found is None:
        return (OTHER,) if foreign(value) or value.cls.startswith("weaviate.") else ()
    known = surface.load(found.client)
    if known.kind(found.symbol) == "method":
        return (Method(found.symbol, value.cls),)
    return typed(found.symbol, found.client)


@lru_cache(maxsize=4096)
def typed(symbol: str, client: str | None = None) -> Values:
    """The values of an attribute's type, or of a call's result, as the surface knows them."""
    if (shape := shapes.RETURNED.get(symbol)) is not None:
        return (Shape(shape),)
    if client is None:
        client = "v3" if symbol in surface.load("v3").symbols else "v4"
    known = surface.load(client)
    if held := known.symbols.get(symbol, {}).get("items"):
        return (Many(tuple(Instance(path) for path in held)),)
    found: list[Value] = []
    for path in known.types(symbol):
        if path.startswith("weaviate."):
            found.append(Instance(path))
        elif path not in ("None", "Any"):
            found.append(OTHER)
    return union(found)


def item(shape: Shape, key: object) -> Values:
    """What an item of a part of a v3 result can be."""
    part = shapes.part(shape.kind, key)
    return (Shape(part.next, shape.origin),) if part is not None and part.next else ()


# -- classes of the checkout ------------------------------------------------------------------------------------------


def of_class(engine: Engine, cls: Class, name: str, receiver: Class | Object) -> Values:
    """Member ``name`` of a class of the checkout or of its instance: its own, of its bases, or set from outside."""
    seen: set[ast.ClassDef] = set()
    found = _inherited(engine, cls, name, receiver, seen)
    if found:
        return found
    if name == "__class__":
        return (cls,)
    return _handed_through(engine, cls, name, receiver) or _of_subclasses(engine, cls, name, seen)


def _inherited(
    engine: Engine, cls: Class, name: str, receiver: Class | Object, seen: set[ast.ClassDef], depth: int = 0
) -> Values:
    """The member as the class or the nearest of its bases has it; each class is asked once (``seen``)."""
    if cls.node in seen or depth > DEEPEST:
        return ()
    seen.add(cls.node)
    found = _own(engine, cls, name, receiver)
    if found:
        return found
    for base in cls.node.bases:
        for value in engine.values(cls.module, base):
            if isinstance(value, Class):
                found = union(found, _inherited(engine, value, name, receiver, seen, depth + 1))
            elif isinstance(value, Ref):
                found = union(found, _of_instance(Instance(value.path), name) if not foreign(value) else ())
        if found:
            return found
    return ()


def _handed_through(engine: Engine, cls: Class, name: str, receiver: Class | Object) -> Values:
    """Members that ``def __getattr__(self, name): return getattr(self._client, name)`` passes on."""
    found: list[Values] = []
    passing = () if name.startswith("__") else _inherited(engine, cls, "__getattr__", receiver, set())
    for value in passing:
        if not isinstance(value, Function):
            continue
        for returned in value.module.returned.get(value.node, ()):
            if isinstance(returned, ast.Call) and dotted(returned.func) == "getattr" and len(returned.args) > 1:
                found += [engine.member(inner, name) for inner in engine.values(value.module, returned.args[0])]
    return union(*found)


def _of_subclasses(engine: Engine, cls: Class, name: str, seen: set[ast.ClassDef]) -> Values:
    """A mixin's ``self.client`` is set by the class that mixes it in, or by one below that."""
    found: Values = ()
    todo = [cls]
    while todo and len(seen) < MOST_KIN:
        current = todo.pop()
        for node in current.module.heirs.get(current.node.name, ())[:MOST_HEIRS]:
            if node in seen or not any(current in engine.values(current.module, base) for base in node.bases):
                continue
            heir = Class(current.module, node)
            found = union(found, _inherited(engine, heir, name, Object(heir), seen))
            todo.append(heir)
    return found


def fields(engine: Engine, value: Object, key: object = None) -> Values:
    """What ``value[key]`` can be where the class is a NamedTuple or TypedDict; without a key, any of its fields."""
    node, module = value.cls.node, value.cls.module
    kinds = {(dotted(base) or "").rpartition(".")[2] for base in node.bases}
    if not kinds & {"NamedTuple", "TypedDict"}:
        return ()
    named = [s for s in node.body if isinstance(s, ast.AnnAssign) and isinstance(s.target, ast.Name)]
    if isinstance(key, int):
        named = named[key:][:1] if -len(named) <= key else []
    elif isinstance(key, str):
        named = [s for s in named if isinstance(s.target, ast.Name) and s.target.id == key]
    elif "TypedDict" in kinds:
        return ()
    return union(*(engine.annotation(module, s.annotation) for s in named))


def class_scope(cls: Class) -> Scope | None:
    """The scope of a class body."""
    body = cls.node.body
    return cls.module.roots.get(body[0]) if body else None


def _own(engine: Engine, cls: Class, name: str, receiver: Class | Object) -> Values:
    module = cls.module
    scope = class_scope(cls)
    found: list[Value] = []
    if scope is not None:
        for binding in scope.names.get(name, ()):
            for value in engine.bound(module, scope, binding):
                if isinstance(value, Function) and value.node is binding.node:
                    found.extend(_method(engine, value, receiver))
                else:
                    found.append(value)
    own, others = _stores(module, name)
    for _, binding in own.get(cls.node, ())[:MOST_STORES]:
        found.extend(engine.bound(module, module.scope, binding))
    for target, binding in others[:MOST_STORES]:
        values = engine.values(module, target.value)
        if Object(cls) in values or cls in values:
            found.extend(engine.bound(module, module.scope, binding))
    return union(found) or parameters.constructed(engine, cls, name)


def _method(engine: Engine, function: Function, receiver: Class | Object) -> Values:
    decorators = [d.func if isinstance(d, ast.Call) else d for d in getattr(function.node, "decorator_list", ())]
    names = {(dotted(d) or "").rpartition(".")[2] for d in decorators}
    bound = Function(function.module, function.node, receiver)
    if names & _PROPERTY or any(n.endswith("property") for n in names) or "getter" in names:
        return engine.called(bound, function.module, None)
    return (bound,)


Store: TypeAlias = tuple[ast.Attribute, Binding]


@once
def _stores(module: Module, name: str) -> tuple[dict[ast.ClassDef, list[Store]], list[Store]]:
    """Assignments to ``self.name`` by class, and those to attributes of other things."""
    own: dict[ast.ClassDef, list[Store]] = defaultdict(list)
    others = []
    for target, binding in module.attribute_stores.get(name, ()):
        owner = None
        if isinstance(target.value, ast.Name) and target in module.parents:
            function = module.function_of(module.scope_of(target))
            owner = _enclosing_method(function, target.value.id) if function is not None else None
        if owner is not None:
            own[owner].append((target, binding))
        else:
            others.append((target, binding))
    return own, others


def _enclosing_method(function: Scope, name: str) -> ast.ClassDef | None:
    """The class whose method has ``name`` as its first parameter around ``function``, if it is so bound."""
    scope: Scope | None = function
    while scope is not None:
        if isinstance(scope.node, FUNCTIONS) and name in scope.names and scope.parent is not None:
            arguments = scope.node.args
            first = [*arguments.posonlyargs, *arguments.args][:1]
            if first and first[0].arg == name and isinstance(scope.parent.node, ast.ClassDef):
                return scope.parent.node
            return None
        scope = scope.parent
    return None


def stored_alike(engine: Engine, module: Module, node: ast.Attribute) -> Values:
    """What the file stores under the very same dotted text (``app.state.db = Client()``)."""
    stores = module.attribute_stores.get(node.attr)
    text = dotted(node) if stores else None
    if stores is None or text is None:
        return ()
    if text.startswith(("self.", "cls.")) and text.count(".") == 1:
        return ()
    found: list[Values] = []
    for target, binding in stores[:MOST_STORES]:
        stored = dotted(target) or "-"
        if stored == text or (stored.count(".") > 1 and text.endswith(f".{stored}")):  # ``request.app.state.db``
            found.append(engine.bound(module, module.scope, binding))
    return union(*found)


# -- context managers -------------------------------------------------------------------------------------------------


def entered(engine: Engine, value: Value) -> Values:
    """What ``with value as x`` binds."""
    if isinstance(value, Manager):
        return value.items
    if isinstance(value, Instance):
        found = surface.find_member(value.cls, "__enter__") or surface.find_member(value.cls, "__aenter__")
        return typed(found.symbol, found.client) or (value,) if found is not None else (value,)
    if isinstance(value, Object):
        for name in ("__enter__", "__aenter__"):
            for function in of_class(engine, value.cls, name, value):
                if isinstance(function, Function):
                    return engine.called(function, function.module, None)
        return (value,)
    if isinstance(value, (Many, Method, Function)):
        return value.items if isinstance(value, Many) else ()
    return (value,)


# -- imports ----------------------------------------------------------------------------------------------------------


def imported(engine: Engine, project: Project, module: Module, dotted_name: str, level: int, name: str | None) -> Values:
    """What ``import dotted`` (``name`` None) or ``from dotted import name`` brings into ``module``."""
    if dotted_name.split(".")[0] != "weaviate" and project.is_beside_the_point(module, dotted_name, level):
        path = ".".join([*[""] * level, dotted_name] if dotted_name else ["" for _ in range(level)])
        return (Ref(path if name is None else f"{path}.{name}"),)
    local = project.module(module, dotted_name, level)
    if local is None:
        if name is not None and (inner := project.module(module, f"{dotted_name}.{name}".lstrip("."), level)) is not None:
            return (Local(inner),)  # of a folder without an ``__init__.py``
        if level:
            return ()
        return (Ref(dotted_name),) if name is None else of_path(f"{dotted_name}.{name}")
    if name is None:
        return (Local(local),)
    return of_module(engine, local, name)


def of_module(engine: Engine, module: Module, name: str) -> Values:
    """What ``module.name`` is for other files of the checkout."""
    if found := engine.named(module, name):
        return found
    inner = engine.project.submodule(module, name)
    return (Local(inner),) if inner is not None else ()
