import weaviate

client = weaviate.Client("http://localhost:8080")

author = "b0000000-0000-4000-8000-000000000001"
with client.batch as batch:
    batch.add_data_object(
        {"title": "One", "mentions": [{"beacon": f"weaviate://localhost/Author/{author}"}]}, "Article"
    )
    batch.add_data_object(
        {
            "title": "Two",
            "hasAuthors": [
                {"beacon": "weaviate://localhost/b0000000-0000-4000-8000-000000000001"},
                {"beacon": "weaviate://localhost/b0000000-0000-4000-8000-000000000002"},
            ],
        },
        "Article",
    )
