import weaviate

client = weaviate.connect_to_local()

uuid = client.collections.use("Article").data.insert(
    properties={"title": "Hello", "wordCount": 3}
)
print(uuid)
print(client.collections.use("Article").data.exists(uuid))
