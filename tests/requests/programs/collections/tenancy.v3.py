import weaviate

client = weaviate.Client("http://localhost:8080")

client.schema.create_class(
    {"class": "Room", "vectorizer": "none", "multiTenancyConfig": {"enabled": True, "autoTenantCreation": True}}
)
client.schema.create_class({"class": "Hall", "vectorizer": "none", "multiTenancyConfig": {"enabled": False}})
