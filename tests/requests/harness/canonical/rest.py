"""REST requests -> operations."""

from __future__ import annotations

import re
from typing import Any

from ..differences import smooth
from . import classes, filters, graphql, objects
from .values import Schema

Operation = dict[str, Any]
_ALL = "<all>"
_TIMES = ["creation_time", "is_consistent", "last_update_time"]


def operations(record: dict[str, Any]) -> list[Operation]:
    """The operations of one REST request."""
    method, schema = str(record["method"]), record["schema"]
    path = str(record["path"]).removeprefix("/v1")
    params, body = dict(record["params"]), record["body"]
    if "made_up_id" in record:
        smooth("made_up_id")
        body = {**body, "id": record["made_up_id"]}
    if path == "/graphql":
        return graphql.operations(body["query"], schema)
    for pattern, make in _ROUTES:
        if match := re.fullmatch(pattern, f"{method} {path}"):
            return [_with_params(make(body, params, schema, *match.groups()), params)]
    return [_with_params({"op": "request", "method": method, "path": path, **_body(body)}, params)]


def _with_params(operation: Operation, params: dict[str, Any]) -> Operation:
    for name in ("tenant", "consistency_level"):
        if name in params:
            operation[name] = params.pop(name)
    return {**operation, "params": dict(sorted(params.items()))} if params else operation


def _body(body: Any) -> Operation:
    if body is None:
        return {}
    return {"body": classes.without_empty(body) if isinstance(body, dict) else body}


def _create(body: Any, params: dict[str, Any], schema: Schema) -> Operation:
    return {"op": "create_object", **objects.from_rest(body, schema)}


def _write(name: str) -> Any:
    def make(body: Any, params: dict[str, Any], schema: Schema, collection: str, uuid: str) -> Operation:
        smooth("path_id")
        named = {**body, "class": collection, "id": uuid}
        return {"op": name, **objects.from_rest(named, schema, merge=name == "update_object")}

    return make


def _by_id(name: str) -> Any:
    def make(body: Any, params: dict[str, Any], schema: Schema, collection: str, uuid: str) -> Operation:
        return {"op": name, "collection": collection, "id": uuid}

    return make


def _read(body: Any, params: dict[str, Any], schema: Schema, collection: str, uuid: str) -> Operation:
    smooth("get_by_id")
    found = _list(body, {"class": collection, "include": params.pop("include", "")}, schema)
    return found | {"filters": {"path": ["id"], "operator": "Equal", "text": uuid}, "limit": 1}


def _list(body: Any, params: dict[str, Any], schema: Schema) -> Operation:
    smooth("rest_reply")
    asked = [name for name in str(params.pop("include", "")).split(",") if name]
    found: Operation = {
        "op": "search",
        "from_rest": True,
        "collection": params.pop("class", "<every class>"),
        "properties": _ALL,
        "metadata": sorted({*_TIMES, *asked}),
    }
    for key in ("limit", "offset"):
        if (number := int(params.pop(key, 0))) > 0:
            found[key] = number
    if after := params.pop("after", ""):
        found["after"] = after
    if sort := params.pop("sort", ""):
        orders = str(params.pop("order", "asc")).split(",")
        found["sort"] = [
            {"path": [name], "order": order} for name, order in zip(str(sort).split(","), orders, strict=True)
        ]
    return found


def _reference(name: str) -> Any:
    def make(body: Any, params: dict[str, Any], schema: Schema, collection: str, uuid: str, on: str) -> Operation:
        to = body if isinstance(body, list) else [body]
        beacons = [objects.full_beacon(one["beacon"], collection, on, schema) for one in to]
        return {"op": name, "collection": collection, "id": uuid, "on": on, "to": beacons}

    return make


def _batch_objects(body: Any, params: dict[str, Any], schema: Schema) -> Operation:
    smooth("batch_fields")
    return {"op": "batch_objects", "objects": [objects.from_rest(one, schema) for one in body["objects"]]}


def _batch_references(body: Any, params: dict[str, Any], schema: Schema) -> Operation:
    return {"op": "batch_references", "references": [objects.reference(one, schema) for one in body]}


def _delete_many(body: Any, params: dict[str, Any], schema: Schema) -> Operation:
    match = body["match"]
    return {
        "op": "delete_many",
        "collection": match["class"],
        "filters": filters.from_where(match["where"], match["class"], schema),
        "verbose": body.get("output") == "verbose",
        "dry_run": body.get("dryRun", False),
    }


def _create_class(body: Any, params: dict[str, Any], schema: Schema) -> Operation:
    return {"op": "create_collection", **classes.definition(body)}


def _update_class(body: Any, params: dict[str, Any], schema: Schema, name: str) -> Operation:
    return {"op": "update_collection", **classes.definition(body)}


def _add_property(body: Any, params: dict[str, Any], schema: Schema, name: str) -> Operation:
    return {"op": "add_property", "collection": name, "property": classes.definition_of_property(body)}


def _tenants(op: str) -> Any:
    def make(body: Any, params: dict[str, Any], schema: Schema, name: str) -> Operation:
        found = {"op": op, "collection": name}
        return found if body is None else {**found, "tenants": [classes.tenant(one) for one in body]}

    return make


def _backup(body: Any, params: dict[str, Any], schema: Schema, path: str) -> Operation:
    smooth("backup_defaults")
    kept = {key: value for key, value in body.items() if (key, value) != ("overwriteAlias", False)}
    return {"op": "request", "method": "POST", "path": path, **_body(kept)}


_OBJECT = r"/objects/([A-Z]\w*)/([-0-9a-fA-F]{36})"
_CLASS = r"/schema/(\w+)"
_ROUTES: list[tuple[str, Any]] = [
    ("POST /objects", _create),
    (f"PATCH {_OBJECT}", _write("update_object")),
    (f"PUT {_OBJECT}", _write("replace_object")),
    (f"DELETE {_OBJECT}", _by_id("delete_object")),
    (f"HEAD {_OBJECT}", _by_id("object_exists")),
    (f"GET {_OBJECT}", _read),
    ("GET /objects", _list),
    (f"POST {_OBJECT}/references/(\\w+)", _reference("add_reference")),
    (f"PUT {_OBJECT}/references/(\\w+)", _reference("replace_references")),
    (f"DELETE {_OBJECT}/references/(\\w+)", _reference("delete_reference")),
    ("POST /batch/objects", _batch_objects),
    ("POST /batch/references", _batch_references),
    ("DELETE /batch/objects", _delete_many),
    ("POST /schema", _create_class),
    (f"PUT {_CLASS}", _update_class),
    (f"POST {_CLASS}/properties", _add_property),
    (f"POST {_CLASS}/tenants", _tenants("add_tenants")),
    (f"PUT {_CLASS}/tenants", _tenants("update_tenants")),
    (f"DELETE {_CLASS}/tenants", _tenants("remove_tenants")),
    (f"GET {_CLASS}/tenants", _tenants("get_tenants")),
    (r"POST (/backups/.+)", _backup),
]
