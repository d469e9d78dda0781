import weaviate
from weaviate.classes.query import Sort

client = weaviate.connect_to_local()

for article in client.collections.use("Article").query.fetch_objects(
    limit=3,
    sort=Sort.by_property("category").by_property("wordCount", ascending=False),
    return_properties=["title", "category"],
).objects:
    print(article.properties["category"], article.properties["title"])
