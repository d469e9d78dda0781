import weaviate
from weaviate.classes.config import Configure, PQEncoderDistribution, VectorDistances

client = weaviate.connect_to_local()

client.collections.create(
    "Book",
    vectorizer_config=Configure.Vectorizer.none(),
    vector_index_config=Configure.VectorIndex.hnsw(
        quantizer=Configure.VectorIndex.Quantizer.pq(
            segments=96,
            centroids=128,
            training_limit=5000,
            encoder_distribution=PQEncoderDistribution.NORMAL,
        ),
    ),
)
client.collections.create(
    "Film",
    vectorizer_config=Configure.Vectorizer.none(),
    vector_index_config=Configure.VectorIndex.flat(
        distance_metric=VectorDistances.HAMMING,
        quantizer=Configure.VectorIndex.Quantizer.bq(rescore_limit=20, cache=True),
    ),
)
client.collections.create(
    "Song",
    vectorizer_config=Configure.Vectorizer.none(),
    vector_index_config=Configure.VectorIndex.hnsw(
        quantizer=Configure.VectorIndex.Quantizer.sq(training_limit=100)
    ),
)
