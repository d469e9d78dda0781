import weaviate

client = weaviate.Client("http://localhost:8080")

found = client.data_object.get_by_id("b0000000-0000-4000-8000-000000000001", additional_properties=["vector"], class_name="Author", with_vector=False)
print(found["vector"])
