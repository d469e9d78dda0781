import weaviate

client = weaviate.Client("http://localhost:8080")

found = client.data_object.get("b0000000-0000-4000-8000-000000000001", class_name="Author", with_vector=True)
print(found["id"], found["vector"])
