"""REST: what the server answers to each method and path."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

from ..canonical import filters
from . import engine, fixture, graphql_answers
from .state import Failure, State

Answer = tuple[int, Any]
"""Status and JSON body; None is an empty body."""


def answer(method: str, path: str, params: dict[str, str], body: Any, state: State) -> Answer:
    """The reply to a request below /v1."""
    for pattern, respond in _ROUTES:
        if match := re.fullmatch(pattern, f"{method} {path}"):
            try:
                return respond(state, params, body, *match.groups())
            except Failure as failure:
                return failure.status, {"error": [{"message": str(failure)}]}
    return 404, {"error": [{"message": f"path {path} was not found"}]}


def _meta(state: State, params: dict[str, str], body: Any) -> Answer:
    return 200, {
        "hostname": "http://[::]:8080",
        "modules": {},
        "version": fixture.VERSION,
        "grpcMaxMessageSize": 104858000,
    }


def _ok(state: State, params: dict[str, str], body: Any, *rest: str) -> Answer:
    return 200, None


def _openid(state: State, params: dict[str, str], body: Any) -> Answer:
    """Only hosts called oidc.* ask for a log-in; see http.py, which leaves the host in ``params``."""
    host = params.get("<host>", "")
    if not host.startswith("oidc."):
        return 404, None
    return 200, {"href": f"https://{host}/auth/openid", "clientId": "wcs", "scopes": ["openid"]}


def _provider(state: State, params: dict[str, str], body: Any) -> Answer:
    grants = ["password", "client_credentials", "refresh_token"]
    return 200, {"token_endpoint": f"https://{params['<host>']}/auth/token", "grant_types_supported": grants}


def _token(state: State, params: dict[str, str], body: Any) -> Answer:
    """The token says what it was given for, so that the headers of later requests tell credentials apart."""
    form = dict(parse_qsl(body["<not JSON>"]))
    form["scope"] = " ".join(sorted(form.get("scope", "").split()))
    token = ";".join(f"{key}={value}" for key, value in sorted(form.items()))
    return 200, {"access_token": token, "refresh_token": "again", "expires_in": 30000, "token_type": "Bearer"}


def _graphql(state: State, params: dict[str, str], body: Any) -> Answer:
    return 200, graphql_answers.answer(body["query"], state)


# --- schema


def _schema(state: State, params: dict[str, str], body: Any) -> Answer:
    # by name, as v4 lists them: the order in which a server lists them says nothing
    return 200, {"classes": copy.deepcopy([state.classes[name] for name in sorted(state.classes)])}


def _create_class(state: State, params: dict[str, str], body: Any) -> Answer:
    name = body["class"][:1].upper() + body["class"][1:]
    if name in state.classes:
        raise Failure(422, f"class name {name} already exists")
    _check_targets(state, body.get("properties") or [], name)
    state.classes[name] = fixture.make_class(name, []) | copy.deepcopy(body) | {"class": name}
    state.classes[name]["properties"] = [_full_property(one) for one in body.get("properties") or []]
    state.classes[name]["multiTenancyConfig"] = {"enabled": False} | (body.get("multiTenancyConfig") or {})
    vectorizer = body.get("vectorizer", "none")
    if vectorizer != "none":  # the server puts its defaults there
        modules = state.classes[name]["moduleConfig"] or {}
        state.classes[name]["moduleConfig"] = {vectorizer: {"vectorizeClassName": True}} | modules
        for one in state.classes[name]["properties"]:
            one["moduleConfig"] = {vectorizer: {"skip": False}} | (one.get("moduleConfig") or {})
    return 200, body


def _full_property(body: dict[str, Any]) -> dict[str, Any]:
    """A property as the server reports it: with its defaults, and ``string`` as the text that it makes of it."""
    found = {key: value for key, value in body.items() if key != "indexInverted"}
    kind = body["dataType"][0]
    if kind in ("string", "string[]"):
        words = {"word": "whitespace"}.get(body.get("tokenization", "word"), body.get("tokenization"))
        found |= {"dataType": [kind.replace("string", "text")], "tokenization": words}
    if "nestedProperties" in found:
        found["nestedProperties"] = [_full_property(one) for one in found["nestedProperties"]]
    text = kind in ("text", "text[]", "string", "string[]")
    return {"indexFilterable": True, "indexSearchable": text, **({"tokenization": "word"} if text else {}), **found}


def _check_targets(state: State, properties: list[dict[str, Any]], own: str) -> None:
    """A cross-reference must lead to a class that is there."""
    for one in properties:
        for target in one["dataType"]:
            if target[:1].isupper() and target != own and target not in state.classes:
                raise Failure(422, f"property {one['name']!r}: reference to unknown class {target!r}")


def _class(state: State, params: dict[str, str], body: Any, name: str) -> Answer:
    return 200, copy.deepcopy(state.cls(name))


def _update_class(state: State, params: dict[str, str], body: Any, name: str) -> Answer:
    state.cls(name)
    state.classes[name] = body
    return 200, body


def _delete_class(state: State, params: dict[str, str], body: Any, name: str) -> Answer:
    state.classes.pop(name, None)
    state.tenants.pop(name, None)
    state.objects = [one for one in state.objects if one.cls != name]
    return 200, None


def _add_property(state: State, params: dict[str, str], body: Any, name: str) -> Answer:
    _check_targets(state, [body], name)
    state.cls(name)["properties"].append(_full_property(body))
    return 200, body


def _shards(state: State, params: dict[str, str], body: Any, name: str) -> Answer:
    state.cls(name)
    return 200, [{"name": "shard1", "status": "READY", "vectorQueueSize": 0}]


def _update_shard(state: State, params: dict[str, str], body: Any, name: str, shard: str) -> Answer:
    state.cls(name)
    return 200, {"status": body["status"]}


def _tenants(state: State, params: dict[str, str], body: Any, name: str) -> Answer:
    state.cls(name)
    return 200, copy.deepcopy(state.tenants.get(name, []))


def _add_tenants(state: State, params: dict[str, str], body: Any, name: str) -> Answer:
    state.cls(name)
    for one in body:
        state.tenants.setdefault(name, []).append(
            {"name": one["name"], "activityStatus": one.get("activityStatus") or "HOT"}
        )
    return 200, body


def _update_tenants(state: State, params: dict[str, str], body: Any, name: str) -> Answer:
    for one in body:
        for held in state.tenants.get(name, []):
            if held["name"] == one["name"]:
                held["activityStatus"] = one["activityStatus"]
    return 200, body


def _remove_tenants(state: State, params: dict[str, str], body: Any, name: str) -> Answer:
    state.tenants[name] = [one for one in state.tenants.get(name, []) if one["name"] not in body]
    state.objects = [one for one in state.objects if one.cls != name or one.tenant not in body]
    return 200, None


def _tenant(state: State, params: dict[str, str], body: Any, name: str, tenant: str) -> Answer:
    known = any(one["name"] == tenant for one in state.tenants.get(name, []))
    return (200 if known else 404), None


# --- objects


def _create(state: State, params: dict[str, str], body: Any) -> Answer:
    return 200, state.as_json(state.put(body, replace=False), "vector" if body.get("vector") else "")


def _list(state: State, params: dict[str, str], body: Any) -> Answer:
    operation: dict[str, Any] = {"collection": params.get("class"), "tenant": params.get("tenant")}
    operation |= {key: int(params[key]) for key in ("limit", "offset") if key in params}
    if "after" in params:
        operation["after"] = params["after"]
    if "sort" in params:
        orders = params.get("order", "asc").split(",")
        pairs = zip(params["sort"].split(","), orders, strict=True)
        operation["sort"] = [{"path": [name], "order": order} for name, order in pairs]
    if operation["collection"]:
        found = [row.stored for row in engine.search(operation, state).rows]
    else:
        found = state.objects[operation.get("offset", 0) :][: operation.get("limit", 25)]
    listed = [state.as_json(one, params.get("include", "")) for one in found]
    return 200, {"deprecations": None, "objects": listed, "totalResults": len(listed)}


def _read(state: State, params: dict[str, str], body: Any, name: str, uuid: str) -> Answer:
    found = state.find(name, uuid, params.get("tenant"))
    return (404, None) if found is None else (200, state.as_json(found, params.get("include", "")))


def _read_anywhere(state: State, params: dict[str, str], body: Any, uuid: str) -> Answer:
    found = state.anywhere(uuid)
    return (404, None) if found is None else (200, state.as_json(found, params.get("include", "")))


def _exists(state: State, params: dict[str, str], body: Any, name: str, uuid: str) -> Answer:
    return (404 if state.find(name, uuid, params.get("tenant")) is None else 204), None


def _delete(state: State, params: dict[str, str], body: Any, name: str, uuid: str) -> Answer:
    found = state.find(name, uuid, params.get("tenant"))
    if found is None:
        return 404, None
    state.remove(found)
    return 204, None


def _replace(state: State, params: dict[str, str], body: Any, name: str, uuid: str) -> Answer:
    return 200, state.as_json(state.put({**body, "class": name, "id": uuid}))


def _merge(state: State, params: dict[str, str], body: Any, name: str, uuid: str) -> Answer:
    found = state.find(name, uuid, body.get("tenant"))
    if found is None:
        raise Failure(404, f"no object {uuid}")
    found.properties |= body.get("properties") or {}
    found.vector = body.get("vector") or found.vector
    found.updated += 500
    return 204, None


def _validate(state: State, params: dict[str, str], body: Any) -> Answer:
    state.cls(body.get("class", ""), 422)
    return 200, None


# --- references


def _refs(state: State, params: dict[str, str], name: str, uuid: str, on: str) -> list[dict[str, str]]:
    found = state.find(name, uuid, params.get("tenant"))
    if found is None:
        raise Failure(404, f"no object {uuid}")
    found.properties[on] = list(found.properties.get(on) or [])
    refs: list[dict[str, str]] = found.properties[on]
    return refs


def _full(state: State, beacon: str) -> dict[str, str]:
    uuid = beacon.rsplit("/", 1)[-1]
    linked = state.anywhere(uuid)
    return fixture.beacons(linked.cls, uuid)[0] if linked else {"beacon": beacon}


def _add_ref(state: State, params: dict[str, str], body: Any, name: str, uuid: str, on: str) -> Answer:
    _refs(state, params, name, uuid, on).append(_full(state, body["beacon"]))
    return 200, None


def _replace_refs(state: State, params: dict[str, str], body: Any, name: str, uuid: str, on: str) -> Answer:
    _refs(state, params, name, uuid, on)[:] = [_full(state, one["beacon"]) for one in body]
    return 200, None


def _delete_ref(state: State, params: dict[str, str], body: Any, name: str, uuid: str, on: str) -> Answer:
    refs = _refs(state, params, name, uuid, on)
    target = body["beacon"].rsplit("/", 1)[-1]
    refs[:] = [one for one in refs if not one["beacon"].endswith(target)]
    return 204, None


# --- batch


def _batch_objects(state: State, params: dict[str, str], body: Any) -> Answer:
    reply = []
    for one in body["objects"]:
        try:
            made = state.as_json(state.put(one))
            reply.append({**made, "result": {"status": "SUCCESS"}, "deprecations": None})
        except Failure as failure:
            errors = {"error": [{"message": str(failure)}]}
            reply.append({**one, "result": {"status": "FAILED", "errors": errors}})
    return 200, reply


def _batch_references(state: State, params: dict[str, str], body: Any) -> Answer:
    reply = []
    for one in body:
        name, uuid, on = one["from"].removeprefix("weaviate://localhost/").split("/")
        try:
            _refs(state, {"tenant": one["tenant"]} if "tenant" in one else {}, name, uuid, on).append(
                _full(state, one["to"])
            )
            reply.append({**one, "result": {"status": "SUCCESS"}})
        except Failure as failure:
            errors = {"error": [{"message": str(failure)}]}
            reply.append({**one, "result": {"status": "FAILED", "errors": errors}})
    return 200, reply


def _batch_delete(state: State, params: dict[str, str], body: Any) -> Answer:
    name, dry = body["match"]["class"], body.get("dryRun", False)
    where = filters.from_where(body["match"]["where"], name, state.schema())
    operation = {"collection": name, "tenant": params.get("tenant"), "filters": where}
    found = engine.matching(operation, state)
    for one in found if not dry else []:
        state.remove(one)
    results: dict[str, Any] = {
        "failed": 0,
        "limit": 10000,
        "matches": len(found),
        "successful": 0 if dry else len(found),
        "objects": None,
    }
    if body.get("output") == "verbose":
        results["objects"] = [{"id": one.uuid, "status": "DRYRUN" if dry else "SUCCESS"} for one in found]
    return 200, {"dryRun": dry, "match": body["match"], "output": body.get("output", "minimal"), "results": results}


# --- the cluster


def _nodes(state: State, params: dict[str, str], body: Any, name: str | None = None) -> Answer:
    names = [name] if name else list(state.classes)
    shards: list[dict[str, Any]] = [
        {
            "class": cls, "name": "shard1", "objectCount": len([one for one in state.objects if one.cls == cls]),
            "vectorIndexingStatus": "READY", "vectorQueueLength": 0, "compressed": False, "loaded": True,
        }
        for cls in names
    ]  # fmt: skip
    node: dict[str, Any] = {
        "batchStats": {"ratePerSecond": 0},
        "gitHash": "abc1234",
        "name": "node1",
        "status": "HEALTHY",
    }
    node |= {"version": fixture.VERSION, "shards": None}
    if params.get("output") == "verbose":
        node |= {
            "shards": shards,
            "stats": {"objectCount": sum(one["objectCount"] for one in shards), "shardCount": len(shards)},
        }
    return 200, {"nodes": [node]}


def _backup(state: State, params: dict[str, str], body: Any, backend: str) -> Answer:
    made = {"backend": backend, "id": body["id"], "path": f"/backups/{body['id']}", "status": "SUCCESS"}
    state.backups[body["id"]] = made
    return 200, {**made, "classes": body.get("include") or list(state.classes), "status": "STARTED"}


def _backup_status(state: State, params: dict[str, str], body: Any, backend: str, name: str) -> Answer:
    if name not in state.backups:
        raise Failure(404, f"backup {name} not found")
    return 200, state.backups[name]


def _restore(state: State, params: dict[str, str], body: Any, backend: str, name: str) -> Answer:
    if name not in state.backups:
        raise Failure(404, f"backup {name} not found")
    return 200, {**state.backups[name], "classes": body.get("include") or list(state.classes), "status": "STARTED"}


def _classification(state: State, params: dict[str, str], body: Any, name: str = "") -> Answer:
    return (201 if body else 200), {**(body or {}), "id": "ee722219-b8ec-4db1-8f8d-5150bb1a9e0c", "status": "completed"}


def _concepts(state: State, params: dict[str, str], body: Any, word: str) -> Answer:
    return 200, {"individualWords": [{"present": True, "word": word}]}


_OBJECT = r"/v1/objects/([A-Za-z]\w*)/([-0-9a-fA-F]{36})"
_CLASS = r"/v1/schema/(\w+)"
_ROUTES: list[tuple[str, Callable[..., Answer]]] = [
    ("GET /v1/meta", _meta),
    (r"GET /v1/\.well-known/(?:live|ready)", _ok),
    (r"GET /v1/\.well-known/openid-configuration", _openid),
    ("GET /auth/openid", _provider),
    ("POST /auth/token", _token),
    ("POST /v1/graphql", _graphql),
    ("GET /v1/schema", _schema),
    ("POST /v1/schema", _create_class),
    (f"GET {_CLASS}", _class),
    (f"PUT {_CLASS}", _update_class),
    (f"DELETE {_CLASS}", _delete_class),
    (f"POST {_CLASS}/properties", _add_property),
    (f"GET {_CLASS}/shards", _shards),
    (f"PUT {_CLASS}/shards/([^/]+)", _update_shard),
    (f"GET {_CLASS}/tenants", _tenants),
    (f"POST {_CLASS}/tenants", _add_tenants),
    (f"PUT {_CLASS}/tenants", _update_tenants),
    (f"DELETE {_CLASS}/tenants", _remove_tenants),
    (f"HEAD {_CLASS}/tenants/([^/]+)", _tenant),
    ("POST /v1/objects/validate", _validate),
    ("POST /v1/objects", _create),
    ("GET /v1/objects", _list),
    (r"GET /v1/objects/([-0-9a-fA-F]{36})", _read_anywhere),
    (f"GET {_OBJECT}", _read),
    (f"HEAD {_OBJECT}", _exists),
    (f"DELETE {_OBJECT}", _delete),
    (f"PUT {_OBJECT}", _replace),
    (f"PATCH {_OBJECT}", _merge),
    (f"POST {_OBJECT}/references/(\\w+)", _add_ref),
    (f"PUT {_OBJECT}/references/(\\w+)", _replace_refs),
    (f"DELETE {_OBJECT}/references/(\\w+)", _delete_ref),
    ("POST /v1/batch/objects", _batch_objects),
    ("POST /v1/batch/references", _batch_references),
    ("DELETE /v1/batch/objects", _batch_delete),
    ("GET /v1/nodes", _nodes),
    (r"GET /v1/nodes/(\w+)", _nodes),
    (r"POST /v1/backups/([\w-]+)", _backup),
    (r"GET /v1/backups/([\w-]+)/([\w-]+)", _backup_status),
    (r"POST /v1/backups/([\w-]+)/([\w-]+)/restore", _restore),
    (r"GET /v1/backups/([\w-]+)/([\w-]+)/restore", _backup_status),
    ("POST /v1/classifications", _classification),
    (r"GET /v1/classifications/([-\w]+)", _classification),
    (r"GET /v1/modules/text2vec-contextionary/concepts/(\w+)", _concepts),
]
