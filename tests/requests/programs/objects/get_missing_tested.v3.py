import weaviate

client = weaviate.Client("http://localhost:8080")

found = client.data_object.get_by_id("a0000000-0000-4000-8000-00000000000f", class_name="Article")
if not found:
    print("none")
if found is not None:
    print(found["id"])
