import weaviate

client = weaviate.connect_to_local()

found = client.collections.use("Article").query.fetch_object_by_id(
    "a0000000-0000-4000-8000-000000000002", include_vector=True
)
print(str(found.uuid), found.properties["title"], found.vector["default"])
