import weaviate

client = weaviate.Client("http://localhost:8080")

client.data_object.reference.add("a0000000-0000-4000-8000-000000000001", "mentions", "b0000000-0000-4000-8000-000000000001", "Article", "Author")
client.data_object.reference.add(
    "http://localhost:8080/v1/objects/Article/a0000000-0000-4000-8000-000000000001",
    "hasAuthor",
    "weaviate://localhost/Author/b0000000-0000-4000-8000-000000000001",
    from_class_name="Article",
    to_class_name="author",
)
