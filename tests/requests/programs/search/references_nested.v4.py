import weaviate
from weaviate.classes.query import QueryReference

client = weaviate.connect_to_local()

result = client.collections.use("Author").query.fetch_objects(
    limit=2,
    return_properties=["name"],
    return_references=QueryReference.MultiTarget(
        link_on="wroteArticles",
        target_collection="Article",
        return_properties=["title"],
        return_references=QueryReference.MultiTarget(
            link_on="inPublication", target_collection="Publication", return_properties=["name"]
        ),
    ),
)
for author in result.objects:
    for article in author.references["wroteArticles"].objects:
        print(author.properties["name"], article.properties["title"], str(article.uuid), article.references["inPublication"].objects[0].properties["name"])
