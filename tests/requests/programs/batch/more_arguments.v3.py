import weaviate

client = weaviate.Client("http://localhost:8080")

more = {"tenant": "tenantA", "vector": [0.5, 0.25]}
with client.batch as batch:
    batch.add_data_object({"title": "One"}, class_name="Note", uuid="12345678-1234-4234-8234-123456789abc", **more)
