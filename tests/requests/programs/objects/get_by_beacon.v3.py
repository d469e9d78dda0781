import weaviate

client = weaviate.Client("http://localhost:8080")

found = client.data_object.get_by_id("weaviate://localhost/Article/a0000000-0000-4000-8000-000000000001", class_name="Article")
print(found["properties"]["title"])
print(client.data_object.exists("http://localhost:8080/v1/objects/Article/a0000000-0000-4000-8000-000000000001", class_name="Article"))
