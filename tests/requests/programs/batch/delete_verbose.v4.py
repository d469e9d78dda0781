import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()

result = client.collections.use("Article").data.delete_many(
    where=Filter.by_property("wordCount").less_than(500), verbose=True
)
for one in result.objects:
    print(str(one.uuid))
