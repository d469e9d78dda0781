import weaviate
from weaviate.classes.query import Move

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.near_text(
    query=["fashion"],
    move_to=Move(force=0.5, objects=["a0000000-0000-4000-8000-000000000001"]),
    return_properties=["title"],
)
for one in result.objects:
    print(one.properties["title"])
