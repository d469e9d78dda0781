import weaviate

client = weaviate.connect_to_local()

found = client.collections.use("Article").query.fetch_object_by_id(
    "a0000000-0000-4000-8000-000000000001"
)
print(found.properties["title"])
print(client.collections.use("Article").data.exists(
    "a0000000-0000-4000-8000-000000000001"
))
