import weaviate

client = weaviate.connect_to_local()
def dump(x):
    x.clear()
hits = [
    obj.properties
    for obj in client.collections.use("Article").query.fetch_objects(limit=1, return_properties=["title"]).objects
]
dump(hits)
print(len(hits))
