import weaviate
from weaviate.classes.query import Filter, Sort

client = weaviate.connect_to_local()


found = client.collections.use("Article").query.fetch_objects(
    filters=Filter.by_property("title").like("*s*"),
    return_properties=["title", "wordCount"],
)
print(len(found.objects))
for article in client.collections.use("Article").query.fetch_objects(
    limit=2,
    sort=Sort.by_creation_time(ascending=False),
    return_properties=["title", "wordCount"],
).objects:
    print(article.properties["title"], str(article.uuid))


def show(limit):
    fields = {"title": 30, "wordCount": 5}
    response = client.collections.use("Article").query.fetch_objects(
        limit=limit, return_properties=["title", "wordCount"]
    )
    for article in [
        {**obj.properties, "_additional": {"id": str(obj.uuid)}}
        for obj in response.objects
    ]:
        print([str(article[name])[:width] for name, width in fields.items()])


show(3)
show(None)
