import weaviate
from weaviate.classes.query import QueryReference

client = weaviate.connect_to_local()
client.collections.use("Article").data.insert(
    properties={"title": "alone"}, uuid="a0000000-0000-4000-8000-000000000099"
)
response = client.collections.use("Article").query.fetch_objects(
    return_properties=["title"],
    return_references=QueryReference.MultiTarget(
        link_on="hasAuthor", target_collection="Author", return_properties=["name"]
    ),
)
for article in response.objects:
    print(article.properties["title"], article.references["hasAuthor"].objects[0].properties["name"] if article.references.get("hasAuthor") else "nobody")
    for author in article.references["hasAuthor"].objects if "hasAuthor" in article.references else []:
        print(author.properties["name"])
    for author in article.references["hasAuthor"].objects if "hasAuthor" in article.references else []:
        print(author.properties["name"])
    if article.references.get("hasAuthor") is None:
        print("nobody")
    if not article.references.get("hasAuthor"):
        continue
    authors = article.references["hasAuthor"].objects if "hasAuthor" in article.references else None
    print(authors is None, [author.properties["name"] for author in article.references["hasAuthor"].objects])
for article in response.objects:
    authors = article.references["hasAuthor"].objects if "hasAuthor" in article.references else None
    if authors:
        print(authors[0].properties["name"])
for article in response.objects:
    print(([
        ref.properties for ref in article.references["hasAuthor"].objects
    ] if "hasAuthor" in article.references else None))
