"""Definitions of classes and properties: the server's defaults left out, old spellings of v3 replaced."""

from __future__ import annotations

from typing import Any

from ..differences import smooth
from . import values

Definition = dict[str, Any]

_PROPERTY_DEFAULTS = {"indexFilterable": True, "description": "", "indexRangeFilters": False}
_VECTORISERS = ("text2", "multi2", "img2", "ref2")
_PROPERTY_MODULE = {"skip": False, "vectorizePropertyName": False}
_CLASS_MODULE = {"vectorizeClassName": True, "isAzure": False}
# Modules that take something else for what is left out, in Weaviate 1.27 to 1.39; {} where these differ among themselves.
_CLASS_MODULES: dict[str, dict[str, Any]] = {
    "text2vec-aws": {"vectorizeClassName": False, "service": "bedrock"},
    "text2vec-google": {"vectorizeClassName": False},
    "text2vec-palm": {"vectorizeClassName": False},
    "text2vec-ollama": {"vectorizeClassName": False},
    "text2vec-nvidia": {"vectorizeClassName": False},
    "text2vec-model2vec": {"vectorizeClassName": False},
    "text2vec-jinaai": {},
    "text2vec-transformers": {"vectorizeClassName": True, "poolingStrategy": "masked_mean"},
    "ref2vec-centroid": {"method": "mean"},
}
_PROPERTY_MODULES: dict[str, dict[str, Any]] = {"text2vec-mistral": {"vectorizePropertyName": False}}
_CLASS_DEFAULTS: dict[str, Any] = {
    "vectorIndexType": "hnsw",
    "description": "",
    "multiTenancyConfig": {"enabled": False, "autoTenantCreation": False, "autoTenantActivation": False},
    "invertedIndexConfig": {
        "bm25": {"b": 0.75, "k1": 1.2},
        "cleanupIntervalSeconds": 60,
        "stopwords": {"preset": "en"},
        "indexTimestamps": False,
        "indexNullState": False,
        "indexPropertyLength": False,
    },
    "replicationConfig": {"factor": 1, "asyncEnabled": False},
    "shardingConfig": {"virtualPerPhysical": 128, "function": "murmur3", "key": "_id", "strategy": "hash"},
}
_HNSW_DEFAULTS: dict[str, Any] = {
    "distance": "cosine", "efConstruction": 128, "maxConnections": 32, "ef": -1, "dynamicEfMin": 100, "dynamicEfMax": 500,
    "dynamicEfFactor": 8, "vectorCacheMaxObjects": 1000000000000, "flatSearchCutoff": 40000, "cleanupIntervalSeconds": 300,
    "skip": False, "filterStrategy": "sweeping", "bq": {"enabled": False}, "sq": {"enabled": False},
    "pq": {
        "enabled": False, "bitCompression": False, "segments": 0, "centroids": 256, "trainingLimit": 100000,
        "encoder": {"type": "kmeans", "distribution": "log-normal"},
    },
}  # fmt: skip
_FLAT_DEFAULTS: dict[str, Any] = {key: _HNSW_DEFAULTS[key] for key in ("distance", "vectorCacheMaxObjects", "bq", "sq", "pq")}
_INDEX_DEFAULTS: dict[str, dict[str, Any]] = {
    "hnsw": _HNSW_DEFAULTS,
    "flat": _FLAT_DEFAULTS,
    "dynamic": {"distance": "cosine", "hnsw": _HNSW_DEFAULTS, "flat": _FLAT_DEFAULTS},
}
_NOT_OF_THE_API = ("skip_vectorization", "vectorize_property_name")


def definition(body: dict[str, Any]) -> Definition:
    """The body of POST or PUT /schema."""
    index = _INDEX_DEFAULTS.get(body.get("vectorIndexType") or "hnsw", {})
    defaults = {**_CLASS_DEFAULTS, "vectorIndexConfig": index}
    found = _without_defaults(without_empty(body), defaults)
    if modules := found.get("moduleConfig"):
        found["moduleConfig"] = _modules(modules, _CLASS_MODULE, _CLASS_MODULES)
        found = without_empty(found)
    found["class"] = values.capital(str(body.get("class", "?")))
    found["properties"] = ordered([definition_of_property(one) for one in body.get("properties") or []])
    return dict(sorted(found.items()))


