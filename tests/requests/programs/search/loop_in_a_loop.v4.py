import weaviate
from weaviate.classes.query import Sort

client = weaviate.connect_to_local()

for limit, paths in [(3, ["title"]), (2, []), (1, ["wordCount", "title"])]:
    sort = None
    for path in paths:
        sort = (sort or Sort).by_property(path, ascending=False)
    response = client.collections.use("Article").query.fetch_objects(
        limit=limit, sort=sort, return_properties=["title"]
    )
    for article in response.objects:
        print(article.properties["title"])
