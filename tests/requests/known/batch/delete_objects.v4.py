import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()

result = client.collections.use("Article").data.delete_many(
    where=Filter.by_property("category").contains_any(["animals", "cooking"]), verbose=True, dry_run=True
)
print(result.matches, result.successful)
