import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()

category = "science"
filters = None
if category:
    filters = Filter.by_property("category").equal(category)
print(client.collections.use("Article").aggregate.over_all(filters=filters, total_count=True).total_count)
