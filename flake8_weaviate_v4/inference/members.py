"""What an attribute, an item or an import of a value can be."""

from __future__ import annotations

import ast

from .. import surface
from . import shapes
from .bindings import FUNCTIONS, Binding, Module, Scope, dotted
from .engine import Engine
from .project import Project
from .values import (
    OTHER,
    Class,
    Function,
    Instance,
    Local,
    Manager,
    Many,
    Method,
    Object,
    Ref,
    Shape,
    Value,
    Values,
    union,
)

# Third-party and standard modules whose objects are surely not a Weaviate client, whatever their attributes' names.
FOREIGN = frozenset(
    """requests httpx aiohttp urllib3 urllib json sqlalchemy flask_sqlalchemy django elasticsearch redis pymongo motor
    qdrant_client pinecone chromadb pymilvus opensearchpy psycopg psycopg2 asyncpg boto3 botocore google kubernetes
    stripe pandas numpy torch gql graphql strawberry graphene ariadne sgqlc neo4j peewee tortoise mongoengine pydantic
    marshmallow os sys re collections datetime itertools pathlib subprocess time random math logging""".split()
)
_PROPERTY = frozenset("property cached_property hybrid_property abstractproperty lazy_property computed_field reify".split())
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
        return engine.imported(value.module, value.module.name, 0, name) or ()
    if isinstance(value, Method) and name in _PASSED:
        return typed(value.symbol)
    if isinstance(value, Shape) and name in ("items", "values", "get", "pop", "copy", "keys"):
        return (value,)
    if isinstance(value, (Many, Shape, Manager)):
        return ()
    return (OTHER,) if value == OTHER else ()


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


def foreign(value: Value) -> bool:
    """Whether a value is known to be no Weaviate object and to hold none."""
    if value == OTHER:
        return True
    path = value.path if isinstance(value, Ref) else value.cls if isinstance(value, Instance) else ""
    return path.split(".")[0] in FOREIGN


def _of_instance(value: Instance, name: str) -> Values:
    found = surface.find_member(value.cls, name)
    if found is None:
        return (OTHER,) if foreign(value) or value.cls.startswith("weaviate.") else ()
    known = surface.load(found.client)
    if known.kind(found.symbol) == "method":
        return (Method(found.symbol, value.cls),)
    return typed(found.symbol, found.client)


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
    return (Shape(part.next),) if part is not None and part.next else ()


# -- classes of the checkout ------------------------------------------------------------------------------------------


def of_class(engine: Engine, cls: Class, name: str, receiver: Class | Object, seen: frozenset[ast.ClassDef] = frozenset()) -> Values:
    """Member ``name`` of a class of the checkout or of its instance: its own, of its bases, or set from outside."""
    if cls.node in seen:
        return ()
    seen = seen | {cls.node}
    found = _own(engine, cls, name, receiver)
    if found:
        return found
    for base in cls.node.bases:
        for value in engine.values(cls.module, base):
            if isinstance(value, Class):
                found = union(found, of_class(engine, value, name, receiver, seen))
            elif isinstance(value, Ref):
                found = union(found, _of_instance(Instance(value.path), name) if not foreign(value) else ())
        if found:
            return found
    if name == "__class__":
        return (cls,)
    return () if found else _of_subclasses(engine, cls, name, seen)


def _of_subclasses(engine: Engine, cls: Class, name: str, seen: frozenset[ast.ClassDef]) -> Values:
    """A mixin's ``self.client`` is set by the class that mixes it in."""
    found: Values = ()
    for node in cls.module.classes:
        if node not in seen and any(Class(cls.module, cls.node) in engine.values(cls.module, base) for base in node.bases):
            heir = Class(cls.module, node)
            found = union(found, _own(engine, heir, name, Object(heir)))
    return found


def class_scope(cls: Class) -> Scope | None:
    """The scope of a class body."""
    body = cls.node.body
    return cls.module.roots.get(body[0]) if body else None


def _own(engine: Engine, cls: Class, name: str, receiver: Class | Object) -> Values:
    module = cls.module
    scope = class_scope(cls)
    found: list[Value] = []
    for binding in scope.names.get(name, ()) if scope is not None else ():
        for value in _bound(engine, module, scope, binding):
            if isinstance(value, Function) and value.node is binding.node:
                found.extend(_method(engine, value, receiver))
            else:
                found.append(value)
    for target, binding in module.attribute_stores.get(name, ()):
        if _is_self(engine, module, target, cls):
            found.extend(_bound(engine, module, module.scope, binding))
    return union(found)


def _bound(engine: Engine, module: Module, scope: Scope | None, binding: Binding) -> Values:
    bound = getattr(engine, "bound")
    found: Values = bound(module, scope, binding)
    return found


def _method(engine: Engine, function: Function, receiver: Class | Object) -> Values:
    decorators = [d.func if isinstance(d, ast.Call) else d for d in getattr(function.node, "decorator_list", ())]
    names = {(dotted(d) or "").rpartition(".")[2] for d in decorators}
    bound = Function(function.module, function.node, receiver)
    if names & _PROPERTY or any(n.endswith("property") for n in names) or "getter" in names:
        return engine.called(bound, function.module, None)
    return (bound,)


def _is_self(engine: Engine, module: Module, target: ast.Attribute, cls: Class) -> bool:
    """Whether ``target`` is an attribute of an instance of ``cls`` (``self.x`` in its methods), or of the class."""
    base = target.value
    if isinstance(base, ast.Name) and target in module.parents:
        function = module.function_of(module.scope_of(target))
        if function is not None and not isinstance(function.node, ast.Lambda) and function.parent is not None:
            owner = enclosing_method(module, function, base.id)
            if owner is not None:
                return owner is cls.node
    values = engine.values(module, base)
    return Object(cls) in values or cls in values


def enclosing_method(module: Module, function: Scope, name: str) -> ast.ClassDef | None:
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
    if not stores:
        return ()
    text = dotted(node)
    if text is None:
        return ()
    if text.startswith(("self.", "cls.")) and text.count(".") == 1:
        return ()
    return union(*(_bound(engine, module, module.scope, b) for target, b in stores if dotted(target) == text))


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
    local = project.module(module, dotted_name, level)
    if local is None:
        if level:
            return ()
        return (Ref(dotted_name),) if name is None else of_path(f"{dotted_name}.{name}")
    if name is None:
        return (Local(local),)
    found = engine.named(local, name)
    if found:
        return found
    inner = project.submodule(local, name)
    return (Local(inner),) if inner is not None else ()
