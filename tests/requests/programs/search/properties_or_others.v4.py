# fix: --unsafe-fixes
import weaviate

client = weaviate.connect_to_local()


def search(props=None, more=None):
    found = client.collections.use("Article").query.fetch_objects(
        limit=1, return_properties=(props or []) + ["summary"]
    )
    other = client.collections.use("Article").query.fetch_objects(
        limit=1, return_properties=["summary", *(props if props else ["url"])]
    )
    return found.objects[0].properties["summary"], other.objects[0].properties["summary"]


print(search(["title"]), search())
