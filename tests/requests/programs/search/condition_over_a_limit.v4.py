import weaviate

client = weaviate.connect_to_local()
def f(n=None):
    limit = 3
    if n:
        limit = n
    return [
        obj.properties
        for obj in client.collections.use("Article").query.fetch_objects(
            limit=limit, return_properties=["title"]
        ).objects
    ]
print(f(), f(1))
