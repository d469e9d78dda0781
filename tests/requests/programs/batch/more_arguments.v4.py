import weaviate

client = weaviate.connect_to_local()

more = {"tenant": "tenantA", "vector": [0.5, 0.25]}
with client.batch.dynamic() as batch:
    batch.add_object(
        properties={"title": "One"}, collection="Note", uuid="12345678-1234-4234-8234-123456789abc", **more
    )
