import weaviate
from weaviate.classes.config import Configure

client = weaviate.connect_to_local()

class Store:
    name = "Book"

    def create(self):
        client.collections.create(
            self.name,
            vectorizer_config=Configure.Vectorizer.none(),
            vector_index_config=Configure.VectorIndex.hnsw(ef=10),
        )


Store().create()
