import weaviate

client = weaviate.connect_to_local()

size = 2
limit = size
size = 100
result = client.collections.use("Article").query.fetch_objects(
    limit=limit, return_properties=["title"]
)
print(size)
for one in result.objects:
    print(one.properties["title"])
