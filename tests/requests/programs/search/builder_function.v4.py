import weaviate

client = weaviate.connect_to_local()


print([one.properties["url"] for one in client.collections.use("Article").query.bm25(
    query="rain", limit=1, return_properties=["title", "url"]
).objects])
found = client.collections.use("Article").query.bm25(
    query="rain", limit=2, return_properties=["title", "body"]
).objects
print([(one.properties["title"], one.properties["body"]) for one in found])
