import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()


def search(words=None, title=None):
    operands = []
    if words:
        operands.append(Filter.by_property("wordCount").greater_than(words))
    if title:
        operands.append(Filter.by_property("title").like(title))
    filters = None
    if len(operands) == 1:
        filters = operands[0]
    elif len(operands) > 1:
        filters = Filter.all_of(operands)
    return [
        obj.properties
        for obj in client.collections.use("Article").query.fetch_objects(
            filters=filters, return_properties=["title"]
        ).objects
    ]


print(search(200), search(200, "Q*"), search())
