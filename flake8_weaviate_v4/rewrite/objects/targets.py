"""What a cross-reference points to: an id alone where the property has one target class, else the id with its class."""

from __future__ import annotations

import ast

from ...chains import arguments
from ...inference.names import terminal
from ..code import Code, call
from ..literal import assigned_once, constant, pairs_of
from ..site import Site
from .operands import capitalised, is_none, may_be_none

_DATA = "weaviate.classes.data"


def target(site: Site, ids: Code, collection: ast.expr | str | None, property_name: ast.expr | str | None) -> Code:
    """The argument ``to``: v3 sends the target's class in the beacon, v4 only in a ``ReferenceToMulti``.

    The server asks the schema for the class of a bare id, which fails where the property has several target classes: the
    class is left out only where the file shows that the property has one.
    """
    if collection is None or collection == "" or (isinstance(collection, ast.expr) and is_none(collection)):
        return ids
    if isinstance(collection, ast.Name):
        assignment = assigned_once(site, collection)
        if may_be_none(site, collection) or (assignment is not None and assignment.value is not None and is_none(assignment.value)):
            site.unit.doubt("the class that the reference points to may be `None`")
    name = constant(property_name) if isinstance(property_name, ast.expr) else property_name
    if isinstance(name, str) and has_one_target(site, name):
        return ids
    shown = site.string(collection[:1].upper() + collection[1:]) if isinstance(collection, str) else capitalised(site, collection)
    return call(site.use(_DATA, "ReferenceToMulti"), target_collection=shown, uuids=ids)


def is_reference(site: Site, name: str) -> bool:
    """Whether the file shows that a property is a cross-reference: by its definition, or because one is added to it."""
    if name in _known(site):
        return True
    adding = ("weaviate.data.references.Reference.", "weaviate.batch.Batch.add_reference")
    for usage in (u for symbol, usages in site.planner.uses_of.items() if symbol.startswith(adding) for u in usages):
        if usage.call is not None:
            given = arguments(usage.symbol, usage.call)
            if constant(given.get("from_property_name")) == name:
                return True
    return False


def has_one_target(site: Site, name: str) -> bool:
    """Whether all definitions of a property of this name that the file has show one target class."""
    return _known(site).get(name, False)


def _known(site: Site) -> dict[str, bool]:
    known = site.planner.memo.get("targets")
    if not isinstance(known, dict):
        known = site.planner.memo["targets"] = _targets(site)
    return known


def _targets(site: Site) -> dict[str, bool]:
    """Reference property -> whether it has one target class, as the literals of the file tell."""
    found: dict[str, bool] = {}
    for node in ast.walk(site.module.source.tree):
        name, one = _definition(node)
        if isinstance(name, str) and one is not None:
            found[name] = one and found.get(name, True)
    return found


def _definition(node: ast.AST) -> tuple[object, bool | None]:
    """Name of the property that a dictionary or a v4 ``ReferenceProperty`` defines, and whether it has one target class;
    None where it is no reference."""
    if isinstance(node, ast.Dict):
        items = {constant(k): v for k, v in pairs_of(node) if k is not None}
        types = items.get("dataType")
        if isinstance(types, ast.List) and types.elts:
            names = [constant(element) for element in types.elts]
            if all(not isinstance(n, str) or n[:1].isupper() for n in names):
                return constant(items.get("name")), len(names) == 1
    elif isinstance(node, ast.Call) and "ReferenceProperty" in (terminal(node.func), terminal(getattr(node.func, "value", node.func))):
        given = {k.arg: k.value for k in node.keywords}
        return constant(given.get("name")), "target_collection" in given
    return None, None
