import weaviate

client = weaviate.Client("http://localhost:8080")

author = "b0000000-0000-4000-8000-000000000001"
client.data_object.create(
    {"title": "Hello", "mentions": [{"beacon": "weaviate://localhost/Author/b0000000-0000-4000-8000-000000000001"}]}, "Article"
)
client.data_object.create({"title": "Bye", "mentions": [{"beacon": f"weaviate://localhost/Author/{author}"}]}, "Article")
