import weaviate

client = weaviate.connect_to_local()
hits = [
    obj.properties
    for obj in client.collections.use("Article").query.fetch_objects(limit=2, return_properties=["title"]).objects
]
def add(x):
    x.append({"title": "more"})
    print(len(x))
for i in range(2):
    add(hits)
