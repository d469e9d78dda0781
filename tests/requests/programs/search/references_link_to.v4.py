import weaviate

client = weaviate.connect_to_local()

from weaviate.classes.query import QueryReference

result = client.collections.use("Article").query.fetch_objects(
    limit=2,
    return_properties=["title"],
    return_references=QueryReference.MultiTarget(
        link_on="publishedIn", target_collection="Publication", return_properties=["name"]
    ),
)
for one in result.objects:
    print([publication.properties["name"] for publication in one.references["publishedIn"].objects])
