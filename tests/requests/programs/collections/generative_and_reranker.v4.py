import weaviate
from weaviate.classes.config import Configure

client = weaviate.connect_to_local()

client.collections.create(
    "Book",
    vectorizer_config=Configure.Vectorizer.text2vec_contextionary(
        vectorize_collection_name=False
    ),
    generative_config=Configure.Generative.cohere(model="command", temperature=0.5),
    reranker_config=Configure.Reranker.transformers(),
)
