import weaviate

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.bm25(query="fish", limit=2, offset=1, return_properties=["title"])
for one in result.objects:
    print(one.properties["title"])
