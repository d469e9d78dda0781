import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()


def count(conditions):
    filters = None
    for path, value in conditions.items():
        if value:
            filters = Filter.by_property(path).equal(value)
    return client.collections.use("Article").aggregate.over_all(filters=filters, total_count=True).total_count


print(count({}), count({"title": "Slow food", "url": ""}), count({"title": ""}))
