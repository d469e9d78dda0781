"""Which module has the rewrite of a v3 symbol: it is imported when a file uses such a symbol."""

from __future__ import annotations

from importlib import import_module

from .site import REWRITES

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from .site import Rewrite

# How the symbols start that a module has rewrites of.
AREAS: dict[str, tuple[str, ...]] = {
    "batch.batch": ("weaviate.batch.Batch", "weaviate.Client.batch", "weaviate.WeaviateClient.batch"),
    "batch.deletion": ("weaviate.batch.Batch.delete_",),
    "batch.shards": ("weaviate.Shard",),
    "batch.uses": ("weaviate.batch.Batch.",),
    "client.auth": ("weaviate.Auth",),
    "client.client": ("weaviate.Client",),
    "client.config": ("weaviate.Config",),
    "client.consistency": ("weaviate.ConsistencyLevel",),
    "client.gone_modules": ("weaviate.",),
    "client.parts": ("weaviate.Client.", "weaviate.schema.Schema.", "weaviate.data.DataObject."),
    "client.renamed": ("weaviate.", "airflow."),
    "client.services": ("weaviate.cluster.", "weaviate.backup.", "weaviate.embedded.", "weaviate.connect."),
    "collections.class_additions": ("weaviate.schema.properties.",),
    "collections.class_changes": ("weaviate.schema.Schema.",),
    "collections.schema": ("weaviate.schema.Schema.",),
    "collections.schema_results": ("weaviate.schema.Schema.",),
    "collections.tenants": ("weaviate.schema.Schema.", "weaviate.Tenant"),
    "graphql.builders": ("weaviate.gql.filter.",),
    "graphql.raw": ("weaviate.gql.Query.",),
    "objects.objects": ("weaviate.data.DataObject.",),
    "objects.references": ("weaviate.data.references.",),
    "search.search": ("weaviate.gql.get.",),
}


def rewrite_of(symbol: str) -> Rewrite | None:
    """The rewrite of a v3 symbol, None where there is none."""
    if symbol not in REWRITES:
        for module, starts in AREAS.items():
            if symbol.startswith(starts):
                load(module)
    if symbol not in REWRITES:
        from .client.no_equivalent import refusal

        return refusal(symbol)
    return REWRITES[symbol]


def load(*modules: str) -> None:
    """Import areas, all if none is named."""
    for module in modules or AREAS:
        import_module(f"{__package__}.{module}")