def ordered(properties: list[Definition]) -> list[Definition]:
    """Properties by name."""
    smooth("schema_order")
    return sorted(properties, key=lambda one: str(one["name"]))


def definition_of_property(body: dict[str, Any]) -> Definition:
    """The body of POST /schema/Class/properties, or one property of a class."""
    smooth("unknown_keys")
    found = without_empty({key: value for key, value in body.items() if key not in _NOT_OF_THE_API})
    types = list(found.get("dataType", []))
    if types and types[0] in ("string", "string[]"):
        smooth("string_type")
        found["dataType"] = [types[0].replace("string", "text")]
        found["tokenization"] = {"word": "whitespace", "field": "field"}.get(
            str(found.get("tokenization", "word")), str(found.get("tokenization"))
        )
    elif is_reference(found):
        found["dataType"] = [values.capital(name) for name in types]
    if "indexInverted" in found:
        smooth("index_inverted")
        inverted = found.pop("indexInverted")
        if not found.keys() & {"indexFilterable", "indexSearchable", "indexRangeFilters"}:  # else the server ignores it
            found["indexFilterable"] = inverted
            if found["dataType"][0] in ("text", "text[]"):
                found["indexSearchable"] = inverted
    text = found.get("dataType", [""])[0] in ("text", "text[]")
    defaults = {**_PROPERTY_DEFAULTS, "indexSearchable": text} | ({"tokenization": "word"} if text else {})
    found = _without_defaults(found, defaults)
    if modules := found.get("moduleConfig"):
        found["moduleConfig"] = _modules(modules, _PROPERTY_MODULE, _PROPERTY_MODULES)
    if "nestedProperties" in found:
        found["nestedProperties"] = ordered([definition_of_property(one) for one in found["nestedProperties"]])
    return dict(sorted(without_empty(found).items()))


def is_reference(prop: dict[str, Any]) -> bool:
    """Whether a property points to classes."""
    types = prop.get("dataType") or [""]
    return bool(types[0][:1].isupper())


def without_empty(body: dict[str, Any]) -> dict[str, Any]:
    """Leaves out null, empty lists and empty objects; but a module is named by an empty object."""
    smooth("empty_field")
    found = {}
    for key, value in body.items():
        inner = without_empty(value) if isinstance(value, dict) and key != "moduleConfig" else value
        if inner is not None and inner != [] and inner != {}:
            found[key] = inner
    return found


def _modules(modules: dict[str, Any], defaults: dict[str, Any], own: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Settings of modules; a vectoriser with none but defaults is the same as one that is not mentioned."""
    cleared = {name: _without_defaults(config, own.get(name, defaults)) for name, config in modules.items()}
    for config in cleared.values():
        if config.get("resourceName") and config.get("deploymentId"):
            config.pop("isAzure", None)  # the server goes by these two
    return {name: config for name, config in cleared.items() if config or not name.startswith(_VECTORISERS)}


def _without_defaults(content: dict[str, Any], defaults: dict[str, Any]) -> dict[str, Any]:
    """Leaves out what is written out as the server's default."""
    smooth("schema_defaults")
    found = {}
    for key, value in content.items():
        if isinstance(value, dict) and isinstance(defaults.get(key), dict):
            if inner := _without_defaults(value, defaults[key]):
                found[key] = inner
        elif key not in defaults or value != defaults[key]:
            found[key] = value
    return dict(sorted(found.items()))


def tenant(body: Any) -> dict[str, Any]:
    """A tenant of POST or PUT /schema/Class/tenants."""
    if not isinstance(body, dict):
        return {"name": body}
    return {"name": body["name"], "status": status(str(body.get("activityStatus") or "ACTIVE"))}


def status(name: str) -> str:
    """An activity status under its newer name."""
    smooth("tenant_status")
    return {"HOT": "ACTIVE", "COLD": "INACTIVE", "FROZEN": "OFFLOADED"}.get(name, name)
