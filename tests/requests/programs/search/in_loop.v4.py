import weaviate

client = weaviate.connect_to_local()

for limit in (1, 2):
    result = client.collections.use("Article").query.fetch_objects(
        limit=limit, return_properties=["title"]
    )
    print([one.properties["title"] for one in result.objects])
