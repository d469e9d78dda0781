"""Cross-references: ``client.data_object.reference`` -> ``collection.data.reference_*``."""

from __future__ import annotations

import ast

from ..code import Code, Item, call_of, join
from ..literal import constant, follow
from ..receiver import collection_of
from ..site import Site, rewrites
from ..unit import Refusal
from .operands import collection_name, is_none, plain_id, renamed
from .targets import target

_NAMES = {"from_uuid": "from_uuid", "from_property_name": "from_property", "to_uuid": "to", "to_uuids": "to"}
_METHODS = {"add": "reference_add", "delete": "reference_delete", "update": "reference_replace"}


@rewrites(*(f"weaviate.data.references.Reference.{name}" for name in _METHODS))
def reference(site: Site) -> Code:
    """Each sends the same REST request in both clients, the class of the target in the beacon."""
    method = site.usage.symbol.rpartition(".")[2]
    given = site.arguments()
    name = collection_name(site, given, "from_class_name")
    ids, of = ("to_uuids", "to_class_names") if method == "update" else ("to_uuid", "to_class_name")
    if ids not in given or "from_uuid" not in given or "from_property_name" not in given:
        raise Refusal("an argument is missing")
    items = renamed(given, _NAMES, gone=("from_class_name", of, "tenant", "consistency_level"))
    items["from_uuid"] = Item(plain_id(site, given["from_uuid"]), "from_uuid=", given["from_uuid"])
    to = _ids(site, given[ids]) if method == "update" else plain_id(site, given[ids])
    classes = _one_class(site, given.get(of), method == "update")
    items[ids] = Item(target(site, to, classes, given["from_property_name"]), "to=", given[ids])
    tenant, level = given.get("tenant"), given.get("consistency_level")
    collection = collection_of(
        site, name, None if is_none(tenant) else tenant, None if level is None or is_none(level) else site.consistency(level)
    )
    return call_of(join(collection, f".data.{_METHODS[method]}"), list(items.values()))


def _ids(site: Site, node: ast.expr) -> Code:
    """One id or a list of them."""
    if isinstance(node, ast.List):
        for element in node.elts:
            if plain_id(site, element) is not element:
                raise Refusal("v4 takes the id alone, no beacon or URL")
    return plain_id(site, node) if not isinstance(node, ast.List) else node


def _one_class(site: Site, node: ast.expr | None, listed: bool) -> ast.expr | None:
    """The class of all targets. Raises Refusal where there are several: v4 replaces by references to one class."""
    if node is None or is_none(node) or not listed or isinstance(node, (ast.Constant, ast.JoinedStr)):
        return node
    literal = follow(site, node)
    if not isinstance(literal.node, ast.List):
        return node
    elements = literal.elements()
    names = {constant(e) for e in elements}
    if not elements:
        return None
    if len(elements) > 1 and (len(names) > 1 or None in names):
        raise Refusal("references to several classes can't be replaced by one call in v4")
    return elements[0]
