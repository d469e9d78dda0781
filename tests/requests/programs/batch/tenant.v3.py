import weaviate

client = weaviate.Client("http://localhost:8080")

with client.batch as batch:
    batch.add_data_object({"title": "One"}, "Note", tenant="tenantA")
    batch.add_data_object({"title": "Two"}, "Note", tenant="tenantB")
