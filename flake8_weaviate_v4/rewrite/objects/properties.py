"""The object that v3 is given: its properties, and its cross-references, which are no properties in v4."""

from __future__ import annotations

import ast

from ...inference.names import terminal
from ...inference.values import Text
from ..code import Code, Group, Item, listed
from ..literal import constant, pairs_of
from ..site import Site
from ..unit import Refusal
from .operands import beacon_of
from .targets import target


def data_items(site: Site, node: ast.expr) -> list[Item]:
    """The arguments ``properties`` and ``references`` for v3's ``data_object``.

    Beacons in a literal become references. Those in a variable can't be seen: v4 sends them as v3 does. Raises Refusal
    where it is the path or URL of a JSON file, which v3 loads.
    """
    if isinstance(node, ast.JoinedStr) or any(isinstance(v, Text) for v in site.engine.values(site.module, node)):
        raise Refusal("v3 loads the object from a file or URL")
    if not isinstance(node, ast.Dict):
        return [Item(node, "properties=")]
    kept: list[Item] = []
    references: list[Item] = []
    for key, value in pairs_of(node):
        name = constant(key)
        to = _reference(site, name, value) if isinstance(name, str) else None
        if to is None:
            kept.append(Item(value, "**") if key is None else Item(value, f"{site.module.source.segment(key)}: "))
        else:
            references.append(Item(to, f"{site.string(str(name))}: ", value))
    if not references:
        return [Item(node, "properties=")]
    properties = Group("", "{", tuple(kept), "}")
    return [Item(properties, "properties=", node), Item(Group("", "{", tuple(references), "}"), "references=")]


def _reference(site: Site, name: str, node: ast.expr) -> Code | None:
    """What a list of beacons refers to; None where it is none. Raises Refusal where v4 can't say it in one reference."""
    if not isinstance(node, ast.List) or not node.elts:
        return None
    found = [_target(element) for element in node.elts]
    if all(one is None for one in found):
        return None
    known = [one for one in found if one is not None]
    if len(known) < len(found):
        raise Refusal("a beacon among the properties can't be seen")
    classes = {ast.dump(c) if isinstance(c, ast.AST) else str(c) for c, _ in known}
    if len(classes) > 1:
        raise Refusal("references of one property to several classes")
    ids: list[Code] = [site.string(i) if isinstance(i, str) else i for _, i in known]
    collection = known[0][0]
    assert isinstance(collection, (str, ast.expr))
    return target(site, ids[0] if len(ids) == 1 else listed(ids), collection, name)


def _target(node: ast.expr) -> tuple[Code, Code] | None:
    """Class and id of ``{"beacon": ...}`` or ``generate_local_beacon(...)``."""
    if isinstance(node, ast.Dict) and len(node.keys) == 1 and constant(node.keys[0]) == "beacon":
        found = beacon_of(node.values[0])
        if found is None:
            raise Refusal("a beacon among the properties can't be seen")
        return found
    if isinstance(node, ast.Call) and terminal(node.func) == "generate_local_beacon":
        given = dict(zip(("to_uuid", "class_name"), node.args, strict=False)) | {k.arg: k.value for k in node.keywords if k.arg}
        if "to_uuid" in given:
            return given.get("class_name", ""), given["to_uuid"]
    return None
