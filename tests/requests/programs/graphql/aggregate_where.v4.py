import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()

print(client.collections.use("Article").aggregate.over_all(
    filters=Filter.by_property("category").equal("animals"), total_count=True
).total_count)
