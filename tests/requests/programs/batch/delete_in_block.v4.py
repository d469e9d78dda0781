import weaviate
from weaviate.classes.config import ConsistencyLevel
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()

# no objects are added
# all that are short
client.collections.use("Article").with_consistency_level(ConsistencyLevel.ALL).data.delete_many(
    where=Filter.by_property("wordCount").less_than(500)
)
print("done")
