import weaviate

client = weaviate.Client("http://localhost:8080")

client.data_object.reference.add("a0000000-0000-4000-8000-000000000001", "hasAuthor", "b0000000-0000-4000-8000-000000000001", from_class_name="Article")
client.data_object.reference.update("a0000000-0000-4000-8000-000000000001", "hasAuthor", ["b0000000-0000-4000-8000-000000000001", "b0000000-0000-4000-8000-000000000002"], from_class_name="Article")
client.data_object.reference.delete("a0000000-0000-4000-8000-000000000001", "hasAuthor", "b0000000-0000-4000-8000-000000000001", from_class_name="Article")
