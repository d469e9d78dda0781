import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()

result = client.collections.use("Article").aggregate.over_all(
    filters=Filter.by_property("category").equal("science"), total_count=True
)
print(result.total_count)
