import weaviate

client = weaviate.connect_to_local()
def f(n=None, m=None):
    limit = None
    if n:
        limit = n
    if m:
        limit = m
    return [
        obj.properties
        for obj in client.collections.use("Article").query.fetch_objects(
            limit=limit, return_properties=["title"]
        ).objects
    ]
print(f(), f(1), f(1, 2), f(None, 2))
