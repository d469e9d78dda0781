import weaviate

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.fetch_objects(limit=3, return_properties=["title", "wordCount"])

found = []
for one in result.objects:
    found.append({**one.properties, "_additional": {"id": str(one.uuid)}})
print([one["title"] for one in found])
