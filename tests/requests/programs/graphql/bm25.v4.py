import weaviate

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.bm25(
    query="cats",
    query_properties=["title^2", "body"],
    limit=2,
    return_properties=["title"],
)
print(len(result.objects))
