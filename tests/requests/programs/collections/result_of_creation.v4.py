import weaviate
from weaviate.classes.config import Configure

client = weaviate.connect_to_local()

client.collections.create("Book", vectorizer_config=Configure.Vectorizer.none())
made = None
print(made)
