import weaviate

client = weaviate.connect_to_local()

result = client.collections.use("Note").with_tenant("tenantA").query.fetch_objects(
    limit=5, return_properties=["title"]
)
for note in result.objects:
    print(note.properties["title"])
