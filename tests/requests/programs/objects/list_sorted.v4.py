import weaviate
from weaviate.classes.query import Sort

client = weaviate.connect_to_local()

page = client.collections.use("Author").query.fetch_objects(
    sort=Sort.by_property("age", ascending=False).by_property("name")
)
print([author.properties["name"] for author in page.objects])
page = client.collections.use("Author").query.fetch_objects(sort=Sort.by_property("name", ascending=False), limit=2)
print([author.properties["name"] for author in page.objects])
page = client.collections.use("Author").query.fetch_objects(sort=Sort.by_id())
print([str(author.uuid) for author in page.objects])
