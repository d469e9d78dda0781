import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()

result = client.collections.use("Article").generate.fetch_objects(
    grouped_task="What do they share?",
    filters=Filter.by_property("category").equal("science"),
    return_properties=["title"],
)
print(result.generated)
