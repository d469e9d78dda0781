import weaviate

client = weaviate.Client("http://localhost:8080")

with client.batch as batch:
    batch.add_data_object(
        {
            "title": "All",
            "tags": ["a"],
            "wordCount": 5,
            "ratings": [1, 2],
            "price": 2.5,
            "scores": [1.0, 2.25],
            "published": True,
            "publicationDate": "2024-01-02T03:04:00Z",
            "summary": None,
        },
        "Article",
        vector=[1, 2],
    )
    batch.add_data_object({"name": "Dan", "address": {"street": "1", "city": "Bonn"}}, "Author")
    batch.add_data_object({"name": "P", "location": {"latitude": 1.1, "longitude": 2.2}}, "Publication")
