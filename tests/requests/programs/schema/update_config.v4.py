import weaviate
from weaviate.classes.config import Reconfigure

client = weaviate.connect_to_local()

client.collections.use("Article").config.update(
    vectorizer_config=Reconfigure.VectorIndex.hnsw(ef=200, flat_search_cutoff=100),
    inverted_index_config=Reconfigure.inverted_index(bm25_b=0.5, bm25_k1=1.5, stopwords_additions=["foo"]),
    description="New words",
)
