import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()

with client.batch.dynamic() as batch:
    client.collections.use("Article").data.delete_many(where=Filter.by_property("title").equal("x"))
    batch.add_object(properties={"title": "x"}, collection="Article")
