import weaviate
from weaviate.classes.config import Configure

client = weaviate.connect_to_local()

if client.collections.exists("Article"):
    client.collections.delete("Article")
client.collections.create("Book", vectorizer_config=Configure.Vectorizer.none())
