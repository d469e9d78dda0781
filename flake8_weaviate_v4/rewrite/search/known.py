"""Literals that a query is given by way of an attribute or a parameter, where nothing else can be in it."""

from __future__ import annotations

import ast

from ...inference.members import class_scope
from ...inference.scopes import FUNCTIONS
from ...inference.values import Class, Object
from ..changing import CHANGING
from ..literal import constant, follow
from ..site import Site
from ..unit import Refusal
from .functions import calls_of, given, is_plain, owner


def known(site: Site, node: ast.expr) -> ast.expr | None:
    """The literal that an attribute of a class, or a parameter, always is; None where it may be something else."""
    if isinstance(node, ast.Attribute):
        return _of_class(site, node)
    return _given(site, node) if isinstance(node, ast.Name) else None


def _of_class(site: Site, node: ast.Attribute) -> ast.expr | None:
    """The literal that a class binds once, and that nothing changes."""
    module, name = site.module, node.attr
    classes = [v.cls if isinstance(v, Object) else v for v in site.engine.values(module, node.value) if isinstance(v, (Object, Class))]
    owners = {owner(site, cls, name) for cls in classes}
    scope = owners.pop() if len(owners) == 1 else None
    if scope is None or module.attribute_stores.get(name) or len(scope.names[name]) != 1:
        return None
    others = [cls for cls in module.classes if (inner := class_scope(Class(module, cls))) is not None and name in inner.names]
    value = scope.names[name][0].value
    if len(others) != 1 or scope.names[name][0].kind != "value" or not isinstance(value, (ast.List, ast.Tuple, ast.Constant)):
        return None
    if constant(value) is None or any(not _only_reads(site, read) for read in module.attributes_named.get(name, ())):
        return None
    if any(not _only_reads(site, load) for load in module.loads_in(scope, name)):
        return None
    if not name.startswith("_"):
        site.unit.doubt(f"`{name}` may be another in other files")
    return value


def _only_reads(site: Site, read: ast.expr) -> bool:
    """Whether a read of a list is given to a v3 call, gone through or compared."""
    parent = site.parent(read)
    if isinstance(parent, ast.Call):
        return parent.func in site.planner.usages or getattr(parent.func, "id", "") in ("len", "sorted", "set", "tuple", "list", "print")
    if isinstance(parent, ast.Subscript):
        return isinstance(parent.ctx, ast.Load)
    if isinstance(parent, ast.Attribute):
        return parent.attr not in CHANGING
    return isinstance(parent, (ast.For, ast.comprehension, ast.Compare, ast.BinOp, ast.FormattedValue))


def _given(site: Site, node: ast.Name) -> ast.expr | None:
    """The literal that all calls of the function in the file give its parameter."""
    module = site.module
    bindings = module.bindings_of(node)
    parameter = bindings[0].node if len(bindings) == 1 else None
    function = module.parents.get(module.parents[parameter]) if isinstance(parameter, ast.arg) else None
    if not isinstance(parameter, ast.arg) or not isinstance(function, ast.FunctionDef) or not is_plain(site, function):
        return None
    if parameter in (function.args.vararg, function.args.kwarg) or any(not _only_reads(site, load) for load in module.loads_of(node)):
        return None
    try:
        values = [follow(site, given(function, call)[parameter.arg]).node for call in calls_of(site, function)]
    except Refusal:
        return None
    shown = {repr(constant(value)) for value in values}
    if len(shown) != 1 or None in map(constant, values):
        return None
    inside = isinstance(module.scope_of(function).node, FUNCTIONS)
    elsewhere = module.source.file is not None and site.engine.project.is_named_elsewhere(module, function.name)
    if elsewhere or not (inside or function.name.startswith("_")):
        site.unit.doubt(f"`{function.name}` is taken to be called in this file alone")
    return values[0]
