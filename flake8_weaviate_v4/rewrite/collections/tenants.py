"""Tenants of a class."""

from __future__ import annotations

import ast

from ...inference.scopes import COMPREHENSIONS
from ..code import Code, Item, call, call_of, join, listed
from ..literal import constant
from ..moved import moved, moves
from ..receiver import collection_of
from ..site import Site, rewrites
from ..unit import Refusal

_MODULE = "weaviate.classes.tenants"
_STATES = {"HOT": "ACTIVE", "COLD": "INACTIVE"}
_NEWER = (4, 9)  # the first client with ACTIVE and INACTIVE; older ones know HOT and COLD

moves("weaviate.Tenant", _MODULE, "Tenant")
moves("weaviate.TenantActivityStatus", _MODULE, "TenantActivityStatus")


@rewrites("weaviate.Tenant")
def tenant(site: Site) -> Code | None:
    """``Tenant(...)`` takes keywords alone in v4; the import moves."""
    found = moved(site)
    made = site.usage.call
    if made is None or not (made.args or _old_state(made)):
        return found
    if any(isinstance(arg, ast.Starred) for arg in made.args):
        raise Refusal("arguments come through `*`")
    names = ("name", "activity_status")
    head = site.unit.replaced.pop(made.func, made.func)
    items = [Item(_state(site, value), f"{name}=") for name, value in zip(names, made.args, strict=False)]
    items += [Item(_state(site, k.value), f"{k.arg}=" if k.arg else "**") for k in made.keywords]
    return call_of(head, items)


def _old_state(made: ast.Call) -> bool:
    return any(constant(keyword.value) in _STATES for keyword in made.keywords if keyword.arg == "activity_status")


def _state(site: Site, node: ast.expr) -> Code:
    """An activity status that is given as a text."""
    name = constant(node)
    if not isinstance(name, str) or name not in _STATES or site.options.target < _NEWER:
        return node
    return f"{site.use(_MODULE, 'TenantActivityStatus')}.{_STATES[name]}"


@rewrites("weaviate.TenantActivityStatus.HOT", "weaviate.TenantActivityStatus.COLD")
def state(site: Site) -> Code | None:
    """HOT is ACTIVE, COLD is INACTIVE: v4 sends the old words still, and returns the new ones."""
    node = site.usage.node
    if not isinstance(node, ast.Attribute):
        raise Refusal("it is named in a string")
    if site.options.target < _NEWER:
        return None
    parent = site.parent(node)
    if not isinstance(parent, (ast.Compare, ast.keyword, ast.Call)) or (isinstance(parent, ast.Call) and node not in parent.args):
        site.unit.doubt("the value of the status is another text in v4")
    return join(node.value, f".{_STATES[node.attr]}")


@rewrites("weaviate.Tenant.activity_status")
def compared(site: Site) -> Code | None:
    """``tenant.activity_status == "HOT"``: v4 returns ACTIVE. Raises Refusal where it is set: v4's tenants have no setter."""
    if isinstance(site.usage.node, ast.Attribute) and not isinstance(site.usage.node.ctx, ast.Load):
        raise Refusal("the status of a v4 tenant can't be set: make another `Tenant`")
    if site.options.target >= _NEWER:
        for node in _others(site, site.usage.node):
            if (name := _named(node)) in _STATES and isinstance(node, ast.Constant):
                site.unit.replaced[node] = site.string(_STATES[name])
    return None


def _others(site: Site, node: ast.AST) -> list[ast.expr]:
    """What a status is compared with, those in a display each; nothing where it is not compared."""
    parent = site.parent(node)
    if not isinstance(parent, ast.Compare):
        return []
    sides = [side for side in (parent.left, *parent.comparators) if side is not node]
    return [e for side in sides for e in (side.elts if isinstance(side, (ast.List, ast.Tuple, ast.Set)) else [side])]


