import weaviate

client = weaviate.connect_to_local()


def titles() -> list:
    result = client.collections.use("Article").query.fetch_objects(
        limit=2, return_properties=["title"]
    )

    if len(result.objects) == 0:
        return []
    return [a.properties["title"] for a in result.objects]


print(titles())
