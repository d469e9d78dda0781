# fix: --unsafe-fixes
import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()


def where(words):
    return Filter.by_property("wordCount").equal(words)


result = client.collections.use("Article").query.fetch_objects(
    filters=where(300), return_properties=["title"]
)
print([one.properties["title"] for one in result.objects])
