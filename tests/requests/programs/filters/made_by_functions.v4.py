import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()


def _any_of(counts):
    return Filter.any_of([Filter.by_property("wordCount").equal(n) for n in counts])


def _where(title):
    own = Filter.by_property("title").like(title)
    if title == "*":
        return own
    return Filter.all_of([own, _any_of([100, 200])])


for title in ("*", "*a*"):
    result = client.collections.use("Article").query.fetch_objects(filters=_where(title), return_properties=["title"])
    print([one.properties["title"] for one in result.objects])
