import weaviate
from weaviate.classes.config import Configure, VectorDistances

client = weaviate.connect_to_local()

name = "Book"
size = 64
client.collections.create(
    name,
    vectorizer_config=Configure.Vectorizer.none(),
    vector_index_config=Configure.VectorIndex.hnsw(
        max_connections=size, distance_metric=VectorDistances.L2_SQUARED
    ),
)
