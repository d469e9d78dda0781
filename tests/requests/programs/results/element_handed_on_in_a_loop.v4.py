import weaviate

client = weaviate.connect_to_local()
def bump(h):
    h["n"] = h.get("n", 0) + 1
    print(h["n"])
for h in [
    obj.properties
    for obj in client.collections.use("Article").query.fetch_objects(limit=1, return_properties=["title"]).objects
]:
    for _ in range(2):
        bump(h)
