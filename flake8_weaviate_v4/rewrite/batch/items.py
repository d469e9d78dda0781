"""What is put into a batch: ``add_data_object`` -> ``add_object``, ``add_reference`` under its v4 argument names."""

from __future__ import annotations

import ast

from ...chains import arguments
from ...inference.bindings import Module
from ...inference.values import Display
from ...usages import Usage
from ..code import Code, Item, call, call_of, join
from ..literal import constant, pairs_of
from ..objects.operands import is_none, renamed
from ..objects.properties import data_items
from ..objects.targets import target
from ..objects.text_ids import as_text
from ..site import Site
from ..unit import Refusal
from .batches import BATCH
from .changed import is_changed

_OBJECT = {"class_name": "collection", "uuid": "uuid", "vector": "vector", "tenant": "tenant"}
_REFERENCE = {
    "from_object_uuid": "from_uuid", "from_object_class_name": "from_collection", "from_property_name": "from_property",
    "tenant": "tenant",
}  # fmt: skip
_FIT: dict[type, set[type]] = {int: {int, bool}, float: {float, int, bool}, str: {str}, bool: {bool, int}}
_EXACT = 2**53  # a batch carries whole numbers as doubles
ADDS = (f"{BATCH}add_data_object", f"{BATCH}add_reference")


def added(site: Site, batch: Code) -> Code:
    """The v4 call that puts the same object or reference into ``batch``."""
    return _object(site, batch) if site.usage.symbol == ADDS[0] else _reference(site, batch)


def _object(site: Site, batch: Code) -> Code:
    """v3 returns the id as text; v4 does so where it is given as text, else as a UUID."""
    given, more = _given(site)
    items: list[Item] = []
    for name, item in renamed(given, {"data_object": "properties", **_OBJECT}).items():
        items += data_items(site, given[name]) if name == "data_object" else [item]
    items += [Item(node, "**") for node in more]
    if is_changed(site, given["data_object"]):
        site.unit.doubt("the object is changed after it is added: v4 may not have sent it yet, v3 kept a copy")
    _is_taken(site, given["data_object"])
    if constant(given.get("vector")) == []:
        raise Refusal("an empty vector, which a v4 batch does not take")
    code = call_of(join(batch, ".add_object"), items)
    return code if isinstance(constant(given.get("uuid")), str) else as_text(site, code)


def _is_taken(site: Site, node: ast.expr) -> None:
    """Raises Refusal where a v4 batch does not take the object as it is written, here or where it comes from."""
    if is_none(node):
        raise Refusal("v3 raises an exception for an object that is `None`")
    for module, shown in [(site.module, node), *_displays(site, site.module, node)]:
        for inner in ast.walk(shown) if isinstance(shown, ast.Dict) else ():
            if isinstance(inner, ast.Dict):
                for key, value in pairs_of(inner):
                    _check_name(constant(key), inner is shown)
                    _check_value(site, module, value)
            elif isinstance(inner, ast.List):
                _check_value(site, module, inner)
    if isinstance(node, ast.Name):
        for base, _, stored in site.module.element_stores.get(node.id, ()):
            if isinstance(base, ast.Name) and site.module.bindings_of(base) is site.module.bindings_of(node):
                _check_name(stored, True)


def _displays(site: Site, module: Module, node: ast.expr) -> list[tuple[Module, ast.expr]]:
    """The displays that an expression of a file is, each with its file."""
    values = site.engine.values(module, node) if isinstance(node, (ast.Name, ast.Attribute)) else ()
    return [(value.module, value.node) for value in values if isinstance(value, Display)]


def _check_name(name: object, outermost: bool) -> None:
    if name == "vector" or (name == "id" and outermost):
        raise Refusal(f"v4 keeps the name `{name}`: its batch takes no property that is called so")


def _check_value(site: Site, module: Module, value: ast.expr) -> None:
    for _, each in [(module, value), *_displays(site, module, value)]:
        if isinstance(each, ast.List) and _is_mixed(each):
            raise Refusal("a list of values of several types, which a v4 batch does not take")
        if isinstance(each, (ast.Set, ast.SetComp)):
            raise Refusal("a set, which v3 can't send")
        if isinstance(number := constant(each), int) and abs(number) > _EXACT:
            raise Refusal("a whole number that a v4 batch rounds")


def _is_mixed(node: ast.List) -> bool:
    """Whether a list goes on with values of another type than its first, from which v4 takes the type of all."""
    kinds = [type(constant(each)) for each in node.elts if isinstance(each, (ast.Constant, ast.UnaryOp))]
    if len(kinds) < len(node.elts) or not kinds or kinds[0] not in _FIT:
        return False
    return not set(kinds) <= _FIT[kinds[0]]


def _given(site: Site) -> tuple[dict[str, ast.expr], list[ast.expr]]:
    """The arguments of ``add_data_object``, and what is passed by ``**``: where object and class are named, that can only be
    arguments that v4 calls the same."""
    more = [k.value for k in site.call.keywords if k.arg is None]
    given = arguments(site.usage.symbol, site.call) if more else site.arguments()
    starred = any(isinstance(a, ast.Starred) for a in site.call.args)
    if "data_object" not in given or "class_name" not in given or starred:
        raise Refusal("arguments come through `*` or `**`" if more or starred else "an argument is missing")
    return given, more


def is_new(usage: Usage) -> bool:
    """Whether a call of ``add_reference``, a name of both clients, is given v4's arguments."""
    names = {k.arg for k in usage.call.keywords} if usage.call is not None else set()
    return usage.symbol == ADDS[1] and bool(names & {"from_uuid", "from_collection", "from_property", "to"})


def _reference(site: Site, batch: Code) -> Code:
    given = site.arguments()
    if not {"from_object_uuid", "from_object_class_name", "from_property_name", "to_object_uuid"} <= given.keys():
        raise Refusal("an argument is missing")
    of = given.get("to_object_class_name")
    items: list[Item] = []
    for name, node in given.items():
        if name == "to_object_uuid":
            items.append(Item(target(site, node, of, given["from_property_name"]), "to=", node))
        elif name != "to_object_class_name" and name not in _REFERENCE:
            raise Refusal("v3 does not take these arguments")
        elif name != "to_object_class_name" and not is_none(node):
            items.append(Item(node, f"{_REFERENCE[name]}="))
    return call_of(join(batch, ".add_reference"), items)


def flushed(site: Site, statement: ast.stmt, name: Code) -> Code | None:
    """``batch.flush()`` in the place of the call, once where several calls follow each other."""
    block = getattr(site.parent(statement), site.module.fields.get(statement, ""), None)
    place = block.index(statement) if isinstance(block, list) and statement in block else 0
    if isinstance(block, list) and place and is_send(site, block[place - 1]):
        site.unit.removed[statement] = None
        return None
    return call(join(name, ".flush"))


def is_send(site: Site, statement: ast.stmt) -> bool:
    """Whether a statement does nothing but send a v3 batch."""
    if not isinstance(statement, ast.Expr) or not isinstance(statement.value, ast.Call):
        return False
    sends = (f"{BATCH}create_objects", f"{BATCH}create_references", f"{BATCH}flush")
    return any(u.symbol in sends for u in site.planner.usages.get(statement.value.func, ()))
