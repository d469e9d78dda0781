"""Changes of a class that is there: its settings and shards."""

from __future__ import annotations

import ast

from ...records import record
from ..code import Code, Group, Item, call, call_of, join
from ..literal import constant
from ..receiver import collection_of
from ..results import consumed
from ..site import Site, rewrites
from ..unit import Refusal, Unlike
from ..views import View
from .class_modules import extension
from .class_reading import changes_of_read
from .class_settings import DISTRIBUTIONS, REPLICATION, STOPWORDS, STRATEGIES, ignored, inner
from .class_tables import Part, Table, argument, arguments, items, made, part, same_name

# -- settings: v3 reads the class, merges the dictionary into it and puts it back, and so does v4 -------------------------

_INVERTED: Table = {
    "bm25": inner({"b": ("bm25_b", float), "k1": ("bm25_k1", float)}),
    "cleanupIntervalSeconds": ("cleanup_interval_seconds", int),
    "stopwords": inner(STOPWORDS),
}
_TENANCY: Table = {
    "autoTenantCreation": ("auto_tenant_creation", bool),
    "autoTenantActivation": ("auto_tenant_activation", bool),
}


def _quantizer(function: str, table: Table) -> Part:
    """v4 switches a quantizer on unless told otherwise: what v3 was told has to be seen."""

    def make(site: Site, node: ast.expr) -> list[Item]:
        enabled = constant(items(site, node).get("enabled"))
        if not isinstance(enabled, bool):
            raise Refusal("a quantizer that is neither switched on nor off")
        switch: Part | tuple[str, type[bool]] = ignored(True) if enabled else ("enabled", bool)
        settings = arguments(site, node, {**table, "enabled": switch})
        return [Item(made(site, f"Reconfigure.VectorIndex.Quantizer.{function}", settings), "quantizer=", node)]

    return make


# v4.23 sends no ``bitCompression``, and spells the type of the encoder ``type_``.
_INDEX: Table = {
    "ef": ("ef", int),
    "dynamicEfMin": ("dynamic_ef_min", int),
    "dynamicEfMax": ("dynamic_ef_max", int),
    "dynamicEfFactor": ("dynamic_ef_factor", int),
    "flatSearchCutoff": ("flat_search_cutoff", int),
    "vectorCacheMaxObjects": ("vector_cache_max_objects", int),
    "filterStrategy": ("filter_strategy", STRATEGIES),
    "pq": _quantizer(
        "pq",
        {
            "segments": ("segments", int),
            "centroids": ("centroids", int),
            "trainingLimit": ("training_limit", int),
            "encoder": inner({"distribution": ("encoder_distribution", DISTRIBUTIONS)}),
        },
    ),
    "bq": _quantizer("bq", {"rescoreLimit": ("rescore_limit", int)}),
    "sq": _quantizer("sq", {"rescoreLimit": ("rescore_limit", int), "trainingLimit": ("training_limit", int)}),
}


def _modules(site: Site, node: ast.expr) -> list[Item]:
    site.unit.doubt("v4 puts the module in the place of another of its kind, v3 added it")
    return [extension(site, key, value, "Reconfigure") for key, value in items(site, node).items()]


_SETTINGS: Table = {
    "description": ("description", str),
    "invertedIndexConfig": part("inverted_index_config", "Reconfigure.inverted_index", _INVERTED),
    "replicationConfig": part("replication_config", "Reconfigure.replication", REPLICATION),
    "multiTenancyConfig": part("multi_tenancy_config", "Reconfigure.multi_tenancy", _TENANCY),
    "vectorIndexConfig": part("vectorizer_config", "Reconfigure.VectorIndex.hnsw", _INDEX),
    "moduleConfig": _modules,
}


@rewrites("weaviate.schema.Schema.update_config")
def update_config(site: Site) -> Code:
    """``schema.update_config(name, dict)`` -> ``use(name).config.update(...)``: both send the merged class."""
    given = site.arguments()
    name, config = given["class_name"], given["config"]
    found: list[Item] = []
    changed = changes_of_read(site, name, config)
    for key, value in items(site, config if changed is None else changed).items():
        if key == "class" and same_name(site, value, name):
            continue
        found += argument(site, key, value, _SETTINGS)
    return call_of(join(collection_of(site, name), ".config.update"), found)


# -- shards -------------------------------------------------------------------------------------------------------------

_SHARD = {"name": "name", "status": "status", "vectorQueueSize": "vector_queue_size"}


@record(eq=False)
class Shards(View):
    """A list of shards, which are objects in v4."""

    site: Site
    listed = True

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        return join(code, "[", shown, "]"), Shard(self.site)

    def element(self) -> View:
        return Shard(self.site)

    def rebuilt(self, code: Code) -> Code:
        return Group("", "[", (Item(Shard(self.site).rebuilt("shard")), Item(code, "for shard in ")), "]", "")


@record(eq=False)
class Shard(View):
    """One shard."""

    site: Site

    def item(self, key: object, shown: Code, code: Code) -> tuple[Code, View | None]:
        if not isinstance(key, str) or key not in _SHARD:
            raise Unlike
        return join(code, f".{_SHARD[key]}"), None

    def rebuilt(self, code: Code) -> Code:
        self.site.unit.doubt("servers tell more of a shard than v4's object holds")
        string = self.site.string
        return Group("", "{", tuple(Item(join(code, f".{name}"), f"{string(key)}: ") for key, name in _SHARD.items()), "}")


@rewrites("weaviate.schema.Schema.get_class_shards")
def get_shards(site: Site) -> Code:
    """``schema.get_class_shards(name)`` -> ``use(name).config.get_shards()``: the same request."""
    code = call(join(collection_of(site, site.arguments()["class_name"]), ".config.get_shards"))
    return consumed(site, site.call, code, Shards(site))


@rewrites("weaviate.schema.Schema.update_class_shard")
def update_shard(site: Site) -> Code:
    """``schema.update_class_shard(name, status, shard)`` -> ``update_shards(status, shard)``: the same requests."""
    given = site.arguments()
    if not site.is_discarded():
        raise Refusal("v4 returns the status by the name of the shard")
    shard = given.get("shard_name")
    if shard is not None and constant(shard) is None and isinstance(shard, ast.Constant):
        shard = None
    method = join(collection_of(site, given["class_name"]), ".config.update_shards")
    return call(method, status=given["status"], shard_names=shard)