def _named(node: ast.expr) -> str:
    """The state that a text or a member of the enumeration names."""
    value = constant(node) if isinstance(node, ast.Constant) else getattr(node, "attr", "")
    return value if isinstance(value, str) else ""


def _are_read(site: Site) -> bool:
    """Whether the file does something with the status of a tenant that tells v3's words from v4's."""
    found = site.planner.uses_of.get("weaviate.Tenant.activity_status", ())
    for usage in found:
        if isinstance(usage.node, ast.Attribute) and isinstance(usage.node.ctx, ast.Load):
            others = _others(site, usage.node)
            if not others or any(_named(other) not in (*_STATES, *_STATES.values()) for other in others):
                return True
    return False


@rewrites("weaviate.schema.Schema.add_class_tenants")
def add(site: Site) -> Code:
    """``schema.add_class_tenants(name, tenants)`` -> ``tenants.create(tenants)``: the same request."""
    return _passed(site, "create")


@rewrites("weaviate.schema.Schema.remove_class_tenants")
def remove(site: Site) -> Code:
    """``schema.remove_class_tenants(name, names)`` -> ``tenants.remove(names)``: the same request."""
    return _passed(site, "remove")


@rewrites("weaviate.schema.Schema.update_class_tenants")
def update(site: Site) -> Code:
    """``schema.update_class_tenants(name, tenants)`` -> ``tenants.update(tenants)``: the same, in pieces of 100."""
    return _passed(site, "update")


def _passed(site: Site, method: str) -> Code:
    given = site.arguments()
    tenants: Code = given["tenants"]
    if isinstance(tenants, (ast.GeneratorExp, ast.Set, ast.SetComp)):
        tenants = call("list", tenants)
    elif isinstance(tenants, ast.List):  # laid out anew: tenants grow longer
        tenants = listed(list(tenants.elts))
    return call(join(collection_of(site, given["class_name"]), f".tenants.{method}"), tenants)


@rewrites("weaviate.schema.Schema.get_class_tenants")
def get(site: Site) -> Code:
    """``schema.get_class_tenants(name)`` -> ``tenants.get()``, a dictionary of name and tenant."""
    code = call(join(collection_of(site, site.arguments()["class_name"]), ".tenants.get"))
    node = site.call
    if site.is_discarded():
        return code
    if site.options.target >= _NEWER and _are_read(site):
        site.unit.doubt("the status of a tenant has another value in v4")
    parent = site.parent(node)
    if isinstance(parent, (ast.For, ast.AsyncFor, ast.comprehension)) and parent.iter is node:
        return join(code, ".values()")
    if isinstance(parent, ast.Call) and isinstance(parent.func, ast.Name) and parent.func.id == "len":
        return code
    _look_at(site, node)
    return call("list", join(code, ".values()"))


def _look_at(site: Site, node: ast.expr) -> None:
    """Notes where a list of tenants goes that can't be followed. Raises Refusal where tenants are compared: those that v4
    returns equal none that is made by hand."""
    parent = site.parent(node)
    if isinstance(parent, ast.Compare):
        raise Refusal("tenants that v4 returns equal none that is made by hand")
    if isinstance(parent, (ast.Assign, ast.AnnAssign)) and parent.value is node:
        targets = parent.targets if isinstance(parent, ast.Assign) else [parent.target]
        if len(targets) == 1 and isinstance(targets[0], ast.Name):
            for load in site.module.loads_of(targets[0]):
                _look_at(site, load)
            return
    read = isinstance(parent, (ast.For, ast.AsyncFor, ast.comprehension, ast.Subscript, *COMPREHENSIONS)) or (
        isinstance(parent, ast.Call) and isinstance(parent.func, ast.Name) and parent.func.id in ("len", "enumerate", "reversed", "bool")
    )
    if not read and not isinstance(parent, (ast.If, ast.While, ast.UnaryOp, ast.Assert)):
        site.unit.doubt("the tenants that v4 returns are other objects")
