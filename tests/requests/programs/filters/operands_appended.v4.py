import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()


def search(words=None, title=None):
    operands = [Filter.by_property("published").equal(True)]
    if words:
        operands.append(Filter.by_property("wordCount").greater_than(words))
    if title:
        operands.extend([Filter.by_property("title").like(title)])
    where = operands[0] if len(operands) == 1 else Filter.all_of(operands)
    result = client.collections.use("Article").query.fetch_objects(filters=where, return_properties=["title"])
    return [one.properties["title"] for one in result.objects]


print(search(), search(200), search(100, "*o*"))
