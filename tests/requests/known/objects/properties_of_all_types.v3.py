from datetime import datetime, timezone

import weaviate

client = weaviate.Client("http://localhost:8080")

client.data_object.create(
    {
        "title": "All",
        "tags": ["a"],
        "wordCount": 5,
        "ratings": [1, 2],
        "price": 2.5,
        "scores": [1.0, 2.25],
        "published": True,
        "publicationDate": datetime(2024, 1, 2, 3, 4, tzinfo=timezone.utc).isoformat(),
        "summary": None,
        "hasAuthor": [{"beacon": "weaviate://localhost/Author/b0000000-0000-4000-8000-000000000001"}],
    },
    "Article",
)
client.data_object.create(
    {"name": "Dan", "address": {"street": "1", "city": "Bonn"}}, "Author", uuid="b0000000-0000-4000-8000-00000000000a"
)
client.data_object.create({"name": "P", "location": {"latitude": 1.1, "longitude": 2.2}}, "Publication")
