"""The settings of a class dictionary as v4's ``Configure`` calls: indexes, replication, sharding, multi-tenancy.

What the server makes of a setting that is left out was read in the source of Weaviate 1.27 to 1.39.
"""

from __future__ import annotations

import ast

from ..code import Item
from ..literal import constant
from ..site import Site
from ..unit import Refusal
from .class_tables import Choice, Part, Table, arguments, items, made, part

DISTANCES = Choice(
    "VectorDistances", {"cosine": "COSINE", "dot": "DOT", "l2-squared": "L2_SQUARED", "hamming": "HAMMING", "manhattan": "MANHATTAN"}
)
STRATEGIES = Choice("VectorFilterStrategy", {"sweeping": "SWEEPING", "acorn": "ACORN"})
DELETIONS = Choice(
    "ReplicationDeletionStrategy",
    {
        "DeleteOnConflict": "DELETE_ON_CONFLICT", "NoAutomatedResolution": "NO_AUTOMATED_RESOLUTION",
        "TimeBasedResolution": "TIME_BASED_RESOLUTION",
    },
)  # fmt: skip
DISTRIBUTIONS = Choice("PQEncoderDistribution", {"log-normal": "LOG_NORMAL", "normal": "NORMAL"})
PRESETS = Choice("StopwordsPreset", {"en": "EN", "none": "NONE"})
_STRINGS = list[str]


def inner(table: Table) -> Part:
    """A part whose items are arguments of the call around: ``stopwords`` of the inverted index."""
    return lambda site, node: arguments(site, node, table)


def ignored(*values: object) -> Part:
    """A setting that is left out where it is what the server takes anyway."""

    def make(site: Site, node: ast.expr) -> list[Item]:
        value = constant(node)
        if not any(value == each and isinstance(value, type(each)) for each in values):
            raise Refusal("a setting has no argument in v4")
        return []

    return make


def _bm25(site: Site, node: ast.expr) -> list[Item]:
    """v4 takes both or none; a server that is sent one takes 0 for the other."""
    if set(items(site, node)) != {"b", "k1"}:
        raise Refusal("`bm25` without `b` or `k1`")
    return arguments(site, node, {"b": ("bm25_b", float), "k1": ("bm25_k1", float)})


STOPWORDS: Table = {
    "preset": ("stopwords_preset", PRESETS),
    "additions": ("stopwords_additions", _STRINGS),
    "removals": ("stopwords_removals", _STRINGS),
}
_INVERTED: Table = {
    "bm25": _bm25,
    "cleanupIntervalSeconds": ("cleanup_interval_seconds", int),
    "indexTimestamps": ("index_timestamps", bool),
    "indexNullState": ("index_null_state", bool),
    "indexPropertyLength": ("index_property_length", bool),
    "stopwords": inner(STOPWORDS),
}
REPLICATION: Table = {
    "factor": ("factor", int),
    "asyncEnabled": ("async_enabled", bool),
    "deletionStrategy": ("deletion_strategy", DELETIONS),
}
_SHARDING: Table = {
    "virtualPerPhysical": ("virtual_per_physical", int),
    "desiredCount": ("desired_count", int),
    "desiredVirtualCount": ("desired_virtual_count", int),
    "key": ignored("_id"),
    "strategy": ignored("hash"),
    "function": ignored("murmur3"),
}
_TENANCY: Table = {
    "enabled": ("enabled", bool),
    "autoTenantCreation": ("auto_tenant_creation", bool),
    "autoTenantActivation": ("auto_tenant_activation", bool),
}

# Key of a class -> its argument.
SETTINGS: Table = {
    "description": ("description", str),
    "invertedIndexConfig": part("inverted_index_config", "Configure.inverted_index", _INVERTED),
    "multiTenancyConfig": part("multi_tenancy_config", "Configure.multi_tenancy", _TENANCY),
    "replicationConfig": part("replication_config", "Configure.replication", REPLICATION),
    "shardingConfig": part("sharding_config", "Configure.sharding", _SHARDING),
}

