import weaviate

client = weaviate.connect_to_local()


print([
    obj.properties
    for obj in client.collections.use("Article").query.bm25(
        query="rain", limit=1, return_properties=["title", "url"]
    ).objects
])
print([
    obj.properties
    for obj in client.collections.use("Article").query.bm25(
        query="rain", limit=2, return_properties=["title", "body"]
    ).objects
])
