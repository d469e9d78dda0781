"""Objects: ``client.data_object`` -> ``collection.data`` to write and ``collection.query`` to read."""

from __future__ import annotations

import ast
from collections.abc import Callable

from ..code import Code, Item, call, call_of, join
from ..literal import constant, follow
from ..receiver import collection_of
from ..results import consumed
from ..search.filters import QUERY
from ..site import Site, rewrites
from ..unit import Refusal, Unit
from ..views import View
from .exceptions import caught
from .object_views import OneObject, Page, Read
from .operands import collection_name, is_none, may_be_none, plain_id, renamed
from .properties import data_items
from .text_ids import as_text

_SHARED = ("class_name", "tenant", "consistency_level")
_REFUSED = ("UnexpectedStatusCodeException", "UnexpectedStatusCodeError")
_EXISTS = ("ObjectAlreadyExistsException", "ObjectAlreadyExistsError")  # the second where the name alone was moved before
_GONE = frozenset({"classification", "featureProjection", "interpretation"})
_SORTED = {"_id": "by_id", "id": "by_id", "_creationTimeUnix": "by_creation_time", "_lastUpdateTimeUnix": "by_update_time"}


def collection(site: Site, given: dict[str, ast.expr]) -> Code:
    """``client.collections.use(name)`` with the tenant and consistency level of the call."""
    tenant, level = given.get("tenant"), given.get("consistency_level")
    return collection_of(
        site, collection_name(site, given),
        None if is_none(tenant) else tenant,
        None if level is None or is_none(level) else site.consistency(level),
    )


@rewrites("weaviate.data.DataObject.create")
def create(site: Site) -> Code:
    """POST /objects in both; v3 returns the id as text, v4 as a UUID."""
    code = call_of(join(collection(site, site.arguments()), ".data.insert"), _written(site))
    for kind in caught(site, site.call, *_EXISTS):
        site.unit.replaced[kind] = site.use("weaviate.exceptions", "UnexpectedStatusCodeError")
        site.unit.doubt("v4 raises one exception for an id that exists and for all else that the server refuses")
    if "uuid" in site.arguments() and caught(site, site.call, *_REFUSED) and not caught(site, site.call, *_EXISTS):
        site.unit.doubt("the exception for an id that exists is caught in v4 as well, in v3 it was another one")
    return as_text(site, code)


@rewrites("weaviate.data.DataObject.update", "weaviate.data.DataObject.replace")
def change(site: Site) -> Code:
    """PATCH and PUT /objects/Class/id in both, with the id in the path."""
    method = site.usage.symbol.rpartition(".")[2]
    if "uuid" not in site.arguments():
        raise Refusal("an argument is missing")
    return call_of(join(collection(site, site.arguments()), f".data.{method}"), _written(site))


def _written(site: Site) -> list[Item]:
    """The arguments of a call that writes an object, in the order of the v3 call."""
    given = site.arguments()
    if "data_object" not in given:
        raise Refusal("an argument is missing")
    items: list[Item] = []
    for name, item in renamed(given, {"data_object": "properties", "uuid": "uuid", "vector": "vector"}, _SHARED).items():
        if name == "data_object":
            items += data_items(site, given[name])
        elif name == "uuid":
            items.append(Item(plain_id(site, given[name]), "uuid=", given[name]))
        else:
            items.append(item)
    return items


@rewrites("weaviate.data.DataObject.delete")
def delete(site: Site) -> Code:
    """DELETE /objects/Class/id in both; v3 returns nothing and raises where there is no such object, v4 returns False."""
    code = _with_id(site, ".data.delete_by_id")
    parent = site.parent(site.call)
    site.unit.doubt("v4 returns False where v3 raised an exception: for an id that does not exist")
    if isinstance(parent, ast.Return):
        site.unit.doubt("v3 returned None, v4 whether the object was there")
    elif not site.is_discarded():
        raise Refusal("v3 returned None, v4 whether the object was there")
    return code


@rewrites("weaviate.data.DataObject.exists")
def exists(site: Site) -> Code:
    """HEAD /objects/Class/id in both, and True or False."""
    return _with_id(site, ".data.exists")


def _with_id(site: Site, method: str, *more: Item) -> Code:
    given = site.arguments()
    code = collection(site, given)
    if "uuid" not in given:
        raise Refusal("an argument is missing")
    named = any(k.arg == "uuid" for k in site.call.keywords)
    return call_of(join(code, method), [Item(plain_id(site, given["uuid"]), "uuid=" if named else "", given["uuid"]), *more])


