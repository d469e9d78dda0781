import weaviate
from weaviate.classes.query import QueryReference

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.fetch_objects(
    limit=2,
    return_properties=["title"],
    return_references=QueryReference.MultiTarget(
        link_on="hasAuthor",
        target_collection="Author",
        return_properties=["name"],
        return_references=QueryReference.MultiTarget(
            link_on="writesFor", target_collection="Publication", return_properties=["name"]
        ),
    ),
)
for one in result.objects:
    author = one.references["hasAuthor"].objects[0]
    print(one.properties["title"], author.properties["name"], author.references["writesFor"].objects[0].properties["name"], str(
        author.references["writesFor"].objects[0].uuid
    ))
