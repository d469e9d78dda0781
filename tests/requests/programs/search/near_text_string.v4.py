import weaviate

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.near_text(
    query="pets", return_properties=["title"]
)
for one in result.objects:
    print(one.properties["title"])
