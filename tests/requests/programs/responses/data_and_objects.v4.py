# fix: --unsafe-fixes
import weaviate

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.fetch_objects(
    limit=2, return_properties=["title", "wordCount"]
)
if result.objects:
    print(result.objects[0].properties["title"])
else:
    print("nothing found")
