"""Objects of v3 classes that a file shows as text, or whose class or members it asks for: v4's have other names and fields."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from .. import surface
from ..inference.bindings import Module, once
from ..inference.engine import Engine
from ..inference.names import terminal
from ..inference.scopes import INSERTED
from ..inference.values import Instance, Value
from .order import joined
from .site import PARTS, Site

_SHOWING = frozenset(
    """print pprint pformat str repr ascii format vars type asdict astuple dumps debug info warning error exception critical log
    secho echo""".split()
)
_ASKING = ("__class__", "__dict__")
_PICKING = ("attrgetter", "methodcaller")
_CLIENTS = ("weaviate.Client", "weaviate.WeaviateClient")
_CHECKED = (ast.Is, ast.IsNot, ast.Eq, ast.NotEq, ast.In, ast.NotIn)
_DEEPEST = 3  # displays in each other


def check(site: Site) -> None:
    """Note in the unit of a use that what it gives is shown as text, or asked for its members: the v4 object has others."""
    head = site.usage.call if site.usage.call is not None else site.usage.node
    given = (*head.args, *(keyword.value for keyword in head.keywords)) if isinstance(head, ast.Call) else ()
    nodes = [node for node in (head, *given, *site.unit.replaced) if isinstance(node, ast.expr) and node in site.module.parents]
    made = {cls for node in nodes for cls in _classes(site.engine, site.module, node)}
    if made and (names := made & _shown(site.module, site.engine)):
        name = max(names).rpartition(".")[2]
        site.unit.doubt(f"the file shows a `{name}` as text, or asks for its class: v4's has another name and other fields")
    if _CLIENTS[0] in made and _is_asked(site.module, site.engine):
        site.unit.doubt("the file asks whether a client has a member: a v4 client has others")


def _classes(engine: Engine, module: Module, node: ast.expr, deep: int = 0) -> set[str]:
    """The v3 classes of what an expression gives, alone or in lists and dictionaries."""
    found = {cls for value in engine.values(module, node) if (cls := _class_of(value))}
    if deep < _DEEPEST:
        found |= {cls for value in engine.held(module, node) if (cls := _class_of(value))}
        for part in (*getattr(node, "elts", ()), *getattr(node, "values", ())) if isinstance(node, (ast.Dict, ast.List, ast.Tuple, ast.Set)) else ():
            found |= _classes(engine, module, part, deep + 1)
    return found


def _class_of(value: Value) -> str:
    """The class of a v3 object that is no enumeration or exception; else nothing."""
    known = surface.load("v3").symbols.get(value.cls) if isinstance(value, Instance) else None
    if known is None or known.get("kind") != "class" or known.get("bases"):
        return ""
    return value.cls if isinstance(value, Instance) else ""


@once
def _shown(module: Module, engine: Engine) -> set[str]:
    """The classes of all that the file shows, or whose class it asks for."""
    return {cls for node in _showing(module) for cls in _classes(engine, module, node)}


@once
def _is_asked(module: Module, engine: Engine) -> bool:
    """Whether the file asks a client for a member by name that not both clients have, or for all."""
    surfaces = [surface.load(version) for version in ("v3", "v4")]
    for call in module.calls:
        name = terminal(call.func)
        if name in _PICKING:
            if any(isinstance(arg, ast.Constant) and str(arg.value).partition(".")[0] in PARTS for arg in call.args):
                return True
        elif (name == "dir" and call.args) or (name in ("hasattr", "getattr") and len(call.args) > 1):
            member = call.args[-1] if name == "dir" else call.args[1]
            known = member.value if isinstance(member, ast.Constant) else None
            if isinstance(known, str) and (name == "getattr" or len({each.member(cls, known) is None for each, cls in zip(surfaces, _CLIENTS, strict=True)}) == 1):
                continue  # what ``getattr`` names is a use of its own
            if _CLIENTS[0] in _classes(engine, module, call.args[0]):
                return True
    return False


def _showing(module: Module) -> Iterator[ast.expr]:
    """The expressions that are shown as text, or whose class is asked for."""
    for call in module.calls:
        name = terminal(call.func)
        if name in _SHOWING and not (name == "type" and _is_checked(module, call)):
            yield from call.args
            yield from (keyword.value for keyword in call.keywords)
        elif name == "map" and len(call.args) > 1 and terminal(call.args[0]) in _SHOWING:
            yield from call.args[1:]
    for string in dict.fromkeys(joined(module).values()):
        yield from (part.value for part in string.values if isinstance(part, INSERTED))
    for name in _ASKING:
        yield from (node.value for node in module.attributes_named.get(name, ()))
    for node in module.parents:
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod):
            yield node.right


def _is_checked(module: Module, call: ast.Call) -> bool:
    """Whether ``type(x)`` is only compared, which its own rewrite looks at."""
    parent = module.parents.get(call)
    return isinstance(parent, ast.Compare) and isinstance(parent.ops[0], _CHECKED)
