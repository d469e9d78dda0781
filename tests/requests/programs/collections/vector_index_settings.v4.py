import weaviate
from weaviate.classes.config import Configure, VectorDistances, VectorFilterStrategy

client = weaviate.connect_to_local()

client.collections.create(
    "Book",
    vectorizer_config=Configure.Vectorizer.none(),
    vector_index_config=Configure.VectorIndex.hnsw(
        cleanup_interval_seconds=100,
        max_connections=16,
        ef_construction=64,
        ef=50,
        dynamic_ef_min=10,
        dynamic_ef_max=100,
        dynamic_ef_factor=4,
        vector_cache_max_objects=5000,
        flat_search_cutoff=100,
        distance_metric=VectorDistances.MANHATTAN,
        filter_strategy=VectorFilterStrategy.ACORN,
    ),
)
