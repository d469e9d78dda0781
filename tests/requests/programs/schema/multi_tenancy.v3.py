import weaviate

client = weaviate.Client("http://localhost:8080")

client.schema.create_class({"class": "Room", "vectorizer": "none", "multiTenancyConfig": {"enabled": True}})
