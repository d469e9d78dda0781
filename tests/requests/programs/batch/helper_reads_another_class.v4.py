import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()


def page(offset):
    response = client.collections.use("Author").query.fetch_objects(limit=1, offset=offset, return_properties=["name"])
    return [obj.properties for obj in response.objects]


def known(name):
    where = Filter.by_property("name").equal(name)
    return [
        obj.properties
        for obj in client.collections.use("Author").query.fetch_objects(
            filters=where, return_properties=["name"]
        ).objects
    ]


for author in page(0):
    print(author["name"])
with client.batch.dynamic() as batch:
    for name in ["Ada Jones", "Nobody"]:
        if not known(name):
            batch.add_object(properties={"title": name}, collection="Article")
