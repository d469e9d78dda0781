import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()


class Search:
    def __init__(self, client):
        self.client = client

    def many(self, words=None):
        filters = None
        if words is not None:
            filters = Filter.by_property("wordCount").greater_than(words)
        return [str(hit.uuid) for hit in self.client.collections.use("Article").query.fetch_objects(
            limit=2, filters=filters, return_properties=["title"]
        ).objects]


print(Search(client).many(), Search(client).many(200))
