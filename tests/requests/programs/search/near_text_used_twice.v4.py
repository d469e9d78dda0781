import weaviate

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.near_text(
    query=["pets"], certainty=0.6, limit=2, return_properties=["title"]
)
again = client.collections.use("Author").query.near_text(
    query=["pets"], certainty=0.6, limit=1, return_properties=["name"]
)
print(again.objects[0].properties["name"])
for one in result.objects:
    print(one.properties["title"])
