import weaviate
from weaviate.classes.config import Configure, VectorDistances

client = weaviate.connect_to_local()

client.collections.create(
    "Book", vectorizer_config=Configure.Vectorizer.none(), vector_index_config=Configure.VectorIndex.flat()
)
client.collections.create(
    "Film",
    vectorizer_config=Configure.Vectorizer.none(),
    vector_index_config=Configure.VectorIndex.dynamic(
        distance_metric=VectorDistances.DOT,
        threshold=5000,
        hnsw=Configure.VectorIndex.hnsw(ef=100),
        flat=Configure.VectorIndex.flat(quantizer=Configure.VectorIndex.Quantizer.bq()),
    ),
)
client.collections.create(
    "Song", vectorizer_config=Configure.Vectorizer.none(), vector_index_config=Configure.VectorIndex.none()
)
