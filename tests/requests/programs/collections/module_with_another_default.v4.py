import weaviate
from weaviate.classes.config import Configure

client = weaviate.connect_to_local()

client.collections.create(
    "Book",
    vectorizer_config=Configure.Vectorizer.text2vec_aws(
        region="us-east-1", model="m", vectorize_collection_name=False
    ),
)
client.collections.create(
    "Film",
    vectorizer_config=Configure.Vectorizer.text2vec_ollama(
        vectorize_collection_name=True
    ),
)
