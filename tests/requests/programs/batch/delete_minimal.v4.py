import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()

client.collections.use("Article").data.delete_many(
    # all that are short
    where=Filter.by_property("wordCount").less_than(500),
)