@rewrites("weaviate.data.DataObject.get_by_id")
def get_by_id(site: Site) -> Code:
    """GET /objects/Class/id -> a gRPC search for that id; both give None where there is no such object."""
    return _one(site, site.arguments())


def _one(site: Site, given: dict[str, ast.expr]) -> Code:
    read = _read(site, given, OneObject)
    code = _with_id(site, ".query.fetch_object_by_id", *_vector(site, given), *read.asked())
    return consumed(site, site.call, code, OneObject(read))


def _read(site: Site, given: dict[str, ast.expr], view: Callable[[Read], View]) -> Read:
    """What is read of the result of a call: v4 has to be asked for some of it."""
    trial = Read(Site(site.planner, site.usage, Unit(site.unit.head)), given)
    consumed(trial.site, site.call, site.call, view(trial))
    return Read(site, given, trial.times, trial.references)


@rewrites("weaviate.data.DataObject.get")
def get(site: Site) -> Code:
    """GET /objects?class=Class -> a gRPC search without a filter; with an id it is ``get_by_id``."""
    given = site.arguments()
    if "uuid" in given and not is_none(given["uuid"]):
        if may_be_none(site, given["uuid"]):
            raise Refusal("whether one object or all are asked for can't be seen")
        return _one(site, given)
    name = collection(site, given)
    read = _read(site, given, Page)
    return consumed(site, site.call, call_of(join(name, ".query.fetch_objects"), _listing(site, read)), Page(read))


def _listing(site: Site, read: Read) -> list[Item]:
    given = read.given
    plain = {"limit": "limit", "after": "after", "offset": "offset", "sort": "sort"}
    gone = (*_SHARED, "uuid", "with_vector", "additional_properties", "node_name")
    items = renamed(given, plain, gone)
    if "sort" in items:
        items["sort"] = Item(_sort(site, given["sort"]), "sort=", given["sort"])
    if "after" in items:
        items["after"] = Item(plain_id(site, given["after"]), "after=", given["after"])
    more = _vector(site, given)
    if read.times:
        query = call(site.use(QUERY, "MetadataQuery"), creation_time="True", last_update_time="True")
        more.append(Item(query, "return_metadata="))
    return [*items.values(), *more, *read.asked()]


def _vector(site: Site, given: dict[str, ast.expr]) -> list[Item]:
    """``include_vector`` for v3's two ways to ask for the vector. Raises Refusal where v4 has no such thing."""
    if not is_none(given.get("node_name")):
        raise Refusal("`node_name` has no v4 equivalent")
    more = given.get("additional_properties")
    if more is not None and not is_none(more):
        literal = follow(site, more)
        wanted = {constant(element) for element in literal.elements()}
        if wanted & _GONE:
            raise Refusal("a field of `additional_properties` has no v4 equivalent")
        if not wanted <= {"vector"}:
            raise Refusal("what `additional_properties` asks for can't be seen")
        if "vector" in wanted:
            return [Item("True", "include_vector=", more)]
    node = given.get("with_vector")
    if node is None or (isinstance(node, ast.Constant) and not node.value):
        return []
    return [Item(node, "include_vector=")]


def _sort(site: Site, node: ast.expr) -> Code:
    """``{"properties": [...], "order_asc": [...]}`` -> ``Sort.by_property(...)``; ascending is the default of both."""
    literal = follow(site, node)
    items = literal.items()
    if "properties" not in items or not literal.moves:
        raise Refusal("how the objects are sorted can't be seen")
    inner = literal.inner(items["properties"]).node
    names = list(inner.elts) if isinstance(inner, ast.List) else [inner]
    orders = constant(items["order_asc"]) if "order_asc" in items else True
    given = [orders] * len(names) if isinstance(orders, bool) else orders
    if not names or not isinstance(given, list) or len(given) != len(names) or not all(isinstance(o, bool) for o in given):
        raise Refusal("how the objects are sorted can't be seen")
    code: Code = site.use(QUERY, "Sort")
    for name, ascending in zip(names, given, strict=True):
        value = constant(name)
        method = _SORTED.get(value, "") if isinstance(value, str) else ""
        more = None if ascending else "False"
        if method:
            code = call(join(code, f".{method}"), ascending=more)
        else:
            code = call(join(code, ".by_property"), name, ascending=more)
    return code


@rewrites("weaviate.data.DataObject.validate")
def validate(site: Site) -> Code:
    """There is no call for POST /objects/validate."""
    raise Refusal("v4 has no call that validates an object")