# -- vector index ---------------------------------------------------------------------------------------------------


def _quantizer(function: str, table: Table) -> Part:
    """A quantizer that is switched on; one that is off is left out."""

    def make(site: Site, node: ast.expr) -> list[Item]:
        found = items(site, node)
        enabled = constant(found.get("enabled"))
        if enabled is False and len(found) == 1:
            return []
        if enabled is not True:
            raise Refusal("a quantizer that is not switched on")
        settings = arguments(site, node, {**table, "enabled": ignored(True)})
        return [Item(made(site, f"Configure.VectorIndex.Quantizer.{function}", settings), "quantizer=", node)]

    return make


# v4.23 sends the type of the encoder as ``type_``, and no ``bitCompression`` at all.
_PQ: Table = {
    "segments": ("segments", int),
    "centroids": ("centroids", int),
    "trainingLimit": ("training_limit", int),
    "bitCompression": ignored(False),
    "encoder": inner({"type": ignored("kmeans"), "distribution": ("encoder_distribution", DISTRIBUTIONS)}),
}
_BQ: Table = {"rescoreLimit": ("rescore_limit", int), "cache": ("cache", bool)}
_SQ: Table = {"rescoreLimit": ("rescore_limit", int), "trainingLimit": ("training_limit", int)}
_FLAT: Table = {
    "distance": ("distance_metric", DISTANCES),
    "vectorCacheMaxObjects": ("vector_cache_max_objects", int),
    "bq": _quantizer("bq", _BQ),
    "pq": ignored({"enabled": False}),
    "sq": ignored({"enabled": False}),
}
_HNSW: Table = {
    "skip": ignored(False),
    "distance": ("distance_metric", DISTANCES),
    "cleanupIntervalSeconds": ("cleanup_interval_seconds", int),
    "maxConnections": ("max_connections", int),
    "efConstruction": ("ef_construction", int),
    "ef": ("ef", int),
    "dynamicEfMin": ("dynamic_ef_min", int),
    "dynamicEfMax": ("dynamic_ef_max", int),
    "dynamicEfFactor": ("dynamic_ef_factor", int),
    "vectorCacheMaxObjects": ("vector_cache_max_objects", int),
    "flatSearchCutoff": ("flat_search_cutoff", int),
    "filterStrategy": ("filter_strategy", STRATEGIES),
    "pq": _quantizer("pq", _PQ),
    "bq": _quantizer("bq", _BQ),
    "sq": _quantizer("sq", _SQ),
}
_INDEXES: dict[str, Table] = {
    "hnsw": _HNSW,
    "flat": _FLAT,
    "dynamic": {
        "distance": ("distance_metric", DISTANCES),
        "threshold": ("threshold", int),
        "hnsw": part("hnsw", "Configure.VectorIndex.hnsw", _HNSW),
        "flat": part("flat", "Configure.VectorIndex.flat", _FLAT),
    },
}


def vector_index(site: Site, kind: ast.expr | None, config: ast.expr | None) -> list[Item]:
    """``vectorIndexType`` and ``vectorIndexConfig`` as one argument; without a type the server makes an HNSW index."""
    origin = config or kind
    if origin is None:
        return []
    name = constant(kind) if kind is not None else "hnsw"
    table = _INDEXES.get(name) if isinstance(name, str) else None
    if table is None:
        raise Refusal("a vector index that v4 doesn't know")
    if config is not None and _only_skips(site, config) and name == "hnsw":
        return [Item(made(site, "Configure.VectorIndex.none", []), "vector_index_config=", origin)]
    found = arguments(site, config, table) if config is not None else []
    if sum(item.name == "quantizer=" for item in found) > 1:
        raise Refusal("two quantizers")
    return [Item(made(site, f"Configure.VectorIndex.{name}", found), "vector_index_config=", origin)]


def _only_skips(site: Site, config: ast.expr) -> bool:
    found = items(site, config)
    return len(found) == 1 and constant(found.get("skip")) is True
