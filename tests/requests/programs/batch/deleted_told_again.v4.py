import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()
result = client.collections.use("Article").data.delete_many(
    where=Filter.by_property("title").equal("One"), verbose=True, dry_run=True
)
print(result.matches, True, "verbose")
