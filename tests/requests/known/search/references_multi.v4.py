import weaviate
from weaviate.classes.query import QueryReference

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.fetch_objects(
    limit=1,
    return_properties=["title"],
    return_references=QueryReference.MultiTarget(
        link_on="mentions", target_collection="Author", return_properties=["name", "age"]
    ),
)
for one in result.objects:
    for author in one.references["mentions"].objects:
        print(one.properties["title"], author.properties["name"], author.properties["age"])
