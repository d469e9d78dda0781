"""The types of properties, as class definitions in the same file tell them."""

from __future__ import annotations

import ast

from ..literal import constant
from ..site import Site, terminal

# Member of v4's ``DataType`` -> data type.
_V4 = {
    name.upper() + more: kind + ("[]" if more else "") for more in ("", "_ARRAY") for name, kind in
    {**{same: same for same in ("text", "int", "number", "bool", "date", "uuid", "object", "blob")},
     "geo_coordinates": "geoCoordinates", "phone_number": "phoneNumber"}.items()
}  # fmt: skip
_SAME = {"string": "text", "string[]": "text[]"}  # what the server makes of old types


def datatype(site: Site, collection: object, name: str) -> str | None:
    """The data type (``int``) of a property, or None where the file does not tell; ``cref`` for a reference, as the server
    calls it in an aggregation. ``collection`` is None where the name of the collection can't be seen."""
    known = site.planner.memo.get("datatypes")
    if not isinstance(known, dict):
        known = site.planner.memo["datatypes"] = _read(site)
    if collection is not None and any(cls == collection for cls, _ in known):
        found = known.get((collection, name))
    else:
        types = {found for (_, prop), found in known.items() if prop == name}
        found = types.pop() if len(types) == 1 else None
    return found if isinstance(found, str) else None


def _read(site: Site) -> dict[tuple[object, str], str | None]:
    """Class (None where its name is no literal) and property -> type; None where definitions differ."""
    known: dict[tuple[object, str], str | None] = {}
    for node in ast.walk(site.module.source.tree):
        items = _items(node) or _created(node)
        listed = items.get("properties")
        for element in listed.elts if isinstance(listed, ast.List) else ():
            inner = _items(element) or _keywords(element)
            name, types = constant(inner.get("name")), constant(inner.get("dataType"))
            kind = types[0] if isinstance(types, list) and types else types or _V4.get(getattr(inner.get("data_type"), "attr", ""))
            if not isinstance(name, str) or not isinstance(kind, str):
                continue
            found = "cref" if kind[:1].isupper() else _SAME.get(kind, kind)
            key = (constant(items.get("class")), name)
            known[key] = found if known.get(key, found) == found else None
    return known


def _items(node: ast.AST) -> dict[object, ast.expr]:
    if not isinstance(node, ast.Dict):
        return {}
    return {constant(key): value for key, value in zip(node.keys, node.values, strict=True) if key is not None}


def _keywords(node: ast.AST) -> dict[object, ast.expr]:
    return {keyword.arg: keyword.value for keyword in node.keywords} if isinstance(node, ast.Call) else {}


def _created(node: ast.AST) -> dict[object, ast.expr]:
    """What ``collections.create(...)`` says: what a class dictionary has become."""
    if not isinstance(node, ast.Call) or terminal(node.func) != "create":
        return {}
    given = _keywords(node)
    name = node.args[0] if node.args else given.get("name")
    return {**given, "class": name} if name is not None else given
