import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()

print(client.collections.use("Article").data.delete_many(
    where=Filter.by_property("wordCount").less_than(500)
).failed)
