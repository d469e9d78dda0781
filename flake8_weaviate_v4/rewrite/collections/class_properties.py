"""A property of a class dictionary as v4's ``Property`` or ``ReferenceProperty``."""

from __future__ import annotations

import ast

from ...inference.values import Text
from ..code import Code, Group, Item, call, listed
from ..literal import constant
from ..site import Site
from ..unit import Refusal
from .class_settings import ignored
from .class_tables import CONFIG, Choice, Table, argument, arguments, elements, items, literal, made

TYPES = Choice(
    "DataType",
    {
        "text": "TEXT", "text[]": "TEXT_ARRAY", "int": "INT", "int[]": "INT_ARRAY", "boolean": "BOOL", "boolean[]": "BOOL_ARRAY",
        "number": "NUMBER", "number[]": "NUMBER_ARRAY", "date": "DATE", "date[]": "DATE_ARRAY", "uuid": "UUID",
        "uuid[]": "UUID_ARRAY", "geoCoordinates": "GEO_COORDINATES", "blob": "BLOB", "phoneNumber": "PHONE_NUMBER",
        "object": "OBJECT", "object[]": "OBJECT_ARRAY",
    },
)  # fmt: skip
TOKENIZATIONS = Choice(
    "Tokenization",
    {
        "word": "WORD", "whitespace": "WHITESPACE", "lowercase": "LOWERCASE", "field": "FIELD", "gse": "GSE",
        "trigram": "TRIGRAM", "kagome_ja": "KAGOME_JA", "kagome_kr": "KAGOME_KR",
    },
)  # fmt: skip
# What v3 takes for no reference, ``_PRIMITIVE_WEAVIATE_TYPES_SET`` of its ``crud_schema.py``.
PRIMITIVE = frozenset({*TYPES.members, "string", "string[]"})
# The server's own translation of the old types; with another tokenization it refuses them.
_OLD_TYPES = {"string": "text", "string[]": "text[]"}
_OLD_TOKENIZATIONS = {"word": "whitespace", "field": "field"}
_RESERVED = frozenset({"id", "vector"})

_PLAIN: Table = {
    "name": ("name", str),
    "description": ("description", str),
    "indexFilterable": ("index_filterable", bool),
    "indexSearchable": ("index_searchable", bool),
    "indexRangeFilters": ("index_range_filters", bool),
}
_MODULE: Table = {"skip": ("skip_vectorization", bool), "vectorizePropertyName": ("vectorize_property_name", bool)}
# A reference is filterable anyway; v3 passed on no key that is not here.
_REFERENCE: Table = {
    "name": ("name", str),
    "description": ("description", str),
    "indexFilterable": ignored(True),
    "indexInverted": ignored(True),
    "moduleConfig": ignored({}),
}


def data_types(site: Site, node: ast.expr | None) -> list[str]:
    """The names in ``dataType``. Raises Refusal where not all can be seen."""
    if node is None:
        raise Refusal("a property without a data type")
    found = [constant(literal(site, e).node if isinstance(e, ast.Name) else e) for e in elements(site, node)]
    if not found or not all(isinstance(each, str) and each for each in found):
        raise Refusal("a data type can't be seen")
    return [str(each) for each in found]


def is_seen(site: Site, node: ast.expr) -> bool:
    """Whether the names in ``dataType`` are written out."""
    try:
        return bool(data_types(site, node))
    except Refusal:
        return False


def is_reference(types: list[str]) -> bool:
    """Whether v3 takes a property of these data types for a reference."""
    return bool(set(types) - PRIMITIVE)


def reference(site: Site, node: ast.expr) -> Code:
    """A cross-reference. Raises Refusal where v4 can't say what it says."""
    given = items(site, node)
    targets = elements(site, given["dataType"])
    _check_name(given)
    found: list[Item] = []
    for key, value in given.items():
        if key != "dataType":
            found += argument(site, key, value, _REFERENCE)
        elif len(targets) == 1:
            found.append(Item(targets[0], "target_collection=", value))
        else:
            found.append(Item(listed(list(targets)), "target_collections=", value))
    return made(site, "ReferenceProperty" if len(targets) == 1 else "ReferenceProperty.MultiTarget", found)


def plain(site: Site, node: ast.expr, vectorizer: str | None) -> Code:
    """A property that is no reference; ``vectorizer`` is that of its class, None where it can't be seen. Raises Refusal
    where v4 can't say what it says.

    v4 sends ``skip`` and ``vectorizePropertyName`` for each property of a class that has a vectorizer, the latter true
    unless told otherwise, where the server takes false for what v3 left out.
    """
    found = _described(site, node, vectorizer)
    if vectorizer != "none" and not any(item.name == "vectorize_property_name=" for item in found):
        found.append(Item("False", "vectorize_property_name="))
    return made(site, "Property", found)


