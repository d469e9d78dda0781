import weaviate

client = weaviate.connect_to_local()

query = "{ Get { Article(limit: 1) { title } } }"
print(query)
print(client.collections.use("Article").query.fetch_objects(
    limit=1, return_properties=["title"]
).objects[0].properties["title"])
