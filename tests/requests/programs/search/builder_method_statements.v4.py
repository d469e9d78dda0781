import weaviate
from weaviate.classes.query import Filter


class Store:
    def __init__(self, client):
        self.client = client

    def _query(self, text, limit=3, counts=None):
        filters = None
        for count in counts or []:
            if count:
                filters = Filter.by_property("wordCount").greater_than(count)
        if text:
            response = self.client.collections.use("Article").query.near_text(
                query=[text], limit=limit, filters=filters, return_properties=["title", "wordCount"]
            )
        elif limit:
            response = self.client.collections.use("Article").query.fetch_objects(
                limit=limit, offset=1, filters=filters, return_properties=["title", "wordCount"]
            )
        else:
            response = self.client.collections.use("Article").query.fetch_objects(
                limit=limit, filters=filters, return_properties=["title", "wordCount"]
            )
        return response

    def search(self, text):
        response = self._query(text, limit=2)
        return [article.properties["title"] for article in response.objects]

    def all(self, limit):
        asked = 2
        return [a.properties["title"] for a in self._query("", limit + 1, [10, 300, 0]).objects], asked


store = Store(weaviate.connect_to_local())
print(store.search("food"))
print(store.search(""))
print(store.all(3))
