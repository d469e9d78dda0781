import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()


def count(conditions, limits):
    filters = None
    for path, value in conditions.items():
        if value is None:
            continue
        filters = Filter.by_property(path).equal(value)
    limit_2 = 10
    for limit in limits:
        if limit > 2:
            limit_2 = limit
            break
    return len(client.collections.use("Article").query.fetch_objects(
        limit=limit_2, filters=filters, return_properties=["title"]
    ).objects)


print(count({}, []))
print(count({"title": "Alpha", "url": None}, [1, 3, 4]))
