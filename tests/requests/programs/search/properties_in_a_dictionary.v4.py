# fix: --unsafe-fixes
import weaviate

client = weaviate.connect_to_local()
FIELDS = {"Article": ["title", "url"], "Author": ["name"]}


def first(name, *fields):
    response = client.collections.use("Article").query.fetch_objects(
        limit=1, return_properties=fields[0]
    )
    return response.objects[0].properties["title"]


response = client.collections.use("Article").query.fetch_objects(
    limit=1, return_properties=FIELDS["Article"]
)
print(response.objects[0].properties["url"])
print(first("Article", ["title"]))