def _nested(site: Site, node: ast.expr) -> list[Item]:
    """Properties of an object: what v4 sends of vectorization with them the server doesn't know."""
    found: list[Item] = []
    for element in elements(site, node):
        if data_types(site, items(site, element).get("dataType"))[0] in _OLD_TYPES:
            raise Refusal("a nested property of a type that the server refuses")
        found.append(Item(made(site, "Property", _described(site, element, "none")), origin=literal(site, element).node))
    return [Item(Group("", "[", tuple(found), "]"), "nested_properties=", node)]


def _described(site: Site, node: ast.expr, vectorizer: str | None) -> list[Item]:
    given = items(site, node)
    written = given.get("dataType")
    if vectorizer is None and written is not None and not is_seen(site, written):
        return _of_some_type(site, given, written)
    types = data_types(site, written)
    if len(types) != 1 or is_reference(types):
        raise Refusal("a property of a type that v4 doesn't know")
    _check_name(given)
    text = types[0] in ("text", "text[]", *_OLD_TYPES)
    found: list[Item] = []
    for key, value in given.items():
        if key == "dataType":
            found.append(Item(_data_type(site, types[0]), "data_type=", value))
            if types[0] in _OLD_TYPES and "tokenization" not in given:
                found.append(Item(_tokenization(site, "word", types[0]), "tokenization=", value))
        elif key == "tokenization":
            if not text:
                raise Refusal("a tokenization of what is no text")
            found.append(Item(_tokenization(site, constant(value), types[0]), "tokenization=", value))
        elif key == "moduleConfig":
            found += _module(site, value, vectorizer)
        elif key == "indexInverted":
            found += _inverted(given, value, text)
        elif key == "nestedProperties" and types[0] in ("object", "object[]"):
            found += _nested(site, value)
        else:
            found += argument(site, key, value, _PLAIN)
    return found


def _of_some_type(site: Site, given: dict[str, ast.expr], node: ast.expr) -> list[Item]:
    """A property whose type is known when the program runs."""
    types = elements(site, node)
    if len(types) != 1:
        raise Refusal("a data type can't be seen")
    names = [value.text for value in site.engine.values(site.module, types[0]) if isinstance(value, Text)]
    if not set(names) <= TYPES.members.keys() or (not names and "type" not in ast.unparse(types[0]).lower()):
        raise Refusal("a data type can't be seen")
    site.unit.doubt("the data type is taken to be one of v4's: `string` is none, and classes are referred to in another way")
    _check_name(given)
    found: list[Item] = []
    for key, value in given.items():
        if key == "dataType":
            found.append(Item(call(site.use(CONFIG, "DataType"), types[0]), "data_type=", value))
        else:
            found += argument(site, key, value, _PLAIN)
    return found


def _check_name(given: dict[str, ast.expr]) -> None:
    if constant(given.get("name")) in _RESERVED:
        raise Refusal("a property with a name that v4 refuses")


def _data_type(site: Site, name: str) -> str:
    return f"{site.use(CONFIG, 'DataType')}.{TYPES.members[_OLD_TYPES.get(name, name)]}"


def _tokenization(site: Site, name: object, data_type: str) -> Code:
    known = _OLD_TOKENIZATIONS if data_type in _OLD_TYPES else {each: each for each in TOKENIZATIONS.members}
    if not isinstance(name, str) or name not in known:
        raise Refusal("a tokenization that can't be seen, or that the server refuses")
    return f"{site.use(CONFIG, 'Tokenization')}.{TOKENIZATIONS.members[known[name]]}"


def _module(site: Site, node: ast.expr, vectorizer: str | None) -> list[Item]:
    modules = items(site, node)
    if not modules:
        return []
    if len(modules) != 1 or vectorizer == "none" or not modules.keys() <= {vectorizer or next(iter(modules))}:
        raise Refusal("settings of a property for another module than the class has")
    return arguments(site, next(iter(modules.values())), _MODULE)


def _inverted(given: dict[str, ast.expr], node: ast.expr, text: bool) -> list[Item]:
    """``indexInverted`` is both switches of today, where none of these is there; true is what they are anyway."""
    value = constant(node)
    if not isinstance(value, bool):
        raise Refusal("`indexInverted` can't be seen")
    if value or {"indexFilterable", "indexSearchable", "indexRangeFilters"} & given.keys():
        return []
    switches = ["index_filterable", *(["index_searchable"] if text else [])]
    return [Item("False", f"{name}=", node) for name in switches]

