import weaviate

client = weaviate.connect_to_local()


def search(number):
    return [
        obj.properties
        for obj in client.collections.use("Article").query.fetch_objects(
            limit=2, offset=number * 2, return_properties=["title"]
        ).objects
    ]


print([
    obj.properties
    for obj in client.collections.use("Article").query.fetch_objects(
        limit=2, offset=0 * 2, return_properties=["title"]
    ).objects
])
print(search(1))
