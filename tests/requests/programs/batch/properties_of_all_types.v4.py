import weaviate

client = weaviate.connect_to_local()

with client.batch.dynamic() as batch:
    batch.add_object(
        properties={
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
        collection="Article",
        vector=[1, 2],
    )
    batch.add_object(properties={"name": "Dan", "address": {"street": "1", "city": "Bonn"}}, collection="Author")
    batch.add_object(
        properties={"name": "P", "location": {"latitude": 1.1, "longitude": 2.2}}, collection="Publication"
    )
