"""Subclasses of the v3 client: their base, what they give its ``__init__``, and the calls that make them without one of
their own. v4's class takes other arguments, and connects when it is told to."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from ... import surface
from ...inference.names import terminal
from ...records import replace
from ..code import call_of
from ..site import Site
from ..unit import Refusal
from . import constructor, keywords, opening

_UNSEEN = "how a subclass of the v3 client is made can't be seen"
_LIKE = frozenset("get_meta get_open_id_configuration is_live is_ready".split())  # v4 has them, and does not call them


def derived(site: Site, cls: ast.ClassDef) -> None:
    """Note how a class is made of v4's client in the place of v3's. Raises Refusal."""
    if len(cls.bases) != 1 or cls.keywords or cls.decorator_list:
        raise Refusal("a subclass of the v3 client that has other bases, a metaclass or decorators as well")
    _check_names(cls)
    inits = [node for node in ast.walk(cls) if isinstance(node, ast.FunctionDef) and node.name == "__init__"]
    calls = [node for node in ast.walk(cls) if isinstance(node, ast.Attribute) and node.attr == "__init__"]
    if not inits and not calls:
        _made(site, cls)
        return
    if len(inits) != 1 or inits[0] not in cls.body or any(inits[0] not in site.module.ancestors(node) for node in calls):
        raise Refusal(_UNSEEN)
    _initialised(site, inits[0], calls)


def _check_names(cls: ast.ClassDef) -> None:
    """Refuse a class that has a member of its own in the place of one of v4's client, or of v3's that v4 has not."""
    for name in _members(cls):
        if name not in _LIKE and any(surface.find_member(client, name) is not None for client in ("weaviate.Client", "weaviate.WeaviateClient")):
            raise Refusal(f"a subclass of the v3 client that has a `{name}` of its own")


def _members(cls: ast.ClassDef) -> Iterator[str]:
    for statement in cls.body:
        if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield statement.name
        elif isinstance(statement, (ast.Assign, ast.AnnAssign)):
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            yield from (target.id for target in targets if isinstance(target, ast.Name))
    for node in ast.walk(cls):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and isinstance(node.value, ast.Name):
            yield node.attr


def _at(site: Site, call: ast.Call) -> Site:
    """The site of a call that makes the client under another name."""
    return Site(site.planner, replace(site.usage, node=call.func, call=call), site.unit)


def _initialised(site: Site, init: ast.FunctionDef, calls: list[ast.Attribute]) -> None:
    """``super().__init__(url)`` -> v4's arguments, and ``self.connect()`` behind it. One that is never called is a fake."""
    for node in calls:
        call = site.parent(node)
        named = isinstance(node.value, ast.Call) and terminal(node.value.func) == "super"
        if not named or not isinstance(call, ast.Call) or not isinstance(statement := site.parent(call), ast.Expr) or not init.args.args:
            raise Refusal(_UNSEEN)
        inner = _at(site, call)
        site.unit.replaced[call] = call_of(node, constructor.arguments(inner, keywords.given(inner, call)))
        site.unit.after.append((statement, f"{init.args.args[0].arg}.connect()"))


def _made(site: Site, cls: ast.ClassDef) -> None:
    """Calls of a class that has no ``__init__`` of its own."""
    if site.module.source.file is not None and site.engine.project.is_named_elsewhere(site.module, cls.name):
        raise Refusal("a subclass of the v3 client that other files may make")
    if any(_makes_own(node) for node in ast.walk(cls)):
        raise Refusal(_UNSEEN)
    loads = [n for n in site.module.names.get(cls.name, ()) if any(binding.node is cls for binding in site.module.bindings_of(n))]
    if not any(isinstance(call := site.parent(load), ast.Call) and call.func is load for load in loads):
        raise Refusal(_UNSEEN)
    for load in loads:
        call = site.parent(load)
        if isinstance(call, ast.Call) and call.func is load:
            inner = _at(site, call)
            code = call_of(load, constructor.arguments(inner, keywords.given(inner, call)))
            site.unit.replaced[call] = opening.opened(inner, code)
        elif not _is_type(site, load):
            raise Refusal(_UNSEEN)


def _makes_own(node: ast.AST) -> bool:
    """Whether code of a class may make one of its kind under another name than the class's: ``cls(url)``, ``type(self)(url)``."""
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return node.name == "__new__" or any(terminal(decorator) == "classmethod" for decorator in node.decorator_list)
    if isinstance(node, ast.Call):
        return terminal(node.func) in ("type", "__new__")
    return isinstance(node, ast.Attribute) and node.attr == "__class__"


def _is_type(site: Site, load: ast.Name) -> bool:
    """Whether the name stands in an annotation or is checked for."""
    outer = [load, *site.module.ancestors(load)]
    parent = site.parent(load)
    return any(node in site.module.annotations for node in outer) or (isinstance(parent, ast.Call) and terminal(parent.func) in ("isinstance", "issubclass"))
