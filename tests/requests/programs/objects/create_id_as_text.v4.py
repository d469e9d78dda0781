import weaviate

client = weaviate.connect_to_local()

uuid = str(
    client.collections.use("Article").data.insert(
        properties={"title": "Hello"}, uuid="12345678-1234-4234-8234-123456789abc"
    ),
)
print(uuid == "12345678-1234-4234-8234-123456789abc", {"id": uuid}, len(uuid))
