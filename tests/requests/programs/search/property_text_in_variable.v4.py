import weaviate
from weaviate.classes.query import QueryReference

client = weaviate.connect_to_local()

print(client.collections.use("Article").query.fetch_objects(
    limit=1,
    return_properties=["title"],
    return_references=QueryReference.MultiTarget(
        link_on="hasAuthor", target_collection="Author", return_properties=["name"]
    ),
).objects[0].properties["title"])
