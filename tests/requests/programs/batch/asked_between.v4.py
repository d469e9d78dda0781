import weaviate

client = weaviate.connect_to_local()

uuid = "12345678-1234-4234-8234-123456789abc"
with client.batch.dynamic() as batch:
    batch.add_object(properties={"title": "a", "scores": [0.5, 1]}, collection="Article", uuid=uuid)
    batch.flush()
    print(client.collections.use("Article").data.exists(uuid))
    print(client.collections.use("Author").data.exists("b0000000-0000-4000-8000-000000000001"))
