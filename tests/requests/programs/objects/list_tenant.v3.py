import weaviate

client = weaviate.Client("http://localhost:8080")

page = client.data_object.get(class_name="Note", tenant="tenantA", consistency_level="ONE")
print([note["properties"]["title"] for note in page["objects"]])
