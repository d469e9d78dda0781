# fix: --unsafe-fixes
import weaviate

client = weaviate.connect_to_local()


def search(props):
    found = client.collections.use("Article").query.fetch_objects(
        limit=1, return_properties=["summary", *props]
    )
    return found.objects[0].properties["summary"]


print(search(["title"]))
