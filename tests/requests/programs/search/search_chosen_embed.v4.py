import weaviate
from weaviate.classes.query import Sort

client = weaviate.connect_to_local()


def embed(text):
    return [float(len(text)), 0.5]


def search(text=None, limit=2):
    if text is not None and len(text) > 2:
        response = client.collections.use("Article").query.near_vector(
            near_vector=embed(text), limit=limit, return_properties=["title"]
        )
    else:
        response = client.collections.use("Article").query.fetch_objects(
            limit=limit,
            sort=Sort.by_property("title", ascending=False),
            return_properties=["title"],
        )
    return [obj.properties for obj in response.objects]


print(search("rain"), search())
