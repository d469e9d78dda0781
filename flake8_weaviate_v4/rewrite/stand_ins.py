"""Objects that stand for a v3 client in tests: mocks, and objects of classes that the file defines."""

from __future__ import annotations

import ast

from ..inference.bindings import Module, once
from ..inference.engine import Engine
from ..inference.values import Instance, Object, Value
from .site import PARTS, Site

_SET_UP = ("return_value", "side_effect", "assert_called_once_with", "assert_called_with", "assert_called_once", "call_args")
_MADE = ("unittest.mock.", "mock.", "types.SimpleNamespace")


def check(site: Site) -> None:
    """Note in the unit of a use that what it is asked of may be another object than a client, which has v3's parts alone."""
    for node in ast.walk(site.usage.call if site.usage.call is not None else site.usage.node):
        if isinstance(node, ast.Attribute) and node.attr in PARTS and site.planner.is_part(node):
            if _is_mocked(site.module, node.attr):
                site.unit.doubt("a mock of the file stands for a v3 client: it has to be set up for v4's calls")
            for value in site.engine.values(site.module, node.value):
                if _stands_in(site.engine, value, node.attr):
                    site.unit.doubt("another object stands for the client as well: it has to have what v4's client has")
            return


@once
def _is_mocked(module: Module, part: str) -> bool:
    """Whether the file says what a call of a part of a mock gives: ``client.schema.exists.return_value = True``."""
    for name in _SET_UP:
        for node in module.attributes_named.get(name, ()):
            inner: ast.expr = node
            while isinstance(inner, (ast.Attribute, ast.Call)):
                inner = inner.func if isinstance(inner, ast.Call) else inner.value
                if isinstance(inner, ast.Attribute) and inner.attr == part:
                    return True
    return False


def _stands_in(engine: Engine, value: Value, part: str) -> bool:
    """Whether a value is a mock, or an object of a class of the checkout that has such a part of its own."""
    if isinstance(value, Instance):
        return value.cls.startswith(_MADE)
    if not isinstance(value, Object):
        return False
    held = engine.member(value, part)
    return bool(held) and not any(isinstance(each, Instance) and each.cls.startswith("weaviate.") for each in held)
