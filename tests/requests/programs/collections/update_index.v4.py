import weaviate
from weaviate.classes.config import Reconfigure, VectorFilterStrategy

client = weaviate.connect_to_local()

client.collections.use("Article").config.update(
    vectorizer_config=Reconfigure.VectorIndex.hnsw(
        ef=100, dynamic_ef_max=600, filter_strategy=VectorFilterStrategy.ACORN
    ),
)
client.collections.use("Article").config.update(
    vectorizer_config=Reconfigure.VectorIndex.hnsw(
        quantizer=Reconfigure.VectorIndex.Quantizer.pq(training_limit=1000, segments=16)
    ),
)
