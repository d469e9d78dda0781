import weaviate

client = weaviate.connect_to_local()
def f(a=None):
    return [
        obj.properties
        for obj in client.collections.use("Article").query.hybrid(
            query="cats",
            alpha=0.75 if a is None else a,
            limit=1,
            return_properties=["title"],
        ).objects
    ]
print(f(), f(0.2))
