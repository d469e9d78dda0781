import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()
def f(xs):
    print([
        obj.properties
        for obj in client.collections.use("Article").query.fetch_objects(
            filters=Filter.by_property("scores").contains_any(
                [float(number) for number in xs]
            ),
            return_properties=["title"],
        ).objects
    ])
f([1, 2])
f([0.5])
