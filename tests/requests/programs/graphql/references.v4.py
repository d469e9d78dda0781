import weaviate
from weaviate.classes.query import QueryReference

client = weaviate.connect_to_local()

for article in client.collections.use("Article").query.fetch_objects(
    limit=2,
    return_properties=["title"],
    return_references=QueryReference.MultiTarget(
        link_on="hasAuthor", target_collection="Author", return_properties=["name"]
    ),
).objects:
    print(article.properties["title"], article.references["hasAuthor"].objects[0].properties["name"])
