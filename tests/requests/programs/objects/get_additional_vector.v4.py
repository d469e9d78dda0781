import weaviate

client = weaviate.connect_to_local()

found = client.collections.use("Author").query.fetch_object_by_id(
    "b0000000-0000-4000-8000-000000000001", include_vector=True
)
print(found.vector["default"])
