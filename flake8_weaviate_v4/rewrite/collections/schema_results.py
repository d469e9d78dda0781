"""``schema.get()``: the definitions of classes, and what is read of them."""

from __future__ import annotations

import ast

from ...inference.scopes import defaults
from ..code import Code, call, join
from ..literal import constant
from ..receiver import client_of, collection_of
from ..results import consumed
from ..site import Site, rewrites
from ..unit import Refusal, Unit
from ..views import View
from .schema_views import Config, Reading, Schema


@rewrites("weaviate.schema.Schema.get")
def get(site: Site) -> Code:
    """``schema.get(name)`` -> ``use(name).config.get()``, ``schema.get()`` -> ``list_all()``: the same requests."""
    name = site.arguments().get("class_name")
    if name is None or (isinstance(name, ast.Constant) and constant(name) is None):
        return _all(site)
    if _may_be_none(site, name):
        raise Refusal("the name of the class may be None, which stands for all classes in v3")
    return _read(site, join(collection_of(site, name), ".config.get()"), Config(Reading(site)))


def _all(site: Site) -> Code:
    trial = Site(site.planner, site.usage, Unit(site.unit.head))
    reading = Reading(trial)
    _read(trial, _listed(trial), Schema(reading))
    return _read(site, _listed(site, reading.full), Schema(Reading(site)))


def _listed(site: Site, full: bool = False) -> Code:
    return call(join(client_of(site), ".collections.list_all"), simple="False" if full else None)


def _read(site: Site, code: Code, view: View) -> Code:
    return consumed(site, site.call, code, view)


def _may_be_none(site: Site, node: ast.expr) -> bool:
    """Whether a parameter that is given for the name is None by default."""
    function = site.function()
    if not isinstance(node, ast.Name) or not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return False
    default = defaults(function.args).get(node.id)
    return isinstance(default, ast.Constant) and default.value is None and not _is_checked(site, node)


def _is_checked(site: Site, node: ast.Name) -> bool:
    """Whether the call stands under a test of the name."""
    for outer in site.module.ancestors(site.call):
        if isinstance(outer, ast.If) and any(isinstance(n, ast.Name) and n.id == node.id for n in ast.walk(outer.test)):
            return True
    return False
